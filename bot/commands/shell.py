"""``python -m bot shell``: chat in the terminal, through the same service as every channel."""

import sys
import uuid

from bot.bootstrap import services
from bot.clock import system_clock
from bot.commands import console
from bot.messages import Address, Choice, Incoming, Outgoing


class TerminalChannel:
    """Prints messages, and remembers which choices stand under the last one."""

    def __init__(self) -> None:
        self.choices: tuple[Choice, ...] = ()

    def send(self, address: Address, message: Outgoing) -> None:
        """Print a message with its choices numbered from 1."""
        print(f"\n{message.text}")
        self.choices = tuple(message.choices)
        for number, choice in enumerate(self.choices, start=1):
            console.say("cli_shell_choice", number=number, title=choice.title)

    def pressed(self, typed: str) -> str | None:
        """Return the id of the choice with this number, or None when it is an ordinary text."""
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        return self.choices[number - 1].id if 0 < number <= len(self.choices) else None


def shell() -> None:
    """Chat in the terminal; needs a running Rasa, as ``make run`` starts it."""
    channel = TerminalChannel()
    conversation = services({"shell": channel}).conversation
    address = Address("shell", uuid.uuid4().hex)
    console.say("cli_shell_hello")
    _say(conversation, channel, address, "/start")
    for line in sys.stdin:
        if line.strip():
            _say(conversation, channel, address, line.strip())


def _say(conversation, channel, address, typed):  # type: ignore[no-untyped-def]
    choice = channel.pressed(typed)
    conversation.accept(
        Incoming(address, uuid.uuid4().hex, system_clock(), text=None if choice else typed, choice=choice)
    )
    conversation.work_off(address)
