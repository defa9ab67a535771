"""What somebody typed about a source, and what that changes of what is kept."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import typer

from bot.catalogue.importers.columns import FIXED
from bot.catalogue.sources import Source
from bot.errors import DuwtjeError


class NoToken(DuwtjeError):
    """The environment variable that should hold a key is empty."""

    code = "error_no_token"


@dataclass(frozen=True)
class Told:
    """Options as typed. None: not typed, so that what is kept stays; empty, or 0 hours: what is kept goes."""

    tenant: str | None = None
    client: str | None = None
    licence: str | None = None
    every: int | None = None
    token_from: str | None = None
    column: list[str] | None = None
    fixed: list[str] | None = None
    whole: bool | None = None

    def changes(self, known: Source | None) -> dict[str, Any]:
        """Return the fields of the source that change; raises NoToken for an empty variable."""
        plain = {"tenant": self.tenant, "client": self.client, "licence": self.licence, "every_hours": self.every}
        changes: dict[str, Any] = {field: value or None for field, value in plain.items() if value is not None}
        if self.token_from is not None:
            changes["token"] = _token(self.token_from)
        if self.whole is not None:
            changes["whole"] = self.whole
        if self.column or self.fixed:
            changes["columns"] = self._columns(known)
        return changes

    def _columns(self, known: Source | None) -> dict[str, str]:
        kept = dict(known.columns) if known else {}
        if "" in (self.column or ()):
            kept = {theirs: ours for theirs, ours in kept.items() if theirs.startswith(FIXED)}
        if "" in (self.fixed or ()):
            kept = {theirs: ours for theirs, ours in kept.items() if not theirs.startswith(FIXED)}
        fixed = {f"{FIXED}{ours}": value for ours, value in _pairs(self.fixed)}
        return kept | dict(_pairs(self.column)) | fixed


def _pairs(typed: Iterable[str] | None) -> list[tuple[str, str]]:
    return [_pair(each) for each in typed or () if each]


def _pair(text: str) -> tuple[str, str]:
    left, separator, right = text.partition("=")
    if not separator or not left.strip():
        raise typer.BadParameter(text)
    return left.strip(), right.strip()


def _token(variable: str) -> str | None:
    if not variable:
        return None
    token = os.environ.get(variable, "").strip()
    if not token:
        raise NoToken(variable)
    return token
