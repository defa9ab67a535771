"""Hears answers that say neither yes nor no."""

from functools import cache

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

LISTS = WordLists("small_answers")


def has_no_preference(text: str) -> bool:
    """Return whether ``text`` leaves the choice to us: "maakt niet uit"."""
    return says(meant_words(text), LISTS["no_preference"])


def leaves_open(text: str) -> bool:
    """Return whether ``text`` says nothing but that it is not decided yet: "dat zie ik nog wel"."""
    return LISTS.spotter("puts_off").spots(squeezed_words(text))


def asks_to_wait(text: str) -> bool:
    """Return whether ``text`` asks us to wait a moment, and says nothing else: "ff wachten hoor", "moment"."""
    return LISTS.spotter("waits").spots(squeezed_words(text))


def is_dismissal(text: str) -> bool:
    """Return whether ``text`` lets the whole matter rest: "laat maar"."""
    words = meant_words(text)
    return (
        says(words, LISTS["dismissal"])
        and not says(words, LISTS["no_dismissal"])
        and not LISTS.spotter("inviting").spots(squeezed_words(text))
    )


def wants_after_all(text: str) -> bool:
    """Return whether ``text`` takes a no back: "nu wil ik wel", "laat maar toch wel"."""
    words = meant_words(text)
    return says(words, LISTS["after_all"]) and not says(words, LISTS["no_after_all"])


def invites(text: str) -> bool:
    """Return whether ``text`` lets us show something that is not their own: "laat maar zien"."""
    words = squeezed_words(text)
    return LISTS.spotter("inviting").spots(words) and not LISTS.spotter("inviting_own").spots(words)


def is_not_knowing(text: str) -> bool:
    """Return whether ``text`` says that somebody does not know: "weet ik veel"."""
    return says(meant_words(text), LISTS["not_knowing"])


def is_closing(text: str) -> bool:
    """Return whether ``text`` is thanks and no choice: "oke dankje", "prima, bedankt"."""
    words = meant_words(text)
    return words[:1] != ("ja",) and _words_of("closing").issuperset(words) and says(words, LISTS["thanks"])


def is_farewell(text: str) -> bool:
    """Return whether ``text`` says goodbye and nothing else than what closes a talk: "ok doei", "bedankt en tot ziens"."""
    words = squeezed_words(text)
    return _farewell().issuperset(words) and says(words, map(squeeze, LISTS["farewell"]))


def is_wanting(text: str) -> bool:
    """Return whether ``text`` says in so many words that something is wanted."""
    return says(meant_words(text), LISTS["wanting"])


def is_not_daring(text: str) -> bool:
    """Return whether ``text`` says that somebody does not dare: "nee durf ik niet"."""
    return LISTS.spotter("not_daring").spots(squeezed_words(text))


def is_about_us(text: str) -> bool:
    """Return whether ``text`` is said to us, without anything that is wanted: "wat moeten jullie van me"."""
    return says(meant_words(text), LISTS["about_us"]) and not is_wanting(text)


def is_lost(text: str) -> bool:
    """Return whether ``text`` says that we are not understood: "snap het nog steeds niet"."""
    words = meant_words(text)
    return says(words, LISTS["lost"]) or squeeze(" ".join(words)) in LISTS.words("lost_alone")


def has_no_idea_when(text: str) -> bool:
    """Return whether ``text`` says that somebody does not know on which day: that is no refusal."""
    return says(meant_words(text), LISTS["no_idea_when"])


def is_sigh(text: str) -> bool:
    """Return whether ``text`` is a sigh and nothing else: "pfff", "tja"."""
    words = squeezed_words(text)
    return bool(words) and set(words) <= LISTS.words("sighs")


def is_about_school(text: str) -> bool:
    """Return whether ``text`` says that somebody wants no school: that is no word about learning."""
    return says(meant_words(text), LISTS["no_school"])


def was_hurt_at_school(text: str) -> bool:
    """Return whether ``text`` says that school hurt whoever types it: "vroeger op school altijd gepest"."""
    words = squeezed_words(text)
    return LISTS.spotter("hurt_at_school").spots(words) and not set(words) & LISTS.words("others_at_school")


def settles(text: str) -> bool:
    """Return whether ``text`` takes what it names, for want of better: "lezen dan maar"."""
    return says(meant_words(text), LISTS["settling"])


def is_pointing(text: str) -> bool:
    """Return whether ``text`` begins as somebody does who points at one of a few: "die met hout", "doe maar de goedkoopste"."""
    line = " ".join(meant_words(text))
    return any(line.startswith(f"{phrase} ") for phrase in LISTS["pointing"])


def takes_that(text: str) -> bool:
    """Return whether ``text`` takes what was just spoken about, without saying which: "vooruit, doe die maar", "ok die dan"."""
    words, that, take = set(meant_words(text)), set(LISTS["that"]), set(LISTS["take"])
    return bool(words & that and words & take) and words <= that | take | set(LISTS["around_that"])


def is_asking(text: str) -> bool:
    """Return whether ``text`` holds a word of a question about something: what it costs, where it is."""
    return says(meant_words(text), LISTS["asking"])


def asks_outright(text: str) -> bool:
    """Return whether ``text`` begins as a question about the world does; "hoe maak ik" is a wish."""
    first, *rest = [*meant_words(text), ""]
    return first in LISTS["begins_a_question"] and "ik" not in rest[:1] and not (first == "hoe" and "ik" in rest)


@cache
def _words_of(name: str) -> frozenset[str]:
    """Return the words that the phrases of a list are made of."""
    return frozenset(word for phrase in LISTS[name] for word in phrase.split())


@cache
def _farewell() -> frozenset[str]:
    return frozenset(squeeze(word) for name in ("closing", "farewell", "around_a_farewell") for word in _words_of(name))
