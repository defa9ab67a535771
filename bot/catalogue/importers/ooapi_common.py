"""What versions 5 and 6 of the Open Education API say in the same way. Where they differ, each adapter speaks for itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.catalogue.importers.fields import Raw, amount, day
from bot.catalogue.importers.words import as_list, as_mapping, ours, said
from bot.errors import BadRecord

Entity = Mapping[str, Any]
_BEST_ADDRESS = ("teaching", "visit")


def on_day(entity: Entity, today: date) -> Entity:
    """Return ``entity`` as it is today: with the fields that a timeline override changes for now."""
    now = dict(entity)
    for override in as_list(entity.get("timelineOverrides")):
        first, last = day(override, "validFrom"), day(override, "validTo")
        if first and first <= today and (not last or today < last):
            for changed in override.values():
                now |= as_mapping(changed)
    return now


def address_of(entity: Entity, postcode: str) -> Raw:
    """Return place, postcode and position of where ``entity`` is given, else of where one may visit; empty without either.

    ``postcode`` is what the version calls that field.
    """
    addresses = [as_mapping(each) for each in as_list(entity.get("addresses"))]
    to_go_to = (each for sort in _BEST_ADDRESS for each in addresses if each.get("addressType") == sort and each.get("city"))
    best = next(to_go_to, None)
    if best is None:
        return {}
    point = as_mapping(best.get("geolocation"))
    return {
        "place": best["city"],
        "postcode": best.get(postcode),
        "latitude": point.get("latitude"),
        "longitude": point.get("longitude"),
    }


def level_of(entity: Entity) -> str:
    """Return our word for the level: as it is called, else as the qualification framework (NLQF, EQF) numbers it; empty when unknown."""
    return ours("levels", entity.get("level")) or ours("qualification_levels", entity.get("levelOfQualification"))


def organisation_of(given: object) -> Raw | None:
    """Return the provider when the organisation came with its details, and not as an id alone."""
    organisation = as_mapping(given)
    name = said(organisation.get("name"))
    return {"name": name, "url": organisation.get("link")} if name else None


def price_of(rows: object, total: str) -> Raw:
    """Return the price fields of the row ``total``. Every other row, such as for the ended STAP-budget, is no price.

    ``displayAmount`` is not read: it is made by hand and differs from ``amount`` in real files.
    """
    row = next((each for each in map(as_mapping, as_list(rows)) if each.get("costType") == total), None)
    if row is None or str(row.get("currency") or "EUR").upper() != "EUR":
        return {}
    whole, vat, bare = (amount(row, name) for name in ("amount", "vatAmount", "amountWithoutVat"))
    if whole is not None:
        return {"price": whole, "vat": "exempt" if vat == 0 and whole == bare and whole > 0 else "included"}
    if bare is not None and vat is not None:
        return {"price": bare + vat, "vat": "included"}
    return {} if bare is None else {"price": bare, "vat": "excluded", "price_complete": "no"}


def is_full(offering: Entity) -> bool:
    """Whether nobody can be added."""
    most, now = offering.get("maxNumberStudents"), offering.get("enrolledNumberStudents")
    return isinstance(most, int | float) and isinstance(now, int | float) and 0 < most <= now


def refuse_unfit(entity: Entity, today: date) -> None:
    """Raise BadRecord for what is not offered on ``today``."""
    first, last = day(entity, "validFrom"), day(entity, "validTo")
    if first and first > today:
        raise BadRecord("import_not_yet", first.isoformat())
    if last and last <= today:
        raise BadRecord("import_no_longer", last.isoformat())
