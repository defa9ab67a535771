"""What somebody tells about their work: kept by the product before Rasa hears it, and no wish, question or complaint."""

from actions.choosing import ask_which
from actions.searching import shown_items
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event
from actions.turns.turn import Turn
from actions.turns.zones import CHAT
from bot.language.person.work import load_work_words
from bot.language.safety.hearing import feeling_in
from bot.language.small_talk.small_answers import is_asking, is_wanting
from bot.language.wishes.own_words import only_tells
from bot.language.words.fold import words_of

NO_ANSWER_YET = frozenset({"give_wish", "nlu_fallback", *CHAT})
"""What Rasa makes of such words."""
MISHEARD = frozenset({"no_time", "goodbye", "not_now", "give_moment"})
"""What Rasa makes of them, too, though no word of it is in them: "ik werk nacht" says no farewell."""
FEW_WORDS = 8


def only_tells_work(turn: Turn) -> bool:
    """Whether the message only says what the person does for a living, or that they are over sixty."""
    words = words_of(turn.text)
    is_short = len(words) <= FEW_WORDS and "ik" in words
    if not (turn.intent in NO_ANSWER_YET or is_misheard(turn)) or turn.open_nudge or not (is_short or only_tells(turn.text)):
        return False
    if is_wanting(turn.text) or is_asking(turn.text) or feeling_in(turn.text) or (turn.topics and not is_misheard(turn)):
        return False
    return bool(load_work_words().told(turn.text))


def is_misheard(turn: Turn) -> bool:
    """Whether Rasa hears more in it than somebody says of their work: "ik werk nacht" is no farewell."""
    return turn.intent in MISHEARD and not load_work_words().says_how_much(turn.text)


def tells_shift(turn: Turn) -> bool:
    """Whether the message tells in which shifts somebody works, and does not say a word about time."""
    return not is_wanting(turn.text) and "tijd" not in words_of(turn.text) and load_work_words().told(turn.text).shift is not None


def go_on(turn: Turn) -> list[Event]:
    """Ask which of the list it is, or what they feel like now, unless something is asked already; that it is kept was said already."""
    if is_about_a_list(turn):
        return ask_which(turn, shown_items(turn))
    if not turn.loop:
        turn.say("utter_what_now")
    return []
