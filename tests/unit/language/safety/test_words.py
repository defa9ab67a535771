import cProfile
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import top_n_list

from bot.errors import BadText
from bot.language.safety.lists import DATA, load_safety
from bot.language.safety.words import Right, SafetyWords, Sign, Trouble, is_said_outright
from bot.language.words.fold import squeeze, words_of
from bot.language.words.typos import slips
from bot.language.words.yaml_files import read_mapping
from tests.unit.language.real_words import FILE, real_words

HERE = Path(__file__).parent
SAMPLES: dict[str, list[str]] = yaml.safe_load((HERE / "safety_samples.yml").read_text("utf-8"))
TALK: dict[str, list[str]] = yaml.safe_load((HERE / "just_talk.yml").read_text("utf-8"))
NOTHING = "nothing"
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
    return NOTHING if found is None else found.trouble.value if isinstance(found, Sign) else found.value


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in SAMPLES.items() for text in texts])
def test_a_text_is_what_the_table_says(meaning: str, text: str) -> None:
    assert named(text) == meaning


@pytest.mark.parametrize(
    "text", ["wis mijn logboek", "Maak mijn logboek leeg.", "haal alles weg uit mijn logboek", "wis alles uit mijn logboek"]
)
def test_who_wants_the_logbook_empty_does_not_want_to_be_forgotten(text: str) -> None:
    assert named(text) == NOTHING


@pytest.mark.parametrize(("about", "text"), [(about, text) for about, texts in TALK.items() for text in texts])
def test_just_talk_is_just_talk(about: str, text: str) -> None:
    assert named(text) == NOTHING, about


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len({text for texts in TALK.values() for text in texts}) >= 250
    assert len({text for texts in SAMPLES.values() for text in texts}) >= 250
    assert set(SAMPLES) == {*Right, *Trouble}


@given(
    st.sampled_from([text for texts in (*SAMPLES.values(), *TALK.values()) for text in texts]),
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


LONG_WORDS = {Right.STOP: ["afmelden", "uitschrijven"], Right.PAUSE: ["pauzeren"], Right.HUMAN: ["medewerker"]}


@given(st.sampled_from([(right, word) for right, words in LONG_WORDS.items() for word in words]), st.data())
def test_one_slip_of_the_finger_in_a_long_word_is_forgiven(meant: tuple[Right, str], data: st.DataObject) -> None:
    right, word = meant
    slip = data.draw(st.sampled_from(sorted(slip for slip in set(slips(word)) if squeeze(slip) == slip and slip != "aanmelden")))
    assert SAFETY.classify(slip) is right


LEAST_FORGIVEN = {
    **{Trouble.EMERGENCY: 0.8, Trouble.CRISIS: 0.8, Trouble.VIOLENCE: 0.85, Trouble.DEBT: 0.8, Trouble.UNSAFE_WORK: 0.9},
    **{Right.ERASE: 0.8, Right.EXPORT: 0.75, Right.OVERVIEW: 0.7, Right.HUMAN: 0.7, Right.PAUSE: 0.7, Right.STOP: 0.65, Right.HELP: 0.6},
}
"""Share of the samples that is still recognised with one slip anywhere. The rest is a word of its own ("ik wil niet eer leven"), or a
right of one short word ("sop")."""


@pytest.mark.parametrize("meaning", LEAST_FORGIVEN)
def test_one_slip_anywhere_is_mostly_forgiven(meaning: Right | Trouble) -> None:
    slipped = [slip for text in SAMPLES[meaning] if text.isascii() for slip in some_slips(text)]
    assert sum(named(slip) == meaning for slip in slipped) >= LEAST_FORGIVEN[meaning] * len(slipped)


def some_slips(text: str, times: int = 3) -> Iterator[str]:
    """Yield ``text`` with a letter left out, doubled, or swapped with what follows it, be it a space."""
    chance = random.Random(text)  # noqa: S311  # repeatable, not secret
    places = [at for at, sign in enumerate(text) if sign.isalpha()]
    for at in chance.sample(places, min(times, len(places))):
        before, letter, after = text[:at], text[at], text[at + 1 :]
        yield before + chance.choice([after, letter * 2 + after, after[:1] + letter + after[1:]])


FEW = 0.005


def test_a_slip_in_just_talk_hardly_ever_makes_it_a_right_or_a_sign() -> None:
    slipped = [slip for texts in TALK.values() for text in texts if text.isascii() for slip in some_slips(text)]
    found = [(slip, SAFETY.classify(slip)) for slip in slipped]
    alarms = [(slip, sign) for slip, sign in found if sign and not (isinstance(sign, Sign) and not sign.sure)]
    assert len(alarms) <= FEW * len(slipped), alarms


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("een boek ovr zelfmoord", Sign(Trouble.CRISIS, sure=False)),
        ("een trainnig over huiselijk geweld", Sign(Trouble.VIOLENCE, sure=False)),
        ("mijn arm tintelt de hele dag", Sign(Trouble.EMERGENCY, sure=False)),
        ("mijn baas betaalt de cusus niet", None),
    ],
)
def test_plain_talk_with_a_slip_in_it_is_a_doubt_or_nothing(text: str, sign: Sign | None) -> None:
    assert SAFETY.classify(text) == sign


