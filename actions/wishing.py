"""Whether words are a wish: what is kept as one must say so, name a topic, or be agreed on first."""

from actions.turns.turn import Turn
from actions.turns.zones import CHAT
from bot.language.moments.day_parts import is_only_a_moment
from bot.language.safety.hearing import feeling_in
from bot.language.safety.heavy import is_heavy
from bot.language.small_talk.small_answers import is_about_us, is_sigh, is_wanting
from bot.language.when.reading import when
from bot.language.wishes.own_questions import asks_for_oneself
from bot.language.wishes.own_words import asks_of_us, is_a_sentence, names_doing, only_tells, says_wanted, tells_done, wish_in

UNSURE = frozenset({"nlu_fallback", *CHAT})
"""What Rasa says about words it does not know as a wish."""
SMALL_TALK = frozenset({"greet", "smalltalk_how_are_you", "ask_bot", "thank"})
"""What is no wish either when Rasa is only half sure of it."""
A_FEW = 4
"""Words that may be a topic nobody here ever heard of; more words that name nothing known are a story."""


def own_words(turn: Turn, text: str) -> str:
    """Return what of ``text`` is the wish; all of it when that cannot be told apart."""
    spans = turn.spans("interest") if text == turn.text else []
    return wish_in(text, spans[0] if spans else None, turn.services.suggestions.read(text).place) or text


def wish_of(turn: Turn) -> str | None:
    """Return what was said or chosen when it surely is a wish; None when it is none, or when that is not clear."""
    words = turn.said_or_chosen
    if turn.pressed:
        return words or None
    return words if _may_be_one(turn) and _is_sure(turn) else None


def is_new_to_us(turn: Turn) -> bool:
    """Whether what was typed may be a wish, in a few words of which nothing is known."""
    few = len(turn.text.split()) <= A_FEW and not is_a_sentence(turn.text) and when(turn.text, turn.now) is None
    return few and _may_be_one(turn) and not _is_sure(turn)


def _may_be_one(turn: Turn) -> bool:
    words = turn.text
    if is_sigh(words) or is_only_a_moment(words) or asks_of_us(words) or wish_in(words) is None:
        return False
    if asks_for_oneself(words) and not turn.topics:
        return False
    if tells_done(words) or (only_tells(words) and not turn.spans("interest")):
        return False
    if turn.intent in UNSURE and (is_heavy(words) or is_about_us(words) or _sighs(turn)):
        return False
    return turn.intent not in SMALL_TALK or is_wanting(words) or bool(turn.topics)


def _sighs(turn: Turn) -> bool:
    return feeling_in(turn.text) is not None and not is_wanting(turn.text) and not turn.topics


def _is_sure(turn: Turn) -> bool:
    return _is_known(turn) or _insists(turn)


def _is_known(turn: Turn) -> bool:
    sure_verb = turn.intent == "give_wish" and (turn.is_sure or turn.loop == "wish_form") and names_doing(turn.text)
    return bool(turn.topics or turn.spans("interest") or sure_verb or says_wanted(turn.text))


def _insists(turn: Turn) -> bool:
    return turn.heard("utter_ask_topic") and turn.slot("remark") == own_words(turn, turn.text)
