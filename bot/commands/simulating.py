"""``python -m bot nudge simulate``: what a stretch of time would look like, as tables."""

from pathlib import Path

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DuwtjeError
from bot.nudges.simulation.chart import svg
from bot.nudges.simulation.machine import Journey
from bot.nudges.simulation.outcome import Outcome, changes
from bot.nudges.simulation.people import Kind


class NoScripts(DuwtjeError):
    """There are no scripts to simulate with."""

    code = "cli_simulate_no_scripts"


class CannotWrite(DuwtjeError):
    """The chart cannot be written there."""

    code = "cli_simulate_no_chart"


WEEK = range(7)
MOST_SCRIPTS = 15
"""Rows of a table that somebody still reads."""


def simulate(journey: Journey, draft: str | None, chart_at: Path | None = None) -> None:
    """Replay ``journey`` and print it; with the id of a ``draft``, also what would differ. ``chart_at`` is where to draw it.

    Raises UnknownScript, BadScript, NoScripts, and CannotWrite when there is no writing there.
    """
    if not services().scripts.list():
        raise NoScripts
    machine = services().time_machine
    live, then = machine.live(journey), machine.with_draft(journey, draft) if draft is not None else None
    _print(live)
    if then is not None:
        _print_difference(live, then)
    if chart_at is not None:
        _draw(chart_at, live, then)


def _draw(path: Path, live: Outcome, then: Outcome | None) -> None:
    try:
        path.write_text(svg(console.texts(), live, then), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(str(path)) from error
    console.say("cli_simulate_chart", path=path)


def _print(outcome: Outcome) -> None:
    console.say(
        "cli_simulate_summary",
        people=outcome.people,
        weeks=outcome.weeks,
        sent=outcome.sent.total(),
        mean=_decimal(outcome.per_person_week),
        most=outcome.fullest_week,
    )
    for reason, count in outcome.ended.most_common():
        console.say("cli_nudge_count", count=count, reason=console.texts()(f"reason_{reason}"))
    for chosen_by, count in outcome.chosen.most_common():
        console.say("cli_simulate_chosen", count=count, chosen=console.texts()(f"admin_experiment_chosen_{chosen_by}"))
    console.table("cli_simulate_scripts", ("cli_simulate_script", "cli_simulate_sent"), outcome.sent.most_common(MOST_SCRIPTS))
    denied = [
        (script_id, console.texts()(f"reason_{reason}"), count) for (script_id, reason), count in outcome.denied.most_common(MOST_SCRIPTS)
    ]
    if denied:
        console.table("cli_simulate_denied", ("cli_simulate_script", "cli_simulate_reason", "cli_simulate_count"), denied)
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


def _print_difference(live: Outcome, draft: Outcome) -> None:
    rows = [(one.script_id, one.live, one.draft, f"{one.difference:+d}") for one in changes(live, draft)]
    if not rows:
        console.say("cli_simulate_same")
        return
    columns = ("cli_simulate_script", "cli_simulate_now", "cli_simulate_then", "cli_simulate_difference")
    console.table("cli_simulate_changes", columns, rows[:MOST_SCRIPTS])
