from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.dialogue.wording import Wording
from bot.language.saying.texts import load_texts
from bot.language.when.rhythm import Rhythm
from bot.learners.models import Barrier, NudgePreferences, NudgeState, Plan
from bot.learners.rights import Overview
from bot.nudges.asking.looking import NextNudge, Why, WhyNot, WhyReminder
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.models import Occasion, Reason
from bot.nudges.reminder import Reminder
from bot.registers import Manner, Register

TEXTS = load_texts()
WORDING = Wording(TEXTS, {"hout": "werken met hout", "koken": "koken"}.__getitem__)
MOMENT = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)


def overview(**known: object) -> str:
    nothing = {"wish": None, "interests": (), "place": None, "nudges": NudgePreferences(), "plan": None, "log_lines": 0}
    return WORDING.overview(Overview(known_since=MOMENT, channels=("web",), **{**nothing, **known}))  # type: ignore[arg-type]


def test_who_told_nothing_hears_that_nothing_is_known() -> None:
    assert overview().splitlines() == [
        TEXTS("overview_intro"),
        TEXTS("overview_no_wish"),
        TEXTS("overview_nudges_unasked"),
        TEXTS("overview_manner_je"),
        TEXTS("overview_since", day="dinsdag 3 maart"),
    ]


def test_everything_that_was_told_is_told_back() -> None:
    plan = Plan(1, "me", "x/1", "Een kruk maken", "zaterdag", MOMENT)
    text = overview(wish="iets {maken}", interests=("hout", "koken"), place="Almelo", plan=plan, log_lines=3)
    for fact in ("iets {maken}", "werken met hout, koken", "Almelo", "Een kruk maken", "zaterdag", "3 keer"):
        assert fact in text


def test_what_somebody_will_be_reminded_of_is_told_with_its_moment_the_first_three() -> None:
    standing = [Reminder(n, "me", f"taak {n}", MOMENT, MOMENT, rhythm=Rhythm.WEEK if n == 2 else None) for n in (1, 2, 3, 4)]
    text = overview(reminders=standing)
    assert "taak 1 (dinsdag 3 maart, 10.30 uur); taak 2 (elke dinsdag, 10.30 uur); taak 3" in text
    assert "en nog 1" in text
    assert "taak 4" not in text


@pytest.mark.parametrize("manner", [Manner(), Manner(formal=True), Manner(easy=True)])
def test_how_we_speak_is_told_with_the_words_that_change_it(manner: Manner) -> None:
    assert TEXTS(f"overview_manner_{manner.register}") in overview(manner=manner)


@pytest.mark.parametrize("state", NudgeState)
def test_every_state_of_nudges_has_words(state: NudgeState) -> None:
    assert TEXTS(f"overview_nudges_{state.value}", days=7) in overview(nudges=NudgePreferences(state))


@pytest.mark.parametrize(
    ("following", "key", "values"),
    [
        (NextNudge(NudgeState.ON), "next_unknown", {}),
        (NextNudge(NudgeState.ON, MOMENT), "next_at", {"day": "dinsdag 3 maart", "time": "10.30"}),
        (NextNudge(NudgeState.PAUSED), "next_paused_open", {}),
        (NextNudge(NudgeState.PAUSED, paused_until=MOMENT), "next_paused", {"day": "dinsdag 3 maart"}),
    ],
)
def test_when_the_next_nudge_comes(following: NextNudge, key: str, values: dict[str, str]) -> None:
    assert WORDING.next_nudge(following) == TEXTS(key, **values)


def why(*, asked_for: bool = False, interest: str | None = None, **more: object) -> Why:
    return Why("x", "wens", "doel", MOMENT, asked_for=asked_for, every_days=7, interest=interest, **more)


@pytest.mark.parametrize(
    ("reason", "key", "values"),
    [
        (None, "why_none", {}),
        (why(asked_for=True, interest="hout"), "why_asked_for", {}),
        (why(interest="hout"), "why_interest", {"days": 7, "interest": "werken met hout"}),
        (why(), "why_plain", {"days": 7}),
        (why(interest="hout", occasion=Occasion.FOLLOW_UP), "why_follow_up", {}),
        (why(interest="hout", occasion=Occasion.PRACTICE), "why_practice", {}),
        (why(interest="hout", occasion=Occasion.BY_HAND), "why_by_hand", {}),
        (why(interest="hout", needs=frozenset({"plan"})), "why_plan", {}),
        (why(needs=frozenset({"silent_3w"})), "why_silence", {}),
        (why(barrier=Barrier.GELD, group=True), "why_barrier_geld", {}),
        (why(group=True, season=True), "why_group", {}),
        (why(season=True), "why_season", {}),
        (why(interest="hout", season=True), "why_interest", {"days": 7, "interest": "werken met hout"}),
        (WhyReminder(MOMENT, MOMENT), "why_reminder", {"asked": "dinsdag 3 maart", "day": "dinsdag 3 maart", "time": "10.30"}),
    ],
)
def test_why_a_nudge_came(reason: Why | WhyReminder | None, key: str, values: dict[str, object]) -> None:
    assert WORDING.why(reason, None) == [TEXTS(key, since="", **values)]


