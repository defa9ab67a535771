"""Telegram end to end over real HTTP: the real library, our door and our channel, against the fake Bot API.

Only the conversation is a twin: it repeats what was said.
"""

import asyncio
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import anyio
import anyio.to_thread
import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import TelegramChannel
from bot.clock import system_clock
from bot.gateway.door import DoorState, TelegramDoor
from bot.learners.identity import Identity
from bot.learners.models import NudgeState
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.messages import Address, Incoming
from bot.settings import Settings
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.fakes.conversation import ConversationTwin, ServicesTwin
from tests.fakes.telegram_api import FakeTelegram
from tests.fakes.telegram_state import Json, ShownMessage

pytestmark = pytest.mark.anyio
ANNA, BRAM = 1001, 1002
SECRET = "een-geheim-van-de-webhook"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def conversation(telegram: FakeTelegram, sqlite_store: Store) -> Iterator[ConversationTwin]:
    channel = TelegramChannel(telegram.token, telegram.url, system_clock, sqlite_store.turns("telegram", system_clock))
    yield ConversationTwin(channel)
    channel.close()


def settings(telegram: FakeTelegram, **more: object) -> Settings:
    return Settings(_env_file=None, **{"telegram_token": telegram.token, "telegram_api_base": telegram.url} | more)


async def hardly_any_pause(seconds: float) -> None:
    await anyio.sleep(min(seconds, 0.01))


@asynccontextmanager
async def open_door(
    telegram: FakeTelegram, conversation: ConversationTwin, services: object = None, **more: object
) -> AsyncIterator[TelegramDoor]:
    door = TelegramDoor(
        services or ServicesTwin(conversation, telegram=conversation.channel), settings(telegram, **more), pause=hardly_any_pause
    )  # type: ignore[arg-type]
    await door.start()
    try:
        yield door
    finally:
        await door.stop()


async def awaits(telegram: FakeTelegram, chat: int, text: str) -> ShownMessage:
    return await anyio.to_thread.run_sync(telegram.awaits, chat, text)


async def until(condition: Callable[[], object]) -> None:
    with anyio.fail_after(20):
        while not condition():
            await anyio.sleep(0.005)


async def test_what_someone_types_is_answered_with_a_button(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation) as door:
        telegram.says(ANNA, "Iets met hout")
        reply = await awaits(telegram, ANNA, "Je zei: Iets met hout")
        assert reply.titles == ["Vertel meer"]
        assert (door.state, door.user_name) == (DoorState.LISTENING, "duwtje_test_bot")
    assert conversation.accepted[0].address == Address("telegram", "1001")


