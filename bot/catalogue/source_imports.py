"""Imports a source from where it is: batch by batch, going on where it was cut off, and never trusting an empty feed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import batched
from pathlib import Path

from bot.catalogue.importers.feeds import Feeds
from bot.catalogue.importers.one_at_a_time import Locks, alone
from bot.catalogue.importers.record import Feed, Record
from bot.catalogue.importers.taking import Taker
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.losses import foreseen, settled
from bot.catalogue.regions import Regions
from bot.catalogue.schedule import after_failure, after_success
from bot.catalogue.sources import Format, Import, ImportState, OpenImportWork, Rejected, Source
from bot.clock import Clock, local_date
from bot.errors import FeedError, FeedUnavailable, ImportGoingOn, UnknownSource

UPLOADED = "csv"
"""Source of the files that are brought to the console."""
BATCH = 200
"""Records in one transaction, so that a long import keeps nobody waiting."""
MOST_KEPT = 10_000
"""Refused records that are kept; all are counted."""
_UNREAD = "unread"
GO_ON_WITHIN = timedelta(hours=24)
"""An import that was cut off longer ago begins anew."""

Progress = Callable[[Import], None]


class SourceImports:
    """Imports sources. ``folder`` keeps locks and what was downloaded; ``locks`` are for several machines on one database."""

    def __init__(
        self,
        open_work: OpenImportWork,
        clock: Clock,
        feeds: Feeds,
        folder: Path,
        interests: InterestVocabulary,
        regions: Regions,
        locks: Locks | None = None,
    ) -> None:
        self._open_work = open_work
        self._clock = clock
        self._feeds = feeds
        self._folder = folder
        self._interests = interests
        self._regions = regions
        self._locks = locks

    def run(self, name: str, *, file: Path | None = None, confirm: bool = False, progress: Progress = lambda _: None) -> Import:
        """Import the source ``name`` and return how it went; a feed that fails is told in the result.

        ``file`` is read this once, instead of where the source is. ``confirm`` says that a person saw how much is missing and
        wants it removed. Raises UnknownSource and ImportGoingOn.
        """
        source, _ = self._known(name)
        with alone(self._folder, name, self._locks):
            _, latest = self._known(name)
            if confirm and latest and latest.state is ImportState.WAITING and not _is_unread(latest):
                return self._end(source, replace(latest, problem=None, detail=""), confirm=True, known_until=None)
            try:
                return self._import(source, latest, file, confirm=confirm, progress=progress)
            except (FeedError, OSError) as error:
                return self._fail(source, error)

    def upload(self, file: Path, called: str) -> Import:
        """Import a CSV file that somebody brings and calls ``called``, with the columns that are kept for such files.

        Raises ImportGoingOn.
        """
        with self._open_work() as work:
            if work.sources.by_name(UPLOADED) is None:
                work.sources.save(Source(UPLOADED, Format.CSV, called))
        return self.run(UPLOADED, file=file)

    def run_due(self) -> list[Import]:
        """Import every source whose time has come; each is taken by one process only."""
        now, done = self._clock(), []
        with self._open_work() as work:
            due = work.sources.claim_due(now)
            for source in due:
                work.sources.save(replace(source, next_at=after_failure(source.failures, now)))
        for source in due:
            with suppress(ImportGoingOn):
                done.append(self.run(source.name))
        return done

    def remove(self, name: str) -> int:
        """Forget a source with its items and quarantine; return how many items. Raises UnknownSource and ImportGoingOn."""
        source, _ = self._known(name)
        with alone(self._folder, name, self._locks):
            with self._open_work() as work:
                removed = work.items.remove_missing(name, keep=set())
                work.imports.forget(name)
                work.sources.remove(name)
            self._feeds.forget(source)
        return removed

    def _known(self, name: str) -> tuple[Source, Import | None]:
        with self._open_work() as work:
            source = work.sources.by_name(name)
            if source is None:
                raise UnknownSource(name)
            return source, work.imports.latest(name)

    def _import(self, source: Source, latest: Import | None, file: Path | None, *, confirm: bool, progress: Progress) -> Import:
        last = latest if latest and (self._is_cut_off(latest) or (confirm and _is_unread(latest))) else None
        where = replace(source, location=str(file)) if file else source
        opened = self._feeds.open(where, str(last.mark.get("stamp")) if last else None)
        if last and (last.mark.get("stamp") != opened.stamp or last.whole != opened.feed.whole):
            confirm = confirm and not _is_unread(last)  # what a person agreed to is no longer what is there
            last = None
        if last and not _is_unread(last):
            going = replace(last, state=ImportState.RUNNING, problem=None, detail="")
        else:
            with self._open_work() as work:
                going = work.imports.begin(source.name, opened.feed.whole, self._clock())
            if not confirm and (loss := foreseen(self._open_work, source.name, opened.feed)):
                return self._wait(source, loss.put_in(replace(going, mark={"stamp": opened.stamp, _UNREAD: True})))
        taker = Taker(source, self._interests, self._regions, local_date(self._clock()))
        for records in batched(opened.feed.records(going.mark), BATCH):
            going = self._store(source, going, taker, records, opened.stamp)
            progress(going)
        return self._end(source, _or_empty(going, opened.feed), confirm=confirm, known_until=opened.feed)

    def _store(self, source: Source, going: Import, taker: Taker, records: Sequence[Record], stamp: str) -> Import:
        taken = taker.take(records)
        now = self._clock()
        with self._open_work() as work:
            taken.refuse_twice(work.items.seen_in(going.id, source.name, [item.source_id for item in taken.items.values()]))
            stored = work.items.upsert(taken.items.values(), seen_on=now, import_id=going.id)
            work.items.keep(source.name, taken.kept, going.id)
            if not going.whole:
                work.items.let_go(source.name, taken.gone)
            work.imports.refuse(going.id, _few(taken.refused, going.refused))
            going = replace(
                going,
                alive_at=now,
                mark={**records[-1].mark, "stamp": stamp},
                added=going.added + stored.added,
                changed=going.changed + stored.changed,
                unchanged=going.unchanged + len(taken.items) - stored.added - stored.changed,
                refused=going.refused + len(taken.refused),
            )
            work.imports.save(going)
        return going

    def _wait(self, source: Source, going: Import) -> Import:
        """Refuse a feed before anything of it is stored; what was downloaded stays, for who confirms it."""
        now = self._clock()
        going = replace(going, ended_at=now, alive_at=now)
        with self._open_work() as work:
            work.imports.save(going)
            work.imports.forget_before(source.name, going.id)
            work.sources.save(after_success(source, now))
        return going

    def _end(self, source: Source, going: Import, *, confirm: bool, known_until: Feed | None) -> Import:
        now = self._clock()
        with self._open_work() as work:
            going = settled(work, replace(going, ended_at=now, alive_at=now), confirm=confirm)
            work.items.match()
            work.imports.save(going)
            work.imports.forget_before(source.name, going.id)
            again = after_success(source, now)
            if going.state is ImportState.DONE and known_until is not None:
                again = replace(again, known_until=known_until.known_until)
            work.sources.save(again)
        self._feeds.forget(source)
        return going

    def _is_cut_off(self, latest: Import) -> bool:
        return _can_go_on(latest) and self._clock() - latest.began_at < GO_ON_WITHIN

    def _fail(self, source: Source, error: FeedError | OSError) -> Import:
        now = self._clock()
        code, detail = (error.code, error.detail) if isinstance(error, FeedError) else ("import_no_file", str(error)[:200])
        with self._open_work() as work:
            latest = work.imports.latest(source.name)
            if latest is None or not (latest.state is ImportState.RUNNING or _can_go_on(latest)):
                latest = work.imports.begin(source.name, whole=False, at=now)
            # A feed that cannot be read is not gone on with; one that could not be reached is.
            mark = latest.mark if isinstance(error, FeedUnavailable) else {}
            failed = replace(latest, state=ImportState.FAILED, ended_at=now, problem=code, detail=detail, mark=mark)
            work.imports.save(failed)
            failures = source.failures + 1
            next_at = after_failure(failures, now) if source.every_hours else None
            work.sources.save(replace(source, failures=failures, next_at=next_at))
        return failed


def _can_go_on(latest: Import) -> bool:
    return bool(latest.mark) and latest.state in (ImportState.RUNNING, ImportState.FAILED)


def _is_unread(latest: Import) -> bool:
    """Whether it waits for a person with a feed of which nothing is stored yet."""
    return latest.state is ImportState.WAITING and _UNREAD in latest.mark


def _or_empty(going: Import, feed: Feed) -> Import:
    """Note when there was nothing at all; a feed of changes may well have none."""
    return replace(going, problem="import_empty") if not going.mark and (feed.whole or feed.known_until is None) else going


def _few(refused: Sequence[Rejected], before: int) -> Sequence[Rejected]:
    return refused[: max(0, MOST_KEPT - before)]
