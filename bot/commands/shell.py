"""``python -m bot shell``: chat in the terminal, through the same service as every channel."""

import sys
import uuid

from bot.bootstrap import Services
from bot.clock import system_clock
from bot.commands import console
from bot.commands.seed import prepare
from bot.messages import Address, Choice, Incoming, Outgoing
from bot.run.environment import beside_running
from bot.settings import load_settings

CHANNEL = "shell"


class TerminalChannel:
    """Prints messages, and remembers which choices stand under the last one."""

    reads_store = False

    def __init__(self) -> None:
        self.choices: tuple[Choice, ...] = ()

    def await_turn(self, address: Address, *, bulk: bool) -> None:
        """Nobody has to wait."""

    def send(self, address: Address, message: Outgoing) -> None:
        """Print a message with its choices numbered from 1."""
        sys.stdout.write(f"\n{message.text}\n")
        self.choices = tuple(message.choices)
        for number, choice in enumerate(self.choices, start=1):
            console.say("cli_shell_choice", number=number, title=choice.title)

    def pressed(self, typed: str) -> str | None:
        """Return the id of the choice with this number, or None when it is an ordinary text."""
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        return self.choices[number - 1].id if 0 < number <= len(self.choices) else None


def shell() -> None:
    """Chat in the terminal; needs a running Rasa, as ``make run`` starts it."""
    prepare()
    channel = TerminalChannel()
    made = Services(beside_running(load_settings()), channels={CHANNEL: channel})
    address = Address(CHANNEL, uuid.uuid4().hex)
    console.say("cli_shell_hello")
    _say(made, address, Incoming(address, uuid.uuid4().hex, system_clock(), text="/start"))
    for line in sys.stdin:
        if typed := line.strip():
            choice = channel.pressed(typed)
            _say(made, address, Incoming(address, uuid.uuid4().hex, system_clock(), text=None if choice else typed, choice=choice))


def _say(made: Services, address: Address, incoming: Incoming) -> None:
    made.conversation.accept(incoming)
    made.conversation.work_off(address)
