import pytest

from bot.channels.memory import MemoryChannel
from bot.conversation import Delivery
from bot.dialogue.assembly import make_outlet
from bot.errors import DeliveryError, OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.learners.models import NudgeState
from bot.messages import Address, Button, Reply
from tests.unit.dialogue.scene import ME, Scene

NUDGE = Reply("Een duwtje.", (Button("Doe ik", "nudge:7:0"), Button("Niet nu", "nudge:7:1")))


def send(scene: Scene, *trouble: DeliveryError) -> MemoryChannel:
    channel = MemoryChannel(trouble)
    outlet = make_outlet(scene.store.work, scene.clock, {"memory": channel}, scene.rights)
    outlet.await_turn(scene.learner().id)
    outlet.send(scene.learner().id, NUDGE)
    return channel


def history(scene: Scene) -> list[str]:
    return [message.text for message in scene.service.history(scene.learner().id)]


def test_a_nudge_arrives_with_buttons_that_hide_what_they_mean(any_scene: Scene) -> None:
    any_scene.welcome()
    (message,) = send(any_scene).delivered(ME)
    assert message.text == "Een duwtje."
    assert [choice.title for choice in message.choices] == ["Doe ik", "Niet nu"]
    assert not any("nudge" in choice.id for choice in message.choices)
    assert history(any_scene)[-1] == "Een duwtje."


@pytest.mark.parametrize("kind", [lambda now: TryLater(now), lambda now: Refused("odd"), lambda now: RecipientGone("blocked")])
def test_what_certainly_did_not_arrive_is_not_in_the_conversation(any_scene: Scene, kind: object) -> None:
    any_scene.welcome()
    error = kind(any_scene.clock())  # type: ignore[operator]
    with pytest.raises(type(error)):
        send(any_scene, error)
    assert "Een duwtje." not in history(any_scene)


def test_what_perhaps_arrived_stays_and_is_not_sent_again(any_scene: Scene) -> None:
    any_scene.welcome()
    with pytest.raises(OutcomeUnknown):
        send(any_scene, OutcomeUnknown("timeout"))
    assert history(any_scene)[-1] == "Een duwtje."
    any_scene.service.recover()
    assert any_scene.heard() == []


def test_who_blocked_us_is_marked_as_gone(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    with pytest.raises(RecipientGone):
        send(scene, RecipientGone("blocked"))
    assert scene.learner().nudges.state is NudgeState.STOPPED
    with pytest.raises(RecipientGone, match="no address"):
        send(scene)


def test_an_erased_person_gets_nothing(scene: Scene) -> None:
    scene.welcome()
    outlet = make_outlet(scene.store.work, scene.clock, {"memory": scene.channel}, scene.rights)
    learner_id = scene.learner().id
    scene.rights.erase(learner_id)
    outlet.await_turn(learner_id)
    with pytest.raises(RecipientGone):
        outlet.send(learner_id, NUDGE)


def test_a_channel_that_is_switched_off_refuses(scene: Scene) -> None:
    scene.welcome()
    outlet = make_outlet(scene.store.work, scene.clock, {}, scene.rights)
    with pytest.raises(Refused, match="no channel"):
        outlet.await_turn(scene.learner().id)
    with pytest.raises(Refused, match="no channel"):
        outlet.send(scene.learner().id, NUDGE)


def test_what_waits_for_its_turn_is_not_in_the_conversation_yet(scene: Scene) -> None:
    scene.welcome()
    seen: list[tuple[list[str], bool]] = []

    class Busy(MemoryChannel):
        def await_turn(self, address: Address, *, bulk: bool) -> None:
            seen.append((history(scene), bulk))
            raise TryLater(scene.clock())

    outlet = make_outlet(scene.store.work, scene.clock, {"memory": Busy()}, scene.rights)
    with pytest.raises(TryLater):
        outlet.await_turn(scene.learner().id)
    assert seen == [(history(scene), True)]
    assert "Een duwtje." not in history(scene)


def test_a_process_that_dies_while_sending_leaves_it_to_the_sender(scene: Scene) -> None:
    scene.welcome()
    learner_id = scene.learner().id
    with scene.store.work() as work:
        work.messages.add_out(learner_id, NUDGE, scene.clock(), Delivery.HANDED)
    scene.restart()
    scene.service.recover()
    assert scene.heard() == []
