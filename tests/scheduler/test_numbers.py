import urllib.request

import pytest

from bot.errors import ConfigurationError
from bot.metrics import ENDED
from scheduler.numbers import show_numbers


def test_the_numbers_are_there_to_be_read() -> None:
    ENDED.labels("allowed").inc()
    port = show_numbers("127.0.0.1:0")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        page = answer.read().decode()
    assert 'duwtje_nudges_ended_total{reason="allowed"}' in page
    assert "duwtje_lane_wait_seconds" in page


def test_an_address_that_cannot_be_used_says_which_setting_is_wrong() -> None:
    with pytest.raises(ConfigurationError, match="METRICS_ADDRESS"):
        show_numbers("127.0.0.1:99999")
