"""Open Education API version 5: a course or program with its offerings becomes one record."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.catalogue.importers import lengths
from bot.catalogue.importers.fields import Raw, day
from bot.catalogue.importers.ooapi_common import Entity, address_of, is_full, level_of, on_day, organisation_of, price_of, refuse_unfit
from bot.catalogue.importers.openings import beginning, lowest, place_in
from bot.catalogue.importers.words import as_list, as_mapping, delivery_of, languages_of, ours, said, without_markdown

PATHS = {"courses": "offerings", "programs": "offerings"}
REFERENCES = {
    "organization": ("organizations", "organization"),
    "educationSpecification": ("education-specifications", "educationSpecification"),
}
MEDIA_TYPE = "application/json; version=5"
_ID = {"courses": "courseId", "programs": "programId"}
_TOTAL = "total costs"
_POSTCODE = "postalCode"
_OFFERED = frozenset({"course", "program"})
"""A component, such as a single exam, is no run of a course."""


def id_of(entity: Entity, path: str) -> str:
    """Return the id under which the server knows ``entity``."""
    return str(entity.get(_ID[path]) or "")


def path_of(entity: Entity) -> str:
    """Return under which path ``entity`` belongs; used for files, which mix them."""
    return "programs" if "programId" in entity else "courses"


def offerings_in(entity: Entity) -> list[Entity]:
    """Return the offerings that a file gives inside the entity."""
    return [each for each in as_list(entity.get("offerings")) if isinstance(each, dict)]


def record_of(given: Entity, offerings: Sequence[Entity], today: date) -> Raw:
    """Return the record; raises BadRecord when it cannot be made."""
    path = path_of(given)
    entity = on_day(given, today)
    refuse_unfit(entity, today)
    runs = [_run(on_day(each, today), today) for each in offerings if str(each.get("offeringType") or "course") in _OFFERED]
    modes = as_list(entity.get("modeOfDelivery")) or [mode for each in offerings for mode in as_list(each.get("modeOfDelivery"))]
    opened = beginning(runs, today)
    own, theirs = (address_of(each, _POSTCODE) for each in (entity, as_mapping(entity.get("organization"))))
    where = place_in((*opened, own, *runs, theirs))
    language, *others = languages_of([entity.get("teachingLanguage"), *as_list(_rio(entity).get("teachingLanguages"))]) or ("nl",)
    specified = as_mapping(entity.get("educationSpecification"))
    return {
        "id": id_of(entity, path),
        "kind": "opleiding" if path == "programs" else "cursus",
        "title": said(entity.get("name")),
        "description": without_markdown(said(entity.get("description"))),
        "language": language,
        "also_in": others,
        "level": level_of(entity) or level_of(specified),
        "minutes": lengths.of_study_load(entity.get("studyLoad")) or lengths.of_iso(entity.get("duration")),
        "delivery": delivery_of(modes, has_place=bool(where)),
        "own_pace": "yes" if entity.get("modeOfStudy") == "self-paced" else "no",
        "proof": ours("proofs", specified.get("formalDocument")) or ours("proofs", entity.get("qualificationAwarded")),
        "provider": organisation_of(entity.get("organization")),
        "part_of": entity.get("parent") if isinstance(entity.get("parent"), str) else None,
        "url": entity.get("link"),
        "expires": entity.get("validTo"),
        "runs": runs,
        **where,
        **lowest(opened),
    }


def _run(offering: Entity, today: date) -> Raw:
    first, last = day(offering, "flexibleEntryPeriodStart"), day(offering, "flexibleEntryPeriodEnd")
    flexible = first is not None or last is not None
    start = offering.get("startDate")
    if flexible:
        start = first if first and first > today else None
    return {
        "start": start,
        "end": offering.get("endDate"),
        "enrol_until": last if flexible else offering.get("enrollEndDate"),
        "status": _status(offering),
        **address_of(offering, _POSTCODE),
        **price_of(offering.get("priceInformation"), _TOTAL),
    }


def _status(offering: Entity) -> str:
    registration = str(_rio(offering).get("registrationStatus") or "")
    if is_full(offering):
        return "full"
    return registration if registration in ("open", "closed") else "unknown"


def _rio(entity: Entity) -> dict[str, Any]:
    return next((dict(each) for each in map(as_mapping, as_list(entity.get("consumers"))) if each.get("consumerKey") == "rio"), {})
