"""Open Education API version 6: a course or programme with its offerings becomes one record."""

from collections.abc import Sequence
from datetime import date

from bot.catalogue.importers import lengths
from bot.catalogue.importers.fields import Raw, day
from bot.catalogue.importers.ooapi_common import Entity, address_of, is_full, level_of, on_day, organisation_of, price_of, refuse_unfit
from bot.catalogue.importers.openings import beginning, lowest, place_in
from bot.catalogue.importers.words import as_list, as_mapping, delivery_of, languages_of, ours, said, without_markdown

PATHS = {"courses": "course-offerings", "programmes": "programme-offerings"}
REFERENCES = {"organisationId": ("organisations", "organisation")}
MEDIA_TYPE = "application/json; version=6"
_ID = {"courses": "courseId", "programmes": "programmeId"}
_TOTAL = "total_costs"
_POSTCODE = "postCode"
_STATUS = {"cancelled": "cancelled", "active": "open"}


def id_of(entity: Entity, path: str) -> str:
    """Return the id under which the server knows ``entity``."""
    return str(entity.get(_ID[path]) or "")


def path_of(entity: Entity) -> str:
    """Return under which path ``entity`` belongs; used for files, which mix them."""
    return "programmes" if "programmeId" in entity else "courses"


def offerings_in(entity: Entity) -> list[Entity]:
    """Return the offerings that a file gives inside the entity."""
    inside = [*as_list(entity.get("courseOfferings")), *as_list(entity.get("programmeOfferings"))]
    return [each for each in inside if isinstance(each, dict)]


def record_of(given: Entity, offerings: Sequence[Entity], today: date) -> Raw:
    """Return the record; raises BadRecord when it cannot be made."""
    path = path_of(given)
    entity = on_day(given, today)
    refuse_unfit(entity, today)
    # A concept or inactive offering is not there for people; a cancelled one tells that it was.
    offered = [on_day(each, today) for each in offerings if each.get("state") in (None, *_STATUS)]
    runs = [_run(each, today) for each in offered]
    modes = as_list(entity.get("modesOfDelivery")) or [mode for each in offered for mode in as_list(each.get("modesOfDelivery"))]
    opened = beginning(runs, today)
    own, theirs = (address_of(each, _POSTCODE) for each in (entity, as_mapping(entity.get("organisation"))))
    where = place_in((*opened, own, *runs, theirs))
    language, *others = languages_of(entity.get("teachingLanguages")) or ("nl",)
    return {
        "id": id_of(entity, path),
        "kind": "opleiding" if path == "programmes" else "cursus",
        "title": said(entity.get("name")),
        "description": without_markdown(said(entity.get("description"))),
        "language": language,
        "also_in": others,
        "level": level_of(entity),
        "minutes": lengths.of_study_load(entity.get("studyLoad")) or lengths.of_iso(entity.get("duration")),
        "delivery": delivery_of(modes, has_place=bool(where)),
        "own_pace": "yes" if entity.get("modeOfStudy") == "self_paced" else "no",
        "proof": ours("proofs", entity.get("formalDocument")) or ours("proofs", entity.get("qualificationAwarded")),
        "provider": organisation_of(entity.get("organisation")),
        "part_of": entity.get("parentId") if isinstance(entity.get("parentId"), str) else None,
        "url": entity.get("link"),
        "runs": runs,
        **where,
        **lowest(opened),
    }


def _run(offering: Entity, today: date) -> Raw:
    first, last = day(offering, "flexibleEntryPeriodStartDateTime"), day(offering, "flexibleEntryPeriodEndDateTime")
    flexible = first is not None or last is not None
    start = offering.get("startDateTime")
    if flexible:
        start = first if first and first > today else None
    return {
        "start": start,
        "end": offering.get("endDateTime"),
        "enrol_until": last if flexible else _enrol_until(offering),
        "status": "full" if is_full(offering) else _STATUS.get(str(offering.get("state")), "unknown"),
        **address_of(offering, _POSTCODE),
        **price_of(offering.get("priceInformation"), _TOTAL),
    }


def _enrol_until(offering: Entity) -> date | None:
    ends = [day(as_mapping(each), "endDateTime") for each in as_list(offering.get("enrolmentPeriods"))]
    return max((end for end in ends if end), default=None)