@pytest.mark.parametrize("text", ["ik wil dodo", "hij lsaat me", "het hoeft voor mij niet meer"])
def test_a_slip_in_few_letters_or_words_with_two_meanings_leave_a_doubt(text: str) -> None:
    found = SAFETY.classify(text)
    assert isinstance(found, Sign)
    assert not found.sure
    assert not found.is_alarm
    assert Sign.named(found.name) == found


@pytest.mark.parametrize("text", ["ik wil neit meer leven", "ik wil niet mere leven", "ik wil nietmeer leven", "ik wil niet meerl even"])
def test_a_slip_in_many_letters_leaves_none(text: str) -> None:
    assert SAFETY.classify(text) == Sign(Trouble.CRISIS)


def test_every_common_word_that_looks_like_a_slip_is_known_as_a_word() -> None:
    """When this fails: python -m tests.unit.language.real_words"""
    assert real_words() <= set(read_mapping(FILE)["near"].split())


LOOKS = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440", "s": "\u0455", "i": "\u0456"}
"""Latin letters and Cyrillic ones that look the same."""
UNSEEN = ["\u200b", "\u200d", "\u2060", "\u202e", "\u200f", "\ufeff", "\u00ad"]


@given(st.sampled_from(sorted(SHORTEST)), st.data())
def test_signs_that_cannot_be_seen_hide_nothing(right: Right, data: st.DataObject) -> None:
    word = SHORTEST[right]
    at = data.draw(st.integers(0, len(word)))
    hidden = word[:at] + data.draw(st.text(st.sampled_from(UNSEEN), min_size=1, max_size=4)) + word[at:]
    assert SAFETY.classify(hidden) is right


@given(st.sampled_from(sorted(SHORTEST)), st.data())
def test_letters_that_only_look_alike_hide_nothing(right: Right, data: st.DataObject) -> None:
    places = [at for at, letter in enumerate(SHORTEST[right]) if letter in LOOKS]
    masked = data.draw(st.sets(st.sampled_from(places), min_size=1, max_size=2))
    assert SAFETY.classify("".join(LOOKS[x] if at in masked else x for at, x in enumerate(SHORTEST[right]))) is right


@given(st.sampled_from(sorted(SHORTEST)))
def test_full_width_letters_are_letters(right: Right) -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in SHORTEST[right])
    assert SAFETY.classify(wide) is right


@given(st.text(st.characters(codec=None), max_size=5000))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(SAFETY.classify(text), Right | Sign | None)


@given(
    st.lists(st.sampled_from(sorted({word for texts in (*SAMPLES.values(), *TALK.values()) for text in texts for word in text.split()})))
)
def test_any_heap_of_our_own_words_gets_an_answer(words: list[str]) -> None:
    assert isinstance(SAFETY.classify(" ".join(words)), Right | Sign | None)


@pytest.mark.parametrize("unit", ["ik wil niet meer dood ", "kan huur niet ", "wil ik er een eind ", "a ", "s.t.o.p.", "stop "])
def test_reading_takes_no_more_steps_per_word_when_a_text_grows(unit: str) -> None:
    """Counts calls instead of seconds: those are the same on every machine."""
    short, long = (_calls(unit * times) for times in (50, 400))
    assert long <= 8 * short * 1.3


def _calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(SAFETY.classify, text)
    return sum(entry.callcount for entry in profile.getstats())


def test_no_common_word_is_a_right_by_accident() -> None:
    """Each of the 50 000 most used Dutch words that works alone as a right or a cry for help is meant to."""
    meant = """stop stoppen stopzetten stoop opzeggen afmelden afmelding uitschrijven quit cancel dur pauze pauzeren pause break rustpauze
        wis wissen mens medewerker human mensch men's help hulp helpdesk inzage exporteren
        dood dodd doodgaan doot dot sterven zelfmoord zelfmoordneigingen zelfdoding suicide suïcide suïcidaal doodswens levensmoe
        overdosis vaarwel
        ambulance hartaanval hartinfarct beroerte zwaargewond
        uitgehuwelijkt schulden geldproblemen"""
    assert {word for word in top_n_list("nl", 50_000) if SAFETY.classify(word)} <= set(meant.split())


