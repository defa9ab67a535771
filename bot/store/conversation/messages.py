"""Messages and their buttons in the database. Text, titles and meanings are sealed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from bot.conversation import Delivery, Direction, Message, Said, Undelivered
from bot.messages import Button, Choice, Outgoing, Reply
from bot.store.conversation.choices import buttons_in, choices_under, key_and_place, row_of, titles_in
from bot.store.database.many import add_all
from bot.store.database.sealing import Sealer
from bot.store.database.upsert import insert_into
from bot.store.people.learner_lock import lock_learner
from bot.store.tables.conversation import PENDING, buttons, messages

AT_ONCE = 200
"""Conversations in one condition; SQLite limits how deep a condition may be."""


class SqlMessages:
    """Implements ``bot.dialogue.ports.Messages``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def add_in(self, learner_id: str, text: str, at: datetime) -> int:
        return self._add(learner_id, Direction.IN, text, at, None)

    def add_out(self, learner_id: str, reply: Reply, at: datetime, delivery: Delivery) -> Outgoing:
        message_id = self._add(learner_id, Direction.OUT, reply.text, at, delivery)
        if not reply.buttons:
            return Outgoing(message_id, reply.text)
        row = row_of(self._sealer, learner_id, message_id, reply.buttons, at)
        self._connection.execute(insert(buttons), row)
        return Outgoing(message_id, reply.text, choices_under(row["id"], [button.title for button in reply.buttons]))

    def add_out_all(self, letters: Sequence[tuple[str, Reply]], at: datetime, delivery: Delivery) -> None:
        if not letters:
            return
        said = [
            {"learner_id": learner_id, "direction": Direction.OUT, "text": self._sealer.seal(reply.text), "at": at, "delivery": delivery}
            for learner_id, reply in letters
        ]
        # One message each, so the person tells which: asking for the order of insertion makes it one statement per message on SQLite.
        added = add_all(self._connection, insert_into(self._connection.dialect.name, messages), said, messages.c.learner_id, messages.c.id)
        ids = dict(map(tuple, added))
        under = [row_of(self._sealer, learner_id, ids[learner_id], reply.buttons, at) for learner_id, reply in letters if reply.buttons]
        add_all(self._connection, insert_into(self._connection.dialect.name, buttons), under)

    def undelivered(self, learner_id: str) -> list[Undelivered]:
        theirs = select(messages).where(messages.c.learner_id == learner_id, PENDING)
        rows = self._connection.execute(theirs.order_by(messages.c.id)).all()
        choices = self._choices(row.id for row in rows)
        return [
            Undelivered(Outgoing(row.id, self._sealer.open(row.text), choices[row.id]), row.at, row.attempts, row.retry_at) for row in rows
        ]

    def learners_undelivered(self, now: datetime) -> list[str]:
        due = or_(messages.c.retry_at.is_(None), messages.c.retry_at <= now)
        query = select(messages.c.learner_id).where(PENDING, due).distinct()
        return list(self._connection.scalars(query))

    def mark(self, message_id: int, delivery: Delivery) -> None:
        self._connection.execute(update(messages).where(messages.c.id == message_id).values(delivery=delivery, retry_at=None))

    def retry(self, message_id: int, at: datetime, *, tried: bool) -> None:
        again = update(messages).where(messages.c.id == message_id)
        self._connection.execute(again.values(attempts=messages.c.attempts + int(tried), retry_at=at))

    def remove(self, message_id: int) -> None:
        self._connection.execute(delete(buttons).where(buttons.c.message_id == message_id))
        self._connection.execute(delete(messages).where(messages.c.id == message_id))

    def history(self, learner_id: str, after_id: int) -> list[Message]:
        theirs = select(messages).where(messages.c.learner_id == learner_id, messages.c.id > after_id)
        return self._messages(self._connection.execute(theirs.order_by(messages.c.id)).all())

    def latest(self, learner_id: str, count: int) -> list[Message]:
        theirs = select(messages).where(messages.c.learner_id == learner_id)
        rows = self._connection.execute(theirs.order_by(messages.c.id.desc()).limit(count)).all()
        return self._messages(rows[::-1])

    def replies_after(self, after: Mapping[str, int]) -> dict[str, list[Message]]:
        found: dict[str, list[Message]] = defaultdict(list)
        for some in batched(after.items(), AT_ONCE):
            newer = or_(*(and_(messages.c.learner_id == learner_id, messages.c.id > number) for learner_id, number in some))
            query = select(messages).where(messages.c.direction == Direction.OUT, newer).order_by(messages.c.id)
            rows = self._connection.execute(query).all()
            for row, message in zip(rows, self._messages(rows), strict=True):
                found[row.learner_id].append(message)
        return dict(found)

    def latest_out(self, learner_id: str, before_id: int | None) -> Said | None:
        theirs = select(messages.c.id, messages.c.text).where(messages.c.learner_id == learner_id, messages.c.direction == Direction.OUT)
        if before_id is not None:
            theirs = theirs.where(messages.c.id < before_id)
        row = self._connection.execute(theirs.order_by(messages.c.id.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        under = select(buttons).where(buttons.c.message_id == row.id).order_by(buttons.c.position)
        shown = tuple(button for each in self._connection.execute(under) for button in buttons_in(self._sealer, each))
        return Said(self._sealer.open(row.text), shown, row.id)

    def button(self, learner_id: str, choice_id: str, since: datetime) -> Button | None:
        key, place = key_and_place(choice_id)
        query = select(buttons).where(buttons.c.id == key, buttons.c.learner_id == learner_id, buttons.c.at >= since)
        row = self._connection.execute(query).one_or_none()
        found = enumerate(buttons_in(self._sealer, row)) if row else ()
        return next((button for number, button in found if str(number) == place), None)

    def _add(self, learner_id: str, direction: Direction, text: str, at: datetime, delivery: Delivery | None) -> int:
        # Ids of one conversation then become visible in their own order, so that a reader can ask for "after 17".
        lock_learner(self._connection, learner_id)
        row = {"learner_id": learner_id, "direction": direction, "text": self._sealer.seal(text), "at": at, "delivery": delivery}
        return int(self._connection.execute(insert(messages).values(row).returning(messages.c.id)).scalar_one())

    def _messages(self, rows: Sequence[Row[Any]]) -> list[Message]:
        choices = self._choices(row.id for row in rows)
        return [Message(row.id, Direction(row.direction), self._sealer.open(row.text), row.at, choices[row.id]) for row in rows]

    def _choices(self, message_ids: Iterable[int]) -> Mapping[int, tuple[Choice, ...]]:
        found: dict[int, tuple[Choice, ...]] = defaultdict(tuple)
        for some in batched(message_ids, AT_ONCE):
            under = select(buttons).where(buttons.c.message_id.in_(some)).order_by(buttons.c.message_id, buttons.c.position)
            for row in self._connection.execute(under):
                found[row.message_id] += choices_under(row.id, titles_in(self._sealer, row))
        return found
