"""Takes a choice apart from what is said with it: "de tweede lijkt me wel wat maar ik heb weinig tijd"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.wishes.rejecting import rejected_in
from bot.language.words.meant import meant_words
from bot.language.words.placed import PlacedWord, folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("picks")
_EDGES = " \t\r\n,.!…;:"
_ENDS = (",", ".")


@dataclass(frozen=True)
class Part:
    """One part of a message, and all of the rest."""

    text: str
    rest: str


def taking_parts(text: str, moment: int | None = None) -> Sequence[Part]:
    """Return the parts of ``text`` in which somebody takes something, each with what else was said; empty when it is one part.

    ``moment`` is where a model saw a moment begin: there a new part begins when no comma and no word says so.
    """
    parts = _parts(text)
    if len(parts) == 1 and moment:
        parts = [bare for piece in (text[:moment], text[moment:]) if (bare := piece.strip(_EDGES))]
    return [Part(part, _joined(parts, at)) for at, part in enumerate(parts) if _takes(part)] if len(parts) > 1 else []


def is_a_question(text: str) -> bool:
    """Return whether ``text``, a part of a message, asks something."""
    return text.endswith("?") or LISTS.spotter("asking").spots(_said(text))


def asks_about_it(text: str) -> bool:
    """Return whether ``text`` is a question about what was just chosen: "maar is dat niet te ver"."""
    return is_a_question(text) and LISTS.spotter("about_it").spots(_said(text))


def takes_nothing(text: str) -> bool:
    """Return whether ``text`` holds a word with which nothing is taken: "de eerste niet", "welke is gratis"."""
    return bool(set(_said(text)) & LISTS.words("not_taking") or rejected_in(text)) or text.endswith("?")


def _takes(part: str) -> bool:
    return not takes_nothing(part) and LISTS.spotter("taking").spots(_said(part))


def _said(text: str) -> list[str]:
    return folded(placed_words(text, read=meant_words))


def _joined(parts: Sequence[str], left_out: int) -> str:
    return " ".join(part for at, part in enumerate(parts) if at != left_out)


def _parts(text: str) -> list[str]:
    words = placed_words(text, with_ends=True, read=meant_words)
    begins = [0, *(at for at, word in enumerate(words) if at and _begins(words, at))]
    pieces = [text[words[begin].begin : words[end - 1].end] for begin, end in zip(begins, [*begins[1:], len(words)], strict=True) if words]
    return [bare for piece in pieces if (bare := piece.strip(_EDGES))]


def _begins(words: Sequence[PlacedWord], at: int) -> bool:
    before, word, is_last = words[at - 1].folded, words[at].folded, at == len(words) - 1
    joins = word in LISTS.words("joins") and before not in LISTS.words("no_join_after") and not is_last
    return before in _ENDS or joins
