from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import local_date
from bot.nudges.days import at_local
from bot.nudges.deciding.eligibility import is_fresh
from bot.nudges.deciding.extras import extras
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import NextStep, Plan, next_step
from bot.nudges.deciding.policy import Case, Current, decide
from bot.nudges.deciding.verdict import Allow, Deny
from bot.nudges.models import DueNudge, DueState, Occasion, Reason, Repeat, Script
from bot.nudges.render import message
from bot.nudges.situation import Situation
from bot.registers import Asked, Manner
from tests.unit.nudges.makers import MONDAY, a_library, a_row, a_script, a_situation, at_moment, local

LONG_AGO = MONDAY - timedelta(days=90)
QUESTION = a_script("vraag", right_answers=("Ja",))
OTHER = a_script("anders")


def silent(*rows: DueNudge, **changes: object) -> Situation:
    """Somebody who said nothing since long before the first of ``rows``."""
    return a_situation(*rows, seen=LONG_AGO, **changes)


def step(situation: Situation, now: datetime, *scripts: Script) -> NextStep:
    return next_step(situation, a_library(*(scripts or (a_script(), OTHER, QUESTION))), now)


def asked(days_ago: float, answer: str | None, row_id: int, *, first: bool = False, **changes: object) -> DueNudge:
    at = MONDAY - timedelta(days=days_ago)
    slot = at.date().isoformat() if first else f"practice {row_id - 1} {at.date().isoformat()}"
    return a_row(at, "vraag", id=row_id, slot=slot, answer=answer, answered_at=at + timedelta(hours=1) if answer else None, **changes)


def test_who_says_nothing_gets_the_same_once_more_after_three_days() -> None:
    plan = step(silent(a_row(MONDAY, id=7)), MONDAY)
    assert isinstance(plan, Plan)
    assert (plan.script.id, plan.slot, local_date(plan.due_at)) == ("iets-kleins", "follow_up 7", date(2026, 3, 5))


def test_a_follow_up_that_meets_a_weekend_comes_on_monday_and_one_that_meets_more_does_not_come() -> None:
    on_wednesday = step(silent(a_row(local(2026, 3, 4, 11), id=7)), local(2026, 3, 4, 11))
    assert isinstance(on_wednesday, Plan)
    assert local_date(on_wednesday.due_at) == date(2026, 3, 9)
    before_easter = step(silent(a_row(local(2026, 3, 31, 11), id=7)), local(2026, 3, 31, 11))
    assert isinstance(before_easter, Plan)
    assert before_easter.slot == "2026-04-07"


@pytest.mark.parametrize(
    "situation",
    [
        silent(a_row(MONDAY, id=7, answer="Ja", answered_at=MONDAY)),
        silent(a_row(MONDAY - timedelta(days=7), id=6), a_row(MONDAY, id=7)),
        silent(a_row(MONDAY, id=7, state=DueState.UNKNOWN)),
        silent(a_row(MONDAY, id=7), every_days=6),
        silent(a_row(MONDAY, id=7), every_days=15),
        silent(a_row(MONDAY, id=7), weekday=0),
        silent(a_row(MONDAY, id=7, reason=Reason.ASKED_FOR)),
        silent(a_row(MONDAY, id=7), a_row(MONDAY, id=8, slot="follow_up 7", state=DueState.SKIPPED)),
        a_situation(a_row(MONDAY, id=7), seen=MONDAY + timedelta(minutes=1)),
    ],
    ids=["answered", "second in a row", "unclear", "often", "seldom", "own weekday", "asked for", "had its chance", "was seen"],
)
def test_no_follow_up_when_it_would_be_too_much(situation: Situation) -> None:
    plan = step(situation, MONDAY)
    assert not isinstance(plan, Plan) or not plan.slot.startswith("follow_up")


@pytest.mark.parametrize(("every_days", "slot"), [(12, "2026-03-11"), (13, "practice 8 2026-03-12"), (14, "practice 8 2026-03-12")])
def test_of_practice_and_the_rhythm_the_sooner_comes_and_on_one_day_practice(every_days: int, slot: str) -> None:
    plan = step(a_situation(asked(3, "Geen idee", 7, first=True), asked(0, "Ja", 8), every_days=every_days), MONDAY)
    assert isinstance(plan, Plan)
    assert plan.slot == slot


