from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import top_n_list

from bot.catalogue.dutch import word
from bot.catalogue.interests import MOST, load_interests, ordinary_words
from bot.catalogue.wordlist import TYPO
from bot.errors import UnknownInterest
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping

SAMPLES = yaml.safe_load(Path("tests/samples/interests.yml").read_text("utf-8"))
TOPICS = read_mapping(Path("bot/catalogue/data/interests.yml"))
VOCABULARY = load_interests()


@pytest.mark.parametrize(("text", "tags"), SAMPLES.items())
def test_the_topics_in_what_people_say_are_heard(text: str, tags: list[str]) -> None:
    assert set(VOCABULARY.tags_in(text)) == set(tags)


def test_there_are_enough_samples_with_and_without_a_topic() -> None:
    assert len(SAMPLES) >= 200
    assert sum(not tags for tags in SAMPLES.values()) >= 25
    assert {tag for tags in SAMPLES.values() for tag in tags} == set(VOCABULARY.tags)


def test_there_are_thirty_topics_with_a_label_and_enough_words() -> None:
    assert len(VOCABULARY.tags) == 30
    assert all(len(topic["words"]) >= 12 for topic in TOPICS.values())
    assert len({VOCABULARY.label(tag) for tag in VOCABULARY.tags}) == 30


@pytest.mark.parametrize("tag", TOPICS)
def test_a_label_is_heard_as_its_own_topic(tag: str) -> None:
    assert tag in VOCABULARY.tags_in(VOCABULARY.label(tag))


@pytest.mark.parametrize("tag", TOPICS)
def test_no_word_of_a_topic_is_blocked_or_listed_twice(tag: str) -> None:
    entries = TOPICS[tag]["words"]
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []
    assert set(entries) & ordinary_words() == set()


def test_an_unknown_tag_has_no_label() -> None:
    with pytest.raises(UnknownInterest):
        VOCABULARY.label("ruimtevaart")


def test_the_words_people_use_most_are_not_taken_for_a_misspelt_topic() -> None:
    common = {each for each in top_n_list("nl", 5000) if each.isalpha()}
    assert {each for each in common for hit in VOCABULARY.hits(each) if hit.strength == TYPO} == set()


@given(st.text(max_size=200))
def test_any_text_gives_at_most_three_known_topics_each_once(text: str) -> None:
    tags = VOCABULARY.tags_in(text)
    assert len(tags) == len(set(tags)) <= MOST
    assert set(tags) <= set(VOCABULARY.tags)


@pytest.mark.parametrize(
    "same",
    [
        "zagen zaag zaagje zaagjes",
        "planken plank plankje",
        "bomen boom boompje",
        "fietsen fiets fietsje fietsjes",
        "huizen huis huisje",
        "brieven brief briefje",
        "auto's auto autos",
        "school skool scholen schooltje",
        "gitaar gitaren gitaartje",
        "bouwen bouw bouwe",
        "computer komputer computers",
    ],
)
def test_shapes_of_one_word_share_a_key(same: str) -> None:
    assert len({word(each).key for each in words_of(same)}) == 1


@pytest.mark.parametrize("different", ["boom bom", "zaag zag", "lezen les", "hout houd", "kok kook", "muur muis", "man maan"])
def test_different_words_keep_different_keys(different: str) -> None:
    assert len({word(each).key for each in words_of(different)}) == 2


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_every_word_has_a_key(folded: str) -> None:
    assert word(folded).key


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("lassen en yoga", [{"techniek"}, {"rust"}]),
        ("koken/haken", [{"koken"}, {"creatief"}]),
        ("mijn dochter helpen met rekenen", [{"kinderen", "rekenen"}]),
        ("bloemen of tuinieren", [{"tuin"}]),
        ("iets leuks", []),
    ],
)
def test_things_named_beside_each_other_are_told_apart(text: str, subjects: list[set[str]]) -> None:
    assert list(map(set, VOCABULARY.subjects_in(text))) == subjects
