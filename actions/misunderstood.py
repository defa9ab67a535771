"""What to do when it is not clear: other words, then choices, then a human. Never the same dead end twice."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasa_sdk.events import SlotSet

from actions.feelings import sympathise
from actions.logbook import ask_to_keep
from actions.searching import refine, shown_items
from actions.turns.base import DuwtjeAction
from actions.turns.moves import REQUESTED, Event, leave
from actions.turns.turn import Turn
from actions.turns.zones import PLAUSIBLE
from actions.wording import echo

HARD_TO_FOLLOW = 3
"""Messages in a row that were not understood, after which our words get easier."""
OWN = ("action_misunderstood", "action_rephrase", "action_not_mine")
WELCOME = "utter_welcome"
LOST = (
    *("utter_ask_rephrased_", "utter_ask_other_words", "utter_ask_pick_a_way", "utter_ask_human_instead", "utter_ask_one_word"),
    *("utter_leave_it_here", "utter_still_here"),
)
"""Answers that show that a message was not followed, whatever Rasa made of it."""
FOUND = "utter_suggestions_"
"""How an answer with things to do begins."""
STEPS = ("utter_ask_other_words", "utter_ask_pick_a_way", "utter_ask_human_instead", "utter_ask_one_word")


def was_lost(event: Mapping[str, Any]) -> bool:
    """Return whether ``event`` shows that a message was not followed."""
    return was_said(event, LOST) or (event.get("event") == "action" and event.get("name") in OWN)


def was_said(event: Mapping[str, Any], names: str | tuple[str, ...]) -> bool:
    """Return whether ``event`` is a response whose name begins with one of ``names``."""
    return event.get("event") == "bot" and str((event.get("metadata") or {}).get("utter_action")).startswith(names)


def times_in_a_row(turn: Turn, lost: Callable[[Mapping[str, Any]], bool] = was_lost) -> int:
    """Return how many messages right before this one were not understood either, or had another answer that is counted as ``lost``.

    What was answered with a list was understood, whatever found it.
    """
    times, answer = 0, list[Mapping[str, Any]]()
    for event in reversed(turn.before):
        if event.get("event") != "user":
            answer.append(event)
            continue
        if not any(map(lost, answer)) or any(was_said(one, FOUND) for one in answer):
            break
        times, answer = times + 1, []
    return times


def not_followed(turn: Turn) -> int:
    """Return how often that happened right before; our words get easier when it keeps happening."""
    times = times_in_a_row(turn)
    if times + 1 >= HARD_TO_FOLLOW:
        # They did not ask for it: that we failed is no reason to talk about their reading.
        turn.easier(quietly=True)
    return times


class ActionMisunderstood(DuwtjeAction):
    """Asks for other words, then offers choices, then a human."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        times = not_followed(turn)
        if times >= len(STEPS):
            return _stop_asking(turn, times)
        if sympathise(turn):
            if not turn.loop:
                turn.say("utter_ask_small_or_later")
            return []
        if turn.open_nudge and turn.text and not turn.loop and not times:
            return ask_to_keep(turn)
        narrower = refine(turn)
        if narrower is not None:
            return narrower
        if not times and not turn.loop and (tags := turn.topics) and not _talks_about(turn, tags):
            return ask_topic(turn, turn.services.interests.label(tags[0]))
        if times or not _guess(turn):
            _explain(turn, times)
        return []


class ActionRephrase(DuwtjeAction):
    """Says the latest question in quite other words, then offers choices, then a human."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        times = times_in_a_row(turn)
        if times >= len(STEPS):
            return _stop_asking(turn, times)
        if times:
            turn.easier()
            turn.say(STEPS[times])
        else:
            turn.say(_other_words(turn))
        return []


def mend(turn: Turn) -> list[Event]:
    """Say sorry to who says that we do not listen, and go on in another way: other words, choices, and then a human."""
    times = not_followed(turn)
    # Other words only help where a question is open.
    step = times if turn.loop else times + 1
    if step >= len(STEPS):
        return _stop_asking(turn, times)
    sympathise(turn)
    turn.say("utter_not_heard")
    turn.say(STEPS[step] if step else _other_words(turn))
    return []


def _stop_asking(turn: Turn, times: int) -> list[Event]:
    """Give up asking: once with a human and a desk, from then on with one quiet line."""
    if times > len(STEPS):
        turn.say("utter_still_here")
    else:
        turn.say("utter_leave_it_here")
        turn.effect("human")
    return leave()


def _explain(turn: Turn, times: int) -> None:
    if not times and turn.slot(REQUESTED) and turn.loop:
        turn.say(_other_words(turn))
    else:
        turn.say(STEPS[times])


def _other_words(turn: Turn) -> str:
    """Return the question to ask: the latest one in other words, or the very first one when nothing was asked yet."""
    if turn.loop == "wish_form" and (turn.asked or "").startswith(WELCOME):
        return "utter_ask_wish"
    if turn.loop and turn.slot(REQUESTED):
        return f"utter_ask_rephrased_{turn.slot(REQUESTED)}"
    return "utter_ask_rephrased_list" if shown_items(turn) else "utter_ask_rephrased_talk"


def _guess(turn: Turn) -> bool:
    titles = [(intent, f"utter_title_{intent}") for intent, likely in turn.guesses if likely >= PLAUSIBLE]
    # One button is for none of these.
    known = [(intent, title) for intent, title in titles if title in turn.domain["responses"]][: turn.most_buttons - 1]
    if turn.loop or not known:
        return False
    turn.offer("utter_ask_did_you_mean", [*_buttons(turn, known), _none_of_these(turn)])
    return True


def _buttons(turn: Turn, known: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"title": turn.title(title), "payload": f"/{intent}"} for intent, title in known]


def ask_topic(turn: Turn, topic: str) -> list[Event]:
    """Ask whether somebody wants to learn about ``topic``: a label, or their own words."""
    yes = f"/give_wish{json.dumps({'interest': topic}, ensure_ascii=False)}"
    turn.offer("utter_ask_topic", [{"title": turn.title("utter_title_yes"), "payload": yes}, _none_of_these(turn)], topic=echo(topic))
    return [SlotSet("remark", topic)]


def _talks_about(turn: Turn, tags: Sequence[str]) -> bool:
    """Whether what is being shown is about ``tags`` already: then asking about them again helps nobody."""
    return bool(shown_items(turn)) and set(tags) <= set(turn.learner.interests)


def _none_of_these(turn: Turn) -> dict[str, str]:
    return {"title": turn.title("utter_title_something_else"), "payload": "/ask_rephrase"}
