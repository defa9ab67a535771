"""What a person got before, and how they took it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from bot.clock import local_date
from bot.nudges.models import DueNudge, DueState, Occasion, Reason
from bot.values import value

REMEMBERED = timedelta(days=365)
"""How far back variety looks."""
MOST_A_DAY, MOST_A_WEEK = 1, 2
"""Caps on nudges of our own, whatever the rhythm and the occasion."""
WEEK = timedelta(days=7)


@value
class History:
    """The due rows of one person, oldest first, without the row that is being decided about."""

    rows: tuple[DueNudge, ...] = ()

    def without(self, due_id: int) -> "History":
        """Return the history as it was apart from one row."""
        others = tuple(row for row in self.rows if row.id != due_id)
        return self if len(others) == len(self.rows) else History(others)

    def with_row(self, row: DueNudge) -> "History":
        """Return the history with ``row`` as it is now, in the place of what was known of it."""
        others = (one for one in self.rows if one.id != row.id)
        return History(tuple(sorted((*others, row), key=lambda one: (one.due_at, one.id))))

    def taken(self, script_id: str, slot: str) -> bool:
        """Whether this occasion was used before, however it ended."""
        return (script_id, slot) in self._occasions

    def planned_scripts(self) -> Collection[str]:
        """Return the ids of every script that was ever planned, however it ended."""
        return self._planned_scripts

    @cached_property
    def _planned_scripts(self) -> frozenset[str]:
        return frozenset(row.script_id for row in self.rows)

    @cached_property
    def _occasions(self) -> frozenset[tuple[str, str]]:
        return frozenset((row.script_id, row.slot) for row in self.rows)

    def of_our_own(self) -> tuple[DueNudge, ...]:
        """Return what arrived, or may have, without being asked for: only this counts for caps."""
        return self._of_our_own

    @cached_property
    def _of_our_own(self) -> tuple[DueNudge, ...]:
        return tuple(row for row in self.rows if row.may_have_arrived and row.reason is not Reason.ASKED_FOR)

    def last_day(self) -> date | None:
        """Return the local date of the latest nudge in the person's rhythm; what came between does not move the rhythm."""
        return self._last_day

    @cached_property
    def _last_day(self) -> date | None:
        return max((local_date(sent_moment(row)) for row in self.of_our_own() if not row.occasion.is_extra), default=None)

    def has_room(self, day: date) -> bool:
        """Whether the caps leave room for one more nudge of our own on ``day``."""
        days = [local_date(sent_moment(row)) for row in self.of_our_own()]
        return days.count(day) < MOST_A_DAY and sum(day - WEEK < one <= day for one in days) < MOST_A_WEEK

    def days_since(self, moment: datetime) -> list[date]:
        """Return the local dates of nudges of our own after ``moment``, oldest first."""
        return sorted(local_date(sent_moment(row)) for row in self.of_our_own() if sent_moment(row) > moment)

    def series_of(self, script_id: str) -> tuple[DueNudge, ...]:
        """Return the rows of a script that arrived, from the latest one that was no practice on."""
        rows = self._arrived_by_script.get(script_id, ())
        starts = [place for place, row in enumerate(rows) if row.occasion is not Occasion.PRACTICE]
        return tuple(rows[starts[-1] :]) if starts else ()

    def times_of(self, script_id: str, now: datetime) -> list[datetime]:
        """Return when the person got this script within the remembered time, asked for or not."""
        return [sent_moment(row) for row in self._got(script_id, now)]

    def occasions_of(self, script_id: str, now: datetime) -> int:
        """Return how often that was; what came between belongs to the time before it."""
        return sum(not row.occasion.is_extra for row in self._got(script_id, now))

    def _got(self, script_id: str, now: datetime) -> list[DueNudge]:
        return [row for row in self._arrived_by_script.get(script_id, ()) if sent_moment(row) > now - REMEMBERED]

    def recent_scripts(self, count: int) -> tuple[str, ...]:
        """Return the ids of the scripts that came last, oldest first."""
        return tuple(row.script_id for row in self._arrived[-count:])

    def scripts(self) -> Collection[str]:
        """Return the ids of every script that arrived."""
        return self._arrived_by_script.keys()

    def latest(self) -> DueNudge | None:
        """Return what came last, asked for or not."""
        arrived = self._arrived
        return arrived[-1] if arrived else None

    def unanswered(self, last_seen_at: datetime) -> tuple[DueNudge, ...]:
        """Return what certainly arrived after the person's last sign of life, oldest first; a follow-up is part of what it follows."""
        sign = max([last_seen_at, *(row.answered_at for row in self.rows if row.answered_at)])
        since = [row for row in self.of_our_own() if row.state is DueState.SENT and sent_moment(row) > sign]
        return tuple(row for row in since if row.occasion is not Occasion.FOLLOW_UP)

    @cached_property
    def _arrived(self) -> Sequence[DueNudge]:
        return sorted((row for row in self.rows if row.may_have_arrived), key=sent_moment)

    @cached_property
    def _arrived_by_script(self) -> Mapping[str, Sequence[DueNudge]]:
        # Every script is weighed on each of many days: looking through the whole history each time was most of the work.
        found: dict[str, list[DueNudge]] = defaultdict(list)
        for row in self._arrived:
            found[row.script_id].append(row)
        return found

    def quiet_until(self) -> datetime | None:
        """Return until when an answer asked for silence."""
        return self._quiet_until

    @cached_property
    def _quiet_until(self) -> datetime | None:
        return max(_moments(row.quiet_until for row in self.rows), default=None)


def sent_moment(row: DueNudge) -> datetime:
    """Return when the row was handed over for delivery."""
    return row.sent_at or row.due_at


def _moments(moments: Iterable[datetime | None]) -> list[datetime]:
    return [moment for moment in moments if moment is not None]
