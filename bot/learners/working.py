"""What a person says about themselves, put together with what they said before. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

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

    @classmethod
    def named(cls, groups: Iterable[str], no_longer: Iterable[str], shift: str | None, *, office_hours: bool) -> "Work":
        """Return what was said, from the words of ``Group`` and ``Shift``."""
        return cls(frozenset(map(Group, groups)), frozenset(map(Group, no_longer)), Shift(shift) if shift else None, office_hours)


def told(learner: Learner, work: Work) -> Learner:
    """Return the learner as they describe themselves now: what was said last counts."""
    groups = frozenset((learner.groups - _ended(work) - _contradicted(work.groups)) | work.groups)
    if work.shift and groups.isdisjoint(AT_WORK):
        groups = (groups - {Group.ZONDER_WERK}) | {Group.WERKEND}
    ended = groups.isdisjoint(AT_WORK) or work.office_hours
    shift = work.shift or (None if ended else learner.nudges.shift)
    return replace(learner, groups=groups, nudges=replace(learner.nudges, shift=shift))


def forgotten(learner: Learner) -> Learner:
    """Return the learner without anything about work or age, or what stands in the way."""
    return replace(learner, groups=frozenset(), barrier=None, nudges=replace(learner.nudges, shift=None))


def _ended(work: Work) -> frozenset[Group]:
    return AT_WORK | work.no_longer if Group.WERKEND in work.no_longer else work.no_longer


def _contradicted(groups: Collection[Group]) -> frozenset[Group]:
    if Group.ZONDER_WERK in groups:
        return AT_WORK
    return frozenset() if AT_WORK.isdisjoint(groups) else frozenset({Group.ZONDER_WERK})
