from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.learners.models import Barrier, Group
from bot.nudges.choose import choose
from bot.nudges.models import Moment, Script
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import NEEDS_PLAN
from tests.unit.nudges.makers import MONDAY, a_learner, a_row, a_script, a_situation

DAY = date(2026, 3, 2)


def chosen(*scripts: Script, situation: Situation) -> str:
    best = choose(scripts, situation, DAY, {script.id: script.theme for script in scripts})
    assert best is not None
    return best.id


def test_what_a_person_likes_goes_first() -> None:
    others = [a_script(f"iets-{n}", interests=("geld",)) for n in range(20)]
    wood = a_script("hout", interests=("hout", "techniek"))
    assert chosen(*others, wood, situation=a_situation(interests=("hout",))) == "hout"


@pytest.mark.parametrize(
    ("fitting", "learner"),
    [
        (a_script("eigen", helps=frozenset({"tijd"})), {"barrier": Barrier.TIJD}),
        (a_script("eigen", audience=("zzp", "werkend")), {"groups": frozenset({Group.ZZP})}),
        (a_script("eigen", moment=Moment(months=frozenset({3}))), {}),
    ],
    ids=["what stands in the way", "own group", "season"],
)
def test_what_fits_the_person_or_the_season_goes_before_what_fits_everybody(fitting: Script, learner: dict[str, object]) -> None:
    others = [a_script(f"iets-{n}", helps=frozenset({"geld"})) for n in range(20)]
    assert chosen(*others, fitting, situation=a_situation(**learner)) == "eigen"


def test_a_theme_rests_even_when_the_person_likes_it() -> None:
    rows = [a_row(MONDAY - timedelta(days=7), "soep")]
    again = a_script("brood", theme="experiment", interests=("koken",))
    soup = a_script("soep", theme="experiment")
    other = a_script("boek", theme="wens")
    assert chosen(again, soup, other, situation=a_situation(*rows, interests=("koken",))) == "boek"


def test_what_was_not_seen_goes_before_what_was() -> None:
    rows = [a_row(MONDAY - timedelta(days=100 + n), f"oud-{n}") for n in range(4)]
    seen = a_script("oud-0", theme="wens")
    assert chosen(seen, a_script("nieuw", theme="wens"), situation=a_situation(*rows)) == "nieuw"


def test_people_differ_and_the_same_question_has_the_same_answer() -> None:
    scripts = [a_script(f"script-{n}") for n in range(10)]
    themes: dict[str, str] = {}
    people = [replace(a_situation(), learner=a_learner(f"{n:032x}")) for n in range(50)]
    first = [choose(scripts, one, DAY, themes) for one in people]
    assert first == [choose(list(reversed(scripts)), one, DAY, themes) for one in people]
    assert len({script.id for script in first if script}) > 5


def test_nothing_comes_from_nothing() -> None:
    assert choose([], a_situation(), DAY, {}) is None


def test_a_theme_rests_for_three_nudges_and_no_longer() -> None:
    again, other = a_script("soep", theme="experiment", interests=("koken",)), a_script("boek", theme="wens")
    themes = {"brood": "experiment", "soep": "experiment", "boek": "wens", **{f"tussen-{n}": "geld" for n in range(3)}}
    for between, best in ((2, "boek"), (3, "soep")):
        rows = [a_row(MONDAY - timedelta(days=60), "brood", id=1)]
        rows += [a_row(MONDAY - timedelta(days=30 - n), f"tussen-{n}", id=n + 2) for n in range(between)]
        found = choose([again, other], a_situation(*rows, interests=("koken",)), DAY, themes)
        assert found is not None
        assert found.id == best


def test_what_is_about_their_plan_goes_before_what_fits_their_group() -> None:
    plan = a_script("plan", needs=frozenset({NEEDS_PLAN}))
    group = a_script("groep", audience=("zzp",))
    assert chosen(plan, group, situation=a_situation(groups=frozenset({Group.ZZP}), idea="de les")) == "plan"
