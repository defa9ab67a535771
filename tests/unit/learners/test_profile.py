from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.errors import UnknownLearner
from bot.learners.consent import NUDGES, NUDGES_TEXT_VERSION
from bot.learners.models import EVERY_DAYS, DayPart, Learner, NudgePreferences, NudgeState
from bot.learners.profile import ProfileService
from bot.learners.redact import MARK
from bot.learners.rights import RightsService
from bot.registers import Asked, Register
from bot.store.tables.learners import consents, learners
from bot.store.work import Store
from tests.conftest import StoppedClock

Stored = Callable[[], Learner]


def test_a_wish_is_kept_in_the_persons_own_words(profile: ProfileService, learner: Learner, as_stored: Stored) -> None:
    changed = profile.set_wish(learner.id, "Iets met HOUT, zoals m'n opa 🪵", ["hout"])
    assert changed.wish == "Iets met HOUT, zoals m'n opa 🪵"
    assert as_stored() == changed


def test_how_somebody_wants_to_be_spoken_to_is_kept(profile: ProfileService, learner: Learner, as_stored: Stored) -> None:
    assert profile.heard_u(learner.id).register is Register.U
    assert as_stored().register is Register.U
    profile.ask_manner(learner.id, Asked.EASY)
    assert as_stored().register is Register.EASY
    profile.ask_manner(learner.id, Asked.ORDINARY)
    profile.seemed_hard(learner.id)
    assert as_stored().register is Register.U
    assert profile.ask_manner(learner.id, Asked.JE).register is Register.JE
    assert profile.heard_u(learner.id).register is Register.JE


def test_a_wish_is_sealed_on_disk(profile: ProfileService, learner: Learner, store: Store) -> None:
    profile.set_wish(learner.id, "lassen", ["techniek"])
    with store.work() as work:
        assert "lassen" not in repr(work.connection.execute(select(learners)).one())


def test_a_phone_number_in_a_wish_or_a_place_is_not_kept(profile: ProfileService, learner: Learner) -> None:
    assert profile.set_wish(learner.id, "bel me op 0612345678").wish == f"bel me op {MARK}"
    assert profile.set_place(learner.id, "Zwolle 0612345678").place == f"Zwolle {MARK}"


def test_an_empty_wish_or_place_forgets_the_old_one(profile: ProfileService, learner: Learner) -> None:
    profile.set_wish(learner.id, "koken", ["koken"])
    profile.set_place(learner.id, "Zwolle")
    profile.set_wish(learner.id, "  ")
    forgotten = profile.set_place(learner.id, None)
    assert (forgotten.wish, forgotten.interests, forgotten.place) == (None, (), None)


def test_at_most_three_topics_are_kept_each_once(profile: ProfileService, learner: Learner) -> None:
    assert profile.set_interests(learner.id, ["hout", "hout", "tuin", "koken", "muziek"]).interests == ("hout", "tuin", "koken")


def test_a_topic_can_be_removed_and_removing_it_again_is_harmless(profile: ProfileService, learner: Learner, as_stored: Stored) -> None:
    profile.set_interests(learner.id, ["hout", "tuin"])
    profile.remove_interest(learner.id, "hout")
    profile.remove_interest(learner.id, "hout")
    assert as_stored().interests == ("tuin",)


def test_a_clear_yes_switches_nudges_on_once_a_week_and_notes_the_wording(
    profile: ProfileService, learner: Learner, store: Store, clock: StoppedClock
) -> None:
    assert profile.choose_nudges(learner.id).nudges == NudgePreferences(NudgeState.ON, every_days=7)
    with store.work() as work:
        consent = work.connection.execute(select(consents)).one()
    assert (consent.what, consent.text_version, consent.given_at, consent.withdrawn_at) == (NUDGES, NUDGES_TEXT_VERSION, clock.now, None)


def test_saying_yes_twice_to_the_same_wording_is_one_consent(profile: ProfileService, learner: Learner, store: Store) -> None:
    profile.choose_nudges(learner.id)
    profile.choose_nudges(learner.id, every_days=14)
    with store.work() as work:
        assert len(work.connection.execute(select(consents)).all()) == 1


def test_a_new_wording_needs_a_new_consent(
    profile: ProfileService, learner: Learner, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile.choose_nudges(learner.id)
    monkeypatch.setattr("bot.learners.profile.NUDGES_TEXT_VERSION", "2027-01")
    profile.choose_nudges(learner.id)
    with store.work() as work:
        assert len(work.connection.execute(select(consents)).all()) == 2


def test_the_rhythm_changes_without_switching_nudges_on(profile: ProfileService, learner: Learner, store: Store) -> None:
    changed = profile.set_rhythm(learner.id, every_days=14, part=DayPart.PAUZE, weekday=0)
    assert changed.nudges == NudgePreferences(NudgeState.UNASKED, every_days=14, part=DayPart.PAUZE, weekday=0)
    with store.work() as work:
        assert work.connection.execute(select(consents)).all() == []


def test_what_is_not_mentioned_keeps_its_value(profile: ProfileService, learner: Learner) -> None:
    profile.choose_nudges(learner.id, every_days=10, part=DayPart.AVOND, weekday=4)
    kept = profile.set_rhythm(learner.id, every_days=20).nudges
    assert (kept.every_days, kept.part, kept.weekday) == (20, DayPart.AVOND, 4)


def test_any_moment_forgets_day_and_part(profile: ProfileService, learner: Learner) -> None:
    profile.choose_nudges(learner.id, part=DayPart.AVOND, weekday=4)
    assert profile.any_moment(learner.id).nudges == NudgePreferences(NudgeState.ON)


@pytest.mark.parametrize(("asked", "given_days"), [(1, 4), (3, 4), (4, 4), (7, 7), (30, 30), (31, 30), (365, 30), (-5, 4)])
def test_the_frequency_becomes_the_nearest_allowed_one(profile: ProfileService, learner: Learner, asked: int, given_days: int) -> None:
    assert profile.set_rhythm(learner.id, every_days=asked).nudges.every_days == given_days


@given(st.integers())
def test_preferences_outside_four_to_thirty_days_cannot_exist(days: int) -> None:
    if days in EVERY_DAYS:
        assert NudgePreferences(every_days=days).every_days == days
        return
    with pytest.raises(ValueError, match="every_days"):
        NudgePreferences(every_days=days)


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_weekday_that_does_not_exist_is_refused(weekday: int) -> None:
    with pytest.raises(ValueError, match="weekday"):
        NudgePreferences(weekday=weekday)


def test_changing_an_unknown_learner_is_an_error(profile: ProfileService) -> None:
    with pytest.raises(UnknownLearner):
        profile.set_wish("nobody", "lassen")


def test_a_stop_during_another_change_is_never_lost(
    profile: ProfileService, rights: RightsService, learner: Learner, as_stored: Stored
) -> None:
    profile.choose_nudges(learner.id)
    together = Barrier(2)

    def keep_changing() -> None:
        together.wait()
        for days in range(4, 24):
            profile.set_rhythm(learner.id, every_days=days)

    other = Thread(target=keep_changing)
    other.start()
    together.wait()
    rights.stop(learner.id)
    other.join()
    assert as_stored().nudges == NudgePreferences(NudgeState.STOPPED, every_days=23)
