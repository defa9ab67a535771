"""A human to talk to, and the desk of the region where that is possible."""

from itertools import islice

from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn
from bot.catalogue.desks.models import DeskToday
from bot.conversation import HUMAN
from bot.language.small_talk.desks import asks_for_desk, asks_help, asks_of_desk, asks_where_to_go
from bot.language.wishes.corrections import instead
from bot.registers import Register

ASKS_PLACE = ("utter_ask_desk_place", "utter_desk_national")
MAY_BE_A_PLACE = frozenset({"nlu_fallback", "out_of_scope", "give_wish", "ask_place", "find_course", "find_desk"})
"""What Rasa makes of the name of a place that is in no list."""
LONGEST_PLACE = 4
DESK = "utter_desk"
"""What Rasa told last."""
TOLD = (DESK, "utter_desk_told", "utter_desk_not_known")
LOOKED_BACK = 3
"""Messages in which the place of that desk is looked for."""
NOT_A_QUESTION = frozenset({"reminder_form", "log_form"})


class ActionFindDesk(DuwtjeAction):
    """Tells which desk is near, or asks where that should be."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        place = turn.entity("answer") or turn.wanted.place or turn.learner.place
        if place is None:
            turn.say("utter_ask_desk_place")
            return leave()
        return tell(turn, place)


class ActionFindHuman(DuwtjeAction):
    """Tells how to reach a human: the desk of the place that was named, or else how that goes everywhere."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        place = turn.wanted.place
        if place is not None:
            return tell(turn, place)
        turn.effect("human")
        return leave()


def wants_desk(turn: Turn) -> bool:
    """Whether the message asks for a desk, whatever Rasa made of it.

    With a subject, "waar kan ik terecht" is about a course, unless it is for help.
    """
    if turn.loop in NOT_A_QUESTION or turn.open_nudge or turn.intent == "set_reminder":
        return False
    return asks_for_desk(turn.text) or (asks_where_to_go(turn.text) and (asks_help(turn.text) or not turn.topics))


def answers_where(turn: Turn) -> bool:
    """Whether the message answers for which place a desk is looked for, or names another one right after a desk was told."""
    if turn.after == HUMAN and not turn.topics and not turn.open_nudge:
        # Right after how to reach a human, a place says where that should be.
        return turn.wanted.place is not None
    if turn.loop or turn.open_nudge:
        return False
    short = len(turn.text.split()) <= LONGEST_PLACE
    if turn.asked in ASKS_PLACE:
        return turn.wanted.place is not None or (short and turn.intent in MAY_BE_A_PLACE)
    return turn.asked in TOLD and _place(turn) is not None and (short or instead(turn.text) is not None) and not turn.topics


def hear_where(turn: Turn) -> list[Event]:
    """Keep the place that was asked for and tell its desk; the national entry when we do not know it."""
    place = _place(turn)
    # "En in Dronten" after a desk looks further; it says nothing of where somebody lives.
    if place is not None and (turn.asked in ASKS_PLACE or instead(turn.text)):
        turn.learner = turn.services.profile.set_place(turn.learner.id, place)
    return tell(turn, place)


def asks_more_of_desk(turn: Turn) -> bool:
    """Whether the message asks for the number or the hours of the desk that was told just now."""
    return turn.asked in TOLD and not turn.loop and asks_of_desk(turn.text) is not None


def tell_more(turn: Turn) -> list[Event]:
    """Tell what is known of that desk, and where the rest stands."""
    found = turn.services.desks.near(_place_before(turn) or turn.learner.place)
    asked = asks_of_desk(turn.text)
    known = {"hours": found.desk.opening_hours, "phone": found.desk.phone, "address": found.desk.address}
    told = known[asked] if asked else None
    if told:
        turn.say("utter_desk_told", lines=turn.texts(f"desk_{asked}", **{str(asked): told}))
    else:
        turn.say("utter_desk_not_known", url=found.desk.url or turn.services.desks.national.desk.url)
    return leave()


def _place_before(turn: Turn) -> str | None:
    typed = (str(event.get("text") or "") for event in reversed(turn.before) if event.get("event") == "user")
    return next((place for text in islice(typed, LOOKED_BACK) if (place := turn.services.suggestions.read(text).place)), None)


def _place(turn: Turn) -> str | None:
    """Return the place that is named, and of "niet Almere maar Lelystad" the one that is meant."""
    meant = instead(turn.text)
    return turn.services.suggestions.read(meant).place if meant else turn.wanted.place


def tell(turn: Turn, place: str | None) -> list[Event]:
    """Tell the desk of the region where ``place`` lies."""
    found = turn.services.desks.near(place)
    if found.region_name is None:
        turn.say("utter_desk_national", url=found.desk.url)
        return leave()
    lines = "\n".join(_lines(turn, found, place or "", str(turn.services.desks.national.desk.url)))
    turn.say("utter_desk", desk=found.desk.name, region=found.region_name, lines=lines)
    return leave()


def _lines(turn: Turn, found: DeskToday, place: str, national: str) -> list[str]:
    texts, desk, url = turn.texts, found.desk, found.desk.url or national
    known: dict[str, dict[str, str | None]] = {
        "desk_before": {"names": ", ".join(desk.previous_names)},
        "desk_address": {"address": desk.address},
        "desk_hours": {"hours": desk.opening_hours},
        "desk_phone": {"phone": desk.phone},
    }
    told = [texts(key, **value) for key, value in known.items() if any(value.values()) and _is_told(turn, key)]
    doubt = [] if found.region_is_sure else [texts("desk_region_unsure", place=place)]
    if desk.address is None:
        return [*told, texts("desk_no_address", url=url), *doubt]
    return [*told, texts("desk_old" if found.is_stale else "desk_url", url=url), *doubt]


def _is_told(turn: Turn, line: str) -> bool:
    """Whether there is room for ``line``: in easy words only for how to get there. The rest stands on the site."""
    return turn.register is not Register.EASY or line in ("desk_address", "desk_phone")
