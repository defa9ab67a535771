import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.moments.day_parts import (
    asks_for_then,
    bare_moment,
    cannot_then,
    clocks_in,
    free_part_in,
    is_after_work,
    is_at_once,
    is_condition,
    is_only_a_moment,
    names_a_day,
    names_a_time,
    part_meant_in,
    part_of_day_in,
    prefers_then,
    weekday_in,
)
from bot.language.safety.heavy import is_heavy


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("'s avonds", "avond"),
        ("liever smorgens", "ochtend"),
        ("zaterdagochtend", "ochtend"),
        ("in de koffiepauze", "pauze"),
        ("vanmiddag", "middag"),
        ("morgen", None),
        ("na mijn werk", None),
    ],
)
def test_a_part_of_the_day(text: str, part: str | None) -> None:
    assert part_of_day_in(text) == part


@pytest.mark.parametrize(("text", "answer"), [("Nu meteen!", True), ("zo snel mogelijk", True), ("nu even niet", False), ("", False)])
def test_at_once(text: str, answer: bool) -> None:
    assert is_at_once(text) is answer


@pytest.mark.parametrize(("text", "day"), [("op maandag", 0), ("zondagavond", 6), ("elke dag", None)])
def test_a_weekday(text: str, day: int | None) -> None:
    assert weekday_in(text) == day


@pytest.mark.parametrize(
    ("text", "answer"), [("morgen", True), ("vrijdag", True), ("straks", True), ("hoi", False), ("goedemorgen", False)]
)
def test_naming_a_time(text: str, answer: bool) -> None:
    assert names_a_time(text) is answer


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("nou in de pauze denk ik", "in de pauze"),
        ("ja doe maar zaterdagochtend dan!", "zaterdagochtend"),
        ("vrijdag na mijn werk", "vrijdag na mijn werk"),
        ("als de kleine slaapt", "als de kleine slaapt"),
        ("Misschien  morgen?", "morgen"),
        ("maar", "maar"),
        ("Donderdag kan ik beter", "Donderdag"),
        ("Alleen op woensdag", "op woensdag"),
        ("weet ik nog niet mischien zaterdag", "zaterdag"),
        ("ik werk in weekend ook, maandag vrij", "maandag"),
        ("dinsdag kan niet, maar woensdag wel", "woensdag"),
        ("in de pauze, als ik werk", "in de pauze, als ik werk"),
        ("'s avonds liever", "'s avonds"),
        ("zaterdag is beter voor mij", "zaterdag"),
        ("vrijdag nee zaterdag", "zaterdag"),
        ("vrijdag, nee wacht, zondag", "zondag"),
        ("als het kan nee toch zaterdag", "als het kan nee toch zaterdag"),
    ],
)
def test_a_moment_without_what_is_said_around_it(text: str, moment: str) -> None:
    assert bare_moment(text) == moment


@given(st.text(min_size=1))
def test_a_moment_keeps_its_own_words(text: str) -> None:
    assert bare_moment(text) in text
    assert bool(bare_moment(text)) == bool(text.strip())


@pytest.mark.parametrize(
    ("text", "answer"), [("mijn moeder is overleden", True), ("ik heb zo'n hoofdpijn", True), ("doodleuk", False), ("koken", False)]
)
def test_a_heavy_moment(text: str, answer: bool) -> None:
    assert is_heavy(text) is answer


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("ik kan alleen 's avonds", "avond"),
        ("Enkel in de ochtend heb ik tijd", "ochtend"),
        ("alleen in het weekend", "weekend"),
        ("ik heb geen tijd in de avond", None),
        ("ik werk alleen 's avonds", None),
        ("alleen in de avond kan ik niet", None),
        ("alleen maar druk", None),
    ],
)
def test_the_only_part_of_the_day_that_suits_is_heard(text: str, part: str | None) -> None:
    assert free_part_in(text) == part


@pytest.mark.parametrize(
    "text", ["ik kan dinsdag niet", "wacht nee zaterdag past niet", "morgen lukt nie", "vanavond heb ik geen tijd, dan werk ik"]
)
def test_when_it_does_not_suit(text: str) -> None:
    assert cannot_then(text)


@pytest.mark.parametrize("text", ["zaterdag", "zaterdag kan ik", "niet te laat in de avond", "dat kan ik niet", ""])
def test_what_says_nothing_of_when_it_does_not_suit(text: str) -> None:
    assert not cannot_then(text)


def test_a_part_of_a_day_is_no_day() -> None:
    assert names_a_day("donderdag na het eten")
    assert not names_a_day("savonds")


def test_after_work_is_heard_whenever_that_is() -> None:
    assert is_after_work("na mn dienst graag")
    assert not is_after_work("op mijn werk")


@pytest.mark.parametrize("text", ["donderdag kan ik beter", "'s avonds liever", "liefst op zaterdag"])
def test_a_moment_that_suits_better_is_only_a_moment(text: str) -> None:
    assert prefers_then(text)
    assert is_only_a_moment(text)


@pytest.mark.parametrize("text", ["beter leren lezen", "liever koken", "donderdag kan ik niet"])
def test_what_names_no_moment_or_likes_none_better_prefers_none(text: str) -> None:
    assert not prefers_then(text)


@pytest.mark.parametrize("text", ["zaterdag liever bowlen", "koken", "", "beter"])
def test_what_names_something_else_is_not_only_a_moment(text: str) -> None:
    assert not is_only_a_moment(text)


def test_asking_whether_there_is_something_then_is_heard() -> None:
    assert asks_for_then("is er ook iets in de avond?")
    assert not asks_for_then("is er ook iets met hout")
    assert not asks_for_then("in de avond")


@pytest.mark.parametrize("text", ["als ik wakker ben", "wanneer ik zin heb", "zodra de kleine slaapt"])
def test_a_moment_in_somebodys_own_day_is_heard(text: str) -> None:
    assert is_condition(text)


@pytest.mark.parametrize("text", ["wanneer is dat", "als ik kom, wat kost het?", "vrijdag"])
def test_a_question_is_no_moment_of_ones_own(text: str) -> None:
    assert not is_condition(text)


@pytest.mark.parametrize(
    ("text", "part", "clocks"),
    [
        ("half 8", None, ["07:30", "19:30"]),
        ("om half 8 's avonds", "avond", ["07:30", "19:30"]),
        ("19.30", "avond", ["19:30"]),
        ("om 3 uur", "middag", ["15:00"]),
        ("12 uur", "pauze", ["12:00"]),
        ("over een uur", None, []),
        ("3", None, []),
    ],
)
def test_an_hour_is_of_a_part_of_the_day(text: str, part: str | None, clocks: list[str]) -> None:
    assert (part_meant_in(text), [f"{each:%H:%M}" for each in clocks_in(text)]) == (part, clocks)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        *((text, True) for text in ("als ik klaar ben", "as ik klaar bin", "als ik klaar ben met werken", "zodra me dienst erop zit")),
        *((text, False) for text in ("ik ben klaar", "als ik klaar ben voor de cursus", "als ik zin heb")),
    ],
)
def test_being_done_with_work_is_after_work(text: str, after: bool) -> None:
    assert is_after_work(text) is after
