"""Checks of schemes, in memory."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.catalogue.money.checks import SchemeCheck


class MemoryChecks:
    """A unit of work and its repository in one."""

    def __init__(self) -> None:
        self._checks: dict[str, SchemeCheck] = {}

    @property
    def scheme_checks(self) -> "MemoryChecks":
        return self

    @contextmanager
    def work(self) -> "Iterator[MemoryChecks]":
        yield self

    def all(self) -> list[SchemeCheck]:
        return list(self._checks.values())

    def save(self, check: SchemeCheck) -> None:
        self._checks[check.scheme_id] = check
