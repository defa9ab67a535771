"""Reads what Telegram tells us. Names, user names and photos of people are never looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, ChatMemberUpdated, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.messages import Address, Incoming

CHANNEL = "telegram"
WANTED = ("message", "callback_query", "my_chat_member")
"""The kinds of updates we ask Telegram for."""

_LISTENING = ("voice", "audio", "video_note")
_LOOKING = ("photo", "sticker", "video", "animation", "story")
_OTHER = ("document", "contact", "location", "venue", "poll", "dice", "game", "checklist")

Commands = Mapping[str, str]
"""A command without its slash → the words it stands for."""


@dataclass(frozen=True)
class Said:
    """A person typed something."""

    incoming: Incoming


@dataclass(frozen=True)
class Pressed:
    """A person pressed a button below one of our messages."""

    incoming: Incoming
    query: str
    """Telegram's id of the press; the button keeps its spinner until it is answered."""
    message_id: int
    text: str | None
    """Of the message; None when Telegram no longer shows it to us."""
    title: str | None
    """Of the button."""


@dataclass(frozen=True)
class Unreadable:
    """A person sent something without words."""

    address: Address
    kind: str
    """voice, picture or other."""


@dataclass(frozen=True)
class Left:
    """A person blocked the bot."""

    address: Address


@dataclass(frozen=True)
class Returned:
    """A person lifted the block, or opened the bot for the first time."""

    address: Address


Event = Said | Pressed | Unreadable | Left | Returned


def read_update(update: Update, received_at: datetime, commands: Commands) -> Event | None:
    """Return what happened in a private chat; None for everything that does not concern us."""
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        return None
    address = Address(CHANNEL, str(chat.id))
    if update.message:
        text = _words(update.message, commands)
        return Said(Incoming(address, str(update.update_id), received_at, text=text)) if text else _unreadable(update.message, address)
    if update.callback_query:
        return _pressed(update.callback_query, update.update_id, address, received_at)
    if update.my_chat_member:
        return _membership(update.my_chat_member, address)
    return None


def _words(message: Message, commands: Commands) -> str | None:
    """What was typed, or written below a picture; a known command becomes the words it stands for."""
    text = message.text or message.caption
    if not text or not text.startswith("/"):
        return text
    # "/start@duwtje_bot place-7": the bot's name and whatever a link brought along are dropped.
    command = text[1:].split(maxsplit=1)[0].partition("@")[0] if text[1:].strip() else ""
    return commands.get(command.lower(), text)


def _unreadable(message: Message, address: Address) -> Unreadable | None:
    for kind, contents in (("voice", _LISTENING), ("picture", _LOOKING), ("other", _OTHER)):
        if any(getattr(message, content) for content in contents):
            return Unreadable(address, kind)
    return None


def _pressed(query: CallbackQuery, update_id: int, address: Address, received_at: datetime) -> Pressed | None:
    if not query.data or not query.message:
        return None
    message = query.message if isinstance(query.message, Message) else None
    return Pressed(
        Incoming(address, str(update_id), received_at, choice=query.data),
        query=query.id,
        message_id=query.message.message_id,
        text=message.text if message else None,
        title=_title(message.reply_markup, query.data) if message else None,
    )


def _title(keyboard: InlineKeyboardMarkup | None, data: str) -> str | None:
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    return next((button.text for button in buttons if button.callback_data == data), None)


def _membership(change: ChatMemberUpdated, address: Address) -> Event | None:
    match change.new_chat_member.status:
        case ChatMemberStatus.BANNED | ChatMemberStatus.LEFT:
            return Left(address)
        case ChatMemberStatus.MEMBER:
            return Returned(address)
        case _:
            return None
