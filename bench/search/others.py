"""Ways that were weighed and not chosen (docs/decisions/0012-search.md): libraries at hand, as they come."""

from collections.abc import Iterable
from pathlib import Path

import tantivy

from bench.search.metrics import DEPTH
from bench.search.stock import Postgres, memory_of, texts_of
from bot.catalogue.models import Item
from bot.language.words.fold import words_of

_TRIGRAMS = """
    SELECT id FROM items ORDER BY (SELECT sum(word_similarity(word, body)) FROM unnest(%s::text[]) AS word) DESC, id LIMIT %s"""


class PostgresTrigrams(Postgres):
    """PostgreSQL ``pg_trgm``: the sum over the words of how much they look like a part of the item. No index serves that order."""

    def __init__(self, items: Iterable[Item], folder: Path) -> None:
        super().__init__(items, folder)
        self._database.execute("CREATE EXTENSION pg_trgm")

    def find(self, text: str) -> list[str]:
        return [row[0] for row in self._database.execute(_TRIGRAMS, (list(words_of(text)), DEPTH))]


class TantivyStemmed:
    """Tantivy as it comes: its Dutch stemmer, any of the words, ranked by BM25."""

    def __init__(self, items: Iterable[Item], folder: Path) -> None:
        schema = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
        schema = schema.add_text_field("body", tokenizer_name="dutch")
        self._index = tantivy.Index(schema.build(), path=str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._index.register_tokenizer("dutch", analyzer.filter(tantivy.Filter.stemmer("dutch")).build())
        writer = self._index.writer(50_000_000, 1)
        for item in items:
            writer.add_document(tantivy.Document(id=item.source_id, body=" ".join(texts_of(item))))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def find(self, text: str) -> list[str]:
        words = " ".join(words_of(text))
        searcher = self._index.searcher()
        hits = searcher.search(self._index.parse_query(words, ["body"]), DEPTH).hits if words else []
        return [str(searcher.doc(address)["id"][0]) for _, address in hits]

    def memory(self) -> float:
        return memory_of("self")
