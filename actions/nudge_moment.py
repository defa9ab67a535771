"""In which part of the day nudges come, in any words: a part of the day, an hour, a shift, or leaving it open."""

from collections.abc import Sequence
from datetime import time

from actions.turns.turn import Turn
from actions.wording import clock
from bot.language.moments.day_parts import clocks_in, is_after_work, part_at, part_meant_in, part_of_day_in
from bot.language.moments.hours import hours_told
from bot.language.numbers.amounts import place_in_row
from bot.language.person.work import load_work_words
from bot.language.small_talk.small_answers import has_no_preference, is_not_knowing, leaves_open
from bot.learners.models import DayPart, Shift
from bot.learners.working import Work
from bot.registers import Register

ANY_PART = "any"
EASY_PARTS = [DayPart.OCHTEND, DayPart.MIDDAG, DayPart.AVOND]
"""Parts of the day in the order of the buttons of utter_ask_day_part in easy words."""


def day_part(turn: Turn) -> str | None:
    """Return the part of the day in what was said; ``any`` when it does not matter."""
    told = turn.said_or_chosen
    if hours_told(told):
        return ANY_PART
    if clocks_in(told):
        return part_meant_in(told)
    number = place_in_row(told)
    parts = EASY_PARTS if turn.register is Register.EASY else list(DayPart)
    if number and 0 < number <= len(parts):
        return parts[number - 1].value
    if is_after_work(told):
        # Whoever told about a shift hears nothing during it; for anybody else work ends before the evening.
        return ANY_PART if turn.learner.nudges.shift else DayPart.AVOND.value
    named = part_of_day_in(told) or (ANY_PART if load_work_words().shift_in(told) else None)
    return named or (ANY_PART if turn.intent == "affirm" or leaves_it(told) else None)


def leaves_it(told: str) -> bool:
    """Return whether ``told`` leaves the choice to us, or open."""
    return has_no_preference(told) or is_not_knowing(told) or leaves_open(told)


def choose_part(turn: Turn, clocks: Sequence[time]) -> None:
    """Ask which of ``clocks`` is meant: "half 8" is in the morning or in the evening."""
    told = [clock(turn.texts, each) for each in clocks]
    payloads = [f'/change_moment{{"moment": "{part_at(each)}"}}' for each in clocks]
    buttons = [{"title": title, "payload": payload} for title, payload in zip(told, payloads, strict=True)]
    turn.offer("utter_ask_reminder_half_of_day", buttons, morning=told[0], evening=told[1])


def keep_shift(turn: Turn) -> bool:
    """Keep the shift that the answer to "when" names; False when it names none."""
    shift = load_work_words().shift_in(turn.said_or_chosen)
    if shift:
        turn.learner = turn.services.profile.told_work(turn.learner.id, Work(shift=Shift(shift)))
    return shift is not None
