"""Away with what was just shown or kept: that thing is let go, or we ask which; never everything at once."""

from collections.abc import Callable, Iterator

from actions.answers import NO_IN
from actions.earlier_lists import forget_lists
from actions.log_orders import ABOUT_LINE, take_away
from actions.logbook import newest_lines
from actions.own_plan import ABOUT_PLAN, drop
from actions.searching import forget
from actions.standing_reminders import AGREED, ask_which_reminder, take_back_latest
from actions.suggestions import LISTS
from actions.turns.moves import Event, leave, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.conversation import REMINDER, RIGHTS
from bot.language.lists.dropping import drops_that
from bot.language.safety.erasing import NAME, PLACE, WISH, things_to_forget
from bot.learners.models import NudgeState

ALWAYS = 2
"""Buttons that are always there: everything, and nothing."""
Payload = str


def drop_that(turn: Turn) -> Answer | None:
    """Return how to let go of what a message points at; None when it points at nothing, or is a line for the logbook."""
    if turn.loop == "log_form" or not drops_that(turn.text):
        return None
    if turn.open_nudge:
        return _reminder_that_came if turn.open_nudge == REMINDER else saying("utter_ask_which_nudges", stay=True)
    answer = in_sight(turn)
    # "Haal die maar weg" about nothing in sight may be about a reminder, when Rasa thinks so.
    return None if answer is ask_what and turn.intent == "cancel_reminder" and not turn.heard(LISTS) else answer


def drop_wish(turn: Turn) -> Answer | None:
    """Return how to let go of the wish that a message wants gone by name; None when there is none, or it says something else."""
    things = things_to_forget(turn.text) if turn.loop != "log_form" else frozenset()
    return (lambda turn: _forget_things(turn, things)) if turn.learner.wish and WISH in things else None


def in_sight(turn: Turn) -> Answer:
    """Return how to let go of what was spoken of right before, or of what is asked; when that is nothing in particular, we ask."""
    if turn.after == RIGHTS:
        return ask_what
    there: tuple[tuple[tuple[str, ...], Answer], ...] = (
        (AGREED, take_back_latest),
        (("utter_reminders",), ask_which_reminder),
        (ABOUT_LINE, _take_line_away),
        (ABOUT_PLAN, drop),
    )
    refused = NO_IN.get(turn.loop or "", ask_what) if turn.loop != "wish_form" else ask_what
    return next((answer for names, answer in there if turn.heard(names)), refused)


def ask_what(turn: Turn) -> list[Event]:
    """Ask what has to go: what there is of theirs, everything, or nothing."""
    own = list(_own(turn))[: turn.most_buttons - ALWAYS]
    buttons = [*own, ("everything", "right:erase"), ("nothing", "right:cancel")]
    named = [{"title": turn.title(f"utter_title_drop_{name}"), "payload": payload} for name, payload in buttons]
    turn.offer("utter_ask_what_to_erase", named)
    return leave()


def forget_wish(turn: Turn) -> list[Event]:
    """Forget the wish with its topics, and ask for another."""
    turn.learner = turn.services.profile.set_wish(turn.learner.id, "")
    turn.say("utter_wish_forgotten")
    return [*forget(), forget_lists(), *start("wish_form", "wish")]


def _forget_things(turn: Turn, things: frozenset[str]) -> list[Event]:
    for thing in sorted(things & {NAME, PLACE}):
        turn.effect(f"forget_{thing}")
    return forget_wish(turn)


def _own(turn: Turn) -> Iterator[tuple[str, Payload]]:
    """Yield what there is to let go, what is nearest first: its name and what its button means."""
    learner = turn.learner
    here: tuple[tuple[str, Payload, Callable[[], object]], ...] = (
        ("ideas", "/ask_more_options", lambda: turn.heard(LISTS) and learner.wish),
        ("wish", f'/remove_interest{{"answer": "{WISH}"}}', lambda: learner.wish),
        ("work", "right:forget_work", lambda: learner.groups or learner.nudges.shift),
        ("reminder", "/cancel_reminder", lambda: turn.services.reminders.list(learner.id)),
        ("nudges", "right:stop_ask", lambda: learner.nudges.state is NudgeState.ON),
    )
    return ((name, payload) for name, payload, is_there in here if is_there())


def _take_line_away(turn: Turn) -> list[Event]:
    lines = newest_lines(turn)
    return take_away(lines[-1])(turn) if lines else ask_what(turn)


def _reminder_that_came(turn: Turn) -> list[Event]:
    """A reminder that came is over; one that comes back may be taken away."""
    if any(each.rhythm for each in turn.services.reminders.list(turn.learner.id)):
        return ask_which_reminder(turn)
    turn.say("utter_reminder_was_once")
    return []
