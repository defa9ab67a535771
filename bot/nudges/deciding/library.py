"""The scripts there are, arranged so that what holds for people who are alike is worked out once."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from bot.learners.models import NudgePreferences
from bot.nudges.choose import liking
from bot.nudges.deciding.eligibility import Traits, in_season, suits
from bot.nudges.deciding.policy import Current
from bot.nudges.deciding.timetable import plannable, window_for
from bot.nudges.deciding.window import Window
from bot.nudges.experiment.learning import Learning
from bot.nudges.models import Moment, Script
from bot.nudges.vocabulary import NEEDS_SILENCE

MOST_KINDS = 2_000
"""Kinds of people for whom a library remembers what suits them, and as many for a day."""


@dataclass(frozen=True)
class Library:
    """The current version of every script, and what was learned about choosing among them."""

    current: Mapping[str, Current]
    learning: Learning = field(default_factory=Learning)

    def live(self) -> Sequence[Script]:
        """Return the scripts that may be used."""
        return self._live

    def asked_again(self) -> Sequence[Script]:
        """Return those of them that ask something to remember."""
        return self._asked_again

    def suiting(self, traits: Traits, *, silent: bool) -> Mapping[Moment, Sequence[Script]]:
        """Return the scripts that suit such people, by when they fit: people are alike and scripts share a moment."""
        return self._suiting(traits, silent)

    def suiting_on(self, day: date, traits: Traits, wanted: NudgePreferences, *, silent: bool) -> Mapping[Window, Sequence[Script]]:
        """Return those of them that may come on ``day`` to who wants nudges like this, by the window in which they may."""
        return self._suiting_on(day, traits, wanted, silent)

    def likings(self, traits: Traits) -> Mapping[str, float]:
        """Return how well each of the scripts that may be used suits such people."""
        return self._likings(traits)

    def themes(self) -> Mapping[str, str]:
        """Return the theme of every script, archived ones too."""
        return self._themes

    def is_comeback(self, script_id: str) -> bool:
        """Whether the script is for people who were silent for a long time."""
        return script_id in self.current and NEEDS_SILENCE in self.current[script_id].script.needs

    @cached_property
    def _live(self) -> Sequence[Script]:
        return [one.script for one in self.current.values() if not one.archived]

    @cached_property
    def _asked_again(self) -> Sequence[Script]:
        return [script for script in self._live if script.right_answers]

    @cached_property
    def _themes(self) -> Mapping[str, str]:
        return {script_id: one.script.theme for script_id, one in self.current.items()}

    @cached_property
    def _suiting(self) -> Callable[[Traits, bool], Mapping[Moment, Sequence[Script]]]:
        return lru_cache(MOST_KINDS)(self._find_suiting)

    @cached_property
    def _suiting_on(self) -> Callable[[date, Traits, NudgePreferences, bool], Mapping[Window, Sequence[Script]]]:
        return lru_cache(MOST_KINDS)(self._find_suiting_on)

    @cached_property
    def _likings(self) -> Callable[[Traits], Mapping[str, float]]:
        return lru_cache(MOST_KINDS)(lambda traits: {script.id: liking(script, traits) for script in self._live})

    def _find_suiting(self, traits: Traits, silent: bool) -> Mapping[Moment, Sequence[Script]]:
        found: dict[Moment, list[Script]] = defaultdict(list)
        for script in self._live:
            if (NEEDS_SILENCE in script.needs) == silent and suits(script, traits):
                found[script.moment].append(script)
        return found

    def _find_suiting_on(self, day: date, traits: Traits, wanted: NudgePreferences, silent: bool) -> Mapping[Window, Sequence[Script]]:
        found: dict[Window, list[Script]] = defaultdict(list)
        for moment, scripts in self._suiting(traits, silent).items():
            window = window_for(wanted, moment)
            if window and in_season(moment, day) and plannable(day, wanted, moment):
                found[window] += scripts
        return found
