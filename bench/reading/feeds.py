"""Feeds of any size in every shape that is promised to be read record by record."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

SENTENCE = "Je leert dit stap voor stap, met rustige uitleg, en je oefent zelf. "
CATALOG = "https://api.voorbeeld.nl/organizations/wij/dynamiccatalogs/1"
_CSV_HEADER = "id;titel;soort;waar;plaats;samenvatting;omschrijving;thema;eerste_stap;eerste_stap_minuten;prijs\n"
_XML_START = '<?xml version="1.0" encoding="UTF-8"?>\n<programs xmlns="http://studieData.nl/schema/edudex/program">\n'
_XML = """<program>
<programClassification><orgUnitId>school</orgUnitId><programId>las-{number}</programId><programType>training</programType>
<programForm>part-time</programForm><programLevel>mbo niveau 3</programLevel><theme>technology</theme></programClassification>
<programDescriptions><programName xml:lang="nl">Lassen {number}</programName>
<programDescriptionText xml:lang="nl">{text}</programDescriptionText></programDescriptions>
<programSchedule><programRun><id>1</id><status>application opened</status><startDate isFinal="true">2099-04-01</startDate>
<location><city>Zwolle</city><zipcode>8011PK</zipcode></location></programRun></programSchedule>
</program>
"""


def write(file: Path, shape: str, many: int, text: str) -> None:
    """Write ``many`` records, each with ``text`` as its description, as a feed in ``shape`` (a ``Format``)."""
    with file.open("w", encoding="utf-8") as written:
        written.writelines(_SHAPES[shape](many, text))


def course(number: int, text: str) -> dict[str, Any]:
    """Return a course as OOAPI 5 has it."""
    run = {"offeringType": "course", "startDate": "2099-04-01", "endDate": "2099-06-01"}
    return {
        "courseId": f"c-{number}",
        "name": [{"language": "nl-NL", "value": f"Lassen {number}"}],
        "description": [{"language": "nl-NL", "value": text}],
        "teachingLanguage": "nld",
        "modeOfDelivery": ["on campus"],
        "addresses": [{"addressType": "teaching", "city": "Zwolle"}],
        "offerings": [run],
    }


def _ooapi(many: int, text: str) -> Iterator[str]:
    yield '{"items": ['
    for number in range(many):
        yield ("," if number else "") + json.dumps(course(number, text))
    yield "]}"


def _xml(many: int, text: str) -> Iterator[str]:
    yield _XML_START
    yield from (_XML.format(number=number, text=text) for number in range(many))
    yield "</programs>"


def _csv(many: int, text: str) -> Iterator[str]:
    yield _CSV_HEADER
    yield from (f"{n};Lassen {n};cursus;locatie;Zwolle;Je last.;{text};experiment;Begin.;2;45\n" for n in range(many))


_SHAPES: Mapping[str, Callable[[int, str], Iterator[str]]] = {"ooapi5": _ooapi, "edudex-xml": _xml, "csv": _csv}


class EdudexServer:
    """Answers as the EDU-DEX Data API does, with ``many`` programs that are made when they are asked for."""

    def __init__(self, many: int, text: str) -> None:
        self._many = many
        self._text = text

    def json(
        self, url: str, *, headers: Mapping[str, str], params: Mapping[str, str] | None = None, body: Mapping[str, Any] | None = None
    ) -> object:
        if body is not None:
            # Through text, as over a network.
            return json.loads(json.dumps({"programs": [self._program(each) for each in body["programs"]]}))
        if url.endswith("/programs"):
            return [{"supplierId": "school", "programId": f"las-{number}", "status": "active"} for number in range(self._many)]
        return {"name": {"nl": "Voorbeeldschool"}}

    def _program(self, asked: Mapping[str, str]) -> dict[str, Any]:
        about = {"orgUnitId": asked["orgUnitId"], "programId": asked["programId"], "programType": "training", "programForm": ["part-time"]}
        texts = {"programName": {"nl": f"Lassen {asked['programId']}"}, "programDescriptionText": {"nl": self._text}}
        run = {"id": "1", "status": "application opened", "startDate": {"date": "2099-04-01", "isFinal": True}}
        data = {"programClassification": about, "programDescriptions": texts, "programSchedule": {"programRun": [run]}}
        return {**asked, "data": data}
