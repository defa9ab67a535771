"""One foreign record (names and values as they came in) becomes an Item, or is refused with a reason."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from bot.catalogue.importers.fields import (
    Raw,
    address,
    choice,
    choices,
    day,
    minutes,
    moment,
    number,
    postcode,
    price,
    required,
    text,
    words,
    yes,
)
from bot.catalogue.models import Delivery, Item, Kind, Position, Provider, Run, RunStatus, SmallestStep, Spot, Vat
from bot.catalogue.regions import Regions
from bot.catalogue.vocabulary import LANGUAGES, LEARNING_PATHS, LEVELS, PARTS_OF_DAY, PROOFS, THEMES, WEEKDAYS
from bot.errors import BadRecord
from bot.language.person.postcodes import without_postcode

LONGEST_STEP = 10
"""Minutes of a first step: small enough to start today."""
_MOST_MINUTES = 60 * 24 * 365
_MOST_RUNS = 200
_ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)


class RawReader:
    """Reads records of one source. ``tags`` are the topics that exist; ``tenant`` is who alone may see its items."""

    def __init__(self, source: str, tags: Collection[str], regions: Regions, tenant: str | None = None) -> None:
        self._source = source
        self._tenant = tenant
        self._tags = frozenset(tags)
        self._regions = regions

    def item(self, raw: Raw) -> Item:
        """Return the item; raises BadRecord with the first reason it cannot be used."""
        place = self._on_the_map(text(raw, "place", 80) or None)
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
            price_complete=yes(raw, "price_complete", default=True),
            vat=Vat(choice(raw, "vat", frozenset(Vat), default=Vat.INCLUDED)),
            minutes=minutes(raw, "minutes", _MOST_MINUTES),
            provider=provider(raw),
            place=place,
            region=self._region(raw, place),
            postcode=postcode(raw),
            position=position(raw),
            runs=tuple(replace(run, place=self._on_the_map(run.place)) for run in runs(raw)),
            own_pace=yes(raw, "own_pace"),
            learning_path=choice(raw, "learning_path", LEARNING_PATHS, default="") or None,
            part_of=text(raw, "part_of", 100) or None,
            parts_of_day=choices(raw, "parts_of_day", PARTS_OF_DAY),
            open_days=choices(raw, "open_days", WEEKDAYS),
            proof=choice(raw, "proof", PROOFS, default="none"),
            level=choice(raw, "level", LEVELS, default="none"),
            language=choice(raw, "language", LANGUAGES, default="nl"),
            also_in=choices(raw, "also_in", LANGUAGES),
            skills=words(raw, "skills"),
            about_work=yes(raw, "about_work"),
            url=address(raw, "url"),
            description=text(raw, "description", 4_000),
            licence=text(raw, "licence", 120) or None,
            tenant=self._tenant,
            expires=day(raw, "expires"),
            source_updated=moment(raw, "source_updated"),
        )

    def _on_the_map(self, place: str | None) -> str | None:
        """Return of "Buurthuis De Meent, Almere" the part of which we know where it is, and of anything else all of it."""
        if place is None or "," not in place:
            return place
        parts = (without_postcode(part).strip() for part in reversed(place.split(",")))
        return next((part for part in parts if self._regions.position_of(part)), place)

    def _region(self, raw: Raw, place: str | None) -> str | None:
        given = text(raw, "region", 10)
        if given and given not in self._regions.codes:
            raise BadRecord("import_bad_region", given)
        return given or (self._regions.region_of(Spot(place, postcode(raw))) if place else None)


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


def position(raw: Raw) -> Position | None:
    """Return the point on the map; None unless both numbers can be."""
    latitude, longitude = number(raw, "latitude", 90), number(raw, "longitude", 180)
    return None if latitude is None or longitude is None else Position(latitude, longitude)


def runs(raw: Raw) -> tuple[Run, ...]:
    """Return when it is given, earliest first; one without a date comes first. Of very many the latest stay."""
    given = raw.get("runs") or ()
    if not isinstance(given, list | tuple):
        raise BadRecord("import_bad_runs")
    read = [run_of(each) for each in given if isinstance(each, Mapping)]
    latest = sorted(read, key=lambda run: run.start or date.max)[-_MOST_RUNS:]
    return tuple(sorted(latest, key=lambda run: (run.start or date.min, run.end or date.min)))


def run_of(raw: Raw) -> Run:
    """Return one time that it is given; raises BadRecord when it cannot be read."""
    return Run(
        start=day(raw, "start"),
        end=day(raw, "end"),
        is_final=yes(raw, "is_final", default=True),
        status=RunStatus(choice(raw, "status", frozenset(RunStatus), default=RunStatus.UNKNOWN)),
        enrol_until=day(raw, "enrol_until"),
        place=text(raw, "place", 80) or None,
        postcode=postcode(raw),
        price=price(raw),
    )
