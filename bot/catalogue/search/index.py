"""The index: which items match, found by Tantivy and then weighed by the rules of this project."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from bot.catalogue.fitting import Limits
from bot.catalogue.models import Item
from bot.catalogue.search.asking import asked_words
from bot.catalogue.search.dictionary import Dictionary
from bot.catalogue.search.documents import Kept, document_of, make_schema
from bot.catalogue.search.filters import Clause, clauses, near
from bot.catalogue.search.found import Found
from bot.catalogue.search.meaning import Meaning, Meant, meaning
from bot.catalogue.search.synonyms import Synonyms, load_synonyms

_TOPIC, _LESSER_TOPIC = 2.5, 1.9
"""What sharing a topic counts; a word counts about 2 to 5, the rarer the more."""
_MOST = 150
"""Items that are weighed for one search."""
_EXTRA = 40
"""Items that are fetched for each limit that may be let go, when more match than are weighed."""
_POOL = 150
"""Items that are offered for when nothing matches."""
_HEAP = 60_000_000
"""Bytes the writer may fill before it writes."""


class CatalogueIndex:
    """Searches a fixed list of items. Lives in memory, or in ``folder`` when that is given: then memory stays small."""

    def __init__(self, items: Iterable[Item], folder: Path | None = None, synonyms: Synonyms | None = None) -> None:
        self._schema = make_schema()
        self._synonyms = synonyms or load_synonyms()
        self._searcher = _written(tantivy.Index(self._schema, path=str(folder) if folder else None), items)
        self._dictionary = Dictionary(self._searcher)

    def __len__(self) -> int:
        return self._searcher.num_docs

    def by_id(self, item_id: str) -> Item | None:
        """Return one item."""
        return next((kept.item for kept in self._fetch(self._term("id", item_id), 1)), None)

    def find(self, text: str, tags: Sequence[str] = (), limits: Limits | None = None) -> list[Found]:
        """Return items that share a word with ``text`` or a topic with ``tags``, best first.

        Of very many matches only the best are returned, among them those that fit ``limits``.
        """
        asked = [meaning(each, self._dictionary) for each in asked_words(text, self._synonyms)]
        query = self._query(asked, tags)
        if query is None:
            return []
        weighed = {kept.item.id: _weigh(kept, asked, tags) for kept in self._candidates(query, limits)}
        found = [each for each in weighed.values() if each.score > 0]
        return sorted(found, key=lambda each: (-each.score, each.item.id))

    def within(self, limits: Limits) -> list[Item]:
        """Return items that fit ``limits``, whatever they are about: all of them, or of very many those nearby and the easiest."""
        fitting = clauses(self._schema, limits)
        everything = [self._all((Occur.Must, Query.all_query()), *fitting)]
        around = near(self._schema, limits)
        if around is not None:
            everything.append(self._all((Occur.Must, around), *fitting))
        found = {kept.item.id: kept.item for query in everything for kept in self._fetch(query, _POOL, "ease")}
        return [found[item_id] for item_id in sorted(found)]

    def _query(self, asked: Iterable[Meaning], tags: Sequence[str]) -> Query | None:
        parts = [Query.disjunction_max_query([*self._word_queries(each.words)]) for each in asked if each.words]
        for tag in tags:
            parts.append(Query.const_score_query(self._term("topics", tag), _LESSER_TOPIC))
            parts.append(Query.const_score_query(self._term("first_topic", tag), _TOPIC - _LESSER_TOPIC))
        return Query.boolean_query([(Occur.Should, part) for part in parts]) if parts else None

    def _word_queries(self, words: Mapping[str, Meant]) -> Iterator[Query]:
        for word, meant in words.items():
            # Where a word stands in title or keywords it also stands in "words": the two add up to its full weight.
            both = [(Occur.Should, _boosted(self._term("words", word), 0.3)), (Occur.Should, _boosted(self._term("main", word), 0.7))]
            yield _boosted(Query.boolean_query(both), meant.likeness * meant.rarity / meant.own_rarity)

    def _candidates(self, query: Query, limits: Limits | None) -> Iterator[Kept]:
        best = self._fetch(query, _MOST)
        yield from best
        if limits is not None and len(best) == _MOST:
            for relaxed in ((), *limits.relaxations()):
                yield from self._fetch(self._all((Occur.Must, query), *clauses(self._schema, limits, relaxed)), _EXTRA)

    def _fetch(self, query: Query, most: int, order: str | None = None) -> list[Kept]:
        hits = self._searcher.search(query, limit=most, count=False, order_by_field=order).hits
        return [Kept(self._searcher.doc(address)) for _, address in hits]

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, "basic")

    def _all(self, *parts: Clause) -> Query:
        return Query.boolean_query(list(parts))


def _written(index: tantivy.Index, items: Iterable[Item]) -> tantivy.Searcher:
    index.config_reader("manual")
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for item in items:
        writer.add_document(document_of(item))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()


def _weigh(kept: Kept, asked: Iterable[Meaning], tags: Sequence[str]) -> Found:
    found = _shared_topics(kept.item, tags)
    for each in asked:
        there = [(kept.weights[word] * meant.likeness, meant.rarity) for word, meant in each.words.items() if word in kept.weights]
        score, sureness = max(((sureness * rarity, sureness) for sureness, rarity in there), default=(0.0, 0.0))
        if score > found.word_score:
            found = replace(found, word=each.typed, word_score=score, sureness=sureness)
        found = replace(found, score=found.score + score)
    return found


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)


def _shared_topics(item: Item, tags: Sequence[str]) -> Found:
    shared = [tag for tag in tags if tag in item.interests]
    score = sum(_TOPIC if item.interests[0] == tag else _LESSER_TOPIC for tag in shared)
    return Found(item, score, tag=shared[0] if shared else "")
