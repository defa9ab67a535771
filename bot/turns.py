"""Whose turn it is to send to a provider that allows only so much. Pure; who keeps the state is somebody else's business."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

LONGEST_QUEUE = timedelta(seconds=3)
"""How far ahead a turn is given out; further away, whoever asks is told to come back."""
TURN_BACK = timedelta(minutes=1)
"""A turn, of all or of a chat, that is further away than this remembers another clock: the machine's was set back."""
LONGEST_HOLD = timedelta(days=1)
"""The same for a silence that was asked for: providers ask for minutes, or for hours after a flood."""


@dataclass(frozen=True)
class Turn:
    """A moment to send at (``taken``), or only the moment to ask again."""

    at: datetime
    taken: bool


@dataclass(frozen=True)
class Lane:
    """What is given out already. All moments in UTC."""

    free_at: datetime
    """The next turn over all chats."""
    chat_free_at: datetime
    """The next turn of this chat."""
    chat_held_until: datetime
    """Until then the provider asked for silence in this chat."""
    bulk_held_until: datetime
    """Until then what may wait has to wait."""

    def next_turn(self, now: datetime, *, bulk: bool) -> Turn:
        """Return the turn for a message now. A reply queues for the next one; ``bulk`` only takes one that nobody queues for."""
        free_at = _believed(self.free_at, now, TURN_BACK)
        ready_at = max(_believed(self.chat_free_at, now, TURN_BACK), _believed(self.chat_held_until, now, LONGEST_HOLD))
        if bulk:
            ready_at = max(ready_at, _believed(self.bulk_held_until, now, LONGEST_HOLD))
        if ready_at > now:
            # Not queued for: a turn that is kept for one chat would be lost to all others.
            return Turn(ready_at, taken=False)
        ahead = timedelta() if bulk else LONGEST_QUEUE
        return Turn(free_at, taken=free_at - now <= ahead)


def _believed(moment: datetime, now: datetime, longest: timedelta) -> datetime:
    """Return ``moment``, or now when it is over or too far away to be of this clock."""
    return moment if now < moment <= now + longest else now


class Turns(Protocol):
    """Hands out turns, to one process or to several."""

    def take(self, chat: str, *, bulk: bool) -> Turn: ...
    def hold(self, chat: str, until: datetime, *, bulk: bool) -> None:
        """Give ``chat`` no turn before ``until``, and with ``bulk`` nothing that may wait either."""
