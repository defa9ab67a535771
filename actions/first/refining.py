"""More about a wish under its list: "voor groep 6", "en nederlands ook". It comes beside the wish and does not replace it."""

from actions.searching import forget, keep_wish, shown_items, suggest
from actions.suggestions import LISTS, is_about_a_list, more
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.person.homes import tells_home
from bot.language.small_talk.small_answers import is_asking
from bot.language.wishes.own_words import adds, wish_in
from bot.language.wishes.rejecting import rejected_words
from bot.language.words.fold import words_of

FEW_WORDS = 6
MAY_ADD = frozenset({"give_wish", "change_wish", "find_course", "ask_language", "nlu_fallback", "out_of_scope"})
"""What Rasa makes of it."""
MAY_NAME_ONE = MAY_ADD | {"affirm", "pick_option"}
"""The same of who names one of several things: "ja, yoga eerst" is also a yes, or a choice."""


def refinement(turn: Turn) -> Answer | None:
    """Return how to look again for the wish with what was added; None when nothing is."""
    under_a_list = not turn.loop and not turn.open_nudge and (turn.asked or "").startswith(LISTS) and bool(turn.learner.wish)
    if not under_a_list or len(turn.text.split()) > FEW_WORDS or (turn.is_sure and turn.intent not in MAY_ADD):
        return None
    piece = None if rejected_words(turn.text) or turn.wanted.place or tells_home(turn.text) else wish_in(turn.text)
    more_of_it = bool(turn.topics) and set(turn.topics) <= set(turn.learner.interests) and len(turn.text.split()) == 1
    if piece is None or not (adds(turn.text) or (more_of_it and not _names_one(turn, piece))):
        return None
    return more if _is_said_already(turn, piece) else lambda turn: _add(turn, piece)


def _is_said_already(turn: Turn, piece: str) -> bool:
    """Whether the wish holds every word of ``piece``: who only says it again wants to see other ideas."""
    return set(words_of(piece)) <= set(words_of(turn.learner.wish or ""))


def one_of_several(turn: Turn) -> Answer | None:
    """Return how to look for one of the things that the wish names, when a list is about all of them: "salsa eerst"; else None."""
    subjects = turn.services.interests.subjects_in(turn.learner.wish or "") if is_about_a_list(turn) and turn.topics else ()
    few = len(turn.text.split()) <= FEW_WORDS and not (turn.is_sure and turn.intent not in MAY_NAME_ONE) and not is_asking(turn.text)
    alone = [tags for tags in subjects if set(turn.topics) <= tags]
    piece = wish_in(turn.text) if len(subjects) > 1 and few and alone and not rejected_words(turn.text) else None
    return None if piece is None or _names_one(turn, piece) else lambda turn: keep_wish(turn, piece, {})


def _names_one(turn: Turn, piece: str) -> bool:
    """Whether ``piece`` stands in the title of something that is shown: then it points at that."""
    return any(piece.casefold() in item.title.casefold() for item in shown_items(turn))


def _add(turn: Turn, piece: str) -> list[Event]:
    before = turn.learner
    wish = f"{before.wish}, {piece}"
    tags = tuple(dict.fromkeys((*turn.topics, *before.interests)))
    turn.learner = turn.services.profile.set_wish(before.id, wish, tags)
    turn.say("utter_wish_kept", wish=echo(wish))
    return [*forget(), *suggest(turn, limits=turn.slot("limits"))]
