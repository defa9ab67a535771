from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.errors import TryLater
from bot.gateway.desk import BETWEEN_HINTS, Desk
from bot.gateway.errands import Errands
from bot.gateway.workers import Workers
from bot.language.saying.texts import load_texts
from bot.messages import Address, Incoming
from tests.conftest import StoppedClock
from tests.fakes.conversation import ConversationTwin, IdentityTwin, RightsTwin, ServicesTwin
from tests.fakes.telegram_api import FakeTelegram

pytestmark = pytest.mark.anyio
ANNA = Address("telegram", "1001")
VOICE = {"file_id": "a", "file_unique_id": "b", "duration": 3}


class LineTwin:
    """Remembers the courtesies."""

    def __init__(self) -> None:
        self.answered: list[str] = []

    async def answer(self, query: str) -> None:
        self.answered.append(query)

    @asynccontextmanager
    async def typing(self, chat: str) -> AsyncIterator[None]:
        yield


class KeyboardsTwin:
    """Remembers which buttons were taken away, after which answers."""

    def __init__(self, conversation: ConversationTwin) -> None:
        self.closed: list[tuple[str, int, str | None]] = []
        self.answered_before: list[int] = []
        self._conversation = conversation

    def close_keyboard(self, address: Address, message_id: int, new_text: str | None) -> None:
        self.closed.append((address.value, message_id, new_text))
        self.answered_before.append(len(self._conversation.answered))


class Bench:
    """A desk with twins around it, and people who send it updates."""

    def __init__(self, clock: StoppedClock, identity: IdentityTwin | None = None) -> None:
        self.people = FakeTelegram()
        self.line = LineTwin()
        self.conversation = ConversationTwin()
        self.rights = RightsTwin()
        self.identity = identity or IdentityTwin()
        self.keyboards = KeyboardsTwin(self.conversation)
        self._errands = Errands()
        workers = Workers(self.conversation.work_off, self.line.typing, self._errands)
        services = ServicesTwin(self.conversation, self.identity, self.rights, self.keyboards)
        self.desk = Desk(self.line, services, workers, self._errands, load_texts(), {}, clock)  # type: ignore[arg-type]

    async def receive(self, update_id: int) -> None:
        await self.desk.receive(self.people.state.old_updates[update_id])
        await self.finish()

    async def finish(self) -> None:
        await self._errands.finish(within=10)


@pytest.fixture
def bench(clock: StoppedClock) -> Bench:
    return Bench(clock)


async def test_a_message_is_stored_and_answered(bench: Bench, clock: StoppedClock) -> None:
    await bench.receive(bench.people.says(1001, "hoi"))
    assert bench.conversation.answered == bench.conversation.accepted
    assert bench.conversation.accepted[0].received_at == clock()


async def test_a_message_that_cannot_be_stored_is_the_callers_problem(bench: Bench) -> None:
    def fail(incoming: object) -> None:
        raise OSError("the store is away")

    bench.conversation.on_accept = fail
    with pytest.raises(OSError, match="store is away"):
        await bench.receive(bench.people.says(1001, "hoi"))
    assert bench.conversation.answered == []


async def test_a_message_that_was_stored_but_not_answered_is_answered_when_it_comes_again(bench: Bench) -> None:
    update_id = bench.people.says(1001, "hoi")
    bench.conversation.accept(Incoming(ANNA, str(update_id), datetime(2026, 3, 2, 9, 30, tzinfo=UTC), text="hoi"))
    await bench.receive(update_id)
    assert [incoming.text for incoming in bench.conversation.answered] == ["hoi"]


async def test_a_hint_is_repeated_only_after_a_while(bench: Bench, clock: StoppedClock) -> None:
    await bench.receive(bench.people.sends(1001, voice=VOICE))
    clock.advance(seconds=BETWEEN_HINTS.total_seconds() - 1)
    await bench.receive(bench.people.sends(1001, voice=VOICE))
    assert len(bench.conversation.remarks) == 1
    clock.advance(seconds=1)
    await bench.receive(bench.people.sends(1001, voice=VOICE))
    assert len(bench.conversation.remarks) == 2


async def test_hints_to_many_people_are_not_remembered_for_ever(bench: Bench) -> None:
    for chat in range(1, 1200):
        await bench.desk.receive(bench.people.state.old_updates[bench.people.sends(chat, voice=VOICE)])
    assert len(bench.desk._hinted_at) <= 1000


def press(update_id: int) -> dict[str, object]:
    return {
        "update_id": update_id,
        "callback_query": {
            "id": f"9{update_id}",
            "from": {"id": 1001, "is_bot": False, "first_name": "Anna"},
            "chat_instance": "1",
            "data": "k1",
            "message": {"message_id": 9, "date": 0, "chat": {"id": 1001, "type": "private"}},
        },
    }


async def test_a_press_that_came_before_is_answered_but_changes_nothing(bench: Bench) -> None:
    bench.people.state.old_updates[7] = press(7)
    await bench.receive(7)
    await bench.receive(7)
    assert bench.line.answered == ["97", "97"]
    assert bench.keyboards.closed == [("1001", 9, None)]
    assert len(bench.conversation.answered) == 1


async def test_the_reply_goes_before_the_buttons_are_taken_away(bench: Bench) -> None:
    bench.people.state.old_updates[7] = press(7)
    await bench.receive(7)
    assert bench.keyboards.answered_before == [1]


async def test_a_second_tap_before_the_buttons_are_gone_is_a_slip(bench: Bench) -> None:
    await bench.desk.receive(press(7))
    await bench.desk.receive(press(8))
    await bench.finish()
    assert bench.line.answered == ["97", "98"]
    assert len(bench.conversation.answered) == 1
    await bench.desk.receive(press(9))
    await bench.finish()
    assert len(bench.conversation.answered) == 2, "buttons that stayed, or came back, work again"


async def test_a_press_that_could_not_be_stored_is_taken_when_it_comes_again(bench: Bench) -> None:
    def fail(incoming: object) -> None:
        raise OSError("the store is away")

    bench.conversation.on_accept = fail
    with pytest.raises(OSError, match="store is away"):
        await bench.desk.receive(press(7))
    bench.conversation.on_accept = lambda incoming: None
    await bench.desk.receive(press(7))
    await bench.finish()
    assert (len(bench.conversation.answered), len(bench.keyboards.closed)) == (1, 1)


async def test_buttons_that_cannot_be_taken_away_bother_nobody(bench: Bench) -> None:
    def refuse(*_: object) -> None:
        raise TryLater(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))

    bench.keyboards.close_keyboard = refuse  # type: ignore[method-assign]
    with capture_logs() as said:
        await bench.desk.receive(press(7))
        await bench.finish()
    assert (len(bench.conversation.answered), said) == (1, [])


async def test_a_block_is_passed_on(bench: Bench) -> None:
    await bench.receive(bench.people.blocks(1001))
    assert bench.rights.blocked_addresses == [ANNA]


async def test_whoever_comes_back_is_recognised_but_a_stranger_is_not_made_a_learner(clock: StoppedClock) -> None:
    known = Bench(clock, IdentityTwin(ANNA))
    await known.receive(known.people.unblocks(1001))
    assert known.identity.recognised == [ANNA]
    stranger = Bench(clock)
    await stranger.receive(stranger.people.unblocks(1001))
    assert stranger.identity.recognised == []
