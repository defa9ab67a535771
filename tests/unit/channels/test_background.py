import asyncio
import threading
from concurrent.futures import CancelledError

import pytest

from bot.channels.background import BackgroundLoop


async def _double(number: int) -> int:
    await asyncio.sleep(0)
    return number * 2


def test_the_result_comes_back() -> None:
    loop = BackgroundLoop("proef")
    assert loop.run(_double(21)) == 42
    loop.close()


def test_several_threads_may_use_it_at_once() -> None:
    loop = BackgroundLoop("proef")
    results: list[int] = []
    threads = [threading.Thread(target=lambda number=number: results.append(loop.run(_double(number)))) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [number * 2 for number in range(20)]
    loop.close()


def test_an_error_comes_back_too() -> None:
    async def fails() -> None:
        raise KeyError("weg")

    loop = BackgroundLoop("proef")
    with pytest.raises(KeyError, match="weg"):
        loop.run(fails())
    loop.close()


def test_closing_frees_whoever_waits() -> None:
    loop = BackgroundLoop("proef")
    started = threading.Event()
    seen: list[BaseException] = []

    async def waits_forever() -> None:
        started.set()
        await asyncio.Event().wait()

    def caller() -> None:
        try:
            loop.run(waits_forever())
        except CancelledError as error:
            seen.append(error)

    thread = threading.Thread(target=caller)
    thread.start()
    started.wait()
    loop.close()
    thread.join(30)
    assert not thread.is_alive()
    assert len(seen) == 1
