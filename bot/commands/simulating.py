"""``python -m bot nudge simulate``: what a stretch of time would look like, as tables."""

from collections.abc import Sequence
from pathlib import Path

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DuwtjeError
from bot.nudges.models import Reason
from bot.nudges.simulation.chart import MOST_ROWS as MOST_BARS
from bot.nudges.simulation.chart import svg
from bot.nudges.simulation.machine import Journey
from bot.nudges.simulation.outcome import Outcome, changes
from bot.nudges.simulation.people import Kind
from bot.nudges.simulation.year import Event


class NoScripts(DuwtjeError):
    """There are no scripts to simulate with."""

    code = "cli_simulate_no_scripts"


class CannotWrite(DuwtjeError):
    """The chart cannot be written there."""

    code = "cli_simulate_no_chart"


WEEK = range(7)
MOST_ROWS = 15
"""Rows about scripts that somebody still reads."""


def simulate(journey: Journey, draft: str | None, chart_at: Path | None = None, *, everything: bool = False) -> None:
    """Replay ``journey`` and print it; with the id of a ``draft``, also what would differ. ``chart_at`` is where to draw it.

    Of scripts it shows those that count most and says how many more there are, or ``everything``.

    Raises UnknownScript, BadScript, NoScripts, and CannotWrite when there is no writing there.
    """
    if not services().scripts.list():
        raise NoScripts
    machine = services().time_machine
    live, then = machine.live(journey), machine.with_draft(journey, draft) if draft is not None else None
    _print(live, None if everything else MOST_ROWS)
    if then is not None:
        _print_difference(live, then, None if everything else MOST_ROWS)
    if chart_at is not None:
        _draw(chart_at, svg(console.texts(), live, then, None if everything else MOST_BARS))


def follow(journey: Journey, number: int) -> None:
    """Print who person ``number`` of ``journey`` is, and everything that came or did not, and why. Raises NoScripts."""
    if not services().scripts.list():
        raise NoScripts
    person, events = services().time_machine.life(journey, number)
    console.say("cli_simulate_person", number=number, kinds=", ".join(map(_named, person.kinds)))
    rows = [(console.moment(event.at), event.script_id or "", *_what(event)) for event in events]
    columns = ("cli_simulate_when", "cli_simulate_script", "cli_simulate_what", "cli_simulate_reason")
    console.table("cli_simulate_life", columns, rows)


def _what(event: Event) -> tuple[str, str]:
    words = console.texts()
    if event.script_id is None:
        return words("cli_simulate_ended"), words(f"reason_{event.reason}")
    if event.reason is Reason.ALLOWED:
        return words("cli_simulate_came"), ""
    return words("cli_simulate_came_not"), words(f"reason_{event.reason}")


def _draw(path: Path, chart: str) -> None:
    try:
        path.write_text(chart, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(str(path)) from error
    console.say("cli_simulate_chart", path=path)


def _print(outcome: Outcome, most: int | None) -> None:
    words = console.texts()
    console.say(
        "cli_simulate_summary",
        people=outcome.people,
        weeks=outcome.weeks,
        sent=outcome.sent.total(),
        mean=_decimal(outcome.per_person_week),
        most=outcome.fullest_week,
    )
    for reason, count in outcome.ended.most_common():
        console.say("cli_nudge_count", count=count, reason=words(f"reason_{reason}"))
    for chosen_by, count in outcome.chosen.most_common():
        console.say("cli_simulate_chosen", count=count, chosen=words(f"admin_experiment_chosen_{chosen_by}"))
    _table("cli_simulate_scripts", ("cli_simulate_script", "cli_simulate_sent"), outcome.sent.most_common(), most)
    if outcome.denied:
        reasons = [(words(f"reason_{reason}"), count) for reason, count in outcome.denied_for.most_common()]
        console.table("cli_simulate_denied", ("cli_simulate_reason", "cli_simulate_count"), reasons)
        denied = [(script_id, words(f"reason_{reason}"), count) for (script_id, reason), count in outcome.denied.most_common()]
        _table("cli_simulate_denied_scripts", ("cli_simulate_script", "cli_simulate_reason", "cli_simulate_count"), denied, most)
    console.table(
        "cli_simulate_kinds", ("cli_simulate_kind", "cli_simulate_people", "cli_simulate_mean", "cli_simulate_left"), _kinds(outcome)
    )
    console.table("cli_simulate_hours", ("cli_simulate_hour", *(f"cli_simulate_day_{day}" for day in WEEK)), _hours(outcome))
    weeks = [(week + 1, count) for week, count in sorted(outcome.by_week.items())]
    console.table("cli_simulate_weeks", ("cli_simulate_week", "cli_simulate_sent"), weeks)


def _kinds(outcome: Outcome) -> list[tuple[str, int, str, int]]:
    kinds = sorted(outcome.people_of, key=lambda kind: (kind[0], len(kind[1]), kind[1]))
    return [(_named(kind), outcome.people_of[kind], _decimal(outcome.per_week_of(kind)), outcome.left[kind]) for kind in kinds]


def _named(kind: Kind) -> str:
    words, (what, which) = console.texts(), kind
    told = f"own_data_value_{what}_{which}"
    return words(f"cli_simulate_{what}", which=words(told) if told in words else which)


def _hours(outcome: Outcome) -> list[tuple[object, ...]]:
    hours = sorted({hour for _, hour in outcome.by_hour})
    return [(f"{hour}:00", *(outcome.by_hour[day, hour] for day in WEEK)) for hour in hours]


def _decimal(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


def _print_difference(live: Outcome, draft: Outcome, most: int | None) -> None:
    rows = [(one.script_id, one.live, one.draft, f"{one.difference:+d}") for one in changes(live, draft)]
    if not rows:
        console.say("cli_simulate_same")
        return
    columns = ("cli_simulate_script", "cli_simulate_now", "cli_simulate_then", "cli_simulate_difference")
    _table("cli_simulate_changes", columns, rows, most)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], most: int | None) -> None:
    """Print the first ``most`` rows and how many more there are; all of them for None."""
    shown = rows[:most]
    console.table(title, columns, shown)
    if len(shown) < len(rows):
        console.say("cli_simulate_more", count=len(rows) - len(shown))
