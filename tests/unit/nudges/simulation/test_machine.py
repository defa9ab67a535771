"""The time machine reads scripts, writes nothing, and knows nobody."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.errors import UnknownScript
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.models import Reason
from bot.nudges.simulation.machine import Journey, TimeMachine
from bot.nudges.writing.editing import ScriptEditor
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import TAGS, a_script

SHORT = Journey(people=8, days=60)


def test_a_draft_is_replayed_beside_what_is_live(store: Store, clock: StoppedClock) -> None:
    editor = ScriptEditor(store.work, clock, TAGS, shipped=lambda: [a_script("een"), a_script("twee", theme="plannen")])
    editor.seed()
    machine = TimeMachine(store.work, clock, TAGS)
    live = machine.live(SHORT)
    body = dict(editor.open("een").body) | {"moment": {"days": ["za"]}}
    editor.draft(body, based_on=1, by="beheer")
    assert machine.live(SHORT) == live
    assert machine.with_draft(SHORT, "een").sent["een"] < live.sent["een"]


def test_choosing_can_be_replayed_as_it_is_learned(store: Store, clock: StoppedClock) -> None:
    scripts = [a_script(f"een-{n}") for n in range(6)]
    ScriptEditor(store.work, clock, TAGS, shipped=lambda: scripts).seed()
    machine = TimeMachine(store.work, clock, TAGS)
    journey = Journey(people=40, days=60, learned=True)
    outcome = machine.live(journey)
    assert set(outcome.chosen) == set(ChosenBy)
    assert outcome == machine.live(journey)
    assert outcome.fullest_week <= 2
    assert machine.live(replace(journey, learned=False)).chosen == {}


def test_one_of_the_people_can_be_followed(sqlite_store: Store, clock: StoppedClock) -> None:
    scripts = [a_script("een"), a_script("twee", theme="plannen")]
    ScriptEditor(sqlite_store.work, clock, TAGS, shipped=lambda: scripts).seed()
    machine = TimeMachine(sqlite_store.work, clock, TAGS)
    lives = [machine.life(SHORT, number) for number in range(1, SHORT.people + 1)]
    sent = Counter(event.script_id for _, events in lives for event in events if event.reason is Reason.ALLOWED)
    assert sent == machine.live(SHORT).sent
    assert len({person.situation.learner.id for person, _ in lives}) == SHORT.people


def test_without_a_draft_there_is_nothing_to_compare(store: Store, clock: StoppedClock) -> None:
    with pytest.raises(UnknownScript):
        TimeMachine(store.work, clock, TAGS).with_draft(SHORT, "bestaat-niet")
