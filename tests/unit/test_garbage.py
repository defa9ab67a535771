import gc
from collections.abc import Iterator

import pytest

from bot.garbage import spare_what_stays


@pytest.fixture(autouse=True)
def garbage_as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_is_in_memory_is_spared_and_what_comes_later_is_not() -> None:
    before = gc.get_freeze_count()
    spare_what_stays()
    later = [object()]
    assert gc.get_freeze_count() > before
    assert any(one is later for one in gc.get_objects())


def test_a_batch_is_over_before_garbage_is_looked_for_and_it_is_looked_for_in_the_end() -> None:
    spare_what_stays()
    first, *others = gc.get_threshold()
    assert 10_000 < first < 1_000_000
    assert others == [10, 10]
