"""What the fake Telegram remembers: chats, messages, waiting updates, planned trouble and every call of the bot."""

import itertools
import threading
import time
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]

BOT: Json = {"id": 4242, "is_bot": True, "first_name": "Duwtje", "username": "duwtje_test_bot"}


class ApiError(Exception):
    """The Bot API says no."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class ShownMessage:
    """A message as the person sees it now."""

    chat: int
    message_id: int
    text: str
    from_bot: bool
    keyboard: list[list[Json]] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        return [button["text"] for row in self.keyboard for button in row]

    def as_update(self) -> Json:
        """The message as the Bot API writes it."""
        person = person_of(self.chat)
        message: Json = {
            "message_id": self.message_id,
            "from": BOT if self.from_bot else person,
            "chat": {"id": self.chat, "type": "private", "first_name": person["first_name"], "username": person["username"]},
            "date": int(time.time()),
            "text": self.text,
        }
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": self.keyboard}
        return message


@dataclass(frozen=True)
class Call:
    """One call of the bot, with the HTTP status it got; 0 is no answer."""

    method: str
    parameters: Json
    at: float
    """Seconds on a clock that never jumps."""
    status: int


@dataclass
class Trouble:
    """What will go wrong, and how often still."""

    kind: str
    """too_many, blocked, refused, broken, gateway, hang or drop."""
    method: str
    chat: int | None
    times: int
    retry_after: int
    arrives: bool
    """Whether a call that gets no answer does its work all the same."""
    after: int
    """How many calls go well first."""


class State:
    """Everything, guarded by one condition that is notified of each change."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.changed = threading.Condition()
        self.closed = False
        self.updates: list[Json] = []
        self.old_updates: dict[int, Json] = {}
        self.allowed_updates: list[str] = []
        self.messages: list[ShownMessage] = []
        self.calls: list[Call] = []
        self.troubles: list[Trouble] = []
        self.known_chats: set[int] = set()
        self.blocked_chats: set[int] = set()
        self.open_queries: dict[str, int] = {}
        self.commands: list[Json] = []
        self.webhook: Json = {"url": "", "pending_update_count": 0}
        self.webhook_secret = ""
        self.polls = 0
        self.update_ids = itertools.count(700_000_001)
        self.message_ids = itertools.count(1)
        self.query_ids = itertools.count(90_001)

    def add_update(self, kind: str, content: Json) -> int:
        """Queue an update for the bot; returns its id."""
        with self.changed:
            update_id = next(self.update_ids)
            update = {"update_id": update_id, kind: content}
            self.old_updates[update_id] = update
            if not self.allowed_updates or kind in self.allowed_updates:
                self.updates.append(update)
            self.changed.notify_all()
            return update_id

    def record(self, call: Call) -> None:
        with self.changed:
            self.calls.append(call)
            self.changed.notify_all()

    def next_trouble(self, method: str, chat: int | None) -> Trouble | None:
        with self.changed:
            for trouble in self.troubles:
                if not trouble.times or trouble.method != method or trouble.chat not in (None, chat):
                    continue
                if trouble.after:
                    trouble.after -= 1
                    continue
                trouble.times -= 1
                return trouble
            return None

    def message(self, chat: int, message_id: int) -> ShownMessage:
        for message in self.messages:
            if (message.chat, message.message_id) == (chat, message_id):
                return message
        raise ApiError(400, "Bad Request: message to edit not found")

    def close(self) -> None:
        with self.changed:
            self.closed = True
            self.changed.notify_all()


def person_of(chat: int) -> Json:
    """Who writes in a private chat. The names must turn up nowhere in the product."""
    return {"id": chat, "is_bot": False, "first_name": f"Voornaam{chat}", "username": f"gebruiker{chat}", "language_code": "nl"}


def plain(value: object) -> object:
    """Turn the values above into what JSON can hold."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return asdict(value) if isinstance(value, ShownMessage | Call | Trouble) else value
