"""Learners and their addresses in the database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.errors import AlreadyKnown
from bot.learners import hours
from bot.learners.models import Barrier, DayPart, Group, Learner, NudgePreferences, NudgeState, Shift
from bot.messages import Address
from bot.registers import Manner
from bot.store.database.many import among, is_among
from bot.store.database.sealing import Sealer
from bot.store.nudges.planning_queue import look_at_once
from bot.store.people.learner_lock import is_held
from bot.store.tables.learners import addresses, learners

_OWN = ("id", "conversation_key", "tenant", "created_at", "last_seen_at", "wish", "interests", "place")
_SAID = ("groups", "barrier", "outside_experiment")
_WANTED = ("nudge_state", "every_days", "day_part", "weekday", "paused_until", "shift", "hours")
_SPOKEN_TO = ("formal", "form_chosen", "easy")
_READ = tuple(learners.c[name] for name in (*_OWN, *_SAID, *_WANTED, *_SPOKEN_TO))
"""What a ``Learner`` is made of, in the order in which ``_learner`` takes it."""


class SqlLearners:
    """Implements ``bot.learners.ports.Learners``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def by_address(self, address: Address) -> Learner | None:
        return self._one(learners.c.id == select(addresses.c.learner_id).where(self._is(address)).scalar_subquery())

    def id_at(self, address: Address) -> str | None:
        return self._connection.scalar(select(addresses.c.learner_id).where(self._is(address)))

    def by_conversation(self, key: str) -> Learner | None:
        return self._one(learners.c.conversation_key == key)

    def by_id(self, learner_id: str) -> Learner | None:
        return self._one(learners.c.id == learner_id)

    def for_change(self, learner_id: str) -> Learner | None:
        return self._one(learners.c.id == learner_id, lock=True)

    def hold(self, learner_id: str) -> bool:
        return is_held(self._connection, learner_id)

    def all_for_change(self, learner_ids: Collection[str]) -> dict[str, Learner]:
        # In one order, so that two batches wait for each other instead of for ever.
        theirs = self._connection.execute(_locked(self._connection.dialect.name), among(self._connection, learner_ids))
        return {learner.id: learner for learner in map(self._learner, theirs.all())}

    def add(self, learner: Learner, address: Address) -> None:
        profile = self._profile(learner)
        try:
            self._connection.execute(insert(learners).values(id=learner.id, last_seen_at=learner.last_seen_at, **profile))
            self._connection.execute(
                insert(addresses).values(
                    name=self._sealer.name(str(address)),
                    learner_id=learner.id,
                    value=self._sealer.seal(str(address)),
                    last_used_at=learner.last_seen_at,
                )
            )
        except IntegrityError as error:
            raise AlreadyKnown from error
        if learner.nudges.state is not NudgeState.UNASKED:
            look_at_once(self._connection, [learner.id])

    def save(self, learner: Learner) -> None:
        self._connection.execute(update(learners).where(learners.c.id == learner.id).values(**self._profile(learner)))
        look_at_once(self._connection, [learner.id])

    def addresses(self, learner_id: str) -> list[Address]:
        working = (
            select(addresses.c.value)
            .where(addresses.c.learner_id == learner_id, addresses.c.gone_at.is_(None))
            .order_by(addresses.c.last_used_at.desc(), addresses.c.name)
        )
        return [Address.parse(self._sealer.open(sealed)) for sealed in self._connection.scalars(working)]

    def reachable(self, learner_ids: Collection[str]) -> set[str]:
        return set(self._connection.scalars(_reachable(self._connection.dialect.name), among(self._connection, learner_ids)))

    def newest_addresses(self, learner_ids: Collection[str]) -> dict[str, Address]:
        rows = self._connection.execute(_newest_last(self._connection.dialect.name), among(self._connection, learner_ids))
        newest = dict(map(tuple, rows))
        return {learner_id: Address.parse(self._sealer.open(sealed)) for learner_id, sealed in newest.items()}

    def mark_gone(self, address: Address, at: datetime) -> None:
        self._connection.execute(update(addresses).where(self._is(address)).values(gone_at=at))

    def mark_seen(self, learner_id: str, address: Address, at: datetime) -> None:
        self._connection.execute(update(learners).where(learners.c.id == learner_id).values(last_seen_at=at))
        self._connection.execute(update(addresses).where(self._is(address)).values(last_used_at=at, gone_at=None))

    def _is(self, address: Address) -> ColumnElement[bool]:
        return addresses.c.name == self._sealer.name(str(address))

    def _one(self, condition: ColumnElement[bool], *, lock: bool = False) -> Learner | None:
        query = select(*_READ).where(condition)
        row = self._connection.execute(query.with_for_update() if lock else query).one_or_none()
        return self._learner(row) if row else None

    def _profile(self, learner: Learner) -> dict[str, Any]:
        nudges = learner.nudges
        return {
            "conversation_key": learner.conversation_key,
            "tenant": learner.tenant,
            "created_at": learner.created_at,
            "wish": self._sealer.seal(learner.wish) if learner.wish else None,
            "interests": list(learner.interests),
            "place": self._sealer.seal(learner.place) if learner.place else None,
            "nudge_state": nudges.state.value,
            "every_days": nudges.every_days,
            "day_part": nudges.part.value if nudges.part else None,
            "weekday": nudges.weekday,
            "paused_until": nudges.paused_until,
            "formal": learner.manner.formal,
            "form_chosen": learner.manner.form_chosen,
            "easy": learner.manner.easy,
            "groups": sorted(learner.groups),
            "barrier": learner.barrier.value if learner.barrier else None,
            "shift": nudges.shift.value if nudges.shift else None,
            "hours": hours.write(nudges.hours),
            "outside_experiment": learner.outside_experiment,
        }

    def _learner(self, row: Sequence[Any]) -> Learner:
        # By place: asking a row for a value by name takes longer than making a person of it.
        learner_id, key, tenant, created_at, last_seen_at, wish, interests, place, groups, barrier, outside, *others = row
        return Learner(
            learner_id,
            key,
            tenant,
            created_at,
            last_seen_at,
            wish=self._sealer.open(wish) if wish else None,
            interests=tuple(interests),
            place=self._sealer.open(place) if place else None,
            nudges=_preferences(*others[: len(_WANTED)]),
            manner=Manner(*others[len(_WANTED) :]),
            groups=frozenset(map(Group, groups)),
            barrier=Barrier(barrier) if barrier else None,
            outside_experiment=outside,
        )


@lru_cache(maxsize=1024)
def _preferences(
    state: str, every_days: int, part: str | None, weekday: int | None, paused_until: datetime | None, shift: str | None, told: str | None
) -> NudgePreferences:
    # People want nudges alike: what they want is made once for all of them.
    return NudgePreferences(
        state=NudgeState(state),
        every_days=every_days,
        part=DayPart(part) if part else None,
        weekday=weekday,
        paused_until=paused_until,
        shift=Shift(shift) if shift else None,
        hours=hours.read(told),
    )


@cache
def _locked(dialect: str) -> Select[Any]:
    return select(*_READ).where(is_among(dialect, learners.c.id)).order_by(learners.c.id).with_for_update()


@cache
def _reachable(dialect: str) -> Select[Any]:
    return select(addresses.c.learner_id).where(_working(dialect))


@cache
def _newest_last(dialect: str) -> Select[Any]:
    working = select(addresses.c.learner_id, addresses.c.value).where(_working(dialect))
    return working.order_by(addresses.c.last_used_at, addresses.c.name.desc())


def _working(dialect: str) -> ColumnElement[bool]:
    return is_among(dialect, addresses.c.learner_id) & addresses.c.gone_at.is_(None)
