import json

import pytest

from bot.gateway.line import RawUpdate
from bot.gateway.webhook import LARGEST_UPDATE, Webhook

pytestmark = pytest.mark.anyio
UPDATE = json.dumps({"update_id": 7, "message": {}}).encode()


class Receiver:
    def __init__(self, error: Exception | None = None) -> None:
        self.received: list[RawUpdate] = []
        self.error = error

    async def __call__(self, update: RawUpdate) -> None:
        if self.error:
            raise self.error
        self.received.append(update)


async def test_an_update_with_the_secret_is_taken_in() -> None:
    receiver = Receiver()
    assert await Webhook("geheim", receiver).handle(UPDATE, "geheim") == 200
    assert receiver.received == [{"update_id": 7, "message": {}}]


@pytest.mark.parametrize("secret", [None, "", "Geheim", "geheim ", "geheim\udcff", "gehéim"])
async def test_without_the_secret_nothing_is_taken_in(secret: str | None) -> None:
    receiver = Receiver()
    assert await Webhook("geheim", receiver).handle(UPDATE, secret) == 401
    assert receiver.received == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "7"}', b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_refused(body: bytes) -> None:
    receiver = Receiver()
    assert await Webhook("geheim", receiver).handle(body, "geheim") == 400
    assert receiver.received == []


async def test_something_huge_is_refused() -> None:
    assert await Webhook("geheim", Receiver()).handle(b" " * LARGEST_UPDATE + UPDATE, "geheim") == 413


async def test_an_update_that_cannot_be_stored_is_asked_for_again() -> None:
    assert await Webhook("geheim", Receiver(OSError("weg"))).handle(UPDATE, "geheim") == 503
