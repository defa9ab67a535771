from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nudges.choose import by_lot
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import Plan, next_step, replacement
from bot.nudges.deciding.policy import Current
from bot.nudges.experiment.choice import Choice, ChosenBy, read, write
from bot.nudges.experiment.learning import Learning
from bot.nudges.experiment.plan import BY_LOT, HOLD_OUT
from bot.nudges.experiment.thompson import Tally
from tests.unit.nudges.makers import MONDAY, a_learner, a_library, a_row, a_script, a_situation

DAY = date(2026, 3, 2)
SCRIPTS = [a_script(f"script-{n}") for n in range(5)]
KNOWN = {("script-0", 1): Tally(60, 100), ("script-1", 1): Tally(10, 100)}
LEARNING = Learning(frozenset({"demo"}), KNOWN, salt="salt")
PEOPLE = [a_learner(f"{n:032x}") for n in range(2_000)]


def choice_for(number: int, learning: Learning = LEARNING, day: date = DAY) -> tuple[str, Choice]:
    script, choice = learning.among(SCRIPTS, PEOPLE[number], day)
    assert choice is not None
    return script.id, choice


def test_where_nothing_is_learned_the_lot_decides_as_before() -> None:
    assert LEARNING.among(SCRIPTS, replace(PEOPLE[0], tenant="elders"), DAY) == (by_lot(SCRIPTS, PEOPLE[0].id, DAY), None)
    assert Learning().among(SCRIPTS, PEOPLE[0], DAY) == (by_lot(SCRIPTS, PEOPLE[0].id, DAY), None)


def test_for_who_stays_out_of_the_experiment_the_lot_decides_as_before() -> None:
    for learner in PEOPLE[:100]:
        assert LEARNING.among(SCRIPTS, replace(learner, outside_experiment=True), DAY) == (by_lot(SCRIPTS, learner.id, DAY), None)


def test_one_nudge_is_no_choice() -> None:
    assert LEARNING.among(SCRIPTS[:1], PEOPLE[0], DAY) == (SCRIPTS[0], None)


def test_what_is_taken_up_more_often_is_chosen_more_often() -> None:
    learned = Counter(script_id for n in range(1_000) for script_id, choice in [choice_for(n)] if choice.by is ChosenBy.LEARNED)
    assert learned["script-0"] > 0.7 * learned.total()
    assert learned["script-1"] == 0


def test_a_tenth_is_held_out_for_good_and_a_fifth_of_the_other_choices_is_by_lot() -> None:
    first, later = [[choice_for(n, day=day)[1].by for n in range(2_000)] for day in (DAY, DAY + timedelta(days=7))]
    assert first.count(ChosenBy.HOLD_OUT) / 2_000 == pytest.approx(HOLD_OUT, abs=0.02)
    assert [by is ChosenBy.HOLD_OUT for by in first] == [by is ChosenBy.HOLD_OUT for by in later]
    others = 2_000 - first.count(ChosenBy.HOLD_OUT)
    assert first.count(ChosenBy.LOT) / others == pytest.approx(BY_LOT, abs=0.03)
    assert first != later


def test_another_installation_holds_out_others() -> None:
    elsewhere = replace(LEARNING, salt="pepper")
    both = sum(LEARNING.holds_out(one.id) and elsewhere.holds_out(one.id) for one in PEOPLE)
    assert both / len(PEOPLE) < 2 * HOLD_OUT**2 + 0.005


def test_held_out_and_lot_get_what_the_lot_says() -> None:
    for n in range(200):
        script_id, choice = choice_for(n)
        if choice.by is not ChosenBy.LEARNED:
            assert script_id == by_lot(SCRIPTS, PEOPLE[n].id, DAY).id
        if choice.by is ChosenBy.HOLD_OUT:
            assert choice.chance == pytest.approx(1 / 5)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=2, max_size=8), st.integers(0, 1_999))
