"""How commands speak to whoever typed them: one clear line, in Dutch."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.clock import AMSTERDAM
from bot.errors import DuwtjeError
from bot.language.saying.texts import Texts, load_texts

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


def warn(key: str, **values: object) -> None:
    """Print a text where errors go."""
    _err.print(texts()(key, **values), markup=False)


def error_console() -> Console:
    """The console for what is no result, such as progress."""
    return _err


def table(title: str, columns: Iterable[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; ``title`` and ``columns`` are keys of texts."""
    shown = Table(title=texts()(title), title_justify="left")
    for column in columns:
        shown.add_column(texts()(column), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(str(cell)) for cell in row))
    _out.print(shown, soft_wrap=False)


def moment(at: datetime | None) -> str:
    """Return a moment in Dutch time, empty for None."""
    return f"{at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}" if at else ""
