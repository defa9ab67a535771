"""The engine's seal and the product's are one form, in two environments."""

import pytest

from bot.errors import ConfigurationError
from bot.store.database.sealing import CONVERSATIONS, Sealer
from tests.engine.conftest import Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

TEXTS = ["", "iets met hout", '{"text": "é 🪵"}', "2: van hout"]


def test_what_the_engine_sealed_the_product_opens_with_the_key_of_conversations_only(run_in_engine: Run) -> None:
    for text, sealed in zip(
        TEXTS, run_in_engine(f"from sealing import Sealer\nresult = [Sealer('a').seal(each) for each in {TEXTS}]"), strict=True
    ):
        assert Sealer("a", CONVERSATIONS).open(sealed) == text
        for other in (Sealer("a"), Sealer("b", CONVERSATIONS)):
            with pytest.raises(ConfigurationError):
                other.open(sealed)


def test_what_was_changed_or_sealed_for_something_else_does_not_open_and_plain_text_stays_as_it_is(run_in_engine: Run) -> None:
    code = """
from sealing import Sealer, SealError
def opened(text):
    try:
        return Sealer("a").open(text)
    except SealError:
        return None
result = [opened(text) for text in TEXTS]
"""
    good = Sealer("a", CONVERSATIONS).seal("een zin van hout")
    changed = good[:20] + ("B" if good[20] == "A" else "A") + good[21:]
    given = [good, '{"event": "user"}', changed, Sealer("a").seal("x"), "2:", "2:AAAA", "2:geen base64", "2:é"]
    assert run_in_engine(code.replace("TEXTS", repr(given))) == ["een zin van hout", '{"event": "user"}', *6 * [None]]
