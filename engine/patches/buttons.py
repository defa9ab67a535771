"""A pressed button arrives as ``/intent{...}``: there is nothing to understand.

Rasa sends it through the whole pipeline, spaCy, vectors and all, and only then replaces the result by what the button says.
"""

from __future__ import annotations

from typing import Any

from rasa.core.channels import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


def apply() -> None:
    """Read buttons at once; whatever is not plainly a button goes the long way."""
    original = MessageProcessor._parse_message_with_graph

    def parse(
        self: MessageProcessor, message: UserMessage, tracker: DialogueStateTracker, only_output_properties: bool = True
    ) -> dict[str, Any]:
        if (message.text or "").startswith(INTENT_MESSAGE_PREFIX):
            typed = Message({TEXT: message.text})
            read = YAMLStoryReader.unpack_regex_message(typed, self.domain, entity_extractor_name=RegexMessageHandler.__name__)
            if read is not typed:
                return read.as_dict(only_output_properties=only_output_properties)
        return original(self, message, tracker, only_output_properties)

    MessageProcessor._parse_message_with_graph = parse
