"""Picks how a response is worded for the person who reads it. Rasa's own way, apart from where the register comes from."""

from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

SLOT = "register"
"""Named in the conditions of data/dialogues. It is never set: the product keeps the register and sends it with every message."""
ORDINARY = "je"


class RegisterResponses(TemplatedNaturalLanguageGenerator):
    """Rasa's responses with conditions, in the register of the message that is answered."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,  # noqa: ANN401  # whatever the response is filled in with
    ) -> "dict[str, Any] | None":
        """Return the response; an action that changed the register in this turn says so with ``register``."""
        register = kwargs.pop(SLOT, None) or register_of(tracker)
        return self.generate_from_slots(utter_action, {**tracker.current_slot_values(), SLOT: register}, output_channel, **kwargs)


def register_of(tracker: DialogueStateTracker) -> str:
    """Return the register that came with the latest message."""
    message = tracker.latest_message
    return str(((message and message.metadata) or {}).get(SLOT) or ORDINARY)
