import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Delivery, Item, Kind, Provider, SmallestStep
from bot.errors import BadRecord
from bot.language.saying.texts import load_texts

Raw = dict[str, object]
Read = Callable[[Raw], Item]


def test_a_complete_record_becomes_an_item(raw: Raw, read: Read) -> None:
    assert read(raw) == Item(
        source="test",
        source_id="plank-zagen",
        kind=Kind.KLUS,
        title="Zaag een plank",
        summary="Je meet, tekent en zaagt.",
        theme="experiment",
        interests=("hout",),
        keywords=("zagen", "plank"),
        smallest_step=SmallestStep(3, "Zoek een plank."),
        delivery=Delivery.ONSITE,
        price=Decimal("12.50"),
        minutes=90,
        provider=Provider("Houtschuur", True, "https://voorbeeld.nl", date(2026, 11, 1)),
        place="Zwolle",
        region="AM36",
        parts_of_day=("avond",),
        url="https://voorbeeld.nl/plank",
    )


BAD = [
    ("id", "", "import_missing_id"),
    ("id", "a b", "import_bad_id"),
    ("id", "x" * 101, "import_bad_id"),
    ("kind", "feest", "import_bad_kind"),
    ("kind", None, "import_missing_kind"),
    ("title", " ", "import_missing_title"),
    ("title", "<b></b>", "import_missing_title"),
    ("summary", "", "import_missing_summary"),
    ("theme", "wiskunde", "import_bad_theme"),
    ("theme", "", "import_missing_theme"),
    ("interests", ["hout", "ruimtevaart"], "import_bad_interests"),
    ("smallest_step", None, "import_missing_step_minutes"),
    ("smallest_step", "begin", "import_missing_step_text"),
    ("smallest_step", {"minutes": 3}, "import_missing_step_text"),
    ("smallest_step", {"minutes": 11, "text": "x"}, "import_bad_step_minutes"),
    ("smallest_step", {"minutes": 0, "text": "x"}, "import_bad_step_minutes"),
    ("delivery", "maan", "import_bad_delivery"),
    ("delivery", "", "import_missing_delivery"),
    ("place", None, "import_no_place"),
    ("region", "AM04", "import_bad_region"),
    ("price", "veel", "import_bad_price"),
    ("price", "-1", "import_bad_price"),
    ("price", "NaN", "import_bad_price"),
    ("price", "99999999", "import_bad_price"),
    ("minutes", "1,5", "import_bad_minutes"),
    ("minutes", "0", "import_bad_minutes"),
    ("minutes", "²", "import_bad_minutes"),
    ("minutes", "99999999999", "import_bad_minutes"),
    ("parts_of_day", ["nacht"], "import_bad_parts_of_day"),
    ("open_days", ["feestdag"], "import_bad_open_days"),
    ("proof", "zwemdiploma", "import_bad_proof"),
    ("level", "mbo9", "import_bad_level"),
    ("language", "klingon", "import_bad_language"),
    ("about_work", "soms", "import_bad_about_work"),
    ("url", "javascript:alert(1)", "import_bad_url"),
    ("url", "voorbeeld.nl", "import_bad_url"),
    ("url", "http://[x", "import_bad_url"),
    ("provider", {"name": "X", "example": "misschien"}, "import_bad_example"),
    ("provider", {"name": "X", "last_verified": "gisteren"}, "import_bad_date"),
    ("provider", {"name": "<i></i>"}, "import_missing_name"),
]


@pytest.mark.parametrize(("name", "value", "code"), BAD)
def test_a_record_that_cannot_be_used_is_refused_with_its_reason(name: str, value: object, code: str, raw: Raw, read: Read) -> None:
    with pytest.raises(BadRecord) as refused:
        read({**raw, name: value})
    assert refused.value.code == code


