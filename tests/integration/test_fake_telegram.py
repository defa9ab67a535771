"""The fake must behave as the real Bot API, also for somebody who uses it from another process."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fakes.telegram_api import FakeTelegram


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


def post(url: str, /, **parameters: object) -> tuple[int, Any]:
    request = urllib.request.Request(url, json.dumps(parameters).encode(), {"Content-Type": "application/json"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def call(telegram: FakeTelegram, method: str, **parameters: object) -> tuple[int, Any]:
    return post(f"{telegram.url}/bot{telegram.token}/{method}", **parameters)


def control(telegram: FakeTelegram, name: str, **parameters: object) -> tuple[int, Any]:
    return post(f"{telegram.url}/control/{name}", **parameters)


def test_updates_wait_until_a_higher_offset_is_asked_for(telegram: FakeTelegram) -> None:
    first, second = telegram.says(1001, "een"), telegram.says(1001, "twee")
    for _ in range(2):
        assert [update["update_id"] for update in call(telegram, "getUpdates")[1]["result"]] == [first, second]
    assert [update["update_id"] for update in call(telegram, "getUpdates", offset=second)[1]["result"]] == [second]
    assert call(telegram, "getUpdates", offset=second + 1)[1]["result"] == []


def test_a_long_poll_ends_when_something_is_said(telegram: FakeTelegram) -> None:
    speaker = threading.Thread(target=lambda: telegram.until(lambda: telegram.state.polls) and telegram.says(1001, "hoi"))
    speaker.start()
    updates = call(telegram, "getUpdates", timeout=30)[1]["result"]
    speaker.join()
    assert updates[0]["message"]["text"] == "hoi"


def test_only_the_wanted_kinds_of_updates_come(telegram: FakeTelegram) -> None:
    call(telegram, "getUpdates", allowed_updates=["message"])
    telegram.says(1001, "hoi")
    telegram.edits(1001, "hallo")
    telegram.blocks(1001)
    assert len(call(telegram, "getUpdates")[1]["result"]) == 1


def test_a_second_poll_ends_the_first(telegram: FakeTelegram) -> None:
    results: list[int] = []
    first = threading.Thread(target=lambda: results.append(call(telegram, "getUpdates", timeout=30)[0]))
    first.start()
    telegram.until(lambda: telegram.state.polls)
    assert call(telegram, "getUpdates")[0] == 200
    first.join()
    assert results == [409]


def test_polling_is_refused_while_there_is_a_webhook(telegram: FakeTelegram) -> None:
    call(telegram, "setWebhook", url="http://127.0.0.1:9/telegram")
    assert call(telegram, "getUpdates")[0] == 409
    assert call(telegram, "getWebhookInfo")[1]["result"]["url"] == "http://127.0.0.1:9/telegram"
    call(telegram, "deleteWebhook")
    assert call(telegram, "getUpdates")[0] == 200


@pytest.mark.parametrize(
    ("parameters", "status", "description"),
    [
        ({"chat_id": 1001, "text": " "}, 400, "Bad Request: message text is empty"),
        ({"chat_id": 1001, "text": "x" * 4097}, 400, "Bad Request: message is too long"),
        ({"chat_id": 1001, "text": "😀" * 2049}, 400, "Bad Request: message is too long"),
        ({"chat_id": 5, "text": "hoi"}, 400, "Bad Request: chat not found"),
        ({"chat_id": 1002, "text": "hoi"}, 403, "Forbidden: bot was blocked by the user"),
    ],
)
def test_messages_are_refused_in_telegrams_own_words(
    telegram: FakeTelegram, parameters: dict[str, Any], status: int, description: str
) -> None:
    telegram.says(1001, "hoi")
    telegram.blocks(1002)
    assert call(telegram, "sendMessage", **parameters) == (status, {"ok": False, "error_code": status, "description": description})
    assert telegram.calls("sendMessage")[0].status == status


def test_trouble_comes_where_and_as_often_as_planned(telegram: FakeTelegram) -> None:
    telegram.says(1001, "hoi")
    telegram.says(1002, "hoi")
    telegram.fails("too_many", chat=1001, times=2, after=1, retry_after=7)
    statuses = [call(telegram, "sendMessage", chat_id=chat, text="x")[0] for chat in (1001, 1002, 1001, 1001, 1001)]
    assert statuses == [200, 200, 429, 429, 200]


def test_a_press_can_be_answered_only_once(telegram: FakeTelegram) -> None:
    telegram.says(1001, "hoi")
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "k1"}]]}
    call(telegram, "sendMessage", chat_id=1001, text="Wil je?", reply_markup=keyboard)
    telegram.presses(1001, "Ja")
    query = call(telegram, "getUpdates")[1]["result"][-1]["callback_query"]
    assert query["data"] == "k1"
    assert call(telegram, "answerCallbackQuery", callback_query_id=query["id"])[0] == 200
    assert call(telegram, "answerCallbackQuery", callback_query_id=query["id"])[0] == 400


def test_editing_nothing_is_refused(telegram: FakeTelegram) -> None:
    telegram.says(1001, "hoi")
    message = call(telegram, "sendMessage", chat_id=1001, text="Hoi")[1]["result"]["message_id"]
    assert call(telegram, "editMessageText", chat_id=1001, message_id=message, text="Dag")[0] == 200
    assert call(telegram, "editMessageText", chat_id=1001, message_id=message, text="Dag")[0] == 400
    assert call(telegram, "editMessageReplyMarkup", chat_id=1001, message_id=99)[0] == 400


def test_somebody_in_another_process_can_do_everything_too(telegram: FakeTelegram) -> None:
    assert control(telegram, "says", chat=1001, text="hoi")[0] == 200
    call(telegram, "sendMessage", chat_id=1001, text="Hoi!", reply_markup={"inline_keyboard": [[{"text": "Ja", "callback_data": "k"}]]})
    assert control(telegram, "awaits", chat=1001, text="Hoi")[1]["result"]["text"] == "Hoi!"
    assert control(telegram, "presses", chat=1001, title="Ja")[0] == 200
    assert control(telegram, "fails", kind="broken", chat=1001)[0] == 200
    assert call(telegram, "sendMessage", chat_id=1001, text="x")[0] == 500
    assert [seen["status"] for seen in control(telegram, "calls", method="sendMessage")[1]["result"]] == [200, 500]
    assert control(telegram, "blocks", chat=1001)[0] == 200
    assert [next(iter(update.keys() - {"update_id"})) for update in call(telegram, "getUpdates")[1]["result"]] == [
        "message",
        "callback_query",
        "my_chat_member",
    ]


@pytest.mark.parametrize(
    ("name", "parameters", "status"), [("state", {}, 404), ("says", {"chat": 1}, 400), ("presses", {"chat": 1, "title": "?"}, 400)]
)
def test_a_wrong_control_call_is_explained(telegram: FakeTelegram, name: str, parameters: dict[str, Any], status: int) -> None:
    assert control(telegram, name, **parameters)[0] == status


def test_a_wrong_token_or_method_is_refused(telegram: FakeTelegram) -> None:
    assert post(f"{telegram.url}/bot1:x/getMe")[0] == 401
    assert call(telegram, "sendPhoto")[0] == 404
