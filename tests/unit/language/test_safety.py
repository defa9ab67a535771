import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import top_n_list

from bot.errors import BadText
from bot.language.safety import Crisis, Right, SafetyWords
from bot.language.safety_lists import DATA, load_safety

SAMPLES: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "safety_samples.yml").read_text("utf-8"))
SAFETY = load_safety()
SHORTEST = {
    Right.STOP: "stop",
    Right.PAUSE: "pauze",
    Right.ERASE: "wis alles",
    Right.EXPORT: "mijn gegevens",
    Right.HUMAN: "mens",
    Right.HELP: "help",
}


def named(text: str) -> str:
    found = SAFETY.classify(text)
    return "crisis" if isinstance(found, Crisis) else found.value if found else "nothing"


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in SAMPLES.items() for text in texts])
def test_a_text_is_what_the_table_says(meaning: str, text: str) -> None:
    assert named(text) == meaning


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(SAMPLES["nothing"]) >= 60
    assert sum(len(texts) for meaning, texts in SAMPLES.items() if meaning != "nothing") >= 120


@given(
    st.sampled_from([text for meaning, texts in SAMPLES.items() if meaning != "nothing" for text in texts]),
    st.sampled_from(["{}", "{}!", "  {}  ", "{}...", "{} 😡", "\n{}\n", "«{}»", "*{}*"]),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_case_and_punctuation_change_nothing(text: str, dressed: str, cased: type[str]) -> None:
    # Turkish writes İ for a capital i, so that upper case there is another letter.
    shown = dressed.format(cased(text).replace("ẞ", "SS"))
    assert named(shown) == named(text)


@given(st.sampled_from(sorted(SHORTEST)), st.data())
def test_held_down_keys_change_nothing(right: Right, data: st.DataObject) -> None:
    word = SHORTEST[right]
    at = data.draw(st.integers(0, len(word) - 1))
    times = data.draw(st.integers(1, 30))
    assert SAFETY.classify(word[:at] + word[at] * times + word[at + 1 :]) is right


@given(st.text(max_size=4000))
def test_any_text_gets_an_answer(text: str) -> None:
    assert SAFETY.classify(text) is None or isinstance(SAFETY.classify(text), Right | Crisis)


def test_no_common_word_is_a_right_by_accident() -> None:
    """Each of the 50 000 most used Dutch words that works alone as a right or a cry for help is meant to."""
    meant = """stop stoppen stopzetten stoop opzeggen afmelden afmelding uitschrijven quit cancel dur pauze pauzeren pause break rustpauze
        wis wissen mens medewerker human mensch men's help hulp helpdesk inzage exporteren
        dood dodd doodgaan doot dot sterven zelfmoord zelfmoordneigingen zelfdoding suicide suïcide suïcidaal doodswens levensmoe"""
    assert {word for word in top_n_list("nl", 50_000) if SAFETY.classify(word)} <= set(meant.split())


def test_what_people_say_in_the_training_data_is_not_taken_for_a_right() -> None:
    # Who says "laat me met rust" does not want to learn, and certainly no nudges.
    rights = {"stop_nudges", "pause_nudges", "ask_data", "export_data", "erase_data", "ask_human", "ask_help", "refuse_learning"}
    data = yaml.safe_load((Path(__file__).parents[3] / "data" / "nlu.yml").read_text("utf-8"))
    mistaken = [
        (entry["intent"], example)
        for entry in data["nlu"]
        if entry.get("intent") not in rights
        for example in _examples(entry)
        if SAFETY.classify(example)
    ]
    assert mistaken == []


def _examples(entry: dict[str, str]) -> list[str]:
    plain = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", entry.get("examples", ""))
    return [line.removeprefix("- ") for line in plain.splitlines() if line.startswith("- ")]


def test_a_cry_for_help_counts_before_a_right() -> None:
    assert SAFETY.classify("stop, ik wil niet meer leven") == Crisis()


def test_erasing_counts_before_stopping() -> None:
    assert SAFETY.classify("stop en wis alles") is Right.ERASE


def test_one_phrase_for_two_rights_is_refused(tmp_path: Path) -> None:
    for name in ("spelling.yml", "crisis.yml"):
        (tmp_path / name).write_text((DATA / name).read_text("utf-8"), "utf-8")
    rights = yaml.safe_load((DATA / "rights.yml").read_text("utf-8"))
    rights["rights"]["help"]["nl"].append("stop")
    (tmp_path / "rights.yml").write_text(yaml.safe_dump(rights, allow_unicode=True), "utf-8")
    with pytest.raises(BadText, match="stop"):
        load_safety(tmp_path)


def test_the_lists_speak_every_language_that_was_promised() -> None:
    lists = yaml.safe_load((DATA / "rights.yml").read_text("utf-8"))["rights"]
    assert {"nl", "en", "pl", "de", "tr", "ar", "uk"} <= set(lists["stop"]) & set(lists["help"])


def test_loading_gives_words_that_can_be_shared_between_threads() -> None:
    assert isinstance(SAFETY, SafetyWords)
    assert hash(SAFETY.cues["zelfmord"])
