"""The other side of the fake Telegram: what people do, what goes wrong, and what there is to see."""

from collections.abc import Callable

from tests.fakes.telegram_state import BOT, Call, Json, ShownMessage, State, Trouble, person_of

CONTROLS = ("says", "sends", "edits", "presses", "blocks", "unblocks", "repeats", "fails", "messages", "calls", "awaits", "webhook")
"""What may also be called over HTTP, as POST /control/<name>."""


class People:
    """People with a private chat each, named by the number of that chat."""

    def __init__(self, state: State) -> None:
        self.state = state

    def says(self, chat: int, text: str) -> int:
        """Somebody types ``text``; returns the id of the update."""
        return self.sends(chat, text=text)

    def sends(self, chat: int, chat_type: str = "private", **content: object) -> int:
        """Somebody sends something else, such as ``voice={…}``; returns the id of the update."""
        with self.state.changed:
            self.state.known_chats.add(chat)
            message = ShownMessage(chat, next(self.state.message_ids), str(content.get("text", "")), from_bot=False)
            self.state.messages.append(message)
            update = {key: value for key, value in message.as_update().items() if key != "text"} | content
            update["chat"]["type"] = chat_type
            if message.text.startswith("/"):
                update["entities"] = [{"type": "bot_command", "offset": 0, "length": len(message.text.split()[0])}]
            return self.state.add_update("message", update)

    def edits(self, chat: int, text: str) -> int:
        """Somebody changes their last message; returns the id of the update."""
        with self.state.changed:
            message = next(message for message in reversed(self.state.messages) if message.chat == chat and not message.from_bot)
            message.text = text
            return self.state.add_update("edited_message", message.as_update() | {"edit_date": message.as_update()["date"]})

    def presses(self, chat: int, title: str | None = None, data: str | None = None) -> int:
        """Somebody presses the newest button called ``title``, or forges a press with ``data``; returns the id of the update."""
        with self.state.changed:
            message = self._newest_with_button(chat, title)
            pressed = data or next(button["callback_data"] for row in message.keyboard for button in row if button["text"] == title)
            query = str(next(self.state.query_ids))
            self.state.open_queries[query] = chat
            content = {"id": query, "from": person_of(chat), "message": message.as_update(), "chat_instance": "1", "data": pressed}
            return self.state.add_update("callback_query", content)

    def blocks(self, chat: int) -> int:
        """Somebody blocks the bot; returns the id of the update."""
        return self._changes_membership(chat, old="member", new="kicked")

    def unblocks(self, chat: int) -> int:
        """Somebody lifts the block; returns the id of the update."""
        return self._changes_membership(chat, old="kicked", new="member")

    def repeats(self, update_id: int) -> None:
        """Telegram delivers an update once more."""
        with self.state.changed:
            self.state.updates.append(self.state.old_updates[update_id])
            self.state.changed.notify_all()

    def fails(
        self,
        kind: str,
        chat: int | None = None,
        method: str = "sendMessage",
        *,
        times: int = 1,
        after: int = 0,
        retry_after: int = 1,
        arrives: bool = False,
    ) -> None:
        """Plan trouble for ``times`` calls of ``method`` (in ``chat``), once ``after`` of them went well; kinds: see ``Trouble``."""
        with self.state.changed:
            self.state.troubles.append(Trouble(kind, method, chat, times, retry_after, arrives, after))

    def messages(self, chat: int) -> list[ShownMessage]:
        """What the bot said in this chat, as it looks now."""
        with self.state.changed:
            return [message for message in self.state.messages if message.chat == chat and message.from_bot]

    def calls(self, method: str | None = None) -> list[Call]:
        """Every call of the bot so far, long polls excepted until they end."""
        with self.state.changed:
            return [call for call in self.state.calls if method in (None, call.method)]

    def webhook(self) -> Json:
        """Where updates are delivered, and the last problem with it."""
        return dict(self.state.webhook)

    def awaits(self, chat: int, text: str, timeout: float = 60) -> ShownMessage:
        """Wait until the bot says something that contains ``text``; raises AssertionError after ``timeout`` seconds."""

        def found() -> ShownMessage | None:
            return next((message for message in self.messages(chat) if text in message.text), None)

        return self.until(found, timeout)

    def until[T](self, found: Callable[[], T | None], timeout: float | None = 60) -> T:
        """Wait until ``found`` returns something; it is asked again at each change here."""
        with self.state.changed:
            result = self.state.changed.wait_for(found, timeout)
        assert result, f"not within {timeout} s; the bot said: {[message.text for message in self.state.messages if message.from_bot]}"
        return result

    def _newest_with_button(self, chat: int, title: str | None) -> ShownMessage:
        for message in reversed(self.messages(chat)):
            if title is None or title in message.titles:
                return message
        raise AssertionError(f"no message with the button {title!r}")

    def _changes_membership(self, chat: int, *, old: str, new: str) -> int:
        with self.state.changed:
            (self.state.blocked_chats.add if new == "kicked" else self.state.blocked_chats.discard)(chat)
            person = person_of(chat)
            content = {
                "chat": {"id": chat, "type": "private", "first_name": person["first_name"]},
                "from": person,
                "date": 1_700_000_000,
                "old_chat_member": _membership(old),
                "new_chat_member": _membership(new),
            }
            return self.state.add_update("my_chat_member", content)


def _membership(status: str) -> Json:
    return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})
