import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.safety.guessing import SCALES, guessed_right
from bot.language.safety.lists import load_safety
from bot.language.safety.weighing import LEARNED, MOST_WORDS, pieces_of
from bot.language.safety.words import Right, Sign, Trouble, sounds_desperate
from bot.language.words.fold import words_of
from bot.language.words.other_language import language_of

UNLISTED = [
    ("het zou voor iedereen beter zijn als ik er morgen niet meer ben", "nl"),
    ("vannacht stond ik op het dak en wilde ik naar beneden", "nl"),
    ("nobody would care if i was gone tomorrow", "en"),
]


@pytest.mark.parametrize(("text", "language"), UNLISTED)
def test_despair_that_no_list_holds_is_asked_about(text: str, language: str) -> None:
    assert sounds_desperate(words_of(text))
    assert load_safety().classify(text) == Sign(Trouble.CRISIS, language, sure=False)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil leren lassen",
        "ik ga dood van het lachen",
        "ik kan niet meer komen op dinsdag",
        "die cursus maakt me doodmoe",
        "stop met berichten",
        "ik weet het niet meer met die computer",
        "",
        "👍",
    ],
)
def test_plain_talk_is_left_alone(text: str) -> None:
    assert not sounds_desperate(words_of(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("laat die berichtjes voortaan maar zitten", Right.STOP),
        ("de komende twee weken even geen berichtjes want ik ben op vakantie", Right.PAUSE),
        ("ik wil graag leren stoppen met roken", None),
        ("hoe verwijder ik een foto van mijn telefoon", None),
        ("ik wil met mensen leren praten", None),
        ("stop maar", None),
    ],
)
def test_a_right_in_own_words_is_guessed(text: str, right: Right | None) -> None:
    assert guessed_right(text) is right


def test_only_the_end_of_a_long_story_is_weighed() -> None:
    story = ("gewoon", "een", "verhaal") * MOST_WORDS
    assert pieces_of((*story, "dood")) == pieces_of((*story[-MOST_WORDS + 1 :], "dood"))


def test_pieces_are_phrases_pairs_apart_and_letters_with_the_ends_of_a_word() -> None:
    phrases = {"ik", "na", "ga", "ik na", "na ga", "ik na ga", "ik+ga"}
    assert pieces_of(("ik", "na", "ga")) == phrases | {
        f"~{piece}" for word in ("ik", "na", "ga") for piece in (f"_{word}", f"{word}_", f"_{word}_")
    }


def test_pairs_stand_at_most_four_words_apart() -> None:
    assert {"a+e", "b+f"} <= pieces_of(tuple("abcdef"))
    assert "a+f" not in pieces_of(tuple("abcdef"))


def test_a_word_or_two_are_for_the_lists() -> None:
    assert pieces_of(("wil", "dood")) == frozenset()


@given(st.text(max_size=400))
def test_any_text_is_weighed_the_same_each_time_and_never_makes_us_sure(text: str) -> None:
    found = load_safety().classify(text)
    assert not (sounds_desperate(words_of(text)) and found is None)
    assert guessed_right(text) in (None, *SCALES)


@pytest.mark.parametrize("path", sorted(LEARNED.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_learned_is_small_and_has_no_sentence_in_it(path: Path) -> None:
    learned = json.loads(path.read_text("utf-8"))
    assert path.stat().st_size < 1_000_000
    assert max(len(piece.split()) for piece in learned["weights"]) <= 3


@pytest.mark.parametrize(
    ("text", "language"),
    [("я хочу спати", "uk"), ("لا أريد", "ar"), ("ich möchte nicht", "de"), ("i dont want to", "en"), ("ik wil niet", None), ("", None)],
)
def test_the_language_shows_in_its_alphabet_or_its_small_words(text: str, language: str | None) -> None:
    assert language_of(text) == language
