import anyio
import pytest

from bot.gateway.errands import Errands

pytestmark = pytest.mark.anyio


async def test_an_errand_that_fails_bothers_nobody() -> None:
    done: list[int] = []

    async def fails() -> None:
        raise OSError

    async def works() -> None:
        done.append(1)

    errands = Errands()
    errands.start(fails())
    errands.start(works())
    await errands.finish(within=5)
    assert done == [1]


async def test_finishing_without_errands_is_immediate() -> None:
    await Errands().finish(within=5)


async def test_what_takes_too_long_is_cancelled() -> None:
    cancelled: list[int] = []

    async def waits() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            cancelled.append(1)

    errands = Errands()
    errands.start(waits())
    await errands.finish(within=0.05)
    assert cancelled == [1]
