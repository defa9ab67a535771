"""People who do not exist live by the real rules."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.clock import AMSTERDAM
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.policy import MOST_A_WEEK, TALK, Current
from bot.nudges.models import After, Reason, Repeat, ScriptButton, Then
from bot.nudges.simulation import year
from bot.nudges.simulation.happenings import PAUSES, Happening, What, happenings
from bot.nudges.simulation.outcome import changes, replay
from bot.nudges.simulation.people import HABITS, Habits, synthetic
from bot.nudges.simulation.year import SHORTEST_WAIT, Event, live
from tests.unit.nudges.makers import MONDAY, TAGS, a_script, at_moment, shipped

UNTIL = MONDAY + timedelta(days=120)
PEOPLE = synthetic(20, 1, MONDAY, sorted(TAGS))
SCRIPTS = [a_script(name, theme=name) for name in ("een", "twee", "drie")]


def a_shelf(*scripts: object) -> Library:
    return Library({script.id: Current(script) for script in scripts})  # type: ignore[attr-defined]


def sent_to(person: object, library: Library) -> list[Event]:
    return [event for event in live(person, library, MONDAY, UNTIL) if event.reason is Reason.ALLOWED]  # type: ignore[arg-type]


def test_the_same_seed_gives_the_same_time_and_another_seed_other_people() -> None:
    library = a_shelf(*SCRIPTS)
    assert replay(PEOPLE, library, MONDAY, UNTIL) == replay(synthetic(20, 1, MONDAY, sorted(TAGS)), library, MONDAY, UNTIL)
    assert synthetic(20, 2, MONDAY, sorted(TAGS)) != PEOPLE


def test_nobody_gets_one_at_night_on_sunday_or_over_the_cap() -> None:
    for person in PEOPLE:
        moments = [event.at.astimezone(AMSTERDAM) for event in sent_to(person, a_shelf(*SCRIPTS))]
        on_sundays = person.situation.preferences.weekday == 6
        assert all(8 <= moment.hour < 20 and (on_sundays or moment.weekday() != 6) for moment in moments)
        assert all(sum(other - timedelta(days=7) < moment <= other for moment in moments) <= MOST_A_WEEK for other in moments)


def test_who_never_answers_is_left_in_peace_after_a_while() -> None:
    silent = replace(PEOPLE[0], habits=Habits(0.0, 0.0))
    events = list(live(silent, a_shelf(*SCRIPTS), MONDAY, UNTIL))
    assert events[-1].reason is Reason.PAUSED
    assert events[-1].at < UNTIL


def test_who_says_stop_gets_nothing_more() -> None:
    eager = [replace(person, habits=Habits(1.0, 1.0)) for person in PEOPLE]
    lives = [[event.reason for event in live(person, a_shelf(*SCRIPTS), MONDAY, UNTIL)] for person in eager]
    stopped = [reasons for reasons in lives if Reason.STOPPED in reasons]
    assert stopped
    assert all(reasons.index(Reason.STOPPED) == len(reasons) - 1 for reasons in stopped)


def test_who_paused_for_silence_gets_nudges_again_after_coming_back() -> None:
    gone = [replace(person, habits=Habits(0.0, 0.0)) for person in PEOPLE]
    returning = [replace(person, habits=Habits(0.0, 0.0, returns=0.2)) for person in PEOPLE]
    outcomes = [replay(people, a_shelf(*SCRIPTS), MONDAY, UNTIL) for people in (gone, returning)]
    assert outcomes[0].ended[Reason.PAUSED] == len(PEOPLE) > outcomes[1].ended[Reason.PAUSED]
    assert outcomes[1].sent.total() > 1.5 * outcomes[0].sent.total()


def test_what_people_do_of_their_own_accord_is_why_something_does_not_come() -> None:
    library, until = Library({script.id: Current(script) for script in shipped()}), MONDAY + timedelta(days=365)
    outcome = replay(synthetic(40, 1, MONDAY, sorted(TAGS)), library, MONDAY, until)
    assert set(outcome.denied_for) >= {Reason.TOO_SOON, Reason.PAUSED, Reason.ANSWERED, Reason.NOT_ELIGIBLE, Reason.GOAL_REACHED}
    assert outcome.denied_for.total() == outcome.denied.total()
    assert outcome.fullest_week == MOST_A_WEEK


def test_what_does_not_suit_any_more_makes_way_for_something_else_at_the_same_moment() -> None:
    library = Library({script.id: Current(script) for script in shipped()})
    replaced = 0
    for person in PEOPLE:
        for event, following in pairwise(live(person, library, MONDAY, UNTIL + timedelta(days=245))):
            assert following.at > event.at
            replaced += event.reason in (Reason.NOT_ELIGIBLE, Reason.GOAL_REACHED) and following.at - event.at == SHORTEST_WAIT
    assert replaced


def test_who_is_talking_gets_it_ten_minutes_after_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    person = replace(PEOPLE[0], habits=Habits(0.0, 0.0))
    first = next(live(person, a_shelf(*SCRIPTS), MONDAY, UNTIL)).at
    words = [Happening(first - timedelta(minutes=3), What.TALKS), Happening(first + timedelta(minutes=5), What.TALKS)]
    monkeypatch.setattr(year, "happenings", lambda *_: iter(words))
    event = next(live(person, a_shelf(*SCRIPTS), MONDAY, UNTIL))
    assert event == Event(words[-1].at + TALK, Reason.ALLOWED, event.script_id)


def test_nothing_comes_in_a_pause_nor_in_a_talk() -> None:
    busy = [replace(person, habits=Habits(0.5, 0.0, talks=1.0, pauses=0.2)) for person in PEOPLE]
    for person in busy:
        year = list(happenings(person, MONDAY, UNTIL))
        sent = [event.at for event in sent_to(person, a_shelf(*SCRIPTS))]
        pauses = [(one.at, one.at + timedelta(days=min(PAUSES))) for one in year if one.what is What.PAUSES]
        assert not any(begins <= at < ends for at in sent for begins, ends in pauses)
        assert not any(one.at <= at < one.at + TALK for at in sent for one in year)


def test_who_presses_minder_vaak_gets_one_a_month() -> None:
    less = (ScriptButton("Minder vaak", Then("Goed.", do=After.LESS_OFTEN)),)
    library = a_shelf(*(replace(script, buttons=less, repeat=Repeat(12, 1)) for script in SCRIPTS))
    weary = [replace(person, habits=Habits(1.0, 0.0)) for person in PEOPLE]
    gaps = [second.at - first.at for person in weary for first, second in pairwise(sent_to(person, library))]
    assert len(gaps) >= len(weary)
    assert min(gaps) >= timedelta(days=29)


def test_counts_add_up() -> None:
    outcome = replay(PEOPLE, a_shelf(*SCRIPTS), MONDAY, UNTIL)
    assert outcome.sent.total() == sum(len(sent_to(person, a_shelf(*SCRIPTS))) for person in PEOPLE) > 0
    assert outcome.by_week.total() == outcome.by_hour.total() == outcome.sent.total()
    assert outcome.per_person_week == outcome.sent.total() / (20 * outcome.weeks)
    assert 1 <= outcome.fullest_week <= MOST_A_WEEK
    for what, each_once in (("answers", True), ("rhythm", True), ("groups", False), ("shift", False)):
        of_kind = {kind: count for kind, count in outcome.people_of.items() if kind[0] == what}
        assert of_kind
        assert not each_once or sum(of_kind.values()) == outcome.people
        assert not each_once or sum(outcome.sent_to[kind] for kind in of_kind) == outcome.sent.total()
        assert not each_once or sum(outcome.left[kind] for kind in of_kind) == outcome.ended.total()
    silent = [person for person in PEOPLE if person.habits.answers == 0]
    assert outcome.people_of["answers", "0%"] == len(silent)
    assert outcome.sent_to["answers", "0%"] == sum(len(sent_to(person, a_shelf(*SCRIPTS))) for person in silent)


def test_a_draft_that_only_fits_mondays_is_sent_less_and_the_difference_says_so() -> None:
    before = replay(PEOPLE, a_shelf(*SCRIPTS), MONDAY, UNTIL)
    after = replay(PEOPLE, a_shelf(at_moment(SCRIPTS[0], 0), *SCRIPTS[1:]), MONDAY, UNTIL)
    difference = {change.script_id: change.difference for change in changes(before, after)}
    assert difference["een"] < 0
    assert changes(before, before) == []


def test_people_differ_in_habits() -> None:
    assert {person.habits for person in PEOPLE} == set(HABITS)
