"""Words with a fixed meaning, as the product reads them."""

import ast
from collections.abc import Mapping

import pytest

from tests.nlu.sentences import ROOT
from tests.nlu.splits import examples, held_out
from tests.nlu.told import READERS, Told, told

FIXED_WORDS = [
    ("zoek een cursus in den haag", "place", "Den Haag"),
    ("ik woon in 's-hertogenbosch", "place", "'s-Hertogenbosch"),
    ("iets in Capelle aan den IJssel graag", "place", "Capelle aan den IJssel"),
    ("les bij 3065", "place", "Rotterdam"),
    ("dicht bij mijn huis 5014", "place", "Tilburg"),
    ("is er iets in houten", "place", "Houten"),
    ("iets met houten meubels", "place", None),
    ("iets met dieren", "place", None),
    ("dat is heel leuk, het best", "place", None),
    ("een oldtimer uit 1978", "place", None),
    ("het kost 1500 euro", "place", None),
    ("de twede", "ordinal", 2),
    ("doe nummer 3 maar", "ordinal", 3),
    ("doe nr drie maar", "ordinal", 3),
    ("de laatste graag", "ordinal", -1),
    ("de laatstgenoemde, alstublieft", "ordinal", -1),
    ("dat kost 2 euro", "ordinal", None),
    ("ik heb 10 minuten", "time", 10),
    ("halfuurtje kan wel", "time", 30),
    ("max € 45", "price", 45),
    ("liefst gratis", "price", 0),
    ("doe maar 1x per maand", "frequency", 30),
    ("ik wil het om de week", "frequency", 14),
]
FLOORS = {"frequency": 0.75, "ordinal": 0.85, "place": 0.8, "price": 0.85, "time": 0.4}
"""A little under docs/reference/nlu.md. Of the times many are weeks, which is not how long somebody has."""


@pytest.fixture(scope="module")
def read() -> Mapping[str, Told]:
    return told(held_out())


@pytest.mark.parametrize(("text", "kind", "value"), FIXED_WORDS)
def test_a_word_with_a_fixed_meaning_is_read(text: str, kind: str, value: object) -> None:
    assert READERS[kind](text) == value


@pytest.mark.parametrize("kind", READERS)
def test_most_of_what_people_tell_is_read_with_a_sentence_around_it(read: Mapping[str, Told], kind: str) -> None:
    assert read[kind].recall >= FLOORS[kind]


def test_nothing_is_learned_that_no_action_reads() -> None:
    learned = {kind for each in examples() for kind, _, _ in each.entities}
    assert learned - _read_by_actions() == set()
    assert learned.isdisjoint(READERS)


def _read_by_actions() -> set[str]:
    calls = (node for path in (ROOT / "actions").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("spans", "entity")
        and isinstance(call.args[0], ast.Constant)
    }
