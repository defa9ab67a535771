import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigurationError
from bot.store.database.sealing import Sealer

OF_BEFORE = "gAAAAABrAxOFJHsP2trK6e2udHlaYuDTmnQx8vH-mAYWCBoyXmR11FLgMuASa7aXbLsoLe2ksteDxd576YD6s_MFubLU2eFBxw=="
"""What the version that sealed with Fernet made of "iets met hout"."""


@given(st.text())
def test_sealed_text_opens_again(text: str) -> None:
    assert Sealer("secret").open(Sealer("secret").seal(text)) == text


def test_what_was_sealed_with_fernet_still_opens() -> None:
    assert Sealer("secret").open(OF_BEFORE) == "iets met hout"


def test_sealed_text_does_not_show_what_was_sealed() -> None:
    sealed = Sealer("secret").seal("iets met hout")
    assert "hout" not in sealed
    assert b"hout" not in base64.b64decode(sealed[2:])


def test_the_same_text_is_never_sealed_the_same_way() -> None:
    sealer = Sealer("secret")
    assert len({sealer.seal("ja") for _ in range(100)}) == 100


@pytest.mark.parametrize("sealed", [OF_BEFORE, Sealer("secret").seal("iets met hout")], ids=["of before", "of now"])
def test_another_secret_is_refused_with_a_clear_error(sealed: str) -> None:
    with pytest.raises(ConfigurationError, match="DUWTJE_SECRET"):
        Sealer("other").open(sealed)


@pytest.mark.parametrize("place", [2, 20, -1])
def test_sealed_text_that_was_changed_does_not_open(place: int) -> None:
    letters = list(Sealer("secret").seal("een zin van veertig letters, precies zo!"))
    letters[place] = "B" if letters[place] == "A" else "A"
    with pytest.raises(ConfigurationError):
        Sealer("secret").open("".join(letters))


@pytest.mark.parametrize("text", ["", "2:", "2:AAAA", "2:geen base64", "iets met hout", "2:" + 40 * "é"])
def test_what_was_never_sealed_does_not_open(text: str) -> None:
    with pytest.raises(ConfigurationError):
        Sealer("secret").open(text)


def test_a_name_is_stable_and_differs_per_secret() -> None:
    assert Sealer("secret").name("telegram:1") == Sealer("secret").name("telegram:1")
    assert Sealer("secret").name("telegram:1") != Sealer("other").name("telegram:1")
    assert re.fullmatch("[0-9a-f]{64}", Sealer("secret").name("telegram:1"))
