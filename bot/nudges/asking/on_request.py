"""A nudge because the person asked for one: outside the timetable, and not counted by it."""

from collections.abc import Collection
from datetime import datetime

from bot.clock import Clock, local_date
from bot.messages import Reply
from bot.nudges.choose import choose
from bot.nudges.deciding.eligibility import in_season, is_fresh, suits, traits_of
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.timetable import window_for
from bot.nudges.loading import situation_of
from bot.nudges.models import Reason, Script
from bot.nudges.ports import OpenNudgeWork
from bot.nudges.render import render, values_for
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import NEEDS_SILENCE


class OnRequest:
    """Picks a nudge now."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def send_now(self, learner_id: str) -> Reply | None:
        """Return the nudge that suits best and record it as sent; None when there is none or nobody of that id.

        The caller sends it.
        """
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            if learner is None:
                return None
            situation = situation_of(work, learner, now)
            script = best_now(situation, Library(work.scripts.all()), now)
            if script is None:
                return None
            due = work.due_nudges.record_sent(learner_id, script, f"asked {now.isoformat()}", now, Reason.ASKED_FOR)
            return render(script, due.id, values_for(learner.wish, situation.idea), learner.register) if due else None


def best_now(situation: Situation, library: Library, now: datetime) -> Script | None:
    """Return the script that suits best at ``now``, whatever the rhythm; None when there is none at all."""
    traits = traits_of(situation)
    timely = (script for script in library.live() if NEEDS_SILENCE not in script.needs and in_season(script.moment, local_date(now)))
    suiting = [script for script in timely if suits(script, traits)]
    fresh = [script for script in suiting if is_fresh(script, situation, now)]
    if not fresh:
        return _longest_ago(suiting, situation, now)
    fitting = [script for script in fresh if _fits_now(script, situation, now)]
    return choose(fitting or fresh, situation, local_date(now), library.themes())


def _fits_now(script: Script, situation: Situation, now: datetime) -> bool:
    window = window_for(situation.preferences, script.moment)
    right_day = not script.moment.days or local_date(now).weekday() in script.moment.days
    return right_day and (script.moment.part is None or (window is not None and now in window))


def _longest_ago(scripts: Collection[Script], situation: Situation, now: datetime) -> Script | None:
    return min(scripts, key=lambda script: (situation.history.times_of(script.id, now)[-1:], script.id), default=None)
