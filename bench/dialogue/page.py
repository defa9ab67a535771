"""Writes docs/reference/dialogue-speed.md from the numbers."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from string import Template

from bench.report import Row, machine
from bot.settings import ROOT

PAGE = ROOT / "docs" / "reference" / "dialogue-speed.md"
FRAME = ROOT / "bench" / "dialogue" / "page.md"
PROFILE = "profile: "


def write_page(rows: Sequence[Row], content: str) -> None:
    """Fill in the frame; what it says around the numbers stays true for any numbers. ``content``: what the stock side learned from."""
    profiled = [row for row in rows if row.name.startswith(PROFILE)]
    measured = [row for row in rows if row not in profiled]
    page = Template(FRAME.read_text("utf-8")).substitute(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=machine(),
        content=content,
        load=f"{os.getloadavg()[2]:.0f}",
        table="\n".join(map(_line, measured)),
        profile="\n".join(map(_share, profiled)),
    )
    PAGE.write_text(page, "utf-8")


def _line(row: Row) -> str:
    assert row.baseline is not None
    better = row.value / row.baseline if row.unit == "messages/s" else row.baseline / row.value
    return f"| {row.name} | {_short(row.value)} {row.unit} | {_short(row.baseline)} {row.unit} | {better:.1f}× |"


def _share(row: Row) -> str:
    assert row.baseline is not None
    return f"| {row.name.removeprefix(PROFILE)} | {_short(row.value)} | {_short(row.baseline)} |"


def _short(number: float) -> str:
    return f"{number:.1f}" if number < 100 else f"{number:,.0f}"
