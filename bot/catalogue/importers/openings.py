"""What a record says of its runs, seen from today: what is over, full, shut or cancelled has no price and no place to offer."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from operator import itemgetter

from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.raw import run_of

_PRICE = ("price", "vat", "price_complete")
_PLACE = ("place", "postcode", "latitude", "longitude")


def may_begin(run: Raw, today: date) -> bool:
    """Whether somebody may still begin ``run``; raises BadRecord when it cannot be read."""
    return run_of(run).can_begin(today)


def beginning(runs: Iterable[Raw], today: date) -> list[Raw]:
    """Return the runs that somebody may still begin, earliest first; one without a start comes first."""
    opened = [(read.start or date.min, run) for run in runs if (read := run_of(run)).can_begin(today)]
    return [run for _, run in sorted(opened, key=itemgetter(0))]


def lowest(priced: Iterable[Raw]) -> Raw:
    """Return the price fields of the cheapest of ``priced``; empty when none has a price."""
    known = [each for each in priced if isinstance(each.get("price"), Decimal)]
    return _only(_PRICE, min(known, key=lambda each: each["price"], default={}))


def place_in(records: Iterable[Raw]) -> Raw:
    """Return where the first is of ``records`` that says so; empty when none does."""
    return _only(_PLACE, next((each for each in records if each.get("place")), {}))


def _only(names: tuple[str, ...], record: Raw) -> Raw:
    return {name: record[name] for name in names if name in record}