def test_a_script_for_mondays_is_not_followed_up_on_thursday() -> None:
    plan = step(silent(a_row(MONDAY, id=7)), MONDAY, at_moment(a_script(), 0))
    assert isinstance(plan, Plan)
    assert plan.slot == "2026-03-09"


def decided(situation: Situation, script: Script, slot: str, now: datetime) -> Allow | Deny:
    return decide(Case(a_row(now, script.id, id=99, slot=slot, state=DueState.CLAIMED), situation, Current(script), now))


def test_a_follow_up_goes_out_only_while_nothing_was_heard() -> None:
    thursday = local(2026, 3, 5, 11)
    assert decided(silent(a_row(MONDAY, id=7)), a_script(), "follow_up 7", thursday) == Allow()
    for heard in (
        a_situation(a_row(MONDAY, id=7), seen=MONDAY + timedelta(days=1)),
        silent(a_row(MONDAY, id=7, answer="Ja", answered_at=MONDAY)),
    ):
        assert decided(heard, a_script(), "follow_up 7", thursday) == Deny(Reason.ANSWERED, thursday)
    assert decided(silent(a_row(MONDAY, id=8)), a_script(), "follow_up 7", thursday).reason is Reason.ANSWERED


def test_the_caps_hold_for_a_follow_up_too() -> None:
    thursday = local(2026, 3, 5, 11)
    answered = a_row(MONDAY - timedelta(days=3), "anders", id=6, answer="Ja", answered_at=MONDAY - timedelta(days=3))
    assert decided(silent(answered, a_row(MONDAY, id=7)), a_script(), "follow_up 7", thursday).reason is Reason.CAP_WEEK
    plan = step(silent(answered, a_row(MONDAY, id=7)), MONDAY)
    assert isinstance(plan, Plan)
    assert local_date(plan.due_at) == date(2026, 3, 6), "the day on which the cap leaves room"


def test_a_follow_up_does_not_move_the_rhythm_and_is_no_second_silence() -> None:
    rows = [a_row(MONDAY, id=7), a_row(MONDAY + timedelta(days=3), id=8, slot="follow_up 7")]
    plan = step(silent(*rows), MONDAY + timedelta(days=3))
    assert isinstance(plan, Plan)
    assert plan.slot == "2026-03-09"
    assert len(silent(*rows).unanswered()) == 1


@pytest.mark.parametrize(
    ("manner", "begins"),
    [(None, "Dit staat nog voor je klaar. "), (Asked.U, "Dit staat nog voor u klaar. "), (Asked.EASY, "Dit staat nog klaar. ")],
)
def test_a_follow_up_says_that_it_waits_and_has_the_same_buttons(manner: Asked | None, begins: str) -> None:
    situation = a_situation(manner=Manner().asked(manner) if manner else Manner())
    first, again = a_row(MONDAY, id=7), a_row(MONDAY, id=8, slot="follow_up 7")
    told, followed = message(first, a_script(), situation), message(again, a_script(), situation)
    assert followed.text == begins + told.text
    assert [button.title for button in followed.buttons] == [button.title for button in told.buttons]


def test_a_question_comes_back_after_three_ten_and_thirty_days_and_then_no_more() -> None:
    series: list[DueNudge] = [asked(0, "Niet zo", 1, first=True)]
    gaps = []
    for _ in range(5):
        last = series[-1].due_at
        for extra in list(extras(silent(*series), [QUESTION])):
            gaps.append((extra.first - local_date(last)).days)
            slot, at = extra.slot(extra.first), at_local(extra.first, time(11))
            series.append(a_row(at, "vraag", id=len(series) + 1, slot=slot, answer="Niet zo", answered_at=at + timedelta(hours=2)))
    assert gaps == [3, 10, 30]


