"""Talks by lot, in the engine's environment: whatever can happen in a conversation, in any order, and how Rasa sees it."""

import hashlib
import json
import random
from collections.abc import Iterator
from typing import Any

from rasa.core.agent import Agent
from rasa.core.policies.policy import Policy
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

TALKS, LENGTH = 40, 60
HAPPENS: list[dict[str, Any]] = [
    *({"event": "action", "name": name} for name in ("action_listen", "wish_form", "plan_form", "action_keep_wish", "action_say")),
    *({"event": "user", "text": name, "parse_data": {"intent": {"name": name}}} for name in ("give_wish", "affirm", "ask_price")),
    {"event": "user", "text": "2", "parse_data": {"intent": {"name": "pick_option"}, "entities": [{"entity": "ordinal", "value": "2"}]}},
    *({"event": "active_loop", "name": name} for name in ("wish_form", "plan_form", None)),
    {"event": "loop_interrupted", "is_interrupted": True},
    {"event": "action_execution_rejected", "name": "wish_form"},
    {"event": "user_featurization", "use_text_for_featurization": False},
    {"event": "slot", "name": "requested_slot", "value": "interest"},
    {"event": "slot", "name": "shown", "value": ["a", "b"]},
    {"event": "followup", "name": "action_say"},
    {"event": "bot", "text": "hoi"},
]
UNDOES: list[dict[str, Any]] = [{"event": name} for name in ("undo", "rewind", "restart", "session_started", "reset_slots")]


def talks(domain: Domain) -> Iterator[Iterator[DialogueStateTracker]]:
    """Yield talks; each yields its tracker after every event."""
    lot = random.Random(7)  # noqa: S311  # the same talks every time
    for _ in range(TALKS):
        yield _talk(domain, [_told(lot) for _ in range(LENGTH)])


def _told(lot: random.Random) -> dict[str, Any]:
    told = lot.choice(UNDOES if lot.random() < 0.03 else HAPPENS)
    return {**told, "hide_rule_turn": lot.random() < 0.5} if told["event"] == "action" else told


def _talk(domain: Domain, told: list[dict[str, Any]]) -> Iterator[DialogueStateTracker]:
    tracker = DialogueStateTracker("k", domain.slots)
    for each in told:
        tracker.update(Event.from_parameters(each), domain)
        yield tracker


def seen_by_policies(agent: Agent) -> list[str]:
    """Return what the policies see after every event of every talk, a digest for each talk."""
    nodes = agent.processor.graph_runner._instantiated_nodes
    policies = [node._component for name, node in nodes.items() if name.endswith(("MemoizationPolicy0", "RulePolicy1"))]
    rule_only = nodes["rule_only_data_provider"]._component.provide()
    assert len(policies) == 2

    def seen(tracker: DialogueStateTracker) -> list[object]:
        asked = [_asked(policy, tracker, agent.domain, text, rule_only) for policy in policies for text in (True, False)]
        return [*asked, [event.as_dict() for event in tracker.applied_events()]]

    digests = []
    for talk in talks(agent.domain):
        lines = (json.dumps(_timeless(seen(tracker)), sort_keys=True) for tracker in talk)
        digests.append(hashlib.sha256("\n".join(lines).encode()).hexdigest())
    return digests


def _asked(policy: Policy, tracker: DialogueStateTracker, domain: Domain, text: bool, rule_only: dict[str, Any]) -> object:
    try:
        return policy._prediction_states(tracker, domain, text, rule_only)
    except IndexError:
        return "nothing to see"  # Rasa does not expect a talk of which every turn is hidden


def _timeless(seen: list[Any]) -> list[Any]:
    *states, events = seen
    return [*states, [{name: value for name, value in event.items() if name not in ("timestamp", "message_id")} for event in events]]


def kinds_of_events() -> list[list[bool]]:
    """Return of which kinds each event is."""
    from rasa.shared.utils.common import all_subclasses

    kinds = sorted({Event, *all_subclasses(Event)}, key=lambda kind: kind.__name__)
    made = [Event.from_parameters(told) for told in [*HAPPENS, *UNDOES]]
    return [[isinstance(each, kind) for kind in kinds] for each in [*made, None, {}]]


def replayed(domain: Domain) -> list[int]:
    """Return how many events are replayed for a short talk, when two more follow, when nothing did, and when the last is undone."""
    count = 0
    update = DialogueStateTracker.update

    def counted(self: DialogueStateTracker, event: Event, domain: Domain | None = None) -> None:
        nonlocal count
        count += 1
        update(self, event, domain)

    def counts(names: list[str]) -> int:
        nonlocal count
        for each in (told for name in names for told in [*HAPPENS, *UNDOES] if name in (told.get("name"), told.get("text"), told["event"])):
            tracker.update(Event.from_parameters(each), domain)
        count = 0
        tracker.past_states(domain)
        return count

    tracker = DialogueStateTracker("k", domain.slots)
    DialogueStateTracker.update = counted
    try:
        return [counts(names) for names in (["action_listen", "affirm", "action_keep_wish"], ["hoi", "action_listen"], [], ["undo"])]
    finally:
        DialogueStateTracker.update = update
