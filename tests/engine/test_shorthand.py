"""Short words are written out, whole words only."""

import pytest

from tests.engine.conftest import Run

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("laat mr", "laat maar"),
        ("stuur max 1x p mnd", "stuur max 1x per maand"),
        ("wnr krijg ik wa", "wanneer krijg ik wat"),
        ("kweet t nie", "ik weet het niet"),
        ("het kan niet in mei", "het kan niet in mei"),
        ("mrs", "mrs"),
    ],
)
def test_short_words_are_written_out(run_in_engine: Run, typed: str, meant: str) -> None:
    code = f"from engine.components.shorthand import written_out\nresult = written_out({typed!r}, 'data/shorthand.yml')"
    assert run_in_engine(code) == meant