@pytest.mark.parametrize(
    ("answers", "comes_back"),
    [
        (["Ja"], True),
        (["Ja", "Ja"], False),
        (["Niet zo", "Ja"], True),
        (["Ja", "Niet zo", "Ja"], True),
        (["Niet zo", "Ja", "Ja"], False),
        (["Niet nu"], False),
        (["Ja", "Sla deze over"], False),
        (["Niet zo", None], False),
    ],
)
def test_a_question_stays_away_once_it_is_known_or_not_wanted(answers: list[str | None], comes_back: bool) -> None:
    rows = [asked(60 - 14 * n, answer, n + 1, first=n == 0) for n, answer in enumerate(answers)]
    assert [extra.occasion for extra in extras(silent(*rows), [QUESTION])] == [Occasion.PRACTICE] * comes_back
    due = decided(silent(*rows), QUESTION, f"practice {len(rows)} 2026-03-02", MONDAY)
    assert due.reason is (Reason.ALLOWED if comes_back else Reason.GOAL_REACHED)


def test_a_question_that_is_known_does_not_come_back_as_a_nudge_of_the_rhythm_either() -> None:
    known = [asked(60, "Ja", 1, first=True), asked(50, "Ja", 2)]
    unknown = [asked(60, "Ja", 1, first=True), asked(50, "Niet zo", 2)]
    assert not is_fresh(QUESTION, silent(*known), MONDAY)
    assert is_fresh(QUESTION, silent(*unknown), MONDAY)


def test_practice_and_follow_ups_do_not_use_up_how_often_a_script_may_come() -> None:
    script = a_script(repeat=Repeat(max=2, every_days=10))
    rows = [a_row(MONDAY - timedelta(days=40), id=7), a_row(MONDAY - timedelta(days=37), id=8, slot="follow_up 7")]
    assert is_fresh(script, silent(*rows), MONDAY)
    assert not is_fresh(script, silent(*rows), MONDAY - timedelta(days=28))
    assert not is_fresh(script, silent(*rows, a_row(MONDAY - timedelta(days=20), id=9)), MONDAY)


def test_practice_keeps_the_weekday_of_the_person_and_takes_the_place_of_that_day() -> None:
    plan = step(a_situation(asked(0, "Niet zo", 1, first=True), weekday=0), MONDAY + timedelta(hours=2))
    assert isinstance(plan, Plan)
    assert plan.slot == "practice 1 2026-03-09"


def test_practice_that_could_not_go_out_may_try_another_day() -> None:
    missed = a_row(local(2026, 3, 5, 11), "vraag", id=2, slot="practice 1 2026-03-05", state=DueState.SKIPPED)
    plan = step(a_situation(asked(0, "Niet zo", 1, first=True), missed), local(2026, 3, 5, 13, 30), QUESTION)
    assert isinstance(plan, Plan)
    assert plan.slot == "practice 1 2026-03-06"


def test_an_archived_script_is_not_asked_again() -> None:
    library = Library({"vraag": Current(QUESTION, archived=True)})
    assert not isinstance(next_step(a_situation(asked(0, "Niet zo", 1, first=True)), library, MONDAY), Plan)


@given(
    every_days=st.integers(4, 30),
    weekday=st.none() | st.integers(0, 6),
    days=st.lists(st.integers(0, 45), max_size=6),
    answers=st.lists(st.sampled_from([None, "Ja", "Niet zo", "Niet nu"]), min_size=6, max_size=6),
)
def test_what_is_planned_is_never_refused_at_its_moment_when_nothing_changes(
    every_days: int, weekday: int | None, days: list[int], answers: list[str | None]
) -> None:
    rows = []
    for number, ago in enumerate(sorted(set(days), reverse=True)):
        at, answer = MONDAY - timedelta(days=ago), answers[number]
        rows.append(a_row(at, "vraag" if number % 2 else "iets-kleins", id=number + 1, answer=answer, answered_at=at if answer else None))
    situation = silent(*rows, every_days=every_days, weekday=weekday)
    plan = step(situation, MONDAY)
    if isinstance(plan, Plan):
        reason = decided(situation, plan.script, plan.slot, plan.due_at).reason
        # Silence that was not there yet may be by then: two weeks between nudges is decided when it is due.
        assert reason in (Reason.ALLOWED, Reason.TOO_SOON if situation.backs_off() else Reason.ALLOWED)


