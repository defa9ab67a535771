from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.catalogue.importers.edudex_xml import EdudexXml
from bot.catalogue.models import RunStatus
from bot.errors import FeedRefused, FeedUnavailable
from tests.unit.catalogue.importers.conftest import TODAY, all_of

PROGRAM = """<program xmlns="http://studieData.nl/schema/edudex/program">
  <lastEdited>2026-02-01T10:00:00</lastEdited>
  <programAdmission><applicationOpen>true</applicationOpen></programAdmission>
  <programClassification>
    <degree>certificate</degree><orgUnitId>school</orgUnitId><programDuration unit="month">18</programDuration>
    <programForm>part-time</programForm><programForm>evening education</programForm><programId>las-{n}</programId>
    <programLevel>mbo niveau 3</programLevel><theme>technology</theme><theme>tourism, recreation and hospitality</theme>
    <programType>training</programType>
  </programClassification>
  <programDescriptions>
    <programName xml:lang="en">Welding</programName><programName xml:lang="nl">Lassen {n}</programName>
    <programSummaryText xml:lang="nl">Je last &lt;b&gt;staal&lt;/b&gt;.</programSummaryText>
    <programDescriptionText xml:lang="nl">Meer.</programDescriptionText>
    <searchword xml:lang="nl">lassen</searchword><searchword xml:lang="nl">metaal</searchword>
  </programDescriptions>
  <programSchedule><programRun><id>1</id><status>application opened</status>
    <startDate isFinal="false">2026-04-01</startDate><endDate isFinal="true">2026-06-01</endDate>
    <location><city>Zwolle</city><zipcode>8011PK</zipcode></location>
    <cost><amount>100.00</amount><amountIsFinal>true</amountIsFinal><costType>tuition fee</costType><currency>eur</currency>
      <isRequiredCost>true</isRequiredCost><period>year</period><VATPercentage>0</VATPercentage></cost>
  </programRun></programSchedule>
</program>"""
DIRECTORY = (
    '<edudexDirectory xmlns="http://studieData.nl/schema/edudex/directory"><version>1.0</version>'
    "<instituteDataResource>institute.xml</instituteDataResource><orgUnitId>school</orgUnitId>{}</edudexDirectory>"
)
RESOURCE = "<programResource><programId>las-{0}</programId><resourceUrl>{0}.xml</resourceUrl></programResource>"
INSTITUTE = """<instituteData xmlns="http://studieData.nl/schema/edudex/institute"><orgUnitId>school</orgUnitId>
  <instituteName xml:lang="en">Example School</instituteName><instituteName xml:lang="nl">Voorbeeldschool</instituteName></instituteData>"""


def unreachable(url: str, _: Path) -> None:
    raise FeedRefused("import_private_address", url)


def feed(file: Path, content: str | bytes, address: str | None = None) -> EdudexXml:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return EdudexXml(file, address or str(file), unreachable, None, TODAY)


def test_a_program_file_says_the_same_as_the_json(tmp_path: Path) -> None:
    (item,) = all_of(feed(tmp_path / "program.xml", PROGRAM.replace("{n}", "1"))).items.values()
    assert (item.source_id, item.title, item.summary, item.level) == ("school:las-1", "Lassen 1", "Je last staal.", "mbo3")
    assert item.keywords == ("lassen", "metaal", "technology", "tourism, recreation and hospitality")
    assert (item.price, item.price_complete) == (Decimal(150), True), "a year's price for a year and a half, in small-letter euros"
    assert (item.runs[0].start, item.runs[0].is_final, item.runs[0].status) == (date(2026, 4, 1), False, RunStatus.OPEN)


def test_a_directory_names_files_beside_it_and_one_that_is_missing_is_told(tmp_path: Path) -> None:
    for number in "12":
        (tmp_path / f"{number}.xml").write_text(PROGRAM.replace("{n}", number), "utf-8")
    names = ["1", "../../etc/passwd", "weg", "2"]
    taken = all_of(feed(tmp_path / "directory.xml", DIRECTORY.format("".join(RESOURCE.format(name) for name in names))))
    assert [item.source_id for item in taken.items.values()] == ["school:las-1", "school:las-2"]
    assert [(row.line, row.code) for row in taken.refused] == [(2, "import_no_program"), (3, "import_no_program")]


