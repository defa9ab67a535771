"""What a person says about themselves, put together with what they said before. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from bot.learners.hours import Hours, together
from bot.learners.models import Group, Learner, Shift

AT_WORK = frozenset({Group.WERKEND, Group.FLEX, Group.ZZP, Group.TEAM})


@dataclass(frozen=True)
class Work:
    """What one message said about work or age."""

    groups: frozenset[Group] = frozenset()
    no_longer: frozenset[Group] = frozenset()
    shift: Shift | None = None
    office_hours: bool = False
    """Whether they said to work by day, or no shifts any more."""
    hours: tuple[Hours, ...] = ()
    all_hours: bool = False
    """Whether those are all their hours: who names no shift ("ik werk van 7 tot 3") has no other."""

    @classmethod
    def named(cls, groups: Iterable[str], no_longer: Iterable[str], shift: str | None, *, office_hours: bool) -> "Work":
        """Return what was said, from the words of ``Group`` and ``Shift``."""
        return cls(frozenset(map(Group, groups)), frozenset(map(Group, no_longer)), Shift(shift) if shift else None, office_hours)

    @property
    def is_by_day(self) -> bool:
        """Whether what was said is work by day."""
        return self.office_hours or (bool(self.hours) and self.hours[-1].shift is None)


def told(learner: Learner, work: Work) -> Learner:
    """Return the learner as they describe themselves now: what was said last counts."""
    groups = frozenset((learner.groups - _ended(work) - _contradicted(work.groups)) | work.groups)
    if (work.shift or work.hours) and groups.isdisjoint(AT_WORK):
        groups = (groups - {Group.ZONDER_WERK}) | {Group.WERKEND}
    hours = _hours(learner, work, works=not groups.isdisjoint(AT_WORK))
    shift = _shift(learner, work, hours, works=not groups.isdisjoint(AT_WORK))
    return replace(learner, groups=groups, nudges=replace(learner.nudges, shift=shift, hours=hours))


def forgotten(learner: Learner) -> Learner:
    """Return the learner without anything about work or age, or what stands in the way."""
    return replace(learner, groups=frozenset(), barrier=None, nudges=replace(learner.nudges, shift=None, hours=()))


def _hours(learner: Learner, work: Work, *, works: bool) -> tuple[Hours, ...]:
    if work.is_by_day:
        # Who works by day has no shifts any more, and the other way round.
        return tuple(one for one in together(learner.nudges.hours, work.hours) if one.shift is None)
    shifts = together(learner.nudges.hours if works and not work.all_hours else (), work.hours)
    return tuple(one for one in shifts if one.shift) if work.hours or work.shift else shifts


def _shift(learner: Learner, work: Work, hours: Collection[Hours], *, works: bool) -> Shift | None:
    told = {one.shift for one in hours if one.shift}
    if work.hours and len(told) > 1:
        return Shift.WISSELEND
    if work.shift:
        return work.shift
    if work.hours and told:
        changes = learner.nudges.shift is Shift.WISSELEND and not work.all_hours
        return Shift.WISSELEND if changes else next(iter(told))
    return learner.nudges.shift if works and not work.is_by_day else None


def _ended(work: Work) -> frozenset[Group]:
    return AT_WORK | work.no_longer if Group.WERKEND in work.no_longer else work.no_longer


def _contradicted(groups: Collection[Group]) -> frozenset[Group]:
    if Group.ZONDER_WERK in groups:
        return AT_WORK
    return frozenset() if AT_WORK.isdisjoint(groups) else frozenset({Group.ZONDER_WERK})