def test_every_reason_has_a_dutch_text() -> None:
    texts = load_texts()
    source = "".join(path.read_text("utf-8") for path in Path("bot/catalogue").rglob("*.py"))
    written = set(re.findall(r'(?:BadRecord|FeedRefused|FeedUnavailable)\("(import_\w+)"', source)) | {code for _, _, code in BAD}
    assert len(written) >= 25
    assert {code for code in written if code not in texts} == set()
    assert all("{" not in texts(code, detail="x") for code in written)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("0", "0"),
        ("45", "45"),
        ("€ 45", "45"),
        ("45,-", "45"),
        ("12,50", "12.50"),
        ("12.5", "12.50"),
        ("1.250", "1250"),
        ("1.250,75", "1250.75"),
        (7, "7"),
        (12.5, "12.50"),
    ],
)
def test_prices_are_read_as_people_write_them(written: object, amount: str, raw: Raw, read: Read) -> None:
    assert read({**raw, "price": written}).price == Decimal(amount)


@pytest.mark.parametrize("unknown", [None, ""])
def test_an_unknown_price_is_not_free(unknown: object, raw: Raw, read: Read) -> None:
    item = read({**raw, "price": unknown})
    assert item.price is None
    assert not item.is_free


def test_html_is_taken_out_and_huge_fields_are_cut(raw: Raw, read: Read) -> None:
    item = read(
        {
            **raw,
            "title": "<b>Zaag</b> &amp; schuur<script>alert('x')</script>",
            "summary": "<p>Eerst dit.</p><p>Dan 3 < 4.\x00</p>" + "hout " * 10_000,
        }
    )
    assert item.title == "Zaag & schuur"
    assert item.summary.startswith("Eerst dit. Dan 3 < 4. hout")
    assert len(item.summary) <= 600
    assert item.summary.endswith("hout…")


@pytest.mark.parametrize(
    ("place", "read_as"),
    [
        ("Buurthuis De Meent, Almere", "Almere"),
        ("Hoofdstraat 1, 8011 PK Zwolle", "Zwolle"),
        ("Fietswerkplaats, om de hoek", "Fietswerkplaats, om de hoek"),
        ("Zwolle", "Zwolle"),
    ],
)
def test_of_a_place_with_its_building_the_part_that_is_on_the_map_counts(place: str, read_as: str, raw: Raw, read: Read) -> None:
    item = read({**raw, "place": place, "runs": [{"place": place}]})
    assert (item.place, item.runs[0].place) == (read_as, read_as)


@pytest.mark.parametrize(("given", "meant"), [(True, True), (False, False), ("yes", True), ("no", False), ("JA", True), (None, False)])
def test_a_yes_or_no_that_became_a_boolean_is_read_too(given: object, meant: bool, raw: Raw, read: Read) -> None:
    assert read({**raw, "own_pace": given}).own_pace is meant


def test_lists_may_be_written_with_commas(raw: Raw, read: Read) -> None:
    item = read({**raw, "interests": "hout, tuin", "keywords": "zagen|plank, zagen"})
    assert (item.interests, item.keywords) == (("hout", "tuin"), ("zagen", "plank"))


def test_what_is_left_out_gets_the_plainest_value(raw: Raw, read: Read) -> None:
    for name in ("proof", "level", "language", "about_work", "url", "provider", "keywords", "parts_of_day", "minutes"):
        del raw[name]
    item = read(raw)
    assert (item.proof, item.level, item.language, item.about_work, item.url) == ("none", "none", "nl", False, None)
    assert (item.provider, item.keywords, item.parts_of_day, item.minutes) == (None, (), (), None)


anything = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.lists(st.text()), st.dictionaries(st.text(), st.text())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["id", *(bad for bad, _, _ in BAD), "keywords", "licence"]), value=anything)
def test_any_record_is_read_or_refused(name: str, value: object, raw: Raw, read: Read) -> None:
    try:
        item = read({**raw, name: value})
    except BadRecord:
        return
    assert item.title
    assert item.id.startswith("test/")


def test_of_very_many_runs_the_latest_stay(raw: Raw, read: Read) -> None:
    days = [f"2020-01-{number:02}" for number in range(1, 29)] * 10
    item = read({**raw, "runs": [*({"start": day} for day in days), {"start": "2027-01-01"}, {"start": None}]})
    assert (len(item.runs), item.runs[0].start, item.runs[-1].start) == (200, None, date(2027, 1, 1))
