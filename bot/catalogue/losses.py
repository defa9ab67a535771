"""Guards what is stored: a feed that is empty, or that lost much of what it had, is refused until a person has looked."""

from dataclasses import dataclass, replace
from itertools import batched

from bot.catalogue.importers.record import Feed
from bot.catalogue.sources import Import, ImportState, ImportWork, OpenImportWork

MOST_LOST = 0.3
"""Share of a source's items that may be missing from its feed before a person must confirm."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Loss:
    """What a feed lacks of what is stored, and why that asks for a person."""

    code: str
    """Of a text in ``bot/language/texts/import.yml``."""
    missing: int
    before: int

    def put_in(self, going: Import) -> Import:
        """Return the import as one that waits for a person."""
        detail = f"{self.missing}/{self.before}"
        return replace(going, state=ImportState.WAITING, problem=self.code, detail=detail, missing=self.missing)


def foreseen(open_work: OpenImportWork, source: str, feed: Feed) -> Loss | None:
    """Look through the ids of a whole feed, before anything of it is stored; return what much it lost, None when it did not."""
    with open_work() as work:
        before = work.items.count(source)
    if not (feed.whole and before):
        return None
    named = known = 0
    for ids in batched(feed.ids(), _AT_ONCE):
        named += len(ids)
        with open_work() as work:
            known += work.items.count_known(source, set(ids))
    missing = before - known
    return Loss("import_lost" if named else "import_empty", missing, before) if missing > MOST_LOST * before else None


def settled(work: ImportWork, going: Import, *, confirm: bool) -> Import:
    """Remove what is no longer there. An import of changes has let go of what went; a whole one has not seen it.

    Without ``confirm`` it waits for a person when much is missing, and when what could not be read may be what is missing.
    """
    gone_since = going.id if going.whole else None
    missing = work.items.count_unseen(going.source, gone_since)
    before = work.items.count(going.source) - going.added
    if going.problem and not (going.whole and before):
        return replace(going, state=ImportState.FAILED)
    if not confirm and (loss := _loss(work, going, missing, before)):
        return loss.put_in(going)
    removed = going.removed + work.items.remove_unseen(going.source, gone_since)
    return replace(going, state=ImportState.DONE, problem=None, detail="", removed=removed, missing=missing)


def _loss(work: ImportWork, going: Import, missing: int, before: int) -> Loss | None:
    if missing > MOST_LOST * before:
        return Loss(going.problem or "import_lost", missing, before)
    return Loss("import_unnamed", missing, before) if missing and work.imports.has_unnamed(going.id) else None
