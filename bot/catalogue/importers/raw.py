"""One foreign record (names and values as they came in) becomes an Item, or is refused with a reason."""

import re
from collections.abc import Collection, Mapping

from bot.catalogue.importers.fields import Raw, address, choice, choices, day, minutes, price, required, text, words, yes
from bot.catalogue.models import Delivery, Item, Kind, Provider, SmallestStep
from bot.catalogue.regions import Regions
from bot.catalogue.vocabulary import LANGUAGES, LEVELS, PARTS_OF_DAY, PROOFS, THEMES
from bot.errors import BadRecord

LONGEST_STEP = 10
"""Minutes of a first step: small enough to start today."""
_MOST_MINUTES = 60 * 24 * 365
_ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)


class RawReader:
    """Reads records of one source. ``tags`` are the topics that exist."""

    def __init__(self, source: str, tags: Collection[str], regions: Regions) -> None:
        self._source = source
        self._tags = frozenset(tags)
        self._regions = regions

    def item(self, raw: Raw) -> Item:
        """Return the item; raises BadRecord with the first reason it cannot be used."""
        place = text(raw, "place", 80) or None
        delivery = Delivery(choice(raw, "delivery", frozenset(Delivery)))
        if delivery is Delivery.ONSITE and not place:
            raise BadRecord("import_no_place")
        return Item(
            source=self._source,
            source_id=identifier(raw),
            kind=Kind(choice(raw, "kind", frozenset(Kind))),
            title=required(raw, "title", 120),
            summary=required(raw, "summary", 600),
            theme=choice(raw, "theme", THEMES),
            interests=choices(raw, "interests", self._tags),
            keywords=words(raw, "keywords"),
            smallest_step=smallest_step(raw),
            delivery=delivery,
            price=price(raw),
            minutes=minutes(raw, "minutes", _MOST_MINUTES),
            provider=provider(raw),
            place=place,
            region=self._region(raw, place),
            parts_of_day=choices(raw, "parts_of_day", PARTS_OF_DAY),
            proof=choice(raw, "proof", PROOFS, default="none"),
            level=choice(raw, "level", LEVELS, default="none"),
            language=choice(raw, "language", LANGUAGES, default="nl"),
            about_work=yes(raw, "about_work"),
            url=address(raw, "url"),
            licence=text(raw, "licence", 120) or None,
        )

    def _region(self, raw: Raw, place: str | None) -> str | None:
        given = text(raw, "region", 10)
        if given and given not in self._regions.codes:
            raise BadRecord("import_bad_region", given)
        return given or self._regions.code_of(place)


def identifier(raw: Raw) -> str:
    """Return the id within the source."""
    value = required(raw, "id", 200)
    if not _ID.fullmatch(value):
        raise BadRecord("import_bad_id", value[:40])
    return value


def smallest_step(raw: Raw) -> SmallestStep:
    """Return the first step."""
    step: Raw = raw.get("smallest_step") or {}
    if not isinstance(step, Mapping):
        raise BadRecord("import_missing_step_text")
    named = {"step_minutes": step.get("minutes"), "step_text": step.get("text")}
    length = minutes(named, "step_minutes", LONGEST_STEP)
    if length is None:
        raise BadRecord("import_missing_step_minutes")
    return SmallestStep(length, required(named, "step_text", 200))


def provider(raw: Raw) -> Provider | None:
    """Return who offers it, None when nobody does."""
    given: Raw | None = raw.get("provider")
    if not isinstance(given, Mapping) or not given.get("name"):
        return None
    return Provider(required(given, "name", 120), yes(given, "example"), address(given, "url"), day(given, "last_verified"))
