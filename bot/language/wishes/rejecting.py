"""What somebody says they do not want: "niet schilderen maar koken", "liever koken dan schilderen", "maar geen school"."""

from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.placed import Span, folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("rejecting")
_NEAR = 3
"""Words before a "niet" among which "kan" makes it something that somebody cannot yet: that is a wish."""
_WAYS = ("disliked", "instead", "not", "than", "unwanted")
Place = tuple[int, int]


def rejected_in(text: str) -> tuple[Span, ...]:
    """Return where ``text`` names what is not wanted, in order, each from and up to which letter."""
    words = placed_words(text, with_ends=True, read=meant_words)
    said = folded(words)
    return tuple((words[begin].begin, words[end - 1].end) for begin, end in _rejected(said))


def without_rejected(text: str) -> str:
    """Return ``text`` without the words that name what is not wanted."""
    kept, at = "", 0
    for begin, end in rejected_in(text):
        kept, at = f"{kept}{text[at:begin]} ", end
    return kept + text[at:]


def rejected_words(text: str) -> str:
    """Return only the words that name what is not wanted; empty when nothing is refused."""
    return " ".join(text[begin:end] for begin, end in rejected_in(text))


def rejects_all(text: str) -> bool:
    """Return whether ``text`` wants nothing of a list, and does not turn down learning itself: "niet echt wat voor mij"."""
    words = squeezed_words(text)
    return LISTS.spotter("none_of_them").spots(words) and not set(words) & LISTS.words("of_learning")


def _rejected(said: list[str]) -> list[Place]:
    """Return the refused pieces of ``said``, in words."""
    found: list[Place] = []
    at = 0
    while (piece := _next(said, at)) is not None:
        begin, end, is_refused = piece
        if is_refused:
            found.append((begin, end))
        at = end
    return found


def _next(said: list[str], at: int) -> tuple[int, int, bool] | None:
    """Return the first piece from ``at`` on that looks refused, and whether it is."""
    matches = ((name, LISTS.spotter(name).found(said[at:])) for name in _WAYS)
    first = min(((match[0], name, match[1]) for name, match in matches if match), default=None)
    if first is None:
        return None
    begin, name, opened = at + first[0], first[1], at + first[2]
    if name == "instead":
        opened = begin + 1
    elif name == "than":
        begin = opened - 1
    end = _end(said, opened)
    refused = _is_refused(said, name, (begin, opened, end))
    return begin, end if refused else opened, refused


def _is_refused(said: list[str], name: str, at: tuple[int, int, int]) -> bool:
    begin, opened, end = at
    if name in ("not", "instead"):
        cannot_yet = LISTS.words("able") & set(said[max(0, begin - _NEAR) : begin])
        ends_well = name == "not" or said[end - 1] in LISTS.words("taken_along")
        return opened < len(said) and ends_well and not cannot_yet and said[opened] not in LISTS.words("no_topic")
    # "Ik wil geen schulden meer" says what somebody wants; with something else behind it, it does not.
    goes_on = bool(set(said[end:]) - {",", "."})
    return name != "unwanted" or goes_on or not LISTS.words("no_more") & set(said[opened:end])


def _end(said: list[str], opened: int) -> int:
    """Return up to which word a refusal goes that has begun before ``opened``; one word at least."""
    if said[opened - 1] in LISTS.words("taken_along"):
        return opened
    stop = LISTS.spotter("until").found(said[opened + 1 :])
    if stop is None:
        return len(said)
    begin = opened + 1 + stop[0]
    return begin + 1 if said[begin] in LISTS.words("taken_along") else begin
