"""Finding items by what people say. The index is Tantivy's; the Dutch is ours (docs/decisions)."""

from bot.catalogue.search.found import Found as Found
from bot.catalogue.search.index import CatalogueIndex as CatalogueIndex
