import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.dialogue.ports import RasaReply
from bot.dialogue.rasa import RasaClient
from bot.errors import EngineUnavailable
from bot.messages import Button

KEY = "c_0123456789abcdef"


def client(answer: object = None, *, status: int = 200, seen: list[httpx.Request] | None = None, token: str | None = None) -> RasaClient:
    def handle(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(status, content=answer) if isinstance(answer, str) else httpx.Response(status, json=answer)

    return RasaClient("http://127.0.0.1:5005", token, httpx.MockTransport(handle))


def body(request: httpx.Request) -> dict[str, Any]:
    return json.loads(request.content)


def test_typed_text_goes_to_the_webhook_with_key_and_metadata() -> None:
    seen: list[httpx.Request] = []
    client([{"text": "Hoi"}], seen=seen, token="t").say(KEY, "iets met hout", {"open_nudge": "x"})
    assert seen[0].url == "http://127.0.0.1:5005/webhooks/rest/webhook?token=t"
    assert body(seen[0]) == {"sender": KEY, "message": "iets met hout", "metadata": {"open_nudge": "x"}}


@pytest.mark.parametrize("text", ["/restart", " /restart", "\u200b//restart"])
def test_typed_text_is_never_a_payload_even_when_somebody_forgot_to_clean_it(text: str) -> None:
    seen: list[httpx.Request] = []
    client([{"text": "Hoi"}], seen=seen).say(KEY, text)
    assert body(seen[0])["message"] == "restart"


def test_replies_come_back_with_buttons_and_effects_in_order() -> None:
    answer = [
        {"recipient_id": KEY, "text": "Kies maar", "buttons": [{"title": "Ja", "payload": "/affirm"}]},
        {"recipient_id": KEY, "custom": {"effect": "stop"}},
        {"recipient_id": KEY, "image": "https://voorbeeld.nl/x.png"},
        {"recipient_id": KEY, "custom": {"other": 1}},
        {"recipient_id": KEY, "text": "Klaar", "buttons": None},
    ]
    assert client(answer).say(KEY, "hoi") == [
        RasaReply("Kies maar", (Button("Ja", "/affirm"),)),
        RasaReply(effect="stop"),
        RasaReply("Klaar"),
    ]


def test_no_reply_is_passed_on_as_it_is() -> None:
    assert client([]).say(KEY, "hoi") == []
    assert client([]).trigger(KEY, "/leave_form") == []


@pytest.mark.parametrize("payload", ["/start_conversation", '/give_wish{"interest": "hout {en} zo"}'])
def test_a_payload_goes_as_it_is(payload: str) -> None:
    seen: list[httpx.Request] = []
    client([], seen=seen).trigger(KEY, payload)
    assert body(seen[0])["message"] == payload


@pytest.mark.parametrize("payload", ["restart", "", "/", "/Big", "/two words", "/x{", "/x{}y", "/x\n"])
def test_what_is_no_payload_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="payload"):
        client([]).trigger(KEY, payload)


@pytest.mark.parametrize("key", ["", "a b", "z\ud83dz", "x\x00", "a" * 65, "../x"])
def test_an_odd_conversation_key_never_reaches_rasa(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        client([{"text": "Hoi"}]).say(key, "hoi")


@pytest.mark.parametrize(
    "make",
    [
        lambda: client(httpx.ConnectError("refused")),
        lambda: client(httpx.ReadTimeout("slow")),
        lambda: client([], status=500),
        lambda: client([], status=401),
        lambda: client("no json"),
        lambda: client({"text": "not a list"}),
    ],
)
def test_whatever_is_wrong_with_rasa_is_one_error(make: Callable[[], RasaClient]) -> None:
    with pytest.raises(EngineUnavailable):
        make().say(KEY, "hoi")


def test_health_needs_a_model() -> None:
    assert client({"model_file": "x.tar.gz"}).health()
    assert not client({"model_file": None}).health()
    assert not client({}, status=409).health()
    assert not client([1]).health()
    assert not client("no json").health()
    assert not client(httpx.ConnectError("refused")).health()


def test_health_shows_the_token() -> None:
    seen: list[httpx.Request] = []
    client({"model_file": "x"}, seen=seen, token="t").health()
    assert seen[0].url == "http://127.0.0.1:5005/status?token=t"


def test_a_slip_is_mended_for_rasa_and_own_words_go_along() -> None:
    seen: list[httpx.Request] = []
    client([], seen=seen).say(KEY, "Nuet gelukt")
    assert body(seen[0]) == {"sender": KEY, "message": "niet gelukt", "metadata": {"typed": "Nuet gelukt"}}
