"""Pausing nudges and starting them again: for how long, and what an answer about that means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.clock import AMSTERDAM, Clock, local_date
from bot.dialogue.deeds import Deed
from bot.dialogue.ports import Nudges, Rights
from bot.dialogue.wording import Wording
from bot.language.moments.pauses import asks_for_pause, names_an_end, pause_end, words_for
from bot.language.saying.texts import Texts
from bot.language.small_talk.requests import requested_in
from bot.learners.models import NudgeState
from bot.learners.rights import PAUSE
from bot.messages import Button, Reply

ASK, BACK = "right:pause:", "right:resume"
"""How the button begins that says yes to a pause, with after it how long; and what the button means that ends one."""
LENGTHS = ("pause_week", "pause_two_weeks")
"""Texts that name another length; each is read as if somebody typed it."""


def wish_in(typed: str, buttons: Sequence[Button], *, stopped: bool, today: date) -> Deed | None:
    """Return what ``typed`` says about quiet; None when it is about something else.

    ``buttons`` are those under what they read last; ``stopped`` is whether that was that no more nudges come.
    """
    if asks_for_pause(typed, today):
        return Deed.PAUSE
    asked, paused = (any(button.payload.startswith(payload) for button in buttons) for payload in (ASK, BACK))
    if (asked or paused) and names_an_end(typed, today):
        return Deed.PAUSE
    wish = requested_in(typed, "pauses") if paused or stopped else None
    return Deed(wish) if wish and (paused or wish == Deed.RESUME) else None


@dataclass(frozen=True)
class Quiet:
    """Pauses and resumes, and says what was done."""

    rights: Rights
    nudges: Nudges
    clock: Clock
    texts: Texts
    wording: Wording

    def pause(self, learner_id: str, told: str) -> list[Reply]:
        """Hold nudges back as long as ``told`` names, else for the usual time; says until when."""
        end = self._end(told)
        nudges = self.rights.pause(learner_id, end).nudges
        if nudges.state is not NudgeState.PAUSED:
            return [Reply(self.texts("pause_not_on"))]
        self.nudges.replan(learner_id)
        back = Button(self.texts("pause_back"), BACK)
        if end:
            return [Reply(self.wording.pause_done(nudges), (back,))]
        lengths = (Button(self.texts(key), f"{ASK}{self.texts(key)}") for key in LENGTHS)
        return [Reply(self.wording.pause_done(nudges, usual=True), (*lengths, back))]

    def hold(self, learner_id: str, told: str) -> list[Reply]:
        """Hold nudges back at once, and ask whether that is a pause, as ``told``, or a stop; nothing where none would come."""
        if self.rights.hold(learner_id).nudges.state is not NudgeState.PAUSED:
            return []
        self.nudges.replan(learner_id)
        pause = Button(self.texts("hold_pause"), f"{ASK}{self._named_end(told)}")
        return [Reply(self.texts("hold_done"), (pause, Button(self.texts("hold_stop"), "right:stop")))]

    def ask(self, told: str) -> Reply:
        """Ask whether nudges have to stay away as long as ``told`` names, else for the usual time."""
        yes = Button(self.texts("pause_yes"), f"{ASK}{self._named_end(told)}")
        text = self.wording.pause_guessed(self._end(told) or self.clock() + PAUSE)
        return Reply(text, (yes, Button(self.texts("pause_no"), "right:cancel")))

    def resume(self, learner_id: str) -> list[Reply]:
        """End a pause; after a stop, ask for a new yes."""
        if self.rights.resume(learner_id).nudges.state is NudgeState.ON:
            self.nudges.replan(learner_id)
            return [Reply(self.texts("resume_done"))]
        return [self.off("resume_not_on")]

    def off(self, key: str) -> Reply:
        """Say in the words of ``key`` that nudges are off, with a way to ask for them."""
        yes, no = Button(self.texts("resume_yes"), "/start_nudges"), Button(self.texts("resume_no"), "right:cancel")
        return Reply(self.texts(key), (yes, no))

    def tell_until(self, learner_id: str) -> list[Reply]:
        """Tell until when it is quiet."""
        nudges = self.rights.overview(learner_id).nudges
        if nudges.paused_until is None:
            return [Reply(self.texts("pause_not_on"))]
        return [Reply(self.wording.pause_done(nudges), (Button(self.texts("pause_back"), BACK),))]

    def _named_end(self, told: str) -> str:
        end = self._end(told)
        return words_for(local_date(end)) if end else ""

    def _end(self, told: str) -> datetime | None:
        day = pause_end(told, local_date(self.clock()))
        return datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM).astimezone(UTC) if day else None
