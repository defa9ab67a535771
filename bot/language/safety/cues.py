"""Signs of trouble anywhere in a message, and plain talk that only looks like it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.language.words.phrases import ANY_WORDS, MARK, Spotter, Words, occurs_at

ENOUGH = 11
"""Letters of a sign in which one wrong letter leaves no doubt. Of "ik wil dodo" something else may be meant."""


@dataclass(frozen=True)
class Cue:
    """A phrase that is a sign. Languages are two letters, such as ``nl``."""

    words: Words
    language: str
    sure: bool = True
    """Whether it hardly ever is said without meaning it."""

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(len(word) for word in self.words if word != ANY_WORDS)


@dataclass(frozen=True)
class Hints:
    """Phrases with many forms, anywhere in a message."""

    lists: Mapping[str, Spotter]
    """By what they hint at: a right, or the language of a doubt."""
    unless: Spotter
    """Plain talk that holds one of them, taken out of a message before it is looked at."""

    def hinted_in(self, words: Words) -> str | None:
        """Return the name of the first list of which something stands in ``words``."""
        left = self.unless.without(words)
        return next((name for name, phrases in self.lists.items() if phrases.spots(left)), None)


@dataclass(frozen=True)
class Cues:
    """The signs of one kind of trouble."""

    anywhere: Mapping[str, tuple[Cue, ...]]
    """By their first word."""
    whole: Mapping[Words, Cue]
    """Those that count only when a message says nothing else."""
    unless: frozenset[Words]
    """Plain talk, taken out of a message before it is looked at."""
    longest_unless: int
    maybe: Hints
    """What may be said without meaning it, by language."""

    def sign_in(self, words: Words) -> Cue | None:
        """Return a sign in ``words``, one that is sure when there is one."""
        if words in self.whole:
            return self.whole[words]
        plain = self.without_plain_talk(words)
        found = (cue for at, word in enumerate(plain) for cue in self.anywhere.get(word, ()) if occurs_at(plain, at, cue.words))
        sign = max(found, key=lambda cue: cue.sure, default=None)
        if sign is None and (language := self.maybe.hinted_in(plain)):
            return Cue((), language, sure=False)
        return sign

    def is_hidden_in(self, words: Words) -> bool:
        """Whether ``words`` hold plain talk and, besides, no sign."""
        return self.without_plain_talk(words) != words and not self.sign_in(words)

    def after_a_slip(self) -> "Cues":
        """Return the signs of several words: with a letter wrong, a single word may be another one."""
        anywhere = {first: _after_a_slip(cues) for first, cues in self.anywhere.items()}
        whole = {words: cue for words, cue in self.whole.items() if _after_a_slip([cue])}
        return Cues(anywhere, whole, self.unless, self.longest_unless, self.maybe)

    def without_plain_talk(self, words: Words) -> Words:
        """Return ``words`` with a mark for each phrase that is plain talk."""
        kept: list[str] = []
        at = 0
        while at < len(words):
            length = next((n for n in range(self.longest_unless, 0, -1) if words[at : at + n] in self.unless), 0)
            kept.append(MARK if length else words[at])
            at += length or 1
        return tuple(kept)


def _after_a_slip(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(replace(cue, sure=_leaves_no_doubt(cue)) for cue in cues if len(cue.words) > 1)


def _leaves_no_doubt(cue: Cue) -> bool:
    # Only in Dutch we can ask what was meant.
    return cue.sure and (cue.letters >= ENOUGH or cue.language != "nl")
