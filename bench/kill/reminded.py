"""What became of every reminder that was asked for: our rows beside what Telegram received."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from bench.crowd import FIRST_CHAT, SECRET, learner_id
from bench.kill.people import words_for
from bench.kill.telegram import BadTelegram, Letter
from bot.conversation import Delivery, Direction
from bot.nudges.reminder import ReminderState
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import messages
from bot.store.tables.reminders import reminders


@dataclass(frozen=True)
class Reminded:
    """One number per question, and those that came again by id."""

    asked: int
    said: int
    held: int
    """Or taken away, by a stop or a pause."""
    lost: int
    """Due and not said, said and not in the conversation, in a series without a next one, or not arrived though nobody blocked us."""
    refused: int
    """Not arrived because the person blocked us."""
    again: Sequence[int]
    """Arrived once more after a time of which nobody knew whether it had arrived."""
    doubled: int
    """Arrived more often than that explains."""

    @property
    def is_clean(self) -> bool:
        """Whether each was said once, arrived and came again only when in doubt."""
        return not (self.lost or self.doubled)

    def numbers(self) -> Mapping[str, int]:
        """Return the numbers by what they say."""
        return {
            "reminders asked for": self.asked,
            "reminders said": self.said,
            "reminders held or taken away by a stop or a pause": self.held,
            "reminders to who blocked us": self.refused,
            "reminders lost": self.lost,
            "reminders that came again, the first time unclear": len(self.again),
            "reminders that came again without that": self.doubled,
        }


def judge(engine: Engine, telegram: BadTelegram, doubts: Counter[Letter], asked: Mapping[int, bool], now: datetime) -> Reminded:
    """Look at the reminders of who ``asked`` for one each, with whether they wanted silence since then.

    ``doubts`` is what a killed postman had handed over and not noted.
    """
    with engine.connect() as connection:
        cases = [_case(connection, person, is_silent=silent) for person, silent in asked.items()]
    fates = [_Fate(case, telegram, doubts, now) for case in cases]
    return Reminded(
        asked=len(fates),
        said=sum(bool(one.case.said) for one in fates),
        held=sum(one.is_held for one in fates),
        lost=sum(one.is_lost for one in fates),
        refused=sum(one.is_refused for one in fates),
        again=[one.case.rows[0].id for one in fates if 1 < one.times <= 1 + one.doubted],
        doubled=sum(one.times > 1 + one.doubted for one in fates),
    )


@dataclass(frozen=True)
class _Case:
    person: int
    is_silent: bool
    rows: Sequence[Row[Any]]
    """The reminder, and the next one of a series."""
    texts: Sequence[tuple[str, str]]
    """Text and delivery of what they were reminded by."""

    @property
    def chat(self) -> int:
        return FIRST_CHAT + self.person

    @property
    def said(self) -> Sequence[Row[Any]]:
        return [row for row in self.rows if row.state == ReminderState.SAID.value]

    def is_kept(self, now: datetime) -> bool:
        """Whether nothing is overdue, each was said once and a series goes on."""
        is_overdue = any(row.state == ReminderState.PLANNED.value and row.wake_at <= now for row in self.rows)
        goes_on = len(self.rows) - len(self.said) == 1 or not any(row.rhythm for row in self.said)
        return not is_overdue and len(self.texts) == len(self.said) and goes_on


class _Fate:
    """What became of one."""

    def __init__(self, case: _Case, telegram: BadTelegram, doubts: Counter[Letter], now: datetime) -> None:
        sent = {(case.chat, text) for text, _ in case.texts}
        has_blocked, has_failed = case.chat in telegram.blocked, all(delivery == Delivery.FAILED for _, delivery in case.texts)
        self.case = case
        self.times = sum(telegram.received[one] for one in sent)
        self.doubted = sum(telegram.unanswered[one] + doubts[one] for one in sent)
        self.is_held = not case.said and (case.is_silent or has_blocked)
        self.is_refused = bool(case.said) and not self.times and has_blocked and has_failed
        self.is_lost = not case.is_kept(now) or not (self.times or self.is_held or self.is_refused)


def _case(connection: Connection, person: int, *, is_silent: bool) -> _Case:
    rows = connection.execute(select(reminders).where(reminders.c.learner_id == learner_id(person)).order_by(reminders.c.id)).all()
    return _Case(
        person, is_silent, rows, [(text, delivery) for text, delivery in _said_to(connection, person) if words_for(person) in text]
    )


def _said_to(connection: Connection, person: int) -> Iterator[tuple[str, str]]:
    sealer = Sealer(SECRET)
    said = select(messages.c.text, messages.c.delivery).where(
        messages.c.learner_id == learner_id(person), messages.c.direction == Direction.OUT.value
    )
    return ((sealer.open(row.text), row.delivery) for row in connection.execute(said))
