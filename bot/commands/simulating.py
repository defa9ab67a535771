"""``python -m bot nudge simulate``: what a stretch of time would look like, as tables."""

from pathlib import Path

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DuwtjeError
from bot.nudges.simulation.chart import svg
from bot.nudges.simulation.machine import Journey
from bot.nudges.simulation.outcome import Outcome, changes


class NoScripts(DuwtjeError):
    """There are no scripts to simulate with."""

    code = "cli_simulate_no_scripts"


class CannotWrite(DuwtjeError):
    """The chart cannot be written there."""

    code = "cli_simulate_no_chart"


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
        mean=f"{outcome.per_person_week:.2f}".replace(".", ","),
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
    console.table("cli_simulate_weeks", ("cli_simulate_week", "cli_simulate_sent"), sorted(outcome.by_week.items()))


def _print_difference(live: Outcome, draft: Outcome) -> None:
    rows = [(one.script_id, one.live, one.draft, f"{one.difference:+d}") for one in changes(live, draft)]
    if not rows:
        console.say("cli_simulate_same")
        return
    columns = ("cli_simulate_script", "cli_simulate_now", "cli_simulate_then", "cli_simulate_difference")
    console.table("cli_simulate_changes", columns, rows[:MOST_SCRIPTS])
