"""The commands in the menu of the chat."""

from collections.abc import Mapping, Sequence

from bot.language.saying.texts import Texts

COMMANDS = ("start", "duwtje", "help", "mens", "pauze", "stop", "gegevens", "wissen")


class Menu:
    """What people read beside a command, and the words that a command stands for."""

    def __init__(self, texts: Texts) -> None:
        self.entries: Sequence[tuple[str, str]] = [(name, texts(f"telegram_command_{name}")) for name in COMMANDS]
        self.meanings: Mapping[str, str] = {name: texts(f"telegram_command_{name}_says") for name in COMMANDS}
