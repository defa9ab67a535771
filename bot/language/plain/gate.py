"""The Dutch gate: what every text must pass before a person reads it (domain rules of plain language)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.language.plain.rare import RARE, UNCOMMON, rarer_than
from bot.language.plain.readability import measure, sentences_in, words_in
from bot.language.words.fold import words_of
from bot.language.words.phrases import Words
from bot.language.words.yaml_files import LISTS, read_mapping
from bot.registers import Register

DATA = LISTS / "forbidden.yml"
MIN_FLESCH_DOUMA = 80
MEASURABLE_WORDS = 12
"""Below this the formula says more about one word than about the text."""
MOST_UNCOMMON = 0.1
"""Part of the words that may be uncommon."""
MAX_BUTTON_CHARACTERS = 24
MAX_EMOJI = 1

_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_INFORMAL = frozenset({"je", "jij", "jou", "jouw", "jezelf", "jullie"})
_FORMAL = frozenset({"u", "uw", "uzelf"})
_PASSIVE = re.compile(r"\b(?:wordt|worden|werd|werden)\b.*\b(?:ge|be|ver|ont)[a-z]+(?:d|t|en)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Limits:
    """How long a message may be, in words, and how many buttons it may have."""

    words: int
    sentence: int
    mean_sentence: float
    buttons: int


ORDINARY = Limits(words=60, sentence=15, mean_sentence=10, buttons=4)
LIMITS = {Register.JE: ORDINARY, Register.U: ORDINARY, Register.EASY: Limits(words=30, sentence=10, mean_sentence=7, buttons=3)}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a text. ``code`` names the rule, ``detail`` the words or the number."""

    code: str
    detail: str


class Gate:
    """Checks texts. Codes: ``too_many_words``, ``long_sentence``, ``long_sentences``, ``hard_to_read``, ``rare_word``, ``uncommon_words``,
    ``je_and_u``, ``wrong_form``, ``passive``, ``forbidden_<group>``, ``too_many_emoji``, ``too_many_buttons``, ``long_button``.
    """

    def __init__(self, forbidden: Mapping[Words, tuple[str, str, str]], unless: frozenset[Words]) -> None:
        self._forbidden = forbidden
        self._unless = unless

    def check(self, text: str, buttons: Sequence[str] = (), register: Register = Register.JE) -> list[Finding]:
        """Return what is wrong with a message in ``register``; empty when it may be shown."""
        limits = LIMITS[register]
        everything = " ".join((text, *buttons))
        return [
            *_length(text, limits),
            *_words(everything),
            *_form(everything, register),
            *self._wording(everything),
            *_passive(text),
            *_emoji(text),
            *_buttons(buttons, limits),
        ]

    def _wording(self, text: str) -> Iterator[Finding]:
        words = words_of(text)
        allowed = {at + i for phrase in self._unless for at in _places(words, phrase) for i in range(len(phrase))}
        for phrase, (group, wrong, better) in self._forbidden.items():
            if any(at not in allowed for at in _places(words, phrase)):
                yield Finding(f"forbidden_{group}", f"{wrong} → {better}")


def load_gate(path: Path = DATA) -> Gate:
    """Read the list of forbidden wording."""
    data = read_mapping(path)
    forbidden = {
        words_of(wrong): (group, wrong, better) for group, wordings in data["forbidden"].items() for wrong, better in wordings.items()
    }
    return Gate(forbidden, frozenset(map(words_of, data["unless"])))


def _length(text: str, limits: Limits) -> Iterator[Finding]:
    found = measure(text)
    if found.words > limits.words:
        yield Finding("too_many_words", str(found.words))
    if found.longest_sentence > limits.sentence:
        yield Finding("long_sentence", str(found.longest_sentence))
    if found.mean_sentence > limits.mean_sentence:
        yield Finding("long_sentences", f"{found.mean_sentence:.1f}")
    if found.words >= MEASURABLE_WORDS and found.flesch_douma < MIN_FLESCH_DOUMA:
        yield Finding("hard_to_read", f"{found.flesch_douma:.0f}")


def _words(text: str) -> Iterator[Finding]:
    for word in dict.fromkeys(rarer_than(RARE, text)):
        yield Finding("rare_word", word)
    words, uncommon = len(words_in(text)), rarer_than(UNCOMMON, text)
    if words >= MEASURABLE_WORDS and len(uncommon) / words > MOST_UNCOMMON:
        yield Finding("uncommon_words", " ".join(uncommon))


def _form(text: str, register: Register) -> Iterator[Finding]:
    used = {word.casefold() for word in words_in(text)}
    if used & _INFORMAL and used & _FORMAL:
        yield Finding("je_and_u", " ".join(sorted(used & (_INFORMAL | _FORMAL))))
    elif wrong := used & (_INFORMAL if register is Register.U else _FORMAL):
        yield Finding("wrong_form", " ".join(sorted(wrong)))


def _passive(text: str) -> Iterator[Finding]:
    yield from (Finding("passive", sentence.strip()) for sentence in sentences_in(text) if _PASSIVE.search(sentence))


def _emoji(text: str) -> Iterator[Finding]:
    if len(_EMOJI.findall(text)) > MAX_EMOJI:
        yield Finding("too_many_emoji", str(len(_EMOJI.findall(text))))


def _buttons(titles: Sequence[str], limits: Limits) -> Iterator[Finding]:
    if len(titles) > limits.buttons:
        yield Finding("too_many_buttons", str(len(titles)))
    for title in titles:
        if len(title) > MAX_BUTTON_CHARACTERS:
            yield Finding("long_button", title)


def _places(words: Words, phrase: Words) -> list[int]:
    return [at for at in range(len(words) - len(phrase) + 1) if words[at : at + len(phrase)] == phrase]
