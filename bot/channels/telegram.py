"""Speaking on Telegram."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from datetime import datetime, timedelta
from functools import partial

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import MessageLimit
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.background import BackgroundLoop
from bot.channels.splitting import split
from bot.clock import Clock
from bot.errors import DeliveryError, OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Address, Choice, Outgoing
from bot.metrics import LANE_WAIT
from bot.turns import Turns

PATIENCE = timedelta(seconds=3)
"""How long a sender waits for its turn before it is told to come back later."""
SOON = timedelta(seconds=5)
"""When to try again at the earliest after Telegram could not be reached or failed; whoever counts the tries waits longer each time."""
AFTER_REPAIR = timedelta(minutes=5)
"""When to try again after Telegram refused our token: an operator has to act first."""

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid")

Pause = Callable[[float], None]


class TelegramChannel:
    """Implements ``bot.messages.Channel`` over the Bot API. Safe to use from several threads."""

    reads_store = False

    def __init__(
        self,
        token: str,
        api_base: str,
        clock: Clock,
        lanes: Turns,
        *,
        pause: Pause = time.sleep,
        answer_within: float = 20,
    ) -> None:
        """Prepare without connecting. After ``answer_within`` seconds of silence from Telegram an outcome is unknown."""
        self._open_line = partial(_Line, token, api_base.rstrip("/"), answer_within)
        self._clock = clock
        self._lanes = lanes
        self._pause = pause
        self._line: _Line | None = None
        self._opening = threading.Lock()

    def await_turn(self, address: Address, *, bulk: bool) -> None:
        """Wait up to ``PATIENCE`` for a turn; raises TryLater, or Refused for what is no chat."""
        self._await_turn(str(_chat(address)), bulk=bulk)

    def send(self, address: Address, message: Outgoing) -> None:
        """Deliver ``message`` with its choices as buttons below the last part of its text.

        A long text goes in parts, each after the first in a turn of its own. Raises TryLater, Refused, RecipientGone or OutcomeUnknown.
        """
        chat = _chat(address)
        parts = split(message.text, MessageLimit.MAX_TEXT_LENGTH)
        for number, text in enumerate(parts, start=1):
            try:
                if number > 1:
                    self._await_turn(str(chat), bulk=message.bulk)
                choices = message.choices if number == len(parts) else ()
                self._ask(chat, partial(_Line.send, chat=chat, text=text, choices=choices), bulk=message.bulk)
            except RecipientGone:
                raise
            except DeliveryError as error:
                if number == 1:
                    raise
                # "Certainly not sent" would no longer be true.
                raise OutcomeUnknown(f"part {number} of {len(parts)} failed") from error

    def close_keyboard(self, address: Address, message_id: int, new_text: str | None) -> None:
        """Take the buttons of a message away and show ``new_text``, where it fits, in place of its text.

        May wait for all else, and takes a turn of its own as what is sent does. Raises what ``await_turn`` and ``send`` raise.
        """
        chat = _chat(address)
        self._await_turn(str(chat), bulk=True)
        self._ask(chat, partial(_Line.close_keyboard, chat=chat, message_id=message_id, new_text=new_text), bulk=True)

    def close(self) -> None:
        """Give back connections and thread; a later ``send`` opens them again."""
        with self._opening:
            line, self._line = self._line, None
        if line:
            line.close()

    def _ask(self, chat: int, act: Callable[["_Line"], None], *, bulk: bool) -> None:
        try:
            act(self._opened())
        except RetryAfter as error:
            until = self._clock() + _seconds(error.retry_after)
            # Only what may wait is held back everywhere: a reply to somebody else is worth the try.
            self._lanes.hold(str(chat), until, bulk=bulk)
            raise TryLater(until, "Telegram asked to wait", tried=False) from error
        except TelegramError as error:
            raise _judged(error, self._clock()) from error
        except CancelledError as error:
            raise OutcomeUnknown("closed while sending") from error

    def _await_turn(self, chat: str, *, bulk: bool) -> None:
        began = self._clock()
        while True:
            turn = self._lanes.take(chat, bulk=bulk)
            if not turn.taken and turn.at > began + PATIENCE:
                raise TryLater(turn.at, "no turn yet", tried=False)
            self._pause(max(0.0, (turn.at - self._clock()).total_seconds()))
            if turn.taken:
                LANE_WAIT.labels("bulk" if bulk else "reply").observe(max(0.0, (self._clock() - began).total_seconds()))
                return

    def _opened(self) -> "_Line":
        with self._opening:
            if self._line is None:
                self._line = self._open_line()
            return self._line


class _Line:
    """An open connection to the Bot API, with the event loop it lives on."""

    def __init__(self, token: str, api_base: str, answer_within: float) -> None:
        self._request = HTTPXRequest(connect_timeout=5, read_timeout=answer_within, write_timeout=10, pool_timeout=5)
        self._bot = Bot(token, base_url=f"{api_base}/bot", request=self._request, get_updates_request=self._request)
        self._loop = BackgroundLoop("telegram")

    def send(self, chat: int, text: str, choices: Sequence[Choice]) -> None:
        self._loop.run(
            # Without a parse mode nothing in the text is taken for markup.
            self._bot.send_message(chat, text, reply_markup=_keyboard(choices), link_preview_options=_NO_PREVIEW)
        )

    def close_keyboard(self, chat: int, message_id: int, new_text: str | None) -> None:
        if new_text and len(new_text.encode("utf-16-le")) <= 2 * MessageLimit.MAX_TEXT_LENGTH:
            edit = self._bot.edit_message_text(new_text, chat_id=chat, message_id=message_id, link_preview_options=_NO_PREVIEW)
        else:
            edit = self._bot.edit_message_reply_markup(chat_id=chat, message_id=message_id)
        self._loop.run(edit)

    def close(self) -> None:
        self._loop.run(self._request.shutdown())
        self._loop.close()


def _chat(address: Address) -> int:
    try:
        return int(address.value)
    except ValueError as error:
        raise Refused("not a Telegram chat") from error


def _keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    if not choices:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(choice.title, callback_data=choice.id)] for choice in choices])


def _judged(error: TelegramError, now: datetime) -> DeliveryError:
    """What a failed call means for the message: not sent yet, never, or who knows."""
    if isinstance(error, Forbidden):
        return RecipientGone(error.message)
    if isinstance(error, InvalidToken):
        return TryLater(now + AFTER_REPAIR, "Telegram refused the token")
    if isinstance(error, BadRequest):
        gone = any(phrase in error.message.lower() for phrase in _NOBODY_THERE)
        return RecipientGone(error.message) if gone else Refused(error.message)
    if isinstance(error.__cause__, _NOT_SENT) or _is_answer(error):
        return TryLater(now + SOON, error.message)
    return OutcomeUnknown(error.message)


def _is_answer(error: TelegramError) -> bool:
    """Whether Telegram itself answered with an error, so that it did not send the message."""
    return isinstance(error, NetworkError) and (error.__cause__ is None or isinstance(error.__cause__, TelegramError))


def _seconds(wait: int | timedelta) -> timedelta:
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
