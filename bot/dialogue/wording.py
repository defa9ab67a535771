"""Puts what we know about a person, and about their nudges, into words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from bot.language.saying.dates import Dates
from bot.language.saying.texts import Texts
from bot.language.saying.turning import turned
from bot.language.when.rhythm import Rhythm
from bot.learners.hours import Hours
from bot.learners.models import Group, Learner, NudgePreferences, NudgeState
from bot.learners.ports import Standing
from bot.learners.rights import Overview
from bot.learners.working import AT_WORK
from bot.nudges.asking.looking import NextNudge, Why, WhyNot, WhyReminder
from bot.nudges.deciding.shifts import own_hours, told_hours
from bot.nudges.deciding.timetable import window_for
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.models import Moment, Occasion
from bot.nudges.vocabulary import NEEDS_PLAN, NEEDS_SILENCE
from bot.registers import Register
from bot.workday import DAY

DAWN = DAY + 3 * 60
"""Who works on past this minute after midnight worked at night, and sleeps in the morning."""
MOST_TOLD = 3
"""Reminders that are told one by one."""
Label = Callable[[str], str]
"""From an interest tag to its Dutch label."""


class Wording:
    """Writes short texts; looks nothing up."""

    def __init__(self, texts: Texts, label: Label) -> None:
        self._texts = texts
        self._dates = Dates(texts)
        self._label = label

    def speaking(self, register: Register) -> "Wording":
        """Return the same, worded for ``register``."""
        return Wording(self._texts.speaking(register), self._label)

    def overview(self, known: Overview) -> str:
        """Return what we know, one sentence a line."""
        return "\n".join([self._texts("overview_intro"), *self._lines(known)])

    def pause_done(self, nudges: NudgePreferences, *, usual: bool = False) -> str:
        """Return until when it is quiet; ``usual`` is when they did not say how long."""
        assert nudges.paused_until is not None
        return self._texts("pause_done" if usual else "pause_done_until", until=self._dates.day(nudges.paused_until))

    def pause_guessed(self, end: datetime) -> str:
        """Return the question whether it has to be quiet until ``end``."""
        return self._texts("pause_guessed", until=self._dates.day(end))

    def next_nudge(self, following: NextNudge) -> str:
        """Return when the next nudge comes; they are not off."""
        if following.at:
            return self._texts("next_at", day=self._dates.day(following.at), time=self._dates.time(following.at))
        if following.state is NudgeState.ON:
            return self._texts("next_unknown")
        until = following.paused_until
        return self._texts("next_paused", day=self._dates.day(until)) if until else self._texts("next_paused_open")

    def why(self, why: Why | WhyReminder | None, why_not: WhyNot | None) -> list[str]:
        """Return why the latest nudge or reminder came and why none came after it, as far as there is something to tell.

        "Waarom kreeg ik dit" and "waarom kreeg ik niets" are understood as one question: what came is answered first.
        """
        told = [self._why(why)] if why else []
        if why_not and f"why_not_{why_not.reason}" in self._texts:
            told.append(self._why_not(why_not))
        return told or [self._texts("why_none")]

    def _why(self, why: Why | WhyReminder) -> str:
        if isinstance(why, WhyReminder):
            return self._texts(
                "why_reminder", asked=self._dates.day(why.asked_at), day=self._dates.day(why.due_at), time=self._dates.time(why.due_at)
            )
        return " ".join([self._because(why), *self._chosen(why)])

    def _because(self, why: Why) -> str:
        since = self._texts("why_since", day=self._dates.day(why.since)) if why.since else ""
        special = _special(why)
        if special:
            return self._texts(special, since=since)
        if why.interest:
            return self._texts("why_interest", since=since, days=why.every_days, interest=self._label(why.interest))
        own = next((key for holds, key in self._own_reasons(why) if holds), None)
        return self._texts(own or "why_plain", since=since, days=why.every_days)

    def _own_reasons(self, why: Why) -> Iterator[tuple[bool, str]]:
        yield why.barrier is not None, f"why_barrier_{why.barrier}"
        yield why.group, "why_group"
        yield why.season, "why_season"

    def _chosen(self, why: Why) -> Iterator[str]:
        if why.chosen_by is not None:
            yield self._texts("why_chosen_learned" if why.chosen_by is ChosenBy.LEARNED else "why_chosen_lot")
        if why.takes_part is False:
            yield self._texts("why_left_since" if why.chosen_by else "why_outside_experiment")
        elif why.takes_part and why.chosen_by:
            yield self._texts("why_experiment")

    def work_kept(self, learner: Learner) -> str:
        """Return what we know now about somebody's work and age, and the words that make us forget it."""
        told = self._work(learner.groups, learner.nudges)
        forget = "work_forget_age" if learner.groups <= {Group.ZESTIG_PLUS} else "work_forget_work"
        if not told:
            return self._texts("work_changed")
        kept = self._texts("work_kept", told=told, forget=self._texts(forget))
        return " ".join([kept, *self._then(learner.nudges)]) if learner.nudges.hours else kept

    def hours(self, nudges: NudgePreferences) -> str:
        """Return which hours we know, what they mean for nudges, and how to change them."""
        told = ", ".join(self._hours(nudges))
        return " ".join([self._texts("hours_known", told=told), *self._then(nudges), self._texts("hours_change")])

    def _hours(self, nudges: NudgePreferences) -> Iterator[str]:
        if nudges.shift and own_hours(nudges) is None:
            yield self._texts(f"work_shift_{nudges.shift}")
        for one in nudges.hours:
            yield self._texts(f"work_hours_{one.shift or 'dag'}", start=self._dates.clock(one.start), end=self._dates.clock(one.end))

    def _then(self, nudges: NudgePreferences) -> Iterator[str]:
        """Say when nudges come with such hours, and why then."""
        if nudges.state not in (NudgeState.ON, NudgeState.PAUSED) or not told_hours(nudges):
            return
        window, own = window_for(nudges, Moment()), own_hours(nudges)
        if window is None:
            yield self._texts("hours_then_never")
        else:
            why = _why_then(own) if own and window.start < own.start else ""
            yield self._texts(f"hours_then{why}", start=self._dates.clock(window.start), end=self._dates.clock(window.end))

    def _work(self, groups: frozenset[Group], nudges: NudgePreferences) -> str:
        # Whoever has a special kind of work, or shifts, has work: that goes without saying.
        special = bool(groups & AT_WORK - {Group.WERKEND}) or told_hours(nudges)
        told = [f"work_group_{group}" for group in Group if group in groups and not (special and group is Group.WERKEND)]
        return ", ".join([*map(self._texts, told), *self._hours(nudges)])

    def _why_not(self, why: WhyNot) -> str:
        return self._texts("why_not", day=self._dates.day(why.due_at), because=self._texts(f"why_not_{why.reason}"))

    def _lines(self, known: Overview) -> Iterator[str]:
        yield (
            self._texts("overview_wish", wish=turned(known.wish, known.manner.register)) if known.wish else self._texts("overview_no_wish")
        )
        if known.interests:
            yield self._texts("overview_interests", interests=", ".join(map(self._label, known.interests)))
        if told := self._work(known.groups, known.nudges):
            yield self._texts("overview_work", told=told)
        if known.barrier:
            yield self._texts(f"overview_barrier_{known.barrier}")
        if known.place:
            yield self._texts("overview_place", place=known.place)
        if known.plan:
            yield self._texts("overview_plan", title=known.plan.item_title, moment=known.plan.moment)
        if known.log_lines:
            yield self._texts("overview_log", count=known.log_lines)
        if known.reminders:
            yield self._texts("overview_reminders", told="; ".join(self._reminders(known.reminders)))
        yield self._texts(f"overview_nudges_{known.nudges.state}", days=known.nudges.every_days)
        yield self._texts(f"overview_manner_{known.manner.register}")
        yield self._texts("overview_since", day=self._dates.day(known.known_since))

    def _reminders(self, reminders: Sequence[Standing]) -> Iterator[str]:
        for one in reminders[:MOST_TOLD]:
            day = self._dates.rhythm(one.rhythm, one.due_at) if isinstance(one.rhythm, Rhythm) else self._dates.day(one.due_at)
            yield self._texts("overview_reminder", text=one.text, day=day, time=self._dates.time(one.due_at))
        if len(reminders) > MOST_TOLD:
            yield self._texts("overview_more_reminders", count=len(reminders) - MOST_TOLD)


def _why_then(own: Hours) -> str:
    """Return for which reason a nudge comes before work and not after it."""
    return "_night" if own.ends >= DAWN else "_late"


def _special(why: Why) -> str | None:
    """Return the text for a nudge that came for more than the rhythm and a topic."""
    if why.asked_for:
        return "why_asked_for"
    if why.occasion is Occasion.BY_HAND:
        return "why_by_hand"
    if why.occasion.is_extra:
        return "why_follow_up" if why.occasion is Occasion.FOLLOW_UP else "why_practice"
    return next((text for need, text in ((NEEDS_SILENCE, "why_silence"), (NEEDS_PLAN, "why_plan")) if need in why.needs), None)
