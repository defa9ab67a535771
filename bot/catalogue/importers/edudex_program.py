"""One EDU-DEX program becomes one record. The XML reader gives programs the same shape as the JSON API."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.catalogue.importers import lengths
from bot.catalogue.importers.edudex_costs import per_module, said_yes, total
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.openings import beginning, lowest, place_in
from bot.catalogue.importers.record import Gone
from bot.catalogue.importers.words import as_list, as_mapping, delivery_of, id_of, language_of, ours, said, table
from bot.errors import BadRecord

Program = Mapping[str, Any]
_STATUS = {"application opened": "open", "application closed": "closed", "canceled": "cancelled"}
_FORMAL = frozenset({"mbo module"})
_MOST_WORDS = 20


def id_in(program: Program) -> str:
    """Return the id of ``program``: unique over suppliers."""
    about = as_mapping(program.get("programClassification"))
    supplier, own = about.get("orgUnitId"), about.get("programId")
    return id_of(f"{supplier}:{own}") if supplier and own else ""


def record_of(program: Program, provider: str | None, client: str | None, today: date) -> Raw | Gone:
    """Return the record; ``client`` is whose own offers may come in besides those for everyone.

    Raises BadRecord for an offer to another client: its prices are nobody else's business.
    """
    offered_to = as_mapping(program.get("clientId")).get("orgUnitId")
    if offered_to and offered_to != client:
        raise BadRecord("import_client_only", id_in(program))
    if program.get("inPublication") is not None and not said_yes(program["inPublication"]):
        return Gone()
    about, texts = (as_mapping(program.get(name)) for name in ("programClassification", "programDescriptions"))
    schedule, admission = (as_mapping(program.get(name)) for name in ("programSchedule", "programAdmission"))
    years = lengths.years_of(as_mapping(about.get("programDuration")))
    given = [as_mapping(each) for each in as_list(schedule.get("programRun"))]
    public = [each for each in given if offered_to or each.get("openTo") != "client only"]
    generic = as_mapping(schedule.get("genericProgramRun"))
    runs = [*_direct_start(admission), *(_run(each, years, today) for each in public)]
    opened = beginning(runs, today)
    where = place_in((*opened, _place(generic), *runs))
    language, *others = _languages(program, texts)
    proof = ours("proofs", about.get("degree"))
    return {
        "id": id_in(program),
        "kind": "opleiding" if proof == "diploma" or about.get("programType") in _FORMAL else "cursus",
        "title": said(texts.get("programName")),
        "summary": said(texts.get("programSummaryText")),
        "description": said(texts.get("programDescriptionText")) or said(texts.get("programDescriptionHtml")),
        "keywords": [*_words(texts.get("searchword")), *map(str, as_list(about.get("theme")))][:_MOST_WORDS],
        "language": language,
        "also_in": others,
        "level": ours("levels", about.get("programLevel")),
        "proof": proof,
        "minutes": _minutes(program, as_mapping(about.get("programDuration"))),
        "delivery": _delivery(about, public, has_place=bool(where)),
        "own_pace": "yes" if about.get("programType") == "self study" else "no",
        "learning_path": _learning_path(program),
        "provider": {"name": provider or str(about.get("orgUnitId") or "")},
        "part_of": f"{about.get('orgUnitId')}:{about['superProgramId']}" if about.get("superProgramId") else None,
        "url": said(texts.get("webLink")),
        "parts_of_day": _parts_of_day([*public, generic]),
        "expires": _expires(program.get("expires"), about.get("offeredUntil")),
        "source_updated": program.get("lastEdited"),
        "runs": runs,
        **where,
        **(lowest((*opened, total(generic.get("cost"), years, today))) or _per_module((*public, generic), today)),
    }


def _per_module(runs: Iterable[Program], today: date) -> Raw:
    modules = [module for each in runs for name in ("module", "genericModule") for module in as_list(each.get(name))]
    return per_module(modules, today)


def _run(run: Program, years: float | None, today: date) -> Raw:
    start, end = _date(run.get("startDate")), _date(run.get("endDate"))
    return {
        "start": start["date"],
        "end": end["date"],
        "is_final": "yes" if said_yes(start["isFinal"]) else "no",
        "status": _STATUS.get(str(run.get("status")), "unknown"),
        "enrol_until": run.get("applicationDeadline"),
        **total(run.get("cost"), years, today),
        **_place(run),
    }


def _direct_start(admission: Program) -> list[Raw]:
    if admission.get("startDateDetermination") != "direct start":
        return []
    return [{"start": None, "status": "open" if said_yes(admission.get("applicationOpen")) else "closed"}]


def _expires(*days: object) -> str | None:
    """Return the first of ``days``, all written as 2026-12-31."""
    return min((str(day) for day in days if day), default=None)


def _date(value: object) -> Mapping[str, Any]:
    given = as_mapping(value) or {"date": value}
    return {"date": given.get("date"), "isFinal": given.get("isFinal", True)}


def _place(run: Program) -> Raw:
    location = as_mapping(run.get("location"))
    return {"place": location["city"], "postcode": location.get("zipcode")} if location.get("city") else {}


def _delivery(about: Program, runs: list[Program], *, has_place: bool) -> str:
    if said_yes(about.get("fullyOnline")) or (runs and all(said_yes(each.get("fullyOnline")) for each in runs)):
        return "online"
    return delivery_of([*as_list(about.get("programForm")), about.get("programType")], has_place=has_place)


def _minutes(program: Program, duration: Program) -> int | None:
    load = as_mapping(as_mapping(program.get("programCurriculum")).get("studyLoad"))
    if load.get("program"):
        return lengths.of_hours(load["program"])
    if "hours" in duration:
        return lengths.of_hours(duration["hours"])
    return lengths.of_iso(f"P{duration['days']}D") if "days" in duration else None


def _languages(program: Program, texts: Program) -> tuple[str, ...]:
    given = [as_mapping(each) for each in as_list(as_mapping(program.get("programCurriculum")).get("instructionLanguage"))]
    known = [language for each in given if (language := language_of(each.get("languageCode")))]
    titled = language_of(next(iter(as_mapping(texts.get("programName"))), None))
    return tuple(dict.fromkeys(known)) or (titled or "nl",)


def _learning_path(program: Program) -> str:
    acknowledged = as_mapping(program.get("programExternalAcknowledgements"))
    paths = [as_mapping(each).get("learningPath") for each in as_list(acknowledged.get("creboRegistration"))]
    return next((found for path in paths if (found := ours("learning_paths", path))), "")


def _parts_of_day(runs: list[Program]) -> list[str]:
    named = [part for each in runs for part in as_list(each.get("contactHoursPartOfDay"))]
    return list(dict.fromkeys(ours_part for part in named for ours_part in table("parts_of_day").get(str(part), ())))


def _words(searchword: object) -> list[str]:
    per_language = as_mapping(searchword)
    return [str(word) for word in as_list(per_language.get("nl") or next(iter(per_language.values()), None))]