MAY_BE = {"no_money": {Trouble.DEBT}, "out_of_scope": {Trouble.DEBT, Trouble.UNSAFE_WORK}}
"""What an intent may also be a sign of."""


def test_what_people_say_in_the_training_data_is_not_taken_for_a_right() -> None:
    # Who says "laat me met rust" does not want to learn, and certainly no nudges.
    meant = {"stop_nudges", "pause_nudges", "ask_data", "export_data", "erase_data", "ask_human", "ask_help", "refuse_learning"}
    data = yaml.safe_load((Path(__file__).parents[4] / "data" / "nlu.yml").read_text("utf-8"))
    mistaken = [
        (entry["intent"], example)
        for entry in data["nlu"]
        if entry.get("intent") not in meant
        for example in _examples(entry)
        if named(example) not in (NOTHING, *MAY_BE.get(entry.get("intent"), ()))
    ]
    assert mistaken == []


def _examples(entry: dict[str, str]) -> list[str]:
    plain = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", entry.get("examples", ""))
    return [line.removeprefix("- ") for line in plain.splitlines() if line.startswith("- ")]


def test_a_cry_for_help_counts_before_a_right() -> None:
    assert SAFETY.classify("stop, ik wil niet meer leven") == Sign(Trouble.CRISIS)


def test_despair_counts_before_debts_that_cause_it() -> None:
    assert SAFETY.classify("ik heb schulden en ik wil niet meer leven") == Sign(Trouble.CRISIS)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ik wil dood", "nl"),
        ("i want to die", "en"),
        ("nie chcę żyć", "pl"),
        ("ich will sterben", "de"),
        ("ölmek istiyorum", "tr"),
        ("أريد أن أموت", "ar"),
        ("не хочу жити", "uk"),
        ("he beats me", "en"),
        ("mąż mnie bije", "pl"),
    ],
)
def test_a_sign_tells_the_language_it_was_given_in(text: str, language: str) -> None:
    found = SAFETY.classify(text)
    assert isinstance(found, Sign)
    assert found.language == language
    assert Sign.named(found.name) == found


def test_erasing_counts_before_stopping() -> None:
    assert SAFETY.classify("stop en wis alles") is Right.ERASE


def test_one_phrase_for_two_rights_is_refused(tmp_path: Path) -> None:
    for name in ("spelling.yml", "real_words.yml", *(f"{trouble}.yml" for trouble in Trouble)):
        (tmp_path / name).write_text((DATA / name).read_text("utf-8"), "utf-8")
    rights = yaml.safe_load((DATA / "rights.yml").read_text("utf-8"))
    rights["rights"]["help"]["nl"].append("stop")
    (tmp_path / "rights.yml").write_text(yaml.safe_dump(rights, allow_unicode=True), "utf-8")
    with pytest.raises(BadText, match="stop"):
        load_safety(tmp_path)


def test_the_lists_speak_every_language_that_was_promised() -> None:
    lists = yaml.safe_load((DATA / "rights.yml").read_text("utf-8"))["rights"]
    for right in (Right.STOP, Right.HELP, Right.HUMAN, Right.ERASE):
        assert {"nl", "en", "pl", "de", "tr", "ar", "uk"} <= set(lists[right])


def test_loading_gives_words_that_can_be_shared_between_threads() -> None:
    assert isinstance(SAFETY, SafetyWords)
    assert hash(SAFETY.cues[Trouble.CRISIS].anywhere["zelfmord"])


@pytest.mark.parametrize(
    "text",
    [
        *("ik wil dood", "kwil dood", "ik wil dood joh", "sorry maar ik wil dood", "ik wil echt dood help me", "ik wil al weken dood"),
        *("ik wil dood door mijn baas", "ik wil echt gewoon dood", "ik ga vanavond zelfmoord plegen", "ik wil er niet meer zijn"),
        *("ik wil een einde aan mijn leven maken", "ik wil mezelf van kant maken"),
    ],
)
def test_who_says_outright_not_to_want_to_live_is_never_only_asked_about_it(text: str) -> None:
    assert SAFETY.classify(text) == Sign(Trouble.CRISIS, "nl")


@pytest.mark.parametrize(
    "text", ["ik wil dood hout opruimen", "hij gaat dood in dat spel", "mijn telefoon is dood", "ik wil dode planten redden"]
)
def test_dead_things_are_not_said_outright(text: str) -> None:
    assert not is_said_outright(words_of(text))
