"""Signs of trouble anywhere in a message, and plain talk that only looks like it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.language.phrases import Words, occurs_at


@dataclass(frozen=True)
class Cues:
    """The signs of one kind of trouble. Languages are two letters, such as ``nl``."""

    cues: Mapping[str, tuple[tuple[Words, str], ...]]
    """Phrase and language, by the first word of the phrase."""
    whole: Mapping[Words, str]
    """Phrases that count only when a message says nothing else."""
    unless: frozenset[Words]
    """Plain talk, taken out of a message before it is looked at."""
    longest_unless: int

    def language_in(self, words: Words) -> str | None:
        """Return the language of the first sign in ``words``; None when there is none."""
        if words in self.whole:
            return self.whole[words]
        plain = self._without_plain_talk(words)
        found = (lang for at, word in enumerate(plain) for cue, lang in self.cues.get(word, ()) if occurs_at(plain, at, cue))
        return next(found, None)

    def _without_plain_talk(self, words: Words) -> Words:
        kept: list[str] = []
        at = 0
        while at < len(words):
            length = next((n for n in range(self.longest_unless, 0, -1) if words[at : at + n] in self.unless), 0)
            # A mark instead of nothing, so that the words around it do not become neighbours.
            kept.append("-" if length else words[at])
            at += length or 1
        return tuple(kept)
