"""A text as the rules for days and times read it: plain words, numbers in digits, and the way back to what was typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.when.short_days import spelled_out
from bot.language.when.vocabulary import vocabulary
from bot.language.words.fold import words_of
from bot.language.words.meant import meant

_TOKEN = re.compile(r"\d{1,2}[uh]\d{2}(?!\d)|\d[\d:.,/-]*\d[^\W\d_]*|\d[^\W_]*|[^\W\d_]+(?:['’`´][^\W\d_]+)*|[€%]")
Span = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """``plain`` holds words with single spaces; ``origin`` tells of every character of it which part of the text it came from."""

    plain: str
    origin: tuple[Span, ...]
    breaks: tuple[int, ...] = ()
    """Where a new line of the text begins: what is named there is said later, instead of what was named before."""

    def span(self, start: int, end: int) -> Span:
        """Return where ``plain[start:end]`` stood in the text."""
        return self.origin[start][0], self.origin[end - 1][1]

    def without(self, start: int, end: int) -> "Line":
        """Return the line with a mark instead of what was read already, so that nothing is read twice or across it."""
        return Line(f"{self.plain[:start]}{'#' * (end - start)}{self.plain[end:]}", self.origin, self.breaks)


def line_of(text: str) -> Line:
    """Read ``text``."""
    signs: list[str] = []
    origin: list[Span] = []
    breaks: list[int] = []
    read = list(_words(text))
    ends_before = 0
    for word, (_, span) in zip(spelled_out([word for word, _ in read]), read, strict=True):
        if "\n" in text[ends_before : span[0]]:
            breaks.append(len(origin))
        written = f" {word}" if signs else word
        signs += written
        origin += [span] * len(written)
        ends_before = span[1]
    return Line("".join(signs), tuple(origin), tuple(breaks))


def _words(text: str) -> Iterator[tuple[str, Span]]:
    before = ""
    for match in _TOKEN.finditer(text):
        token = match.group()
        folded = "".join(words_of(token)) if token[0].isalpha() else token.casefold()
        if not folded:
            continue
        word = vocabulary().canonical(folded)
        if word == folded:
            # Our own spellings go first: they know more than a slip.
            word = vocabulary().canonical(meant(folded))
        # "Vrijdag morgen" is a part of that day, "morgen" alone is a day.
        yield ("ochtend" if word == "morgen" and before in _NO_TOMORROW else word), match.span()
        before = word


_NO_TOMORROW = frozenset(("de", *vocabulary().weekdays))
