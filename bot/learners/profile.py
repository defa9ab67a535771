"""What a person told about themselves. Everything is optional and can be changed or removed (P4, P10)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.clock import Clock
from bot.learners.changing import change
from bot.learners.consent import NUDGES, NUDGES_TEXT_VERSION
from bot.learners.models import EVERY_DAYS, MAX_INTERESTS, Barrier, DayPart, Learner, NudgePreferences, NudgeState
from bot.learners.ports import OpenLearnerWork
from bot.learners.redact import tidy
from bot.learners.working import Work, forgotten, told
from bot.registers import Asked


class ProfileService:
    """Changes a profile. Every method returns the learner as it became and raises UnknownLearner."""

    def __init__(self, open_work: OpenLearnerWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def set_wish(self, learner_id: str, text: str, interests: Iterable[str] = ()) -> Learner:
        """Keep the wish in the person's own words, with the topics that were heard in it."""
        return self._change(learner_id, lambda learner: replace(learner, wish=tidy(text) or None, interests=_few(interests)))

    def set_interests(self, learner_id: str, tags: Iterable[str]) -> Learner:
        """Replace the topics; the first ``MAX_INTERESTS`` count."""
        return self._change(learner_id, lambda learner: replace(learner, interests=_few(tags)))

    def remove_interest(self, learner_id: str, tag: str) -> Learner:
        """Forget one topic; nothing happens when it was not there."""
        return self._change(learner_id, lambda learner: replace(learner, interests=tuple(t for t in learner.interests if t != tag)))

    def set_place(self, learner_id: str, place: str | None) -> Learner:
        """Keep the name of a place, never an address; None forgets it."""
        return self._change(learner_id, lambda learner: replace(learner, place=tidy(place or "") or None))

    def choose_nudges(
        self, learner_id: str, *, every_days: int | None = None, part: DayPart | None = None, weekday: int | None = None
    ) -> Learner:
        """The person said a clear yes to nudges: switch them on and note the consent. None keeps a preference as it is."""

        def chosen(learner: Learner) -> Learner:
            rhythm = _rhythm(learner.nudges, every_days, part, weekday)
            return replace(learner, nudges=replace(rhythm, state=NudgeState.ON, paused_until=None))

        with self._open_work() as work:
            learner = change(work, learner_id, chosen)
            work.consents.give(learner_id, NUDGES, NUDGES_TEXT_VERSION, self._clock())
            return learner

    def set_rhythm(
        self, learner_id: str, *, every_days: int | None = None, part: DayPart | None = None, weekday: int | None = None
    ) -> Learner:
        """Change how often or when, without switching nudges on or off. None keeps a preference as it is.

        ``every_days`` outside ``EVERY_DAYS`` becomes the nearest allowed value: read back what it became.
        """
        return self._change(learner_id, lambda learner: replace(learner, nudges=_rhythm(learner.nudges, every_days, part, weekday)))

    def any_moment(self, learner_id: str) -> Learner:
        """Forget the preferred weekday and part of the day."""
        return self._change(learner_id, lambda learner: replace(learner, nudges=replace(learner.nudges, part=None, weekday=None)))

    def told_work(self, learner_id: str, work: Work) -> Learner:
        """Keep what the person says about their work or age; what was said last counts."""
        return self._change(learner_id, lambda learner: told(learner, work))

    def met_barrier(self, learner_id: str, barrier: Barrier) -> Learner:
        """Keep what the person says stands in the way; the latest counts."""
        return self._change(learner_id, lambda learner: replace(learner, barrier=barrier))

    def forget_work(self, learner_id: str) -> Learner:
        """Forget everything about work and age, and what stands in the way."""
        return self._change(learner_id, forgotten)

    def ask_manner(self, learner_id: str, wanted: Asked) -> Learner:
        """Speak as the person asks from now on."""
        return self._change(learner_id, lambda learner: replace(learner, manner=learner.manner.asked(wanted)))

    def heard_u(self, learner_id: str) -> Learner:
        """The person said *u*: say it back, unless they chose otherwise."""
        return self._change(learner_id, lambda learner: replace(learner, manner=learner.manner.heard_u()))

    def seemed_hard(self, learner_id: str) -> Learner:
        """Our words seem too hard: make them easy, unless the person asked for ordinary ones."""
        return self._change(learner_id, lambda learner: replace(learner, manner=learner.manner.seemed_hard()))

    def _change(self, learner_id: str, alter: Callable[[Learner], Learner]) -> Learner:
        with self._open_work() as work:
            return change(work, learner_id, alter)


def _few(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tags))[:MAX_INTERESTS]


def _rhythm(nudges: NudgePreferences, every_days: int | None, part: DayPart | None, weekday: int | None) -> NudgePreferences:
    return replace(
        nudges,
        every_days=nudges.every_days if every_days is None else min(max(every_days, EVERY_DAYS[0]), EVERY_DAYS[-1]),
        part=part or nudges.part,
        weekday=nudges.weekday if weekday is None else weekday,
    )
