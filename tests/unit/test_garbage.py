import gc

from bot.garbage import spare_what_stays


def test_what_is_in_memory_is_spared_and_what_comes_later_is_not() -> None:
    before = gc.get_freeze_count()
    try:
        spare_what_stays()
        later = [object()]
        assert gc.get_freeze_count() > before
        assert any(one is later for one in gc.get_objects())
    finally:
        gc.unfreeze()
