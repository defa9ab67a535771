"""A message that comes twice is handled once: the second time, what was said the first time is said again.

The product asks again when an answer takes too long, or when one of the two was killed. A turn is stored in one piece, so a
message is found in the conversation when it was handled, and only then. What is being handled goes on when nobody waits for
it any more, and keeps its lock: who asks again waits for that, and finds the answer.
"""

from __future__ import annotations

import asyncio
from itertools import takewhile
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

GIVEN = "message_id"
"""Where the metadata of a message has its id: of what a person did, and after a slash what the product makes of it."""

Messages = list[dict[str, Any]] | None


class HandledBefore(Exception):
    """The message was handled; holds what was said to it."""

    def __init__(self, said: list[BotUttered]) -> None:
        super().__init__()
        self.said = said


def apply() -> None:
    """Look before a message enters the conversation; a message without an id is always new."""
    hear, handle, take = MessageProcessor._handle_message_with_tracker, MessageProcessor.handle_message, Agent.handle_message

    async def hear_once(self: MessageProcessor, message: UserMessage, tracker: DialogueStateTracker) -> None:
        said = said_to(message.message_id, tracker)
        if said is not None:
            raise HandledBefore(said)
        await hear(self, message, tracker)

    async def handle_once(self: MessageProcessor, message: UserMessage) -> Messages:
        try:
            return await handle(self, message)
        except HandledBefore as before:
            for event in before.said:
                await message.output_channel.send_response(message.sender_id, event.message())
            return getattr(message.output_channel, "messages", None)

    async def take_to_the_end(self: Agent, message: UserMessage) -> Messages:
        message.message_id = (message.metadata or {}).pop(GIVEN, message.message_id)
        return await asyncio.shield(take(self, message))

    MessageProcessor._handle_message_with_tracker = hear_once
    MessageProcessor.handle_message = handle_once
    Agent.handle_message = take_to_the_end


def said_to(message_id: str, tracker: DialogueStateTracker) -> list[BotUttered] | None:
    """Return what was said to a message; None when it still has to be handled.

    Silence is the failure of an action, and the message is tried again; unless the product went on with the same thing after it.
    """
    after: list[Event] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered) and event.message_id == message_id:
            said = _said(after[::-1])
            return said if said or _goes_on(message_id, after[::-1]) else None
        after.append(event)
    return None


def _said(after: list[Event]) -> list[BotUttered]:
    turn = takewhile(lambda event: not _ends(event), after)
    return [event for event in turn if isinstance(event, BotUttered)]


def _ends(event: Event) -> bool:
    return isinstance(event, UserUttered) or (isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME)


def _goes_on(message_id: str, after: list[Event]) -> bool:
    following = next((event for event in after if isinstance(event, UserUttered)), None)
    return following is not None and _deed(following.message_id) == _deed(message_id)


def _deed(message_id: str) -> str:
    return message_id.partition("/")[0]
