"""How the reminders of a kill run are judged."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert

from bench.crowd import FIRST_CHAT, SECRET, learner_id, seed_people
from bench.kill.people import words_for
from bench.kill.reminded import Reminded, judge
from bench.kill.telegram import BadTelegram, Letter
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import messages
from bot.store.tables.reminders import reminders
from bot.store.work import Store
from tests.conftest import StoppedClock

CHAT = FIRST_CHAT
TEXT = f"Denk aan: {words_for(0)}"
LETTER = (CHAT, TEXT)


class Case:
    """Person 0 asked for a reminder that was due an hour ago."""

    def __init__(self, store: Store, telegram: BadTelegram, clock: StoppedClock) -> None:
        self.engine = store.engine
        self.now = clock.now
        self.telegram = telegram
        self.doubts: Counter[Letter] = Counter()
        self.sealer = Sealer(SECRET)
        with self.engine.begin() as connection:
            seed_people(connection, self.sealer, 1, "telegram", clock.now)

    def row(self, state: str = "said", *, rhythm: str | None = None, due_in: float = -1) -> None:
        due_at = self.now + timedelta(hours=due_in)
        row = {"learner_id": learner_id(0), "text": "sealed", "due_at": due_at, "wake_at": due_at, "made_at": self.now}
        with self.engine.begin() as connection:
            connection.execute(insert(reminders).values(**row, state=state, rhythm=rhythm))

    def told(self, delivery: str = "delivered") -> None:
        row = {"learner_id": learner_id(0), "direction": "out", "text": self.sealer.seal(TEXT), "at": self.now, "delivery": delivery}
        with self.engine.begin() as connection:
            connection.execute(insert(messages).values(row))

    def judged(self, *, silent: bool = False) -> Reminded:
        return judge(self.engine, self.telegram, self.doubts, {0: silent}, self.now)


@pytest.fixture
def case(sqlite_store: Store, clock: StoppedClock) -> Iterator[Case]:
    with BadTelegram(1) as telegram:
        yield Case(sqlite_store, telegram, clock)


def test_one_that_was_said_and_arrived_is_well(case: Case) -> None:
    case.row()
    case.told()
    case.telegram.received[LETTER] = 1
    found = case.judged()
    assert (found.asked, found.said, found.held, found.is_clean) == (1, 1, 0, True)


def test_one_that_did_not_arrive_is_lost_unless_they_blocked_us(case: Case) -> None:
    case.row()
    case.told("failed")
    assert (case.judged().lost, case.judged().refused, case.judged().is_clean) == (1, 0, False)
    case.telegram.blocked.add(CHAT)
    assert (case.judged().lost, case.judged().refused, case.judged().is_clean) == (0, 1, True)


def test_that_they_blocked_us_excuses_nothing_that_we_call_delivered(case: Case) -> None:
    case.row()
    case.told("delivered")
    case.telegram.blocked.add(CHAT)
    assert case.judged().lost == 1


@pytest.mark.parametrize("how_often", [0, 2])
def test_one_that_was_said_is_in_the_conversation_once(case: Case, how_often: int) -> None:
    case.row()
    for _ in range(how_often):
        case.told()
    case.telegram.received[LETTER] = 1
    assert case.judged().lost == 1


def test_one_whose_moment_is_there_is_lost_until_it_is_said(case: Case) -> None:
    case.row("planned")
    assert case.judged(silent=True).lost == 1


def test_one_that_nobody_took_away_must_be_said(case: Case) -> None:
    case.row("cancelled")
    assert (case.judged().lost, case.judged().held) == (1, 0)
    assert (case.judged(silent=True).lost, case.judged(silent=True).held) == (0, 1)


@pytest.mark.parametrize(("nexts", "lost"), [(0, 1), (1, 0), (2, 1)])
def test_after_one_of_a_series_exactly_one_is_planned(case: Case, nexts: int, lost: int) -> None:
    case.row(rhythm="day")
    for _ in range(nexts):
        case.row("planned", rhythm="day", due_in=23)
    case.told()
    case.telegram.received[LETTER] = 1
    assert case.judged().lost == lost


@pytest.mark.parametrize(("unanswered", "doubts", "clean"), [(0, 0, False), (1, 0, True), (0, 1, True)])
def test_it_may_come_again_only_where_nobody_knew_whether_it_had_arrived(case: Case, unanswered: int, doubts: int, clean: bool) -> None:
    case.row()
    case.told()
    case.telegram.received[LETTER] = 2
    case.telegram.unanswered[LETTER] = unanswered
    case.doubts[LETTER] = doubts
    found = case.judged()
    assert (found.is_clean, len(found.again), found.doubled) == (clean, int(clean), int(not clean))
