"""The outcome of a replay as an SVG: messages per week, reasons of denial, and what a draft changes.

No library: pygal 3.1 puts a script, an inline style and addresses of others in its output, which the policy of the console refuses
and a file for others should not hold. Only attributes here, no style; a draft is drawn as an outline, so that no colour carries meaning.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.language.saying.texts import Texts
from bot.nudges.models import Reason
from bot.nudges.simulation.outcome import Outcome, changes

WIDTH = 720
MOST_ROWS = 10
"""Rows of one panel that somebody still reads."""
_LEFT, _RIGHT = 260, 80
_ROW, _BAR = 30, 10
_COLUMNS_HIGH = 120
_GAP = 40
_LONGEST_NAME = 38
_WEEKS_BETWEEN_NAMES = 4


@dataclass(frozen=True)
class Bar:
    """A rectangle, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    draft: bool = False


@dataclass(frozen=True)
class Mark:
    """A word or a number. ``anchor`` is that of SVG."""

    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True)
class Panel:
    """One part of the drawing, from its top down."""

    title: str
    y: float
    height: float
    bars: Sequence[Bar]
    marks: Sequence[Mark]


Row = tuple[str, int, int | None]
"""A name, the count that is live, and the one with the draft; None without a draft."""


def svg(texts: Texts, live: Outcome, draft: Outcome | None = None, most: int | None = MOST_ROWS) -> str:
    """Return the drawing as a text that stands on its own, and may stand inside a page too; ``most`` rows of a kind, None for all."""
    weeks = _columns(texts, live, draft)
    below = [_rows(texts, *_denied(texts, live, draft), most), _rows(texts, *_scripts(texts, live, draft), most)]
    panels, y = [], 70.0
    for panel in (weeks, *(one for one in below if one.bars)):
        panels.append(Panel(panel.title, y, panel.height, panel.bars, panel.marks))
        y += panel.height + _GAP
    values = {"people": live.people, "weeks": live.weeks, "sent": live.sent.total()}
    described = texts("simulate_chart_with", **values, then=draft.sent.total()) if draft else texts("simulate_chart_live", **values)
    return _template().render(texts=texts, width=WIDTH, height=round(y), panels=panels, described=described, with_draft=draft is not None)


def _denied(texts: Texts, live: Outcome, draft: Outcome | None) -> tuple[str, list[Row]]:
    counts, then = live.denied_for, draft.denied_for if draft else Counter[Reason]()
    reasons = [reason for reason, _ in (counts + then).most_common()]
    return texts("cli_simulate_denied"), [(texts(f"reason_{one}"), counts[one], then[one] if draft else None) for one in reasons]


def _scripts(texts: Texts, live: Outcome, draft: Outcome | None) -> tuple[str, list[Row]]:
    if draft is None:
        return texts("cli_simulate_scripts"), [(script_id, count, None) for script_id, count in live.sent.most_common()]
    return texts("cli_simulate_changes"), [(one.script_id, one.live, one.draft) for one in changes(live, draft)]


def _columns(texts: Texts, live: Outcome, draft: Outcome | None) -> Panel:
    most = max([*live.by_week.values(), *(draft.by_week.values() if draft else ())], default=0) or 1
    step = (WIDTH - 40) / live.weeks
    bars = [_column(week, count, most, step) for week, count in sorted(live.by_week.items())]
    if draft:
        bars += [_column(week, count, most, step, draft=True) for week, count in sorted(draft.by_week.items())]
    names = [
        Mark(30 + (week + 0.5) * step, 20 + _COLUMNS_HIGH + 18, str(week + 1), "middle")
        for week in range(0, live.weeks, _WEEKS_BETWEEN_NAMES)
    ]
    scale = [Mark(24, 26, str(most), "end"), Mark(24, 20 + _COLUMNS_HIGH, "0", "end")]
    return Panel(texts("cli_simulate_weeks"), 0, _COLUMNS_HIGH + 40, bars, [*names, *scale])


def _column(week: int, count: int, most: int, step: float, *, draft: bool = False) -> Bar:
    height = round(_COLUMNS_HIGH * count / most, 1)
    return Bar(round(30 + week * step + step * 0.1, 1), round(20 + _COLUMNS_HIGH - height, 1), round(step * 0.8, 1), height, draft)


def _rows(texts: Texts, title: str, rows: Sequence[Row], limit: int | None) -> Panel:
    shown = rows[:limit]
    most = max((max(live, draft or 0) for _, live, draft in shown), default=0) or 1
    bars: list[Bar] = []
    marks: list[Mark] = []
    for place, (name, live, draft) in enumerate(shown):
        y = 20 + place * _ROW
        bars.append(_line(y, live, most))
        if draft is not None:
            bars.append(_line(y + _BAR + 2, draft, most, draft=True))
        marks.append(Mark(_LEFT - 10, y + _BAR, _short(name), "end"))
        marks.append(Mark(WIDTH - _RIGHT + 8, y + _BAR, str(live) if draft is None else f"{live} → {draft}"))
    more = len(rows) - len(shown)
    if more:
        marks.append(Mark(_LEFT, 20 + len(shown) * _ROW + _BAR, texts("simulate_chart_more", count=more)))
    return Panel(title, 0, 20 + (len(shown) + bool(more)) * _ROW, bars, marks)


def _line(y: float, count: int, most: int, *, draft: bool = False) -> Bar:
    return Bar(_LEFT, y, round((WIDTH - _LEFT - _RIGHT) * count / most, 1), _BAR, draft)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


@cache
def _template() -> Template:
    # Names of scripts come from editors: everything is escaped.
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).get_template(
        "chart.svg"
    )
