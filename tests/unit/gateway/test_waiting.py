from datetime import timedelta

import pytest
from telegram.error import InvalidToken, RetryAfter, TimedOut

from bot.errors import TokenRefused
from bot.gateway.waiting import Waits

pytestmark = pytest.mark.anyio


class Pauses(list[float]):
    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


async def test_waits_grow_up_to_half_a_minute_and_begin_again_after_success() -> None:
    pauses = Pauses()
    waits = Waits(pauses)
    for _ in range(7):
        await waits.wait_after(TimedOut())
    waits.reset()
    await waits.wait()
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 1]


@pytest.mark.parametrize("asked", [3, timedelta(seconds=3)])
async def test_telegrams_own_wait_comes_first_and_does_not_make_ours_longer(asked: int | timedelta) -> None:
    pauses = Pauses()
    waits = Waits(pauses)
    await waits.wait_after(RetryAfter(asked))
    await waits.wait()
    assert pauses == [3, 1]


async def test_no_waiting_helps_against_a_refused_token() -> None:
    pauses = Pauses()
    with pytest.raises(TokenRefused):
        await Waits(pauses).wait_after(InvalidToken())
    assert pauses == []
