from decimal import Decimal

import pytest

from bot.catalogue.interests import load_interests
from bot.catalogue.models import Kind
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import load_regions
from bot.catalogue.wanted import Wanted

READER = WishReader(load_interests(), load_regions())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("iets met hout in Zwolle, gratis", Wanted("iets met hout in gratis", ("hout",), "Zwolle", Decimal(0))),
        ("lassen max 50 euro", Wanted("lassen max 50 euro", ("techniek",), None, Decimal(50))),
        (
            "een filmpje over koken van 10 minuten",
            Wanted("een over koken van 10 minuten", ("koken",), max_minutes=10, kinds=frozenset({Kind.FILMPJE})),
        ),
        ("cursus excel in den bosch", Wanted("excel in", ("computer",), "Den Bosch", kinds=frozenset({Kind.CURSUS}))),
        ("iets met hout in 8011 AB", Wanted("iets met hout in", ("hout",), "Zwolle")),
        ("1315ab", Wanted("", place="Almere")),
        ("Emmen? ik woon in Goes", Wanted("Emmen? ik woon in", place="Goes")),
        ("niet Almere maar Lelystad", Wanted("niet Almere maar", place="Lelystad", place_refused="Almere")),
        ("weet ik niet", Wanted("weet ik niet")),
        ("", Wanted()),
    ],
)
def test_a_sentence_says_what_where_how_much_and_how_long(text: str, wanted: Wanted) -> None:
    assert READER.read(text) == wanted
