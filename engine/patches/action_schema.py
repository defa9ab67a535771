"""What an action answers is checked, but the description it is checked against is not checked again each time.

Rasa hands jsonschema the description anew after every action, and jsonschema then validates the description itself:
two thirds of the time of a turn. It then tries each event against all twenty kinds, though an event says which it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

Check = Callable[[Any], bool]


def apply() -> None:
    """Build the checks once; an answer that is wrong still gets Rasa's own error."""
    is_valid = checked_by(RemoteAction.action_response_format_spec())
    original = RemoteAction._validate_action_result

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        return is_valid(result) or original(self, result)

    RemoteAction._validate_action_result = validate


def checked_by(described: dict[str, Any]) -> Check:
    """Return a check that an answer is as ``described``, where each event is compared with its own kind only."""
    answer_properties = dict(described["properties"])
    events = answer_properties.pop("events")
    of_answer = _check({**described, "properties": answer_properties})
    of_event = _by_kind(events["items"])

    def is_valid(answer: Any) -> bool:  # noqa: ANN401  # whatever came
        given = answer.get("events", []) if isinstance(answer, dict) else None
        return isinstance(given, list) and of_answer(answer) and all(map(of_event, given))

    return is_valid


def _by_kind(described: dict[str, Any]) -> Check:
    kinds = {kind["properties"]["event"]["const"]: _check(kind) for kind in described["oneOf"]}
    of_any = _check({name: value for name, value in described.items() if name != "oneOf"})
    return lambda event: of_any(event) and event["event"] in kinds and kinds[event["event"]](event)


def _check(described: dict[str, Any]) -> Check:
    kind = validator_for(described)
    kind.check_schema(described)
    valid: Check = kind(described).is_valid
    return valid
