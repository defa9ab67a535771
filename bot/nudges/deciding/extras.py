"""What may come between the nudges of the rhythm: one follow-up, and practice of something to remember. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.clock import local_date
from bot.nudges.deciding.declining import declines
from bot.nudges.history import History, sent_moment
from bot.nudges.models import DueNudge, Occasion, Script
from bot.nudges.situation import Situation
from bot.values import value

FOLLOW_UP_AFTER, FOLLOW_UP_WITHIN = 3, 5
"""Days. Two texts three days apart worked best in Milkman et al. 2022; later it would crowd the next nudge."""
RHYTHMS = range(7, 15)
"""Days between nudges with which a follow-up may come: rarer was chosen to hear little, and more often needs none."""
PRACTICE_AFTER = (3, 10, 30)
"""Days between one time of asking and the next (spaced practice, Kerfoot 2010)."""
LEARNED = 2
"""Good answers in a row after which a question is not asked again."""


@value
class Extra:
    """Something that may come on a day from ``first`` to ``last`` on."""

    script_id: str
    occasion: Occasion
    after: DueNudge
    first: date
    last: date | None = None

    def slot(self, day: date) -> str:
        """Name the occasion. A follow-up has one slot, so that there is never a second; practice may try another day."""
        name = f"{self.occasion} {self.after.id}"
        return name if self.occasion is Occasion.FOLLOW_UP else f"{name} {day.isoformat()}"

    def is_of(self, due: DueNudge) -> bool:
        """Whether ``due`` was planned for this."""
        return due.slot.split()[:2] == [self.occasion.value, str(self.after.id)]


def extras(situation: Situation, scripts: Iterable[Script]) -> Iterator[Extra]:
    """Yield everything that may come between now; nothing for who is silent or wants to hear seldom."""
    if situation.backs_off() or situation.rhythm() >= RHYTHMS.stop:
        return
    follow_up = _follow_up(situation)
    if follow_up:
        yield follow_up
    known = situation.history.scripts()
    for script in scripts:
        practice = _practice(script, situation) if script.right_answers and script.id in known else None
        if practice:
            yield practice


def _follow_up(situation: Situation) -> Extra | None:
    waiting = situation.unanswered()
    if len(waiting) != 1 or situation.rhythm() not in RHYTHMS:
        return None
    row = waiting[0]
    if row.occasion is not Occasion.ORDINARY or any(sent_moment(one) > sent_moment(row) for one in situation.history.of_our_own()):
        return None
    day = local_date(sent_moment(row))
    first, last = day + timedelta(days=FOLLOW_UP_AFTER), day + timedelta(days=FOLLOW_UP_WITHIN)
    return Extra(row.script_id, Occasion.FOLLOW_UP, row, first, last)


def _practice(script: Script, situation: Situation) -> Extra | None:
    series = situation.history.series_of(script.id)
    if not 0 < len(series) <= len(PRACTICE_AFTER) or is_learned(script, situation.history):
        return None
    before = series[-1]
    if before.answer is None or declines(before.answer):
        return None
    first = local_date(sent_moment(before)) + timedelta(days=PRACTICE_AFTER[len(series) - 1])
    return Extra(script.id, Occasion.PRACTICE, before, first)


def is_learned(script: Script, history: History) -> bool:
    """Whether the latest answers to what ``script`` asks were all good; never for a script without a good answer."""
    latest = history.series_of(script.id)[-LEARNED:]
    return len(latest) == LEARNED and all(row.answer in script.right_answers for row in latest)
