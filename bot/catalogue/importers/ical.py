"""Reads the calendar (iCalendar, RFC 5545) of places to learn: each place with the days on which it is open."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import recurring_ical_events

from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.record import Mark, Named, ReadThrough, Record, guarded, numbered
from bot.catalogue.importers.words import id_of
from bot.catalogue.models import Kind
from bot.errors import BadRecord, FeedRefused
from bot.language.person.postcodes import postcode_in, without_postcode

AHEAD = timedelta(days=120)
"""Open days further ahead are left for a later import: calendars repeat for ever."""
_MOST_EVENTS = 20_000
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
"""How often no door opens; spelling such a rule out would take for ever."""
_STATUS = {"CANCELLED": "cancelled", "CONFIRMED": "open"}


Place = tuple[tuple[str, str], list[Any]]
"""Its name and where it is, and its events."""


class Calendar(ReadThrough):
    """The places in ``text``. A place is known by its name and where it is; an event that cannot be read becomes a bad record."""

    whole = True
    known_until: datetime | None = None

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per place."""
        return numbered(self._values(), mark)

    def _values(self) -> Iterator[Named]:
        try:
            calendar: Any = icalendar.Calendar.from_ical(self._text)
        except (ValueError, IndexError, KeyError) as error:
            raise FeedRefused("import_no_calendar") from error
        if calendar.name != "VCALENDAR":
            raise FeedRefused("import_no_calendar")
        if len(events := calendar.walk("VEVENT")) > _MOST_EVENTS:
            raise FeedRefused("import_too_many_events", str(_MOST_EVENTS))
        places: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for event in events:
            places[str(event.get("SUMMARY", "")).strip(), str(event.get("LOCATION", "")).strip()].append(event)
        for place in places.items():
            yield guarded(place, _id_in, self._place)

    def _place(self, place: Place) -> Raw:
        (title, location), events = place
        first, days = events[0], list(self._open_days(events))
        if not days:
            # Without any day it would seem to be always open.
            raise BadRecord("import_no_open_day", title[:60])
        categories = first.get("CATEGORIES")
        return {
            "id": _id_in(place),
            "kind": Kind.LEERPLEK.value,
            "title": title,
            "summary": str(first.get("DESCRIPTION", "")),
            "keywords": [str(each) for each in getattr(categories, "cats", ())],
            "delivery": "onsite",
            "url": str(first.get("URL", "")),
            "runs": days,
            **_where(location),
        }

    def _open_days(self, events: list[Any]) -> Iterator[Raw]:
        if any(_TOO_OFTEN & {str(each).upper() for each in _frequencies(event)} for event in events):
            raise BadRecord("import_too_often")
        calendar = icalendar.Calendar()
        for event in events:
            calendar.add_component(event)
        for each in recurring_ical_events.of(calendar).between(self._today, self._today + AHEAD):
            yield {"start": _day(each.start), "status": _STATUS.get(str(each.get("STATUS", "")).upper(), "unknown")}


def _id_in(place: Place) -> str:
    return id_of("/".join(place[0]))


def _frequencies(event: Any) -> list[Any]:  # noqa: ANN401  # a component of a library without types
    rules = event.get("RRULE") or []
    return [each for rule in (rules if isinstance(rules, list) else [rules]) for each in rule.get("FREQ", [])]


def _day(moment: date) -> str:
    return moment.isoformat() if isinstance(moment, datetime) and moment.tzinfo else moment.strftime("%Y-%m-%d")


def _where(location: str) -> Raw:
    """Return place and postcode of an address as people write it: "Stadhuisplein 101, 1315 XC Almere"."""
    last = re.split(r"[,\n]", location)[-1]
    postcode = postcode_in(location)
    return {"place": without_postcode(last).strip(" ."), "postcode": str(postcode) if postcode else None}
