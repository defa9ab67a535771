"""What an action answers is checked, but the description it is checked against is not checked again each time.

Rasa hands jsonschema the description anew after every action, and jsonschema then validates the description itself:
two thirds of the time of a turn.
"""

from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def apply() -> None:
    """Build the validator once; an answer that is wrong still gets Rasa's own error."""
    described = RemoteAction.action_response_format_spec()
    kind = validator_for(described)
    kind.check_schema(described)
    is_valid = kind(described).is_valid
    original = RemoteAction._validate_action_result

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        return is_valid(result) or original(self, result)

    RemoteAction._validate_action_result = validate
