"""What somebody wants changed in the reminders that stand: one taken away, another moment, one more."""

from collections.abc import Sequence

from bot.language.moments.reminding import Request, asks_to_remind, means_all
from bot.language.numbers.amounts import minutes_in, place_in_row
from bot.language.when.repeats import repeats_in
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

LISTS = WordLists("reminder_changes")
TELLING = 4
"""Letters from which a word tells one reminder from another."""
_REMINDER = "herinner"


def takes_back(text: str) -> bool:
    """Return whether ``text`` takes a reminder away; who asks for one in a rhythm, or to leave one, takes nothing away."""
    asks = asks_to_remind(text) or (repeats_in(text) is not None and not _spots("points_at_one", text))
    return not asks and _spots("takes_back", text) and not _spots("kept", text)


def takes_all_back(text: str) -> bool:
    """Return whether what ``text`` takes away is every one of them: "wis mijn herinneringen"."""
    return not one_of_them(text) and (means_all(text) or _spots("all_of_them", text))


def one_of_them(text: str) -> bool:
    """Return whether ``text`` says one of them without saying which: "haal er een weg"."""
    return _spots("one_of_them", text)


def is_not_after_all(text: str) -> bool:
    """Return whether ``text`` takes back what was just agreed, and says nothing else: "toch niet"."""
    return _spots("not_after_all", text)


def wants_it_once(text: str) -> bool:
    """Return whether ``text`` says that it need not come back: "nee, alleen deze keer"."""
    return _spots("once", text)


def moves(text: str) -> bool:
    """Return whether ``text`` puts a reminder at another moment: "zet die van de bloemen op dinsdag"."""
    return _spots("moves", text)


def new_moment_in(text: str) -> tuple[str, str]:
    """Return the part of ``text`` that points at a reminder and the part that says its new moment: around the last "naar" or "op"."""
    before, _, after = text.rpartition(" naar ")
    if not before:
        before, _, after = text.rpartition(" op ")
    return (before, after) if before else (text, text)


def adds(text: str) -> bool:
    """Return whether ``text`` wants one more beside what stands: "zaterdag ook graag"."""
    return _spots("adds", text)


def is_only_when(request: Request) -> bool:
    """Return whether ``request`` names a moment or a rhythm and nothing to remember: "toch maar zondag"."""
    return request.says_when and set(meant_words(request.rest)) <= set(LISTS["small"])


def minutes_later(text: str) -> int | None:
    """Return how many minutes later ``text`` wants it, fewer than none for earlier: "een half uurtje eerder" is -30."""
    words, minutes = meant_words(text), minutes_in(text)
    if not minutes or not says(words, [*LISTS["later"], *LISTS["earlier"]]):
        return None
    return -minutes if says(words, LISTS["earlier"]) else minutes


def is_unhappy(text: str) -> bool:
    """Return whether ``text`` says that a moment is wrong: "dat is te vroeg"."""
    return _spots("unhappy_moment", text)


def names_reminders(text: str) -> bool:
    """Return whether ``text`` is about reminders in so many words."""
    return any(word.startswith(_REMINDER) for word in meant_words(text))


def named_among(text: str, subjects: Sequence[str]) -> list[int]:
    """Return which of ``subjects`` ``text`` names by a word of theirs: those it names most words of."""
    said = set(squeezed_words(text))
    shared = [len(said & {word for word in squeezed_words(subject) if len(word) >= TELLING}) for subject in subjects]
    most = max(shared, default=0)
    return [place for place, count in enumerate(shared) if most and count == most]


def place_among(text: str, length: int) -> int | None:
    """Return which of a row of ``length`` ``text`` points at, from 0: "annuleer de tweede" is 1."""
    number = place_in_row(text)
    if number is None or not -1 <= number <= length:
        return None
    return number - 1 if number > 0 else length - 1


def _spots(name: str, text: str) -> bool:
    return LISTS.spotter(name).spots(squeezed_words(text))
