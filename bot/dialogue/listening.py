"""Hears in what people type how they want to be spoken to, and what they say about their work."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.dialogue.deeds import Deed
from bot.dialogue.ports import Profiles
from bot.language.moments.hours import Said, hours_told
from bot.language.person.manners import Manners
from bot.language.person.work import WorkWords
from bot.language.safety.erasing import PLACE, WISH, things_to_forget
from bot.language.small_talk.requests import requested_in
from bot.learners.hours import Hours, SaidHours, completed
from bot.learners.models import Learner, Shift
from bot.learners.working import Work, told
from bot.registers import Asked


@dataclass(frozen=True)
class HoursHeard:
    """Hours of work that somebody told."""

    hours: tuple[Hours, ...]
    unclear: bool
    """Whether some of them cannot be, or only half of them is known."""
    alone: bool
    """Whether the message says nothing else."""
    are_all: bool
    """Whether no shift was named, so that there are no others."""


@dataclass(frozen=True)
class Listener:
    """Keeps what it hears in the profile."""

    profile: Profiles
    manners: Manners
    work: WorkWords
    place_in: Callable[[str], str | None] = lambda _: None
    """From a sentence to the place that it names."""

    def heard(self, learner: Learner, typed: str) -> Learner:
        """Return the learner, spoken to with *u* from now on when that is what they say themselves."""
        already = learner.manner.formal or learner.manner.form_chosen
        return learner if already or not self.manners.says_u(typed) else self.profile.heard_u(learner.id)

    def asked(self, learner: Learner, typed: str) -> tuple[Learner, Asked] | None:
        """Return the learner as they asked to be spoken to, and what they asked; None when ``typed`` is about something else."""
        wanted = self.manners.asked(typed)
        if wanted is None or (wanted is Asked.ORDINARY and not learner.manner.easy):
            # "Doe maar gewoon" is about something else for whoever hears ordinary words already.
            return None
        return self.profile.ask_manner(learner.id, wanted), wanted

    def wanted_of_us(self, typed: str) -> Deed | None:
        """Return what ``typed`` asks of the product itself; None when it asks for none of it."""
        if self.work.wants_it_forgotten(typed):
            return Deed.FORGET_WORK
        if (things := things_to_forget(typed)) and WISH not in things:
            return Deed.FORGET_PLACE if PLACE in things else Deed.FORGET_NAME
        wanted = requested_in(typed)
        return Deed(wanted) if wanted else None

    def told_hours(self, learner: Learner, typed: str, *, asked: bool) -> HoursHeard | None:
        """Return the hours of work that ``typed`` names; None when it is not about that.

        ``asked``: whether it may answer the question for hours.
        """
        heard = hours_told(typed, asked=asked)
        if heard is None:
            return None
        found = [completed(_said(one), learner.nudges.hours, learner.nudges.shift) for one in heard.said]
        clear = tuple(one for one in found if one)
        return HoursHeard(clear, heard.unclear or len(clear) < len(found), heard.alone, all(one.shift is None for one in heard.said))

    def told_work(self, learner: Learner, typed: str, hours: HoursHeard | None = None) -> Learner | None:
        """Return the learner with what ``typed`` says about their work or age, and their ``hours``; None when it says nothing new."""
        said = self.work.told(typed)
        if not said and not hours:
            return None
        work = Work.named(said.groups, said.no_longer, said.shift, office_hours=said.office_hours)
        if hours:
            work = replace(work, hours=hours.hours, all_hours=hours.are_all)
        return None if told(learner, work) == learner else self.profile.told_work(learner.id, work)


def _said(said: Said) -> SaidHours:
    return SaidHours(Shift(said.shift) if said.shift else None, said.start, said.end)
