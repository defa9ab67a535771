"""The plain ways to suggest: keep every item and sort what fits, or let PostgreSQL filter and order."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg

from bench.databases import postgres_server
from bench.search.stock import memory_of, memory_of_server, texts_of
from bot.catalogue.fitting import Limits
from bot.catalogue.models import Item
from bot.catalogue.regions import load_regions
from bot.catalogue.wanted import Wanted
from bot.language.words.fold import words_of

FEW = 3
_TABLE = """
    CREATE TABLE items (
        id text, body text, topics text[], region text, euros numeric, minutes int, delivery text, course bool, last_day bigint,
        found tsvector GENERATED ALWAYS AS (to_tsvector('dutch', body)) STORED)"""
_COPY = "COPY items (id, body, topics, region, euros, minutes, delivery, course, last_day) FROM STDIN"
_QUERY = """
    WITH asked AS (SELECT replace(plainto_tsquery('dutch', %(text)s)::text, '&', '|')::tsquery AS words)
    SELECT id FROM items, asked
    WHERE (%(anything)s OR found @@ words OR topics && %(tags)s)
        AND last_day >= %(day)s
        AND (%(region)s::text IS NULL OR region IS NULL OR region = %(region)s)
        AND (%(price)s::numeric IS NULL OR euros <= %(price)s)
        AND (%(minutes)s::int IS NULL OR minutes <= %(minutes)s)
        AND (%(ways)s::text[] = '{}' OR delivery = ANY(%(ways)s))
    ORDER BY ts_rank(found, words) + (topics && %(tags)s)::int DESC, euros = 0 DESC NULLS LAST, course, minutes
    LIMIT %(few)s"""


class SortedList:
    """Every item in memory; each wish looks at all of them."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = [(item, frozenset(words_of(" ".join(texts_of(item))))) for item in items]
        self._regions = load_regions()

    def suggest(self, wanted: Wanted) -> list[str]:
        limits, asked, tags = Limits(wanted, self._regions), frozenset(words_of(wanted.text)), frozenset(wanted.interests)
        about = [
            (len(asked & words) + len(tags.intersection(item.interests)), item)
            for item, words in self._items
            if limits.is_offered(item) and limits.allow(item)
        ]
        about.sort(key=lambda each: (-each[0], not each[1].is_free, each[1].kind.is_course, each[1].minutes or 0, each[1].id))
        return [item.id for _, item in about[:FEW]]

    def memory(self) -> float:
        return memory_of("self")


class PostgresOrder:
    """PostgreSQL with its ``dutch`` configuration, filtered and ordered in one query."""

    def __init__(self, database: psycopg.Connection) -> None:
        self._database = database
        self._regions = load_regions()

    def suggest(self, wanted: Wanted) -> list[str]:
        asked = {
            "text": wanted.text,
            "anything": not (wanted.text or wanted.interests),
            "tags": list(wanted.interests),
            "day": wanted.day.toordinal() if wanted.day else 0,
            "region": self._regions.code_of(wanted.place),
            "price": wanted.max_price,
            "minutes": wanted.max_minutes,
            "ways": [way.value for way in wanted.deliveries],
            "few": FEW,
        }
        return [row[0] for row in self._database.execute(_QUERY, asked)]

    def memory(self) -> float:
        return memory_of_server(self._database)


@contextmanager
def postgres_order(items: Iterable[Item]) -> Iterator[PostgresOrder]:
    """Start a server that holds ``items``, for the length of the block."""
    with postgres_server() as server, psycopg.connect(server, autocommit=True, prepare_threshold=None) as database:
        database.execute("DROP TABLE IF EXISTS items")
        database.execute(_TABLE)
        with database.cursor().copy(_COPY) as copy:
            for item in items:
                texts = " ".join(texts_of(item))
                facts = (item.region, item.price, item.minutes, item.delivery.value, item.kind.is_course, item.last_day.toordinal())
                copy.write_row((item.id, texts, list(item.interests), *facts))
        for index in ("gin (found)", "gin (topics)", "btree (region)"):
            database.execute(f"CREATE INDEX ON items USING {index}")
        database.execute("ANALYZE items")
        yield PostgresOrder(database)
