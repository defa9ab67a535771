from datetime import UTC, datetime

import pytest

from bot.dialogue.wording import Wording
from bot.language.texts import load_texts
from bot.learners.models import NudgePreferences, NudgeState, Plan
from bot.learners.rights import Overview
from bot.nudges.looking import NextNudge, Why
from bot.registers import Manner

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


@pytest.mark.parametrize("manner", [Manner(), Manner(formal=True), Manner(easy=True)])
def test_how_we_speak_is_told_with_the_words_that_change_it(manner: Manner) -> None:
    assert TEXTS(f"overview_manner_{manner.register}") in overview(manner=manner)


@pytest.mark.parametrize("state", NudgeState)
def test_every_state_of_nudges_has_words(state: NudgeState) -> None:
    assert TEXTS(f"overview_nudges_{state.value}", days=7) in overview(nudges=NudgePreferences(state))


@pytest.mark.parametrize(
    ("following", "key", "values"),
    [
        (None, "next_off", {}),
        (NextNudge(NudgeState.UNASKED), "next_off", {}),
        (NextNudge(NudgeState.STOPPED), "next_off", {}),
        (NextNudge(NudgeState.ON), "next_unknown", {}),
        (NextNudge(NudgeState.ON, MOMENT), "next_at", {"day": "dinsdag 3 maart", "time": "10.30"}),
        (NextNudge(NudgeState.PAUSED), "next_paused_open", {}),
        (NextNudge(NudgeState.PAUSED, paused_until=MOMENT), "next_paused", {"day": "dinsdag 3 maart"}),
    ],
)
def test_when_the_next_nudge_comes(following: NextNudge | None, key: str, values: dict[str, str]) -> None:
    assert WORDING.next_nudge(following) == TEXTS(key, **values)


def why(*, asked_for: bool = False, interest: str | None = None) -> Why:
    return Why("x", "wens", "doel", MOMENT, asked_for=asked_for, every_days=7, interest=interest)


@pytest.mark.parametrize(
    ("reason", "key", "values"),
    [
        (None, "why_none", {}),
        (why(asked_for=True, interest="hout"), "why_asked_for", {}),
        (why(interest="hout"), "why_interest", {"days": 7, "interest": "werken met hout"}),
        (why(), "why_plain", {"days": 7}),
    ],
)
def test_why_a_nudge_came(reason: Why | None, key: str, values: dict[str, object]) -> None:
    assert WORDING.why(reason) == TEXTS(key, **values)
