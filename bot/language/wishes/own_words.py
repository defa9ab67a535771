"""Takes what somebody wants to learn out of their sentence, in their own words: "borduren" of "hallo, ik wil leren borduren, kan dat?"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bot.language.wishes.rejecting import rejected_in
from bot.language.wishes.stories import tells_of_self, wanting_after_story
from bot.language.words.fold import squeeze, words_of
from bot.language.words.phrases import Spotter
from bot.language.words.placed import PlacedWord, Span, folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("wishes")
_SENTENCE_END = re.compile(r"[.!?…;]+(?=\s|$)|\n")
_EDGES = " \t\r\n,.!?…:;-–—\"'“”„‘’()"
_DOUBT_FIRST = "^ % (man|joh|hoor|wel|) (,|) (maar|mar|ma|of|) (,|) (wel|)"
_DOUBT_LAST = "(,|) (maar|mar|ma|) (,|) % $"
_DOUBT_ONLY = "^ % (,|) $"
_BEFORE_A_PLACE = frozenset((",", "in", "te", "bij", "uit", "rond", "omgeving", "nabij", "naar", "vlakbij", "regio"))


def wish_in(text: str, span: Span | None = None, place: str | None = None) -> str | None:
    """Return the part of ``text`` that says what somebody wants to learn; None when it names nothing or asks something of us.

    ``span`` is where a model saw the subject, ``place`` a place that is named: that is where to look, and no part of the wish. What
    cannot be told apart stays: never less than was meant.
    """
    before, wish = "", _sentence(*_without_refused(text, span))
    while wish not in ("", before):
        before, wish = wish, _shorter(_without_refused(wish)[0], place)
    return None if not wish or _is_no_wish(wish) else wish


def says_wanted(text: str) -> bool:
    """Return whether ``text`` says in so many words that it is about learning: "ik wil leren …", "iets met …", "beter …"."""
    words = folded(placed_words(text))
    return LISTS.spotter("wanted").spots(words) or bool(set(words) & LISTS.words("wanting"))


def on_second_thoughts(text: str) -> str | None:
    """Return what follows on "weet niet" or "vergeet wat ik zei"; None when no such words come first or only a question follows."""
    words = placed_words(text)
    first = LISTS.spotter("second_thoughts").found(folded(words))
    rest = words[first[1] :] if first else []
    return None if not rest or rest[0].folded in LISTS.words("no_second_thoughts") else text[rest[0].begin :].strip(_EDGES)


def adds(text: str) -> bool:
    """Return whether ``text`` adds to what was wanted before: "voor groep 6", "en nederlands ook"."""
    return LISTS.spotter("adding").spots(folded(placed_words(text)))


def tells_done(text: str) -> bool:
    """Return whether ``text`` tells what somebody did, and not that they want it: "ik heb al 40 jaar fietsen gemaakt"."""
    words = folded(placed_words(text))
    return LISTS.spotter("done").spots(words) and not set(words) & LISTS.words("wanting")


def names_doing(text: str) -> bool:
    """Return whether ``text`` ends as a verb does: "fermenteren"."""
    return bool(re.search(r"\w{4,}en\W*$", text))


def is_a_sentence(text: str) -> bool:
    """Return whether ``text`` holds a word of a sentence, so that it does not just name a topic: "geen tijd"."""
    return bool(set(folded(placed_words(text))) & LISTS.words("sentence"))


def asks_of_us(text: str) -> bool:
    """Return whether ``text`` tells us to do something else than find what there is to learn: "schrijf een gedicht"."""
    return LISTS.spotter("for_us_to_do").spots(folded(placed_words(text)))


def asks_how(text: str) -> bool:
    """Return whether ``text`` asks how to do what it names, and not what was just spoken of: "stoppen met roken hoe dan"."""
    return LISTS.spotter("asks_how").spots(folded(placed_words(text)))


def only_tells(text: str) -> bool:
    """Return whether ``text`` tells what somebody is or does, and not that they want anything: "ik werk in de bouw"."""
    return tells_of_self(text) and not says_wanted(text)


def _is_no_wish(wish: str) -> bool:
    words = folded(placed_words(wish))
    return (
        not _names(words)
        or _doubt(_DOUBT_ONLY).spots(words)
        or LISTS.spotter("for_us_to_do").spots(words)
        or LISTS.spotter("for_us_to_help").spots(words)
    )


def _without_refused(text: str, span: Span | None = None) -> tuple[str, Span | None]:
    """Return the piece of ``text`` between what it refuses that the wish is in, and where ``span`` is in it; empty when all is refused."""
    refused = rejected_in(text)
    begins, ends = (0, *(end for _, end in refused)), (*(begin for begin, _ in refused), len(text))
    pieces = [piece for piece in zip(begins, ends, strict=True) if _names(folded(placed_words(text[slice(*piece)])))]
    seen = [piece for piece in pieces if span and piece[0] <= span[0] < piece[1]]
    if not refused or not pieces:
        return ("" if refused else text), span
    begin, end = (seen or pieces)[0]
    return text[begin:end], (span[0] - begin, span[1] - begin) if seen and span else None


def _sentence(text: str, span: Span | None) -> str:
    """Return the sentence of ``text`` that the wish is in; all of it when that is not clear."""
    ends = [match.span() for match in _SENTENCE_END.finditer(text)]
    begins = [0, *(end for _, end in ends)]
    parts = list(zip(begins, [*(begin for begin, _ in ends), len(text)], strict=True))
    naming = [part for part in parts if _names(folded(placed_words(text[slice(*part)]))) and not _is_courtesy(text[slice(*part)])]
    meant = [part for part in naming if span and part[0] <= span[0] < part[1]] or [part for part in naming if _wants(text[slice(*part)])]
    chosen = naming if len(naming) == 1 and not _wants(text[: naming[0][0]] + text[naming[0][1] :]) else meant
    return (text[slice(*chosen[0])] if len(chosen) == 1 else text).strip(_EDGES)


def _is_courtesy(sentence: str) -> bool:
    words = folded(placed_words(sentence))
    reason = LISTS.spotter("asides").found(words)
    is_taken_back = LISTS.spotter("second_thoughts").found(words) == (0, len(words))
    return is_taken_back or _is_no_wish(sentence.strip(_EDGES)) or (reason is not None and reason[0] == 0)


def _wants(sentence: str) -> bool:
    return bool(set(folded(placed_words(sentence))) & LISTS.words("wanting"))


def _shorter(text: str, place: str | None) -> str:
    """Return ``text`` without one thing that stands around the wish; ``text`` itself when there is nothing to cut."""
    words = placed_words(text)
    for begin, end in _cuts(words, place):
        if (begin, end) != (0, len(words)) and _names(folded(words[begin:end])):
            return text[words[begin].begin : words[end - 1].end].strip(_EDGES)
    return text.strip(_EDGES)


@cache
def _doubt(pattern: str) -> Spotter:
    """Return what finds one of the ways to doubt where ``%`` stands in ``pattern``."""
    return Spotter(pattern.replace("%", said) for said in LISTS["doubt"])


def _cuts(words: Sequence[PlacedWord], place: str | None) -> Iterable[tuple[int, int]]:
    """Yield what may be kept, from and up to which word, the surest cut first."""
    said = folded(words)
    for before in (LISTS.spotter("openings"), LISTS.spotter("second_thoughts"), _doubt(_DOUBT_FIRST)):
        if opening := before.found(said):
            yield opening[1], len(words)
    if wanting := _run(said):
        follows = LISTS.spotter("after_wanting").found(said[wanting:])
        if follows:
            yield wanting + follows[1], len(words)
        yield wanting, len(words)
    if begins := wanting_after_story(said):
        yield begins, len(words)
    if told := LISTS.spotter("told_first").found(said):
        yield told[1], len(words)
    for after in (LISTS.spotter("asides"), LISTS.spotter("endings"), _doubt(_DOUBT_LAST)):
        if around := after.found(said):
            yield 0, around[0]
    if place:
        yield 0, len(words) - _place_at_end(said, words_of(place))
    yield 0, len(words) - _run_back(said)


def _run(said: Sequence[str]) -> int:
    """Return how many words at the begin only say that something is wanted."""
    known = LISTS.words("wanting") | LISTS.words("among")
    length = next((at for at, word in enumerate(said) if word not in known), len(said))
    # "Ik wil dat praten me makkelijker afgaat" is nothing without its begin.
    is_clause = said[length : length + 1] in (["dat"], ["da"])
    return length if set(said[:length]) & LISTS.words("wanting") and not is_clause else 0


def _run_back(said: Sequence[str]) -> int:
    """Return how many words at the end only say that something is wanted: "spaans zou ik wel willen leren"."""
    known = LISTS.words("wanting") | LISTS.words("among")
    length = next((at for at, word in enumerate(reversed(said)) if word not in known), len(said))
    kept = said[: len(said) - length]
    if not length or (kept and kept[-1] in LISTS.words("needs_leren")):
        return 0
    wanted = set(said[len(kept) :])
    return length if wanted & (LISTS.words("wanting") | {"leren", "lere"}) else 0


def _place_at_end(said: Sequence[str], place: Sequence[str]) -> int:
    name = list(map(squeeze, place))
    if not name or list(said[-len(name) :]) != name:
        return 0
    before = said[-len(name) - 1 : -len(name)]
    return len(name) + 1 if before and before[0] in _BEFORE_A_PLACE else 0


def _names(words: Iterable[str]) -> bool:
    """Return whether ``words`` name something."""
    return any(word[0] != "#" and word not in LISTS.words("empty") for word in words)
