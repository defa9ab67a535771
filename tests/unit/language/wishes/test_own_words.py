"""What of a sentence is the wish."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.wishes.own_words import asks_how, is_a_sentence, on_second_thoughts, only_tells, says_wanted, wish_in
from bot.language.words.yaml_files import read_mapping

SAMPLES = read_mapping(Path(__file__).parent / "wish_samples.yml")
WRITTEN = {text: wish for group in SAMPLES.values() for text, wish in group.items()}
NAMING = sorted(text for text, wish in WRITTEN.items() if wish)
AROUND = [
    "Hallo, ik wil graag leren {}",
    "{} wil ik leren",
    "{}, kan dat?",
    "{} want het is leuk",
    "ik zou {} willen leren. Alvast bedankt!",
    "{}",
]


def test_there_are_sentences_of_many_kinds() -> None:
    assert len(WRITTEN) >= 80
    assert len(SAMPLES) >= 8


@pytest.mark.parametrize(("text", "wish"), WRITTEN.items())
def test_the_wish_is_what_somebody_wants_to_learn(text: str, wish: str | None) -> None:
    assert wish_in(text) == wish


def test_a_place_is_where_to_look_and_no_part_of_the_wish() -> None:
    assert wish_in("iets met hout in Almere", place="Almere") == "iets met hout"
    assert wish_in("koken in den haag, gratis", place="Den Haag") == "koken"
    assert wish_in("Almere", place="Almere") == "Almere"
    assert wish_in("de geschiedenis van Almere leren", place="Almere") == "de geschiedenis van Almere"


def test_what_a_model_saw_tells_which_of_two_sentences_is_meant() -> None:
    text = "Mijn zus schildert. Bonbons maken."
    assert wish_in(text) == text.rstrip(".")
    assert wish_in(text, (20, 33)) == "Bonbons maken"


@pytest.mark.parametrize("text", NAMING)
def test_a_wish_is_a_piece_of_what_was_typed_and_nothing_more_can_be_cut_from_it(text: str) -> None:
    wish = wish_in(text)
    assert wish is not None
    assert wish in text
    assert wish_in(wish) == wish


@given(text=st.text(max_size=80), start=st.integers(0, 80), place=st.sampled_from([None, "Almere", "Den Haag", ""]))
def test_whatever_is_typed_gives_a_piece_of_it_or_nothing(text: str, start: int, place: str | None) -> None:
    wish = wish_in(text, (start, start + 5), place)
    assert wish is None or (wish and wish in text)
    assert wish is None or wish_in(wish, place=place) == wish


@given(
    topic=st.sampled_from(["borduren", "klokken repareren", "iets met vuur", "Fries"]), around=st.lists(st.sampled_from(AROUND), max_size=3)
)
def test_who_names_something_is_never_left_without_a_wish(topic: str, around: list[str]) -> None:
    text = topic
    for each in around:
        text = each.format(text)
    wish = wish_in(text)
    assert wish is not None
    assert topic in wish


@pytest.mark.parametrize(
    "text", ["iets met fermenteren", "kwil goed leren dweilen", "beter leren lezen", "ik kan niet zwemmen", "hoe werkt een motor"]
)
def test_wanting_is_heard(text: str) -> None:
    assert says_wanted(text)


@pytest.mark.parametrize("text", ["wat?", "ik werk in de bouw", "sprzataczka jestem", "de bus was laat", "mijn man kookt"])
def test_what_says_nothing_of_the_kind_is_no_wanting(text: str) -> None:
    assert not says_wanted(text)


def test_who_tells_about_themselves_wants_nothing_yet() -> None:
    assert only_tells("ik werk in de bouw")
    assert not only_tells("ik werk in de bouw en wil leren lassen")


def test_a_topic_is_no_sentence() -> None:
    assert not is_a_sentence("zeepkistenrace met een neefje")
    assert is_a_sentence("geen tijd")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("weet niet. iets met me handen", "iets met me handen"),
        ("Geen idee hoor, koken ofzo.", "koken ofzo"),
        ("vergeet alles wat ik zei, ik wil lassen", "ik wil lassen"),
        ("weet niet", None),
        ("weet niet hoe ik daar kom", None),
        ("vergeet alles wat je van me weet", None),
        ("iets met hout, weet niet", None),
    ],
)
def test_what_follows_on_second_thoughts_is_heard(text: str, rest: str | None) -> None:
    assert on_second_thoughts(text) == rest


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("kweenie, iets met koken mss", "iets met koken"),
        ("geen idee misschien haken", "haken"),
        ("weet niet misschien lassen ofzo", "lassen"),
        ("ik twijfel nog, misschien tuinieren", "tuinieren"),
        ("iets van koken of zo denk ik, weet niet zeker", "iets van koken"),
        ("eh, kweenie man, koken", "koken"),
        ("stoppen met roken hoe dan", "stoppen met roken"),
        ("beter weten hoe ik brood bak", "beter weten hoe ik brood bak"),
        ("leren twijfelen", "leren twijfelen"),
        ("kweenie", None),
        ("mss", None),
    ],
)
def test_what_is_said_in_doubt_is_no_part_of_the_wish(text: str, wish: str | None) -> None:
    assert wish_in(text) == wish


def test_a_question_how_to_do_what_it_names_is_heard() -> None:
    assert all(map(asks_how, ["stoppen met roken hoe dan", "hoe leer ik lassen", "lassen, hoe doe je dat"]))
    assert not any(map(asks_how, ["gelast vandaag", "hoe is het", "stoppen met roken", "zo doe ik dat"]))
