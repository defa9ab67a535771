import urllib.request

import pytest

from bot.errors import ConfigurationError
from bot.metrics import SWITCHED_ON, show_numbers


@pytest.mark.parametrize(("value", "shown"), [(1, "1.0"), (0, "0.0")])
def test_the_numbers_of_a_process_are_there_to_be_read(value: int, shown: str) -> None:
    SWITCHED_ON.set(value)
    port = show_numbers("127.0.0.1:0", "METRICS_ADDRESS")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        assert f"duwtje_nudges_switched_on {shown}" in answer.read().decode()


def test_an_address_that_cannot_be_used_says_which_setting_is_wrong() -> None:
    with pytest.raises(ConfigurationError, match="WEB_METRICS_ADDRESS"):
        show_numbers("127.0.0.1:99999", "WEB_METRICS_ADDRESS")