LANES = [
    *(why(interest="hout", occasion=occasion) for occasion in (Occasion.ORDINARY, Occasion.FOLLOW_UP, Occasion.PRACTICE)),
    *(why(needs=frozenset({need})) for need in ("plan", "silent_3w")),
    *(why(barrier=barrier) for barrier in Barrier),
    *(why(group=True), why(season=True), why()),
]


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("reason", LANES)
def test_whatever_came_by_itself_is_told_with_the_day_of_the_yes(reason: Why, register: Register) -> None:
    (told,) = WORDING.speaking(register).why(replace(reason, since=MOMENT), None)
    assert "op dinsdag 3 maart ja" in told


def test_why_the_next_one_did_not_come_is_told_after_why_the_latest_came() -> None:
    not_sent = WhyNot(Reason.LATE, MOMENT)
    told = TEXTS("why_not", day="dinsdag 3 maart", because=TEXTS("why_not_late"))
    assert WORDING.why(why(asked_for=True), not_sent) == [TEXTS("why_asked_for"), told]
    assert WORDING.why(None, not_sent) == [told]


def test_a_reason_that_says_a_reader_nothing_is_not_told() -> None:
    assert WORDING.why(None, WhyNot(Reason.LEASE_LOST, MOMENT)) == [TEXTS("why_none")]
    assert WORDING.why(why(asked_for=True), WhyNot(Reason.LEASE_LOST, MOMENT)) == [TEXTS("why_asked_for")]


@pytest.mark.parametrize(
    ("by", "key"),
    [(ChosenBy.LEARNED, "why_chosen_learned"), (ChosenBy.LOT, "why_chosen_lot"), (ChosenBy.HOLD_OUT, "why_chosen_lot")],
)
def test_where_choosing_is_learned_it_says_what_decided(by: ChosenBy, key: str) -> None:
    assert WORDING.why(why(chosen_by=by), None) == [f"{TEXTS('why_plain', since='', days=7)} {TEXTS(key)}"]


@pytest.mark.parametrize(
    ("by", "takes_part", "keys"),
    [
        (ChosenBy.LEARNED, True, ["why_chosen_learned", "why_experiment"]),
        (ChosenBy.HOLD_OUT, False, ["why_chosen_lot", "why_left_since"]),
        (None, False, ["why_outside_experiment"]),
        (None, True, []),
        (ChosenBy.LOT, None, ["why_chosen_lot"]),
    ],
)
def test_it_says_whether_that_was_an_experiment_and_how_to_leave_it(by: ChosenBy | None, takes_part: bool | None, keys: list[str]) -> None:
    assert WORDING.why(why(chosen_by=by, takes_part=takes_part), None) == [
        " ".join([TEXTS("why_plain", since="", days=7), *map(TEXTS, keys)])
    ]


def test_whatever_the_rules_can_say_has_words_for_the_reader() -> None:
    silent = {
        Reason.ALLOWED,
        Reason.ASKED_FOR,
        Reason.BY_HAND,
        Reason.ERASED,
        Reason.NO_SCRIPT,
        Reason.BLOCKED,
        Reason.LEASE_LOST,
        Reason.TALKING,
    }
    unclear = {Reason.DELIVERY_UNCLEAR}
    for reason in set(Reason) - silent - unclear:
        assert f"why_not_{reason}" in TEXTS, reason


@pytest.mark.parametrize("barrier", Barrier)
def test_what_stands_in_the_way_has_words_in_the_overview_and_as_a_reason(barrier: Barrier) -> None:
    assert TEXTS(f"overview_barrier_{barrier}") in overview(barrier=barrier)
    assert WORDING.why(why(barrier=barrier), None) == [TEXTS(f"why_barrier_{barrier}", since="")]


def test_the_wish_is_said_back_to_who_said_it() -> None:
    assert "met je dochter lezen" in overview(wish="met me dochter lezen")
