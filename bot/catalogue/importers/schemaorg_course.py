"""One schema.org Course becomes one record."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

from bot.catalogue.importers import lengths
from bot.catalogue.importers.fields import Raw, day, price
from bot.catalogue.importers.openings import may_begin, place_in
from bot.catalogue.importers.words import as_list, as_mapping, delivery_of, id_of, languages_of, ours, said

Node = Mapping[str, Any]
_AVAILABILITY = {"instock": "open", "limitedavailability": "open", "soldout": "full", "outofstock": "full", "discontinued": "closed"}
_CANCELLED = frozenset({"eventcancelled", "eventpostponed"})
_MOST_WORDS = 20


def id_in(course: Node, known: Mapping[str, Node], page: str | None) -> str:
    """Return an id that stays the same between imports: of what the course says, the first that is its own."""
    url = _url(course, page)
    own = course.get("courseCode") or course.get("@id") or (url != page and url)
    return id_of(own or f"{_provider(course, _Seer(known)).get('name')}/{said(course.get('name'))}")


def record_of(course: Node, known: Mapping[str, Node], page: str | None, today: date) -> Raw:
    """Return the record. ``known`` are the objects that others refer to by ``@id``; ``page`` is where it was found."""
    see = _Seer(known)
    instances = list(see.all(course.get("hasCourseInstance")))
    runs = [_run(each, see) for each in instances]
    opened = [each for each, run in zip(instances, runs, strict=True) if may_begin(run, today)]
    language, *others = languages_of([*_codes(course.get("inLanguage")), *_codes(course.get("availableLanguage"))]) or ("nl",)
    modes = [mode for each in instances for name in ("courseMode", "eventAttendanceMode") for mode in as_list(each.get(name))]
    modes += as_list(course.get("courseMode"))
    where = place_in(_place(each, see) for each in (*opened, course, *instances))
    online = [mode for each in instances for mode in _online_at(each, see)]
    return {
        "id": id_in(course, known, page),
        "kind": "cursus",
        "title": said(course.get("name")),
        "summary": said(course.get("abstract")),
        "description": said(course.get("description")),
        "keywords": list(_keywords(course))[:_MOST_WORDS],
        "language": language,
        "also_in": others,
        "level": ours("levels", _first_text(course.get("educationalLevel"))),
        "proof": ours("proofs", _first_text(course.get("educationalCredentialAwarded"))),
        "minutes": _minutes([course, *instances], see),
        "delivery": delivery_of([*modes, *online], has_place=bool(where)),
        "provider": _provider(course, see),
        "url": _url(course, page),
        "licence": course.get("license") if isinstance(course.get("license"), str) else None,
        "expires": course.get("expires"),
        "source_updated": course.get("dateModified"),
        "runs": runs,
        **where,
        **_price(course, opened, see, today),
    }


class _Seer:
    """Follows references by ``@id``."""

    def __init__(self, known: Mapping[str, Node]) -> None:
        self._known = known

    def all(self, value: object) -> Iterator[Node]:
        """Yield the objects that stand, or are referred to, where one or several may stand."""
        for each in as_list(value):
            node = as_mapping(each)
            if node:
                yield self._known.get(str(node.get("@id")), node) if len(node) == 1 else node


def _run(instance: Node, see: _Seer) -> Raw:
    offers = list(see.all(instance.get("offers")))
    cancelled = _last(instance.get("eventStatus")) in _CANCELLED
    status = next((found for each in offers if (found := _AVAILABILITY.get(_last(each.get("availability"))))), "unknown")
    schedule = next(see.all(instance.get("courseSchedule")), {})
    return {
        "start": instance.get("startDate") or schedule.get("startDate"),
        "end": instance.get("endDate") or schedule.get("endDate"),
        "status": "cancelled" if cancelled else "full" if instance.get("remainingAttendeeCapacity") in (0, "0") else status,
        "enrol_until": next((each["validThrough"] for each in offers if each.get("validThrough")), None),
        "price": _cheapest(offers),
        **_place(instance, see),
    }


def _price(course: Node, opened: list[Node], see: _Seer, today: date) -> Raw:
    if course.get("isAccessibleForFree") in (True, "true", "True", "http://schema.org/True", "https://schema.org/True"):
        return {"price": Decimal(0)}
    offers = [offer for node in (course, *opened) for offer in see.all(node.get("offers")) if _is_in_force(offer, today)]
    lowest = _cheapest(offers)
    # schema.org does not say whether VAT is in the price unless somebody fills in this field.
    taxed = {each.get("valueAddedTaxIncluded") for node in offers for each in (node, *see.all(node.get("priceSpecification")))}
    if lowest is None:
        return {}
    if taxed & {False, "false"}:
        return {"price": lowest, "vat": "excluded", "price_complete": "no"}
    return {"price": lowest, "vat": "included" if taxed & {True, "true"} or lowest == 0 else "unknown"}


def _is_in_force(offer: Node, today: date) -> bool:
    first, *last = (day(offer, name) for name in ("validFrom", "validThrough", "priceValidUntil"))
    late = any(each is not None and each < today for each in last)
    shut = _AVAILABILITY.get(_last(offer.get("availability"))) in ("full", "closed")
    return not late and not shut and (first is None or first <= today)


def _cheapest(offers: list[Node]) -> Decimal | None:
    found = []
    for offer in offers:
        for each in (offer, *map(as_mapping, as_list(offer.get("priceSpecification")))):
            currency = str(each.get("priceCurrency") or "EUR").upper()
            amount = price(each, "price" if each.get("price") not in (None, "") else "lowPrice")
            if amount is not None and currency == "EUR":
                found.append(amount)
    return min(found, default=None)


def _place(node: Node, see: _Seer) -> Raw:
    if isinstance(node.get("location"), str):
        return {"place": node["location"]} if not node["location"].startswith("http") else {}
    for location in see.all(node.get("location")):
        address = location.get("address")
        parts = next(see.all(address), {})
        point = next(see.all(location.get("geo")), {})
        place = parts.get("addressLocality") or (address if isinstance(address, str) else None)
        if place and "VirtualLocation" not in as_list(location.get("@type")):
            return {
                "place": place,
                "postcode": parts.get("postalCode"),
                "latitude": point.get("latitude"),
                "longitude": point.get("longitude"),
            }
    return {}


def _online_at(node: Node, see: _Seer) -> list[str]:
    return ["online" for each in see.all(node.get("location")) if "VirtualLocation" in as_list(each.get("@type"))]


def _minutes(nodes: list[Node], see: _Seer) -> int | None:
    for node in nodes:
        for name in ("timeRequired", "courseWorkload"):
            if minutes := lengths.of_iso(node.get(name)):
                return minutes
        for schedule in see.all(node.get("courseSchedule")):
            once, times = lengths.of_iso(schedule.get("duration")), str(schedule.get("repeatCount") or "")
            if once and times.isascii() and times.isdigit():
                return once * int(times)
    return None


def _provider(course: Node, see: _Seer) -> Raw:
    given = course.get("provider")
    if isinstance(given, str):
        return {"name": given}
    found = next(see.all(given), {})
    url = found.get("url")
    return {"name": said(found.get("name")), "url": url if isinstance(url, str) else None}


def _url(course: Node, page: str | None) -> str | None:
    given = next((each for each in as_list(course.get("url")) if isinstance(each, str)), None)
    if given is None and str(course.get("@id") or "").startswith("http"):
        given = str(course["@id"])
    return urljoin(page or "", given) if given else page


def _keywords(course: Node) -> Iterator[str]:
    for name in ("keywords", "about", "teaches"):
        for each in as_list(course.get(name)):
            text = _first_text(each)
            yield from (part.strip() for part in text.split(",") if part.strip()) if name == "keywords" else [text] if text else []


def _codes(languages: object) -> list[object]:
    return [as_mapping(each).get("alternateName") or as_mapping(each).get("name") or each for each in as_list(languages)]


def _first_text(value: object) -> str:
    for each in as_list(value):
        text = as_mapping(each).get("name") if isinstance(each, Mapping) else each
        if isinstance(text, str) and text:
            return text
    return ""


def _last(address: object) -> str:
    return str(address or "").rstrip("/").rsplit("/", 1)[-1].casefold()
