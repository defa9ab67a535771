"""Hand-written twins of the services, as far as actions use them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.desks.loading import load_desks
from bot.catalogue.features import Feature, feature_in
from bot.catalogue.fitting import Limits, Nearest
from bot.catalogue.models import Delivery, Item, Kind, SmallestStep
from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.pearls.library import PearlLibrary
from bot.catalogue.ranking import Suggestions
from bot.catalogue.regions import load_regions
from bot.catalogue.wanted import Because, Suggestion, Wanted
from bot.errors import BadReminder, UnknownItem, UnknownLearner
from bot.language.numbers.amounts import euros_in, minutes_in, place_in_row
from bot.language.when.rhythm import Rhythm
from bot.language.wishes.rejecting import rejected_words
from bot.learners.models import Barrier, DayPart, Learner, LogLine, NudgePreferences, NudgeState, Plan
from bot.learners.working import Work, told
from bot.nudges.reminder import Reminder
from tests.fakes.experiment import TwinExperiment
from tests.fakes.scheme_checks import MemoryChecks

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEY = "c_1"
REGIONS = load_regions()
NO_HOME = Path("/nonexistent")
TAGS = {"hout": "werken met hout", "koken": "koken en bakken", "tuin": "tuin en planten"}


def item(name: str, **changes: object) -> Item:
    """Return a free thing of ten minutes at home."""
    plain = Item(
        "test",
        name,
        Kind.KLUS,
        f"Titel {name}",
        f"Over {name}.",
        "wens",
        ("hout",),
        (),
        SmallestStep(2, f"Begin {name}."),
        Delivery.HOME,
        price=Decimal(0),
        minutes=10,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


ITEMS = (item("een"), item("twee", price=Decimal("12.50")), item("drie", minutes=90))


class Identity:
    def __init__(self, people: "People") -> None:
        self._people = people

    def by_conversation(self, key: str) -> Learner:
        if key != KEY:
            raise UnknownLearner
        return self._people.learner


class Profile:
    def __init__(self, people: "People") -> None:
        self._people = people
        self.consents = 0

    def _change(self, **changes: object) -> Learner:
        self._people.learner = replace(self._people.learner, **changes)  # type: ignore[arg-type]
        return self._people.learner

    def set_wish(self, learner_id: str, text: str, interests: tuple[str, ...] = ()) -> Learner:
        return self._change(wish=text, interests=tuple(interests))

    def remove_interest(self, learner_id: str, tag: str) -> Learner:
        return self._change(interests=tuple(each for each in self._people.learner.interests if each != tag))

    def set_place(self, learner_id: str, place: str | None) -> Learner:
        return self._change(place=place)

    def seemed_hard(self, learner_id: str) -> Learner:
        return self._change(manner=self._people.learner.manner.seemed_hard())

    def told_work(self, learner_id: str, work: Work) -> Learner:
        self._people.learner = told(self._people.learner, work)
        return self._people.learner

    def met_barrier(self, learner_id: str, barrier: Barrier) -> Learner:
        return self._change(barrier=barrier)

    def any_moment(self, learner_id: str) -> Learner:
        return self._change(nudges=replace(self._people.learner.nudges, part=None, weekday=None))

    def choose_nudges(
        self, learner_id: str, *, every_days: int | None = None, part: DayPart | None = None, weekday: int | None = None
    ) -> Learner:
        self.consents += 1
        return self._change(nudges=NudgePreferences(NudgeState.ON, every_days or 7, part, weekday))

    def set_rhythm(
        self, learner_id: str, *, every_days: int | None = None, part: DayPart | None = None, weekday: int | None = None
    ) -> Learner:
        old = self._people.learner.nudges
        return self._change(nudges=replace(old, every_days=every_days or old.every_days, part=part or old.part, weekday=weekday))


@dataclass
class Plans:
    made: list[Plan] = field(default_factory=list)

    def make(self, learner_id: str, item_id: str, item_title: str, moment: str) -> Plan:
        self.made.append(Plan(len(self.made) + 1, learner_id, item_id, item_title, moment, NOW))
        return self.made[-1]

    def newest(self, learner_id: str) -> Plan | None:
        return self.made[-1] if self.made else None

    def open(self, learner_id: str) -> Plan | None:
        return self.made[-1] if self.made and not self.made[-1].done_at else None

    def move(self, learner_id: str, moment: str) -> Plan | None:
        if plan := self.open(learner_id):
            self.made[-1] = replace(plan, moment=moment)
        return self.open(learner_id)

    def drop(self, learner_id: str) -> Plan | None:
        return self.made.pop() if self.open(learner_id) else None

    def done(self, learner_id: str) -> Plan | None:
        if not self.made or self.made[-1].done_at:
            return None
        self.made[-1] = replace(self.made[-1], done_at=NOW)
        return self.made[-1]


@dataclass
class Logbook:
    lines: list[LogLine] = field(default_factory=list)

    def write(self, learner_id: str, text: str) -> LogLine:
        self.lines.insert(0, LogLine(len(self.lines) + 1, learner_id, text, NOW))
        return self.lines[0]

    def recent(self, learner_id: str, n: int = 5) -> list[LogLine]:
        return self.lines[:n]

    def reword(self, learner_id: str, line_id: int, text: str) -> bool:
        self.lines = [replace(line, text=text) if line.id == line_id else line for line in self.lines]
        return any(line.id == line_id for line in self.lines)

    def remove(self, learner_id: str, line_id: int) -> None:
        self.lines = [line for line in self.lines if line.id != line_id]

    def clear(self, learner_id: str) -> None:
        self.lines = []


class Interests:
    def tags_in(self, text: str) -> tuple[str, ...]:
        return tuple(tag for tag in TAGS if tag in text)

    def refused_in(self, text: str) -> tuple[str, ...]:
        return tuple(tag for tag in TAGS if tag in rejected_words(text))

    def label(self, tag: str) -> str:
        return TAGS[tag]


class Catalogue:
    """Suggests what it was told to, and remembers what was wanted."""

    def __init__(self) -> None:
        self.items: tuple[Item, ...] = ITEMS
        self.relaxed: tuple[str, ...] = ()
        self.nearest: str | None = None
        self.reason = Because("interest", "hout")
        self.wanted: list[Wanted] = []

    def suggest(self, wanted: Wanted) -> Suggestions:
        self.wanted.append(wanted)
        left = [each for each in self.items if each.id not in wanted.exclude][:3]
        shown = tuple(Suggestion(each, self.reason) for each in left)
        matched = self.reason.code in ("words", "interest")
        return Suggestions(shown, self.relaxed, self.nearest, matched)  # type: ignore[arg-type]

    def read(self, text: str) -> Wanted:
        euros = euros_in(text)
        place = "Assen" if any(sign in text.casefold() for sign in ("assen", "9401")) else None
        return Wanted(text, place=place, max_price=None if euros is None else Decimal(euros), max_minutes=minutes_in(text))

    def by_id(self, item_id: str) -> Item:
        for each in self.items:
            if each.id == item_id:
                return each
        raise UnknownItem(item_id)

    def those(self, item_ids: Iterable[str]) -> list[Item]:
        return [each for item_id in item_ids for each in self.items if each.id == item_id]

    def feature(self, shown: list[Item], text: str, home: str | None = None) -> Feature | None:
        return feature_in(shown, text, self.read(text).place, Limits(Wanted(place=home), REGIONS))

    def nearest(self, item: Item, home: str | None = None) -> Nearest:
        return Limits(Wanted(place=home), REGIONS).nearest(item)

    def find(self, shown: list[Item], text: str, home: str | None = None) -> Item | None:
        number = place_in_row(text)
        if number is not None and 0 < number <= len(shown):
            return shown[number - 1]
        return next((each for each in shown if each.source_id in text), None)


class Reminders:
    """Keeps what was asked for; refuses what is over, as the real one does."""

    def __init__(self) -> None:
        self.planned: list[Reminder] = []
        self._made = 0

    def ask(self, learner_id: str, at: datetime, text: str, rhythm: Rhythm | None = None) -> Reminder:
        if at <= NOW:
            raise BadReminder("error_reminder_past")
        self._made += 1
        self.planned.append(Reminder(self._made, learner_id, text, at, NOW, rhythm=rhythm))
        return self.planned[-1]

    def list(self, learner_id: str) -> tuple[Reminder, ...]:
        return tuple(sorted(self.planned, key=lambda each: each.due_at))

    def cancel(self, learner_id: str, reminder_id: int) -> bool:
        before = len(self.planned)
        self.planned = [each for each in self.planned if each.id != reminder_id]
        return len(self.planned) < before


class Demand:
    """Remembers what was not there."""

    def __init__(self) -> None:
        self.noted: list[Wanted] = []

    def note(self, learner_id: str, wanted: Wanted) -> None:
        self.noted.append(wanted)


class People:
    """All services of one product with one learner."""

    def __init__(self, **known: object) -> None:
        self.learner = replace(Learner("l1", KEY, "demo", NOW, NOW), **known)  # type: ignore[arg-type]
        self.identity = Identity(self)
        self.profile = Profile(self)
        self.plans = Plans()
        self.logbook = Logbook()
        self.reminders = Reminders()
        self.nudges = TwinExperiment()
        self.clock = lambda: NOW
        self.interests = Interests()
        self.suggestions = Catalogue()
        self.money = MoneyGuide(load_schemes(), MemoryChecks().work, self.clock)
        self.pearls = PearlLibrary(NO_HOME, REGIONS)
        self.desks = DeskGuide(load_desks(REGIONS.codes), REGIONS, self.clock)
        self.demand = Demand()
