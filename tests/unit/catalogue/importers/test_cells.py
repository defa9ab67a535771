"""What people write in spreadsheets."""

from decimal import Decimal

import pytest

from bot.catalogue.importers.cells import meant, priced
from bot.catalogue.importers.columns import Columns
from bot.catalogue.models import Vat
from tests.unit.catalogue.importers.conftest import taken

ROW = {
    "id": "las-1",
    "soort": "Cursus",
    "titel": "Lassen",
    "samenvatting": "Je last.",
    "thema": "Experiment",
    "eerste_stap": "Kijk een filmpje.",
    "eerste_stap_minuten": "3 min",
    "waar": "Online",
}


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("90", "90"),
        ("90 min", "90"),
        ("90 min.", "90"),
        ("2 uur", "120"),
        ("1,5 uur", "90"),
        ("2u", "120"),
        ("6 lessen van 2 uur", "6 lessen van 2 uur"),
        ("", ""),
    ],
)
def test_lengths_are_read_as_people_write_them(written: str, minutes: str) -> None:
    assert meant("minutes", written) == minutes


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("kind", "Cursus", "cursus"),
        ("delivery", "Op locatie", "onsite"),
        ("language", "Nederlands", "nl"),
        ("language", "NL", "nl"),
        ("language", "Klingon", "Klingon"),
        ("url", "www.voorbeeld.nl/Lassen", "https://www.voorbeeld.nl/Lassen"),
        ("url", "voorbeeld.nl", "voorbeeld.nl"),
        ("title", "Cursus", "Cursus"),
    ],
)
def test_words_are_read_in_capitals_and_in_full(name: str, written: str, read: str) -> None:
    assert meant(name, written) == read


@pytest.mark.parametrize(
    ("written", "price", "vat"),
    [
        ("Gratis", "0", ""),
        ("n.v.t.", "", ""),
        ("op aanvraag", "", ""),
        ("45 euro", "45", ""),
        ("€ 45,- p.p.", "€ 45,-", ""),
        ("€ 349,00 excl. btw", "€ 349,00", "excluded"),
        ("€ 349 (excl. BTW)", "€ 349", "excluded"),
        ("€ 20 per persoon incl. btw", "€ 20", ""),
        ("euro", "", ""),
    ],
)
def test_a_price_is_taken_out_of_the_words_around_it(written: str, price: str, vat: str) -> None:
    said = priced(written)
    assert (said["price"], said.get("vat", "")) == (price, vat)


@pytest.mark.parametrize(
    ("price", "amount", "complete", "vat"),
    [
        ("€ 1.250,-", Decimal(1250), True, Vat.INCLUDED),
        ("100 euro excl. btw", Decimal(100), False, Vat.EXCLUDED),
        ("n.v.t.", None, True, Vat.INCLUDED),
    ],
)
def test_a_row_as_people_type_it_becomes_an_item(price: str, amount: Decimal | None, complete: bool, vat: Vat) -> None:
    row, columns = {**ROW, "prijs": price}, Columns()
    (item,) = taken(columns.record(columns.header(iter([list(row)])), list(row.values()))).items.values()
    assert (item.price, item.price_complete, item.vat) == (amount, complete, vat)


def test_a_column_about_vat_goes_before_the_words_of_the_price() -> None:
    columns = Columns()
    header = columns.header(iter([["id", "titel", "prijs", "btw"]]))
    assert columns.record(header, ["a", "b", "45 excl. btw", "exempt"])["vat"] == "exempt"


def test_a_value_for_every_row_goes_before_a_column_with_the_same_name() -> None:
    columns = Columns({"=waar": "online"})
    header = columns.header(iter([["id", "titel", "waar"]]))
    assert columns.record(header, ["a", "b", "Buurthuis De Meent"])["delivery"] == "online"
