"""``python -m bot nudge``: nudges by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import migrate_store, services
from bot.commands import console, experimenting, simulating
from bot.errors import DuwtjeError, UnknownLearner
from bot.learners.models import EVERY_DAYS
from bot.messages import Address
from bot.nudges.models import Reason
from bot.nudges.sending.rehearsal import UNREADABLE
from bot.nudges.sending.sender import RETRY, STUCK
from bot.nudges.sending.settling import SWITCHED_OFF
from bot.nudges.simulation.machine import Journey

app = typer.Typer(no_args_is_help=True, help="Nudges by hand.")


class BadAddress(DuwtjeError):
    """An address is written as channel:id."""

    code = "cli_nudge_address"


class NobodyThere(DuwtjeError):
    """Nobody has talked from this address."""

    code = "cli_nudge_unknown"


class NotSent(DuwtjeError):
    """The nudge certainly did not reach the person."""

    code = "cli_nudge_not_sent"


class Unclear(DuwtjeError):
    """Nobody knows whether the nudge reached the person."""

    code = "cli_nudge_unclear"


_NO_END = {RETRY: "cli_nudge_retry", SWITCHED_OFF: "cli_nudge_held", STUCK: "cli_nudge_stuck", UNREADABLE: "cli_nudge_unreadable"}
"""What is said of rows that did not end."""
_UNCLEAR = (Reason.DELIVERY_UNCLEAR, Reason.LEASE_LOST)


@app.callback()
def group() -> None:
    """Nudges by hand."""
    migrate_store()


@app.command("send-now")
def send_now(
    to: Annotated[str, typer.Option("--to", help="CHANNEL:ID, such as telegram:12345.")],
    at_any_hour: Annotated[bool, typer.Option("--at-any-hour", help="Also between 20:00 and 8:00.")] = False,
) -> None:
    """Send the nudge that fits best right now to one person who already chats, outside the timetable."""
    reason = services().nudges.send_by_hand(_learner_at(to), at_any_hour=at_any_hour)
    if reason is Reason.NO_SCRIPT:
        console.say("cli_nudge_none")
        raise typer.Exit(1)
    if reason is not Reason.BY_HAND:
        raise (Unclear if reason in _UNCLEAR else NotSent)(console.texts()(f"reason_{reason}"))
    console.say("cli_nudge_sent")


@app.command()
def off() -> None:
    """Stop all nudges, in every process, until ``nudge on``; replies and reminders go on."""
    services().nudge_switch.turn(on=False)
    console.say("cli_nudge_off")


@app.command()
def on() -> None:
    """Let nudges leave again; what is more than two hours late is skipped."""
    services().nudge_switch.turn(on=True)
    console.say("cli_nudge_on")


@app.command()
def tick(dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False) -> None:
    """Do once what the scheduler does at every tick: plan, and send what is due."""
    made = services()
    if not made.nudge_switch.is_on():
        console.say("cli_nudge_is_off")
    if dry_run:
        _tell("cli_nudge_would", made.rehearsal.next_tick())
        return
    made.reminders.say_due()
    made.nudges.plan_missing()
    _tell("cli_nudge_did", made.nudges.send_due().ends)


@app.command()
def simulate(
    people: Annotated[int, typer.Option(min=1, max=5_000, help="How many people, who do not exist.")] = 50,
    days: Annotated[int, typer.Option(min=1, max=1_100, help="How long.")] = 365,
    seed: Annotated[int, typer.Option(help="Another number, other people.")] = 1,
    learned: Annotated[bool, typer.Option("--learned", help="Choose as for organisations that take part in the experiment.")] = False,
    draft: Annotated[str | None, typer.Option(help="Id of a script: also show what its draft would change.")] = None,
    svg: Annotated[Path | None, typer.Option(help="File to write a chart to.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every script, also what came seldom.")] = False,
    person: Annotated[
        int | None, typer.Option("--person", min=1, max=5_000, help="Follow only this one of them, with the scripts as they are live.")
    ] = None,
) -> None:
    """Replay the coming time with the real rules: who gets what and when, and why not. Sends nothing."""
    journey = Journey(people, days, seed, learned=learned)
    if person is None:
        simulating.simulate(journey, draft, svg, everything=everything)
    else:
        simulating.follow(journey, person)


@app.command()
def slower(
    tenant: Annotated[str, typer.Option("--tenant", help="Id of the organisation.")],
    days: Annotated[
        int | None,
        typer.Option("--days", min=EVERY_DAYS.start, max=EVERY_DAYS[-1], help="At least so many; without it people choose."),
    ] = None,
) -> None:
    """Let more days lie between two nudges for the people of one organisation than they asked for; never fewer."""
    services().tenants.slow_down(tenant, days)
    console.say("cli_nudge_as_chosen" if days is None else "cli_nudge_slower", tenant=tenant, days=days)


@app.command()
def experiment(
    on: Annotated[str | None, typer.Option("--on", metavar="TENANT", help="Let this organisation take part from now on.")] = None,
    off: Annotated[str | None, typer.Option("--off", metavar="TENANT", help="Let it take part no longer.")] = None,
) -> None:
    """Show whether nudges that are chosen by what others take up lead to more steps, and who takes part."""
    experimenting.experiment(on, off)


def _tell(heading: str, ends: Mapping[str, int]) -> None:
    if not ends:
        console.say("cli_nudge_nothing_due")
        return
    console.say(heading)
    for reason, count in sorted(ends.items(), key=lambda end: -end[1]):
        text = console.texts()(_NO_END.get(reason, f"reason_{reason}"))
        console.say("cli_nudge_count", count=count, reason=text)


def _learner_at(text: str) -> str:
    try:
        return services().identity.id_at(Address.parse(text))
    except ValueError as error:
        raise BadAddress(text) from error
    except UnknownLearner as error:
        raise NobodyThere(text) from error
