import pytest

from bot.catalogue.interests import load_interests
from bot.catalogue.search import CatalogueIndex
from bot.language.wishes.rejecting import without_rejected
from tests.unit.catalogue.conftest import demo_items

INDEX = CatalogueIndex(demo_items())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("niet schilderen maar koken", "koken"),
        ("ik wil niet lassen maar iets met hout", "ik wil iets met hout"),
        ("geen sport maar muziek", "muziek"),
        ("liever koken dan schilderen", "liever koken"),
        ("alles behalve voetbal", "alles"),
        ("iets met muziek maar niet met computers", "iets met muziek"),
        ("nie schildere mar kooken", "kooken"),
    ],
)
def test_what_is_not_wanted_is_left_out(text: str, left: str) -> None:
    assert without_rejected(text).split() == left.split()


@pytest.mark.parametrize(
    "text",
    [
        "ik kan niet zwemmen maar wil het leren",
        "ik durf niet te fietsen maar ik wil wel",
        "ik kan niet goed lezen",
        "ik wil iets leren maar weet niet wat",
        "koken voor mensen die geen vlees eten",
        "stoppen met roken",
        "ik heb geen diploma",
    ],
)
def test_what_somebody_cannot_yet_is_a_wish(text: str) -> None:
    assert without_rejected(text).split() == text.split()


@pytest.mark.parametrize("text", ["niet schilderen maar koken", "nie schildere mar kooken", "liever koken dan schilderen"])
def test_who_wants_to_cook_gets_no_painting(text: str) -> None:
    found = INDEX.find(text, load_interests().tags_in(text))
    assert "koken" in found[0].item.interests
    assert "schilderen-vanaf-nul" not in {each.item.source_id for each in found}


@pytest.mark.parametrize("text", ["smorgens", "'s morgens", "savonds", "'s avonds"])
def test_a_part_of_the_day_is_no_topic_and_no_word_to_search_for(text: str) -> None:
    assert INDEX.find(text, load_interests().tags_in(text)) == []