def test_an_unreadable_program_file_is_known_by_its_directory_so_that_what_is_stored_of_it_can_stay(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text("<program><a>", "utf-8")
    taken = all_of(feed(tmp_path / "directory.xml", DIRECTORY.format(RESOURCE.format("1") + RESOURCE.format("weg"))))
    assert [(row.code, row.record_id) for row in taken.refused] == [
        ("import_no_xml", "school:las-1"),
        ("import_no_program", "school:las-weg"),
    ]
    assert taken.kept == {"school:las-1", "school:las-weg"}


def test_the_file_of_the_institute_gives_its_name_and_without_it_its_id_has_to_do(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(PROGRAM.replace("{n}", "1"), "utf-8")
    directory = tmp_path / "directory.xml"

    def provider() -> str | None:
        (item,) = all_of(feed(directory, DIRECTORY.format(RESOURCE.format("1")))).items.values()
        return item.provider and item.provider.name

    assert provider() == "school"
    (tmp_path / "institute.xml").write_text(INSTITUTE, "utf-8")
    assert provider() == "Voorbeeldschool"


def test_a_file_for_another_client_is_not_even_fetched_and_a_list_in_a_list_is_told(tmp_path: Path) -> None:
    other = "<programResource><clientId>ander</clientId><programId>las-1</programId><resourceUrl>1.xml</resourceUrl></programResource>"
    deeper = "<subDirectory><directoryUrl>https://x.nl/d.xml</directoryUrl><orgUnitId>school2</orgUnitId></subDirectory>"
    taken = all_of(feed(tmp_path / "directory.xml", DIRECTORY.format(deeper + other)))
    assert [row.code for row in taken.refused] == ["import_sub_directory", "import_client_only"]
    assert taken.gone == {"school:las-1"}


def test_a_program_file_that_cannot_be_fetched_now_ends_the_reading(tmp_path: Path) -> None:
    def busy(url: str, _: Path) -> None:
        raise FeedUnavailable("import_status", f"503 {url}")

    directory = tmp_path / "directory.xml"
    directory.write_text(DIRECTORY.format(RESOURCE.format("1")), "utf-8")
    with pytest.raises(FeedUnavailable):
        all_of(EdudexXml(directory, "https://school.voorbeeld.nl/directory.xml", busy, None, TODAY))


def test_a_program_nested_a_hundred_thousand_deep_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    deep = f"<program>{'<a>' * 100_000}{'</a>' * 100_000}</program>"
    taken = all_of(feed(tmp_path / "deep.xml", f"<programs>{deep}{PROGRAM.replace('{n}', '1')}</programs>"))
    assert [row.code for row in taken.refused] == ["import_bad_shape"]
    assert len(taken.items) == 1


def test_the_ids_of_a_directory_are_read_without_fetching_its_programs(tmp_path: Path) -> None:
    directory = feed(tmp_path / "directory.xml", DIRECTORY.format(RESOURCE.format("1") + RESOURCE.format("2")), "https://x.nl/d.xml")
    assert list(directory.ids()) == ["school:las-1", "school:las-2"]
    whole = feed(tmp_path / "many.xml", f"<programs><program/>{PROGRAM.replace('{n}', '1')}</programs>")
    assert list(whole.ids()) == ["", "school:las-1"]


def test_a_directory_that_was_fetched_never_names_files_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(PROGRAM, "utf-8")
    taken = all_of(feed(tmp_path / "directory.xml", DIRECTORY.format(RESOURCE.format("1")), "https://school.voorbeeld.nl/directory.xml"))
    assert [(row.code, row.detail) for row in taken.refused] == [("import_private_address", "https://school.voorbeeld.nl/1.xml")]


def test_an_empty_program_is_refused_in_plain_words(tmp_path: Path) -> None:
    taken = all_of(feed(tmp_path / "empty.xml", "<programs><program/></programs>"))
    assert [row.code for row in taken.refused] == ["import_missing_delivery"]


def test_reading_goes_on_after_a_mark(tmp_path: Path) -> None:
    many = feed(tmp_path / "many.xml", f"<programs>{''.join(PROGRAM.replace('{n}', str(n)) for n in range(5))}</programs>")
    assert [record.number for record in many.records({"number": 3})] == [4, 5]


BOMB = '<!DOCTYPE x [<!ENTITY a "{}">{}]><program>&z;</program>'.format(
    "ha" * 10, "".join(f'<!ENTITY {n} "{f"&{chr(ord(n) - 1)};" * 10}">' for n in "bcdefghz")
)


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><program>&f;</program>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><program/>',
        "<program><a>",
        "geen xml",
        '<?xml version="1.0" encoding="nergens"?><program/>',
        '<?xml version="1.0" encoding="utf-8"?><program>caf\xe9</program>'.encode("latin-1"),
    ],
    ids=["expansion", "file", "network", "cut off", "text", "unknown charset", "wrong charset"],
)
def test_hostile_and_broken_xml_is_refused(content: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        all_of(feed(tmp_path / "bad.xml", content))
    assert refused.value.code == "import_no_xml"


def test_a_field_of_ten_megabytes_is_cut_and_a_record_without_end_is_refused(tmp_path: Path) -> None:
    big = PROGRAM.replace("{n}", "1").replace("Meer.", "a" * 10_000_000)
    (item,) = all_of(feed(tmp_path / "big.xml", big)).items.values()
    assert len(item.description) <= 4_000
    with pytest.raises(FeedRefused) as refused:
        all_of(feed(tmp_path / "endless.xml", b"<program><a>" + b"a" * 33 * 1024 * 1024))
    assert refused.value.code == "import_record_too_big"
