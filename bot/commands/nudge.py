"""``python -m bot nudge``: nudges by hand."""

from typing import Annotated

import typer

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DeliveryError, DuwtjeError, UnknownLearner
from bot.messages import Address

app = typer.Typer(no_args_is_help=True, help="Nudges by hand.")


class BadAddress(DuwtjeError):
    """An address is written as channel:id."""

    code = "cli_nudge_address"


class NobodyThere(DuwtjeError):
    """Nobody has talked from this address."""

    code = "cli_nudge_unknown"


class NotDelivered(DuwtjeError):
    """The nudge did not reach the person."""

    code = "cli_nudge_not_delivered"


@app.callback()
def group() -> None:
    """Nudges by hand."""


@app.command("send-now")
def send_now(to: Annotated[str, typer.Option("--to", help="CHANNEL:ID, such as telegram:12345.")]) -> None:
    """Send the nudge that fits best right now to one person who already chats, outside the timetable."""
    learner_id = _learner_at(to)
    made = services()
    reply = made.nudges.send_now(learner_id)
    if reply is None:
        console.say("cli_nudge_none")
        raise typer.Exit(1)
    try:
        made.outlet.send(learner_id, reply)
    except DeliveryError as error:
        raise NotDelivered(type(error).__name__) from error
    console.say("cli_nudge_sent")


def _learner_at(text: str) -> str:
    try:
        return services().identity.find(Address.parse(text)).id
    except ValueError as error:
        raise BadAddress(text) from error
    except UnknownLearner as error:
        raise NobodyThere(text) from error
