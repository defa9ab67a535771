import pytest

from bot.language.saying.figures import percent, points


@pytest.mark.parametrize(("share", "written"), [(0.1, "10,0%"), (0.12345, "12,3%"), (1.0, "100,0%"), (0.0, "0,0%")])
def test_a_share_is_written_with_a_comma(share: float, written: str) -> None:
    assert percent(share) == written


@pytest.mark.parametrize(("difference", "written"), [(0.025, "+2,5"), (-0.1, "-10,0"), (0.0, "+0,0")])
def test_a_difference_has_its_sign(difference: float, written: str) -> None:
    assert points(difference) == written
