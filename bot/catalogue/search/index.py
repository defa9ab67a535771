"""The index: which items match, found by Tantivy and then weighed by the rules of this project."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.models import Item
from bot.catalogue.search.asking import asked_words
from bot.catalogue.search.dictionary import Dictionary
from bot.catalogue.search.documents import Kept, document_of, make_schema
from bot.catalogue.search.filters import Clause, clauses, near
from bot.catalogue.search.found import GOOD, Found
from bot.catalogue.search.meaning import Meaning, Meant, meaning
from bot.catalogue.search.synonyms import Synonyms, load_synonyms
from bot.catalogue.search.weights import SUMMARY

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
Hits = dict[tuple[int, int], tantivy.DocAddress]
"""Documents by where they are, because an address cannot be compared in a set."""


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
        return next((kept.item for kept in self._kept(self._hits(self._term("id", item_id), 1))), None)

    def find(self, text: str, tags: Sequence[str] = (), limits: Limits | None = None) -> list[Found]:
        """Return items that share a word with ``text`` or a topic with ``tags``, best first.

        Of very many matches only the best are returned, among them those that fit ``limits``.
        """
        asked = [meaning(each, self._dictionary) for each in asked_words(text, self._synonyms)]
        query = self._query(asked, tags)
        if query is None:
            return []
        found = self._weighed(query, limits, lambda kept: _weigh(kept, asked, tags))
        return sorted((each for each in found if each.score > 0), key=lambda each: (-each.score, each.item.id))

    def within(self, limits: Limits) -> list[Item]:
        """Return items that fit ``limits``, whatever they are about: all of them, or of very many those nearby and the easiest."""
        fitting = clauses(self._schema, limits)
        around = near(self._schema, limits)
        hits = self._hits(self._all((Occur.Must, Query.all_query()), *fitting), _POOL, "ease")
        if around is not None:
            hits |= self._hits(self._all((Occur.Must, around), *fitting), _POOL, "ease")
        return sorted((kept.item for kept in self._kept(hits)), key=lambda item: item.id)

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

    def _weighed(self, query: Query, limits: Limits | None, weigh: Callable[[Kept], Found]) -> list[Found]:
        """Weigh the best matches and, of very many, also those within ``limits``, until no more of these have to be let go."""
        hits = self._hits(query, _MOST)
        found = [weigh(kept) for kept in self._kept(hits)]
        if limits is None or len(hits) < _MOST:
            return found
        for relaxed in ((), *limits.relaxations()):
            fitting = self._hits(self._all((Occur.Must, query), *clauses(self._schema, limits, relaxed)), _EXTRA)
            found += [weigh(kept) for kept in self._kept({place: fitting[place] for place in fitting.keys() - hits.keys()})]
            hits |= fitting
            if _has_good_answer(found, limits, relaxed):
                break
        return found

    def _hits(self, query: Query, most: int, order: str | None = None) -> Hits:
        hits = self._searcher.search(query, limit=most, count=False, order_by_field=order).hits
        return {(address.segment_ord, address.doc): address for _, address in hits}

    def _kept(self, hits: Hits) -> Iterator[Kept]:
        return (Kept(self._searcher.doc(address)) for address in hits.values())

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
    shared, tag = _shared_topics(kept.item, tags)
    matches = [match for each in asked if (match := _match(kept, each))]
    telling = [match for match in matches if not match.word.is_light]
    best = max(telling, key=lambda match: match.score, default=None)
    if best is None or not (tag or any(match.is_named for match in telling)):
        return Found(kept.item, shared + sum(match.score for match in matches) if tag else 0.0, tag=tag)
    score = shared + sum(match.score for match in matches)
    return Found(kept.item, score, best.word.typed, best.score, best.sureness * best.is_about, tag)


@dataclass(frozen=True)
class _Match:
    word: Meaning
    score: float
    sureness: float
    is_about: bool
    is_named: bool
    """Whether it stands in title or keywords, or as it was typed in the summary."""


def _match(kept: Kept, each: Meaning) -> _Match | None:
    """Return how the item has what was typed, by the key that counts most; None when it has nothing of it."""
    item = kept.item
    there = [(kept.weights[key] * meant.likeness, meant.rarity, key) for key, meant in each.words.items() if key in kept.weights]
    meant = [(sureness * rarity, sureness, key) for sureness, rarity, key in there if each.may_mean(key, item.interests)]
    if not meant:
        return None
    most, sureness, key = max(meant)
    is_named = sureness > SUMMARY or (sureness == SUMMARY and each.stands_in(item.summary))
    is_about = each.is_about(key) and not each.is_aside_in(item, key)
    return _Match(each, most * each.share(item.interests), sureness, is_about, is_named)


def _has_good_answer(found: Sequence[Found], limits: Limits, relaxed: Collection[Relaxed]) -> bool:
    good = GOOD * max(each.score for each in found)
    return any(
        each.score >= good and limits.is_new(each.item) and limits.is_offered(each.item) and limits.allow(each.item, relaxed)
        for each in found
    )


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)


def _shared_topics(item: Item, tags: Sequence[str]) -> tuple[float, str]:
    """Return what the shared topics count, and the first of them."""
    shared = [tag for tag in tags if tag in item.interests]
    return sum(_TOPIC if item.interests[0] == tag else _LESSER_TOPIC for tag in shared), shared[0] if shared else ""
