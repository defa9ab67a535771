"""What counts as the same sentence."""

from pathlib import Path

import pytest

from tests.nlu.likeness import near
from tests.nlu.sentences import parse
from tests.nlu.splits import remove


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ik wil niks leren", "ik wil niks leeren!", True),
        ("overzicht van wat ik gedaan heb", "overzicht van wat ik heb gedaan", True),
        ("nee, is niet goed", "ik lees niet goed", False),
        ("wat kost de eerste", "wat kost dat eten", False),
        ("de 1e", "de 2e", False),
        ("hoi", "Hoi!", True),
    ],
)
def test_a_slip_or_another_order_makes_no_new_sentence(one: str, other: str, alike: bool) -> None:
    assert bool(list(near([parse(one, "greet")], [parse(other, "deny")]))) is alike


def test_what_is_too_like_goes_out_of_the_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "nlu.yml"
    file.write_text("nlu:\n- intent: give_wish\n  examples: |\n    - leren [lassen](interest) graag\n    - iets met hout\n", "utf-8")
    assert remove(["leren lassen graag"], file) == 1
    assert file.read_text("utf-8") == "nlu:\n- intent: give_wish\n  examples: |\n    - iets met hout\n"