def test_nothing_is_ever_less_likely_than_the_floor(counts: list[tuple[int, int]], number: int) -> None:
    scripts = [a_script(f"s-{n}") for n in range(len(counts))]
    tallies = {(f"s-{n}", 1): Tally(min(pair), max(pair)) for n, pair in enumerate(counts)}
    _, choice = Learning(frozenset({"demo"}), tallies, "salt").among(scripts, PEOPLE[number], DAY)
    assert choice is not None
    assert BY_LOT / len(scripts) <= choice.chance <= 1


def test_the_kept_chance_is_how_often_it_is_chosen() -> None:
    chosen: Counter[str] = Counter()
    expected: dict[str, float] = {}
    for n in range(2_000):
        script_id, choice = choice_for(n)
        if choice.by is not ChosenBy.HOLD_OUT:
            chosen[script_id] += 1
            expected[script_id] = choice.chance
    for script_id, chance in expected.items():
        assert chosen[script_id] / chosen.total() == pytest.approx(chance, abs=0.03)
    assert sum(expected.values()) == pytest.approx(1)


@pytest.mark.parametrize("number", range(30))
def test_a_choice_can_be_made_again_from_what_is_kept(number: int) -> None:
    script_id, choice = choice_for(number)
    kept = read(write(choice))
    again = Learning(frozenset({"demo"}), {(one.script_id, one.version): one.tally for one in kept.options}, salt="salt")
    options = [a_script(one.script_id, version=one.version) for one in reversed(kept.options)]
    script, second = again.among(options, PEOPLE[number], DAY)
    assert (script.id, second) == (script_id, choice)


def test_what_people_take_up_is_learned_and_beats_the_lot_while_the_floor_stays() -> None:
    """Twenty weeks of a hundred people, with the knowledge of each week before."""
    rates, chance, tallies = [0.05, 0.1, 0.1, 0.2, 0.5], Random(4), dict.fromkeys([(one.id, 1) for one in SCRIPTS], Tally())  # noqa: S311
    good, seen, came = Counter[ChosenBy](), Counter[ChosenBy](), Counter[str]()
    for week in range(20):
        learning, day = replace(LEARNING, tallies=dict(tallies)), DAY + timedelta(weeks=week)
        for number in range(100):
            script_id, choice = choice_for(number, learning, day)
            taken_up = chance.random() < rates[int(script_id[-1])]
            known = tallies[script_id, 1]
            tallies[script_id, 1] = Tally(known.good + taken_up, known.seen + 1)
            good[choice.by] += taken_up
            seen[choice.by] += 1
            came[script_id] += 1
    learned, lot = (good[by] / seen[by] for by in (ChosenBy.LEARNED, ChosenBy.LOT))
    assert learned > 0.4
    assert lot == pytest.approx(sum(rates) / 5, abs=0.06)
    assert min(came.values()) > 0.9 * 2_000 * BY_LOT / 5 * 0.7


def test_a_new_text_is_another_nudge_about_which_nothing_is_known() -> None:
    newer = [replace(script, version=2) for script in SCRIPTS]
    choice = LEARNING.among(newer, PEOPLE[0], DAY)[1]
    assert choice is not None
    assert {option.tally for option in choice.options} == {Tally()}


def test_learning_never_overrules_the_rules() -> None:
    liked = a_script("hout", interests=("hout",))
    library = Library({script.id: Current(script) for script in [*SCRIPTS, liked]}, LEARNING)
    step = next_step(a_situation(interests=("hout",)), library, MONDAY)
    assert isinstance(step, Plan)
    assert (step.script.id, step.choice) == ("hout", None)


def test_a_plan_and_its_replacement_keep_how_they_were_chosen() -> None:
    library = replace(a_library(*SCRIPTS), learning=LEARNING)
    step = next_step(a_situation(), library, MONDAY)
    assert isinstance(step, Plan)
    assert step.choice is not None
    ended = a_row(step.due_at, step.script.id, slot=step.slot)
    instead = replacement(a_situation(ended), library, step.due_at)
    assert instead is not None
    assert instead.choice is not None
    assert len(instead.choice.options) == len(SCRIPTS) - 1
