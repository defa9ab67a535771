"""To choose a next action Rasa replays the whole conversation, three times over, to see how things stood before each action.

What happened stays as it was: it is kept with the conversation in memory, and only what is new is replayed. A long talk is then
answered as quickly as a short one. When something is undone, as a form does with its own steps, all is replayed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any

from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker

Active = Callable[[Domain, DialogueStateTracker], State]


@dataclass(frozen=True)
class Moment:
    """How things stood before an action: what Rasa asks a tracker for that stopped there."""

    state: State
    latest_action: dict[str, str] | None
    latest_action_name: str | None
    active_loop_name: str | None
    followup_action: str | None


class Moments:
    """All moments of one conversation, in the order of its events. Rasa takes it for the tracker whose history it walks."""

    def __init__(self, tracker: DialogueStateTracker, domain: Domain, active: Active) -> None:
        self.domain = domain
        self._active = active
        self._tracker = tracker.init_copy()
        self._events: list[Event] = []
        self._past: list[tuple[Moment, bool]] = []

    def lead_to(self, events: Sequence[Event]) -> bool:
        """Whether ``events`` begin with all that was replayed."""
        return _begins(events, self._events)

    def go_on(self, events: Sequence[Event]) -> None:
        """Replay what is new in ``events``."""
        for event in events[len(self._events) :]:
            if isinstance(event, ActionExecuted):
                self._past.append((self._now(), event.hide_rule_turn))
            self._tracker.update(event)
            self._events.append(event)

    def generate_all_prior_trackers(self) -> Iterator[tuple[Moment, bool]]:
        """Yield the moment before each action with whether stories hide it, and this moment."""
        yield from self._past
        yield self._now(), False

    def _now(self) -> Moment:
        now = self._tracker
        state = self._active(self.domain, now)
        return Moment(state, now.latest_action, now.latest_action_name, now.active_loop_name, now.followup_action)


def apply() -> None:
    """Keep moments, and the events that count, with each tracker that is asked for them."""
    states, active, applied = Domain.states_for_tracker_history, Domain.get_active_state, DialogueStateTracker.applied_events

    def states_from_moments(
        self: Domain,
        tracker: DialogueStateTracker,
        omit_unset_slots: bool = False,
        ignore_rule_only_turns: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        if omit_unset_slots:
            return states(self, tracker, omit_unset_slots, ignore_rule_only_turns, rule_only_data)
        events = tracker.applied_events()
        kept: Moments | None = vars(tracker).get("kept_moments")
        if kept is None or kept.domain is not self or not kept.lead_to(events):
            kept = tracker.kept_moments = Moments(tracker, self, active)
        kept.go_on(events)
        return states(self, kept, omit_unset_slots, ignore_rule_only_turns, rule_only_data)

    def active_state(self: Domain, tracker: DialogueStateTracker | Moment, omit_unset_slots: bool = False) -> State:
        if isinstance(tracker, Moment):
            # Whoever asks for it changes it.
            return {part: dict(values) for part, values in tracker.state.items()}
        return active(self, tracker, omit_unset_slots)

    def events_that_count(self: DialogueStateTracker) -> list[Event]:
        events = list(self.events)
        seen, counted = vars(self).get("kept_applied", ((), ()))
        if len(seen) != len(events) or not _begins(events, seen):
            counted = applied(self)
            self.kept_applied = events, counted
        return list(counted)

    Domain.states_for_tracker_history = states_from_moments
    Domain.get_active_state = active_state
    DialogueStateTracker.applied_events = events_that_count


def _begins(events: Sequence[Event], first: Sequence[Event]) -> bool:
    return len(first) <= len(events) and all(map(is_, first, events))