async def test_the_menu_of_the_chat_is_filled(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        await until(lambda: telegram.calls("setMyCommands"))
    assert {"command": "stop", "description": "Stop met duwtjes"} in telegram.state.commands


async def test_a_link_with_a_payload_starts_like_any_start(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "/start machine_7")
        await awaits(telegram, ANNA, "Je zei: /start")
    assert [incoming.text for incoming in conversation.accepted] == ["/start"]


async def test_an_update_that_comes_twice_is_answered_once(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        update_id = telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
        telegram.repeats(update_id)
        telegram.says(BRAM, "klaar")
        await awaits(telegram, BRAM, "Je zei: klaar")
    assert len(telegram.messages(ANNA)) == 1


async def test_a_pressed_button_is_answered_and_the_keyboard_closed(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
        telegram.presses(ANNA, "Vertel meer")
        await awaits(telegram, ANNA, "Je zei: keuze1")
        closed = await awaits(telegram, ANNA, "👉 Vertel meer")
        await until(lambda: telegram.calls("answerCallbackQuery"))
    assert closed.text == "Je zei: hoi\n\n👉 Vertel meer"
    assert closed.titles == []
    assert telegram.state.open_queries == {}
    assert conversation.accepted[1].choice == "keuze1"


async def test_a_press_that_is_refused_keeps_the_keyboard(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
        conversation.accept = lambda incoming: False  # type: ignore[method-assign]
        telegram.presses(ANNA, "Vertel meer")
        await until(lambda: telegram.calls("answerCallbackQuery"))
    assert telegram.messages(ANNA)[0].titles == ["Vertel meer"]


async def test_the_keyboard_closes_too_when_the_text_is_as_long_as_can_be(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "x" * 4080)
        await awaits(telegram, ANNA, "Je zei: x")
        telegram.presses(ANNA, "Vertel meer")
        await until(lambda: telegram.messages(ANNA)[0].titles == [])
    assert telegram.messages(ANNA)[0].text == "Je zei: " + "x" * 4080


async def test_what_is_said_while_we_are_away_is_answered_later(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    telegram.says(ANNA, "eerste")
    async with open_door(telegram, conversation):
        await awaits(telegram, ANNA, "Je zei: eerste")
    telegram.says(BRAM, "tweede")
    async with open_door(telegram, conversation):
        await awaits(telegram, BRAM, "Je zei: tweede")
    assert [incoming.text for incoming in conversation.answered] == ["eerste", "tweede"]


async def test_telegram_keeps_an_update_until_it_is_stored(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    kept: list[bool] = []

    def fail_twice(incoming: Incoming) -> None:
        kept.append(any(str(update["update_id"]) == incoming.external_id for update in telegram.state.updates))
        if len(kept) <= 2:
            raise OSError("the store is away")

    conversation.on_accept = fail_twice
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
        await until(lambda: not telegram.state.updates)
    assert kept == [True, True, True]


async def test_chats_do_not_wait_for_each_other(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    together = threading.Barrier(2, timeout=10)
    conversation.on_answer = lambda incoming: together.wait()
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        telegram.says(BRAM, "hallo")
        await awaits(telegram, ANNA, "Je zei: hoi")
        await awaits(telegram, BRAM, "Je zei: hallo")


async def test_a_failure_in_one_chat_leaves_the_others_alone(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    def fail_for_anna(incoming: Incoming) -> None:
        if incoming.address.value == str(ANNA):
            raise ValueError("a fault of ours")

    conversation.on_answer = fail_for_anna
    async with open_door(telegram, conversation) as door:
        telegram.says(ANNA, "hoi")
        telegram.says(BRAM, "hallo")
        await awaits(telegram, BRAM, "Je zei: hallo")
        assert door.state is DoorState.LISTENING


async def test_someone_who_waits_sees_that_we_type(
    telegram: FakeTelegram, conversation: ConversationTwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.gateway.line.TYPING_AFTER", 0.01)
    conversation.on_answer = lambda incoming: telegram.until(lambda: telegram.calls("sendChatAction"))
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
    assert telegram.calls("sendChatAction")[0].parameters == {"chat_id": "1001", "action": "typing"}


async def test_a_chat_that_must_wait_is_left_in_peace_and_gets_its_answer(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    telegram.fails("too_many", chat=ANNA, retry_after=1)
    door = TelegramDoor(ServicesTwin(conversation), settings(telegram))
    await door.start()
    telegram.says(ANNA, "hoi")
    await until(lambda: telegram.calls("sendMessage"))
    telegram.says(BRAM, "hallo")
    await awaits(telegram, BRAM, "Je zei: hallo")
    assert telegram.messages(ANNA) == []
    await awaits(telegram, ANNA, "Je zei: hoi")
    await door.stop()
    refused, sent = [call for call in telegram.calls("sendMessage") if call.parameters["chat_id"] == str(ANNA)]
    assert (refused.status, sent.status) == (429, 200)
    assert sent.at - refused.at >= 1


async def test_a_voice_message_gets_a_friendly_line_and_an_album_only_one(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.sends(ANNA, voice={"file_id": "a", "file_unique_id": "b", "duration": 3})
        for _ in range(10):
            telegram.sends(BRAM, photo=[{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}])
        await awaits(telegram, ANNA, "Ik kan nog niet luisteren")
        await awaits(telegram, BRAM, "Plaatjes en filmpjes")
        await until(lambda: not telegram.state.updates)
    assert (len(telegram.messages(ANNA)), len(telegram.messages(BRAM))) == (1, 1)
    assert conversation.accepted == []


async def test_an_update_of_an_unknown_shape_is_skipped(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_door(telegram, conversation):
        telegram.state.add_update("message", {"message_id": "no date, no chat"})
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")


class StoredServices:
    """The real services for people, on a real store; only the conversation is a twin."""

    def __init__(self, store: Store, clock: StoppedClock, conversation: ConversationTwin) -> None:
        self.identity = Identity(store.work, clock)
        self.rights = RightsService(store.work, clock)
        self.profile = ProfileService(store.work, clock)
        self.conversation = conversation
        self.telegram = conversation.channel
        conversation.on_accept = lambda incoming: self.identity.recognise(incoming.address)

    def nudges_of(self, chat: int) -> NudgeState:
        return self.identity.find(Address("telegram", str(chat))).nudges.state


async def test_whoever_blocks_the_bot_gets_no_more_nudges(
    telegram: FakeTelegram, conversation: ConversationTwin, sqlite_store: Store, clock: StoppedClock
) -> None:
    services = StoredServices(sqlite_store, clock, conversation)
    anna = services.identity.recognise(Address("telegram", str(ANNA)))
    services.profile.choose_nudges(anna.id)
    async with open_door(telegram, conversation, services):
        telegram.blocks(ANNA)
        await until(lambda: services.nudges_of(ANNA) is NudgeState.STOPPED)
        with sqlite_store.work() as work:
            assert work.learners.addresses(anna.id) == []
        telegram.unblocks(ANNA)

        def reachable() -> list[Address]:
            with sqlite_store.work() as work:
                return work.learners.addresses(anna.id)

        await until(reachable)
        assert services.nudges_of(ANNA) is NudgeState.STOPPED, "lifting the block is no new yes"


async def test_a_stranger_who_opens_and_blocks_the_bot_is_not_stored(
    telegram: FakeTelegram, conversation: ConversationTwin, sqlite_store: Store, clock: StoppedClock
) -> None:
    services = StoredServices(sqlite_store, clock, conversation)
    async with open_door(telegram, conversation, services):
        telegram.unblocks(ANNA)
        telegram.blocks(ANNA)
        await until(lambda: not telegram.state.updates)
    with sqlite_store.work() as work:
        assert work.learners.by_address(Address("telegram", str(ANNA))) is None


async def test_names_from_telegram_are_stored_nowhere(
    telegram: FakeTelegram, conversation: ConversationTwin, sqlite_store: Store, clock: StoppedClock, tmp_path: Path
) -> None:
    services = StoredServices(sqlite_store, clock, conversation)
    async with open_door(telegram, conversation, services):
        with capture_logs() as logs:
            telegram.says(ANNA, "hoi")
            await awaits(telegram, ANNA, "Je zei: hoi")
            telegram.presses(ANNA, "Vertel meer")
            await awaits(telegram, ANNA, "Je zei: keuze1")
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir()) + repr((logs, conversation.accepted)).encode()
    assert b"Voornaam" not in written
    assert b"gebruiker1001" not in written


@pytest.mark.parametrize("token", ["1:verkeerd", "verkeerd", "1:verkeerd\n/../x"])
async def test_a_wrong_token_gives_one_clear_line_and_nothing_else(
    telegram: FakeTelegram, conversation: ConversationTwin, token: str
) -> None:
    with capture_logs() as logs:
        async with open_door(telegram, conversation, telegram_token=token) as door:
            await until(lambda: door.state is DoorState.REFUSED)
    assert [line["event"] for line in logs] == [
        "Telegram staat uit: Telegram kent dit token niet. Kijk het na bij @BotFather, zet het in TELEGRAM_TOKEN en start opnieuw. "
        "De rest van Duwtje werkt gewoon."
    ]
    assert "verkeerd" not in repr(logs)


@pytest.mark.parametrize("token", [None, ""])
async def test_without_a_token_telegram_is_off(telegram: FakeTelegram, conversation: ConversationTwin, token: str | None) -> None:
    async with open_door(telegram, conversation, telegram_token=token) as door:
        assert door.state is DoorState.OFF
        assert await door.handle_update(b"{}", SECRET) == 404
    assert telegram.calls() == []


async def test_starting_while_telegram_is_down_or_busy_is_no_problem(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    telegram.fails("broken", method="getMe")
    telegram.fails("drop", method="getMe")
    telegram.fails("too_many", method="deleteWebhook", retry_after=5)
    telegram.fails("gateway", method="getUpdates")
    async with open_door(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")


@asynccontextmanager
async def web_server(door: list[TelegramDoor]) -> AsyncIterator[str]:
    """Pass POST /telegram on to the door, as the web process does; yields the address."""
    loop = asyncio.get_running_loop()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            handled = door[0].handle_update(body, self.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            status = asyncio.run_coroutine_threadsafe(handled, loop).result() if self.path == "/telegram" else 404
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        await anyio.to_thread.run_sync(server.shutdown)
        server.server_close()


@asynccontextmanager
async def open_webhook(telegram: FakeTelegram, conversation: ConversationTwin) -> AsyncIterator[str]:
    doors: list[TelegramDoor] = []
    async with web_server(doors) as address:
        webhook: Json = {"telegram_mode": "webhook", "public_url": f"{address}/", "telegram_webhook_secret": SECRET}
        async with open_door(telegram, conversation, **webhook) as door:
            doors.append(door)
            await until(lambda: door.state is DoorState.LISTENING)
            yield address


async def test_updates_also_come_in_by_webhook(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_webhook(telegram, conversation) as address:
        assert telegram.webhook()["url"] == f"{address}/telegram"
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
    assert telegram.calls("getUpdates") == []


async def test_what_waited_before_there_was_a_webhook_comes_too(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    telegram.says(ANNA, "hoi")
    async with open_webhook(telegram, conversation):
        await awaits(telegram, ANNA, "Je zei: hoi")


async def test_what_the_webhook_could_not_store_is_delivered_again(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    tries: list[Incoming] = []

    def fail_once(incoming: Incoming) -> None:
        tries.append(incoming)
        if len(tries) == 1:
            raise OSError("the store is away")

    conversation.on_accept = fail_once
    async with open_webhook(telegram, conversation):
        telegram.says(ANNA, "hoi")
        await awaits(telegram, ANNA, "Je zei: hoi")
    assert telegram.webhook()["last_error_message"] == "Wrong response from the webhook: 503"
    assert len(telegram.messages(ANNA)) == 1


async def test_nobody_else_can_post_to_the_webhook(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    def forge(address: str, headers: dict[str, str]) -> int:
        body = b'{"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1001, "type": "private"}, "text": "wis alles"}}'
        try:
            urllib.request.urlopen(urllib.request.Request(f"{address}/telegram", body, headers), timeout=10)  # noqa: S310
        except urllib.error.HTTPError as error:
            return error.code
        return 200

    async with open_webhook(telegram, conversation) as address:
        assert await anyio.to_thread.run_sync(forge, address, {}) == 401
        assert await anyio.to_thread.run_sync(forge, address, {"X-Telegram-Bot-Api-Secret-Token": "geraden"}) == 401
    assert conversation.accepted == []


async def test_going_back_to_polling_takes_the_webhook_away(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    async with open_webhook(telegram, conversation):
        pass
    telegram.state.webhook["url"] = "http://127.0.0.1:9/telegram"
    telegram.says(ANNA, "hoi")
    async with open_door(telegram, conversation):
        await awaits(telegram, ANNA, "Je zei: hoi")
    assert telegram.webhook()["url"] == ""


async def test_a_webhook_that_telegram_refuses_gives_one_clear_line(telegram: FakeTelegram, conversation: ConversationTwin) -> None:
    telegram.fails("refused", method="setWebhook")
    webhook: Json = {"telegram_mode": "webhook", "public_url": "http://duwtje.example", "telegram_webhook_secret": SECRET}
    with capture_logs() as logs:
        async with open_door(telegram, conversation, **webhook) as door:
            await until(lambda: door.state is DoorState.REFUSED)
    assert len(logs) == 1
    assert "PUBLIC_URL" in logs[0]["event"]