def test_a_follow_up_may_come_from_the_third_to_the_fifth_day() -> None:
    (follow_up,) = extras(silent(a_row(MONDAY, id=7)), [])
    assert (follow_up.first, follow_up.last) == (date(2026, 3, 5), date(2026, 3, 7))


@pytest.mark.parametrize(("every_days", "practises"), [(14, True), (15, False), (30, False)])
def test_who_wants_to_hear_seldom_is_not_asked_again(every_days: int, practises: bool) -> None:
    assert bool(list(extras(a_situation(asked(10, "Nee", 1, first=True), every_days=every_days), [QUESTION]))) is practises


def test_who_is_silent_for_long_is_not_asked_again() -> None:
    answered = asked(60, "Nee", 1, first=True)
    waiting = [a_row(MONDAY - timedelta(days=7 * n), id=9 - n) for n in (3, 2, 1)]
    seen = MONDAY - timedelta(days=59)
    assert list(extras(a_situation(answered, waiting[0], seen=seen), [QUESTION]))
    assert not list(extras(a_situation(answered, *waiting, seen=seen), [QUESTION]))


@pytest.mark.parametrize("slot", ["by_hand 2026-03-02T10:30", "practice 3 2026-03-02"])
def test_only_a_nudge_of_the_rhythm_is_followed_up(slot: str) -> None:
    assert not list(extras(silent(a_row(MONDAY, id=7, slot=slot)), [a_script()]))


def test_a_nudge_is_not_followed_up_once_something_else_may_have_come() -> None:
    later = a_row(MONDAY + timedelta(days=1), "anders", id=8, state=DueState.UNKNOWN)
    assert not list(extras(silent(a_row(MONDAY, id=7), later), [a_script()]))


@pytest.mark.parametrize(
    "library",
    [
        a_library(OTHER),
        Library({"iets-kleins": Current(a_script(), archived=True)}),
        a_library(a_script(audience=("zzp",))),
    ],
    ids=["gone", "archived", "for others"],
)
def test_what_may_not_come_any_more_is_not_followed_up(library: Library) -> None:
    plan = next_step(silent(a_row(MONDAY, id=7)), library, MONDAY)
    assert not isinstance(plan, Plan) or plan.script.id == "anders"


def test_practice_does_not_come_on_a_day_that_has_a_nudge() -> None:
    this_morning = a_row(local(2026, 3, 5, 8, 5), "anders", id=2, slot="by_hand 1", answered_at=local(2026, 3, 5, 8, 6))
    plan = step(a_situation(asked(3, "Niet zo", 1, first=True), this_morning), local(2026, 3, 5, 8, 10), QUESTION)
    assert isinstance(plan, Plan)
    assert plan.slot == "practice 1 2026-03-06"


def test_practice_that_is_still_far_off_does_not_hold_back_a_nudge_of_the_rhythm() -> None:
    plan = step(a_situation(asked(3, "Niet zo", 1, first=True), asked(0, "Niet zo", 2)), MONDAY, QUESTION, OTHER)
    assert isinstance(plan, Plan)
    assert (plan.script.id, plan.slot) == ("anders", "2026-03-06")


def test_practice_comes_also_when_there_is_nothing_else() -> None:
    once = replace(QUESTION, repeat=Repeat(max=1, every_days=90))
    plan = step(a_situation(asked(0, "Niet zo", 1, first=True)), MONDAY, once)
    assert isinstance(plan, Plan)
    assert plan.slot == "practice 1 2026-03-05"


def test_practice_that_is_due_at_this_very_moment_comes_now() -> None:
    situation = a_situation(asked(0, "Niet zo", 1, first=True))
    plan = step(situation, MONDAY, QUESTION)
    assert isinstance(plan, Plan)
    assert step(situation, plan.due_at, QUESTION) == plan


def test_what_has_no_good_answer_is_not_practised() -> None:
    answered = a_row(MONDAY, id=7, answer="Ja", answered_at=MONDAY)
    assert not list(extras(a_situation(answered), [a_script()]))


def test_practice_of_which_the_beginning_is_forgotten_ends() -> None:
    """What is loaded goes back a year, and not to where a series began."""
    assert not list(extras(a_situation(asked(20, "Niet zo", 2)), [QUESTION]))
