import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import UnknownLearner
from bot.learners.identity import Identity
from bot.learners.logbook import LogbookService
from bot.learners.models import Learner, NudgePreferences, NudgeState
from bot.learners.plans import PlanService
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.messages import Address
from bot.store.tables.learners import consents
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.learners.conftest import ADDRESS

Stored = Callable[[], Learner]


def standing_consents(store: Store) -> int:
    with store.work() as work:
        return len(work.connection.execute(select(consents).where(consents.c.withdrawn_at.is_(None))).all())


def test_stop_withdraws_the_consent_and_may_be_said_twice(
    profile: ProfileService, rights: RightsService, learner: Learner, store: Store
) -> None:
    profile.choose_nudges(learner.id)
    rights.stop(learner.id)
    assert rights.stop(learner.id).nudges.state is NudgeState.STOPPED
    assert standing_consents(store) == 0


def test_pause_and_resume_keep_the_consent(
    profile: ProfileService, rights: RightsService, learner: Learner, store: Store, clock: StoppedClock
) -> None:
    profile.choose_nudges(learner.id)
    assert rights.pause(learner.id).nudges == NudgePreferences(NudgeState.PAUSED, paused_until=clock.now + timedelta(days=30))
    assert rights.resume(learner.id).nudges == NudgePreferences(NudgeState.ON)
    assert standing_consents(store) == 1


@pytest.mark.parametrize("stopped", [False, True])
def test_pausing_and_resuming_never_switches_nudges_on_without_a_yes(rights: RightsService, learner: Learner, stopped: bool) -> None:
    before = rights.stop(learner.id) if stopped else learner
    rights.pause(learner.id)
    assert rights.resume(learner.id).nudges == before.nudges


def test_a_pause_can_be_made_longer(profile: ProfileService, rights: RightsService, learner: Learner, clock: StoppedClock) -> None:
    profile.choose_nudges(learner.id)
    rights.pause(learner.id, clock() + timedelta(days=7))
    clock.advance(days=1)
    assert rights.pause(learner.id, clock() + timedelta(days=7)).nudges.paused_until == clock.now + timedelta(days=7)


def test_blocking_the_only_address_counts_as_a_stop(
    profile: ProfileService, rights: RightsService, learner: Learner, as_stored: Stored, store: Store
) -> None:
    profile.choose_nudges(learner.id)
    rights.blocked(ADDRESS)
    assert as_stored().nudges.state is NudgeState.STOPPED
    assert standing_consents(store) == 0
    with store.work() as work:
        assert work.learners.addresses(learner.id) == []


def test_whoever_writes_again_after_blocking_is_reachable_but_gets_no_nudges(
    profile: ProfileService, rights: RightsService, identity: Identity, learner: Learner, store: Store
) -> None:
    profile.choose_nudges(learner.id)
    rights.blocked(ADDRESS)
    back = identity.recognise(ADDRESS)
    assert (back.id, back.nudges.state) == (learner.id, NudgeState.STOPPED)
    with store.work() as work:
        assert work.learners.addresses(learner.id) == [ADDRESS]


def test_blocking_by_someone_unknown_is_nothing(rights: RightsService) -> None:
    rights.blocked(Address("telegram", "nobody"))


def test_an_overview_shows_everything_we_know(
    profile: ProfileService, plans: PlanService, logbook: LogbookService, rights: RightsService, learner: Learner
) -> None:
    profile.set_wish(learner.id, "lassen", ["techniek"])
    profile.set_place(learner.id, "Zwolle")
    plan = plans.make(learner.id, "demo/las", "Kijk mee bij het lassen", "in de pauze")
    logbook.write(learner.id, "gelast")
    overview = rights.overview(learner.id)
    assert (overview.wish, overview.interests, overview.place) == ("lassen", ("techniek",), "Zwolle")
    assert (overview.plan, overview.log_lines, overview.channels) == (plan, 1, ("web",))
    assert overview.known_since == learner.created_at


def test_the_overview_of_nobody_is_an_error(rights: RightsService) -> None:
    with pytest.raises(UnknownLearner):
        rights.overview("nobody")


def test_an_export_is_readable_json_without_internal_keys(
    profile: ProfileService, plans: PlanService, logbook: LogbookService, rights: RightsService, learner: Learner
) -> None:
    profile.set_wish(learner.id, "lassen", ["techniek"])
    profile.choose_nudges(learner.id)
    plans.make(learner.id, "demo/las", "Kijk mee", "in de pauze")
    logbook.write(learner.id, "gelast")
    exported = rights.export(learner.id)
    assert exported["learners"][0]["wish"] == "lassen"
    assert exported["addresses"][0]["value"] == "web:first"
    assert exported["plans"][0]["moment"] == "in de pauze"
    assert exported["logbook"][0]["text"] == "gelast"
    assert exported["consents"][0]["what"] == "nudges"
    written = json.dumps(exported)
    assert learner.id not in written
    assert learner.conversation_key not in written


def test_an_export_holds_nobody_elses_data(rights: RightsService, identity: Identity, profile: ProfileService, learner: Learner) -> None:
    other = identity.recognise(Address("web", "second"))
    profile.set_wish(other.id, "schilderen")
    assert "schilderen" not in json.dumps(rights.export(learner.id))


def test_erasing_twice_is_harmless_and_a_new_contact_is_a_new_learner(
    rights: RightsService, identity: Identity, profile: ProfileService, learner: Learner
) -> None:
    profile.choose_nudges(learner.id)
    assert rights.erase(learner.id) == {"consents": 1, "nudge_looks": 1, "addresses": 1, "learners": 1}
    assert rights.erase(learner.id) == {}
    again = identity.recognise(ADDRESS)
    assert again.id != learner.id
    assert again.conversation_key != learner.conversation_key
    assert again.nudges.state is NudgeState.UNASKED


def test_erasing_leaves_other_people_alone(rights: RightsService, identity: Identity, profile: ProfileService, learner: Learner) -> None:
    other = identity.recognise(Address("web", "second"))
    kept = profile.set_wish(other.id, "schilderen")
    rights.erase(learner.id)
    assert identity.by_id(other.id) == kept


def test_a_year_of_silence_erases_a_learner_and_not_a_day_earlier(
    rights: RightsService, identity: Identity, learner: Learner, clock: StoppedClock
) -> None:
    clock.advance(days=365)
    assert rights.expire() == {}
    assert identity.by_id(learner.id)
    clock.advance(seconds=1)
    assert rights.expire() == {"addresses": 1, "learners": 1}


def test_writing_again_starts_the_year_anew(rights: RightsService, identity: Identity, learner: Learner, clock: StoppedClock) -> None:
    clock.advance(days=300)
    identity.recognise(ADDRESS)
    clock.advance(days=300)
    assert rights.expire() == {}
    assert identity.by_id(learner.id)


def test_more_learners_than_one_batch_expire_in_one_go(
    rights: RightsService, identity: Identity, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.personal_data.BATCH", 2)
    for number in range(5):
        identity.recognise(Address("web", str(number)))
    clock.advance(days=366)
    assert rights.expire() == {"addresses": 5, "learners": 5}
