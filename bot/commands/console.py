"""How commands speak to whoever typed them: one clear line, in Dutch."""

from functools import lru_cache

from rich.console import Console

from bot.errors import DuwtjeError
from bot.language.texts import Texts, load_texts

UNREADABLE = 2
"""Exit status when the command could not be carried out as asked."""

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


@lru_cache(maxsize=1)
def texts() -> Texts:
    """The texts, read once."""
    return load_texts()


def say(key: str, **values: object) -> None:
    """Print a text."""
    _out.print(texts()(key, **values), markup=False)


def complain(error: DuwtjeError) -> None:
    """Print one line about an error; an error without a text of its own shows its developer's message."""
    known = error.code in texts()
    message = texts()(error.code, detail=error.detail) if known else str(error)
    _err.print(texts()("cli_error", message=message), markup=False)
