"""Hears a yes or a no to a question of ours, in the languages in which the question may be asked for."""

from functools import cache

from bot.language.words.fold import squeezed
from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import PhraseBook, phrase_set
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "yes_words.yml"
YES, NO, AGREED = "ja", "nee", "agreed"


def yes_or_no(text: str, *, clear: bool = False) -> str | None:
    """Return ``YES`` or ``NO`` when ``text`` says so and nothing else; with ``clear``, "ok" is no yes."""
    found = _book().covering(squeezed_words(text)) or _book().covering(squeezed(text))
    if found and found <= {YES, AGREED}:
        return YES if YES in found or not clear else None
    return NO if found == {NO} else None


@cache
def _book() -> PhraseBook:
    return PhraseBook({phrase: name for name, patterns in read_mapping(DATA).items() for phrase in phrase_set(patterns)})
