"""What a replayed stretch of time looked like, counted; and what another version of a script would have changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import local_date
from bot.nudges.days import local_time
from bot.nudges.deciding.library import Library
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.models import Reason
from bot.nudges.simulation.people import Kind, Person
from bot.nudges.simulation.year import live

WEEK = timedelta(days=7)


@dataclass
class Outcome:
    """Counts over all people."""

    people: int
    weeks: int
    sent: Counter[str] = field(default_factory=Counter)
    """By script."""
    denied: Counter[tuple[str, Reason]] = field(default_factory=Counter)
    """By script and reason."""
    ended: Counter[Reason] = field(default_factory=Counter)
    """People who paused or stopped for good, by reason."""
    by_week: Counter[int] = field(default_factory=Counter)
    """Sent in each week, from 0."""
    by_hour: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Sent by weekday and Amsterdam hour."""
    people_of: Counter[Kind] = field(default_factory=Counter)
    """People of each kind; one person is of several."""
    sent_to: Counter[Kind] = field(default_factory=Counter)
    """Sent to people of each kind."""
    left: Counter[Kind] = field(default_factory=Counter)
    """People of each kind who paused or stopped for good."""
    chosen: Counter[ChosenBy] = field(default_factory=Counter)
    """Sent, by what decided among equals, where choosing is learned."""
    fullest_week: int = 0
    """Most that one person got in one week."""

    @property
    def per_person_week(self) -> float:
        """Messages that an average person got in an average week."""
        return self.sent.total() / (self.people * self.weeks) if self.people and self.weeks else 0.0

    @property
    def denied_for(self) -> Counter[Reason]:
        """Denied by reason, over all scripts."""
        found: Counter[Reason] = Counter()
        for (_, reason), count in self.denied.items():
            found[reason] += count
        return found

    def per_week_of(self, kind: Kind) -> float:
        """Return the messages that an average person of this kind got in an average week."""
        return self.sent_to[kind] / (self.people_of[kind] * self.weeks)


@dataclass(frozen=True)
class Change:
    """How often a script went out, live and with the draft."""

    script_id: str
    live: int
    draft: int

    @property
    def difference(self) -> int:
        """Positive when the draft is sent more often."""
        return self.draft - self.live


def replay(people: Sequence[Person], library: Library, start: datetime, until: datetime) -> Outcome:
    """Live through the time from ``start`` to ``until`` (UTC) with everybody. Pure: the same arguments, the same outcome."""
    outcome = Outcome(len(people), max(1, -(-(until - start) // WEEK)))
    for person in people:
        _count(outcome, person, library, start, until)
    return outcome


def changes(now: Outcome, then: Outcome) -> list[Change]:
    """Return every script whose count differs, the largest difference first."""
    found = [Change(script_id, now.sent[script_id], then.sent[script_id]) for script_id in now.sent | then.sent]
    return sorted((one for one in found if one.difference), key=lambda one: (-abs(one.difference), one.script_id))


def _count(outcome: Outcome, person: Person, library: Library, start: datetime, until: datetime) -> None:
    mine: Counter[int] = Counter()
    outcome.people_of.update(person.kinds)
    for event in live(person, library, start, until):
        if event.script_id is None:
            outcome.ended[event.reason] += 1
            outcome.left.update(person.kinds)
        elif event.reason is not Reason.ALLOWED:
            outcome.denied[event.script_id, event.reason] += 1
        else:
            outcome.sent[event.script_id] += 1
            outcome.sent_to.update(person.kinds)
            if event.chosen_by is not None:
                outcome.chosen[event.chosen_by] += 1
            outcome.by_hour[local_date(event.at).weekday(), local_time(event.at).hour] += 1
            mine[(event.at - start) // WEEK] += 1
    outcome.by_week.update(mine)
    outcome.fullest_week = max([outcome.fullest_week, *mine.values()])
