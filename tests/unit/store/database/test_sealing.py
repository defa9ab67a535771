import pytest

from bot.errors import ConfigurationError
from bot.store.database.sealing import Sealer


def test_sealed_text_opens_again() -> None:
    sealer = Sealer("secret")
    assert sealer.open(sealer.seal("iets met hout")) == "iets met hout"


def test_sealed_text_does_not_show_what_was_sealed() -> None:
    assert "hout" not in Sealer("secret").seal("iets met hout")


def test_another_secret_is_refused_with_a_clear_error() -> None:
    with pytest.raises(ConfigurationError, match="DUWTJE_SECRET"):
        Sealer("other").open(Sealer("secret").seal("iets met hout"))


def test_a_name_is_stable_and_differs_per_secret() -> None:
    assert Sealer("secret").name("telegram:1") == Sealer("secret").name("telegram:1")
    assert Sealer("secret").name("telegram:1") != Sealer("other").name("telegram:1")
