"""The list of yes and no alone."""

import pytest

from tests.engine.conftest import Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

SAID = {
    "affirm": [
        "ja",
        "JAAAA",
        "jep",
        "ja hoor",
        "Ja, graag!",
        "prima",
        "is goed joh",
        "oké dan maar",
        "👍",
        "👍🏽",
        "nou vooruit dan maar",
        "waarom niet",
        "idd",
        "ja ja",
    ],
    "deny": [
        "nee",
        "neeeee",
        "doe maar niet",
        "nee joh",
        "liever niet",
        "Nee, dank u wel.",
        "laat maar zitten",
        "mwah nee",
        "👎",
        "hoeft niet hoor",
        "nou nee",
        "toch maar niet",
    ],
    None: [
        "",
        "mwah",
        "misschien",
        "ja maar niet nu",
        "nee, donderdag",
        "ja nee",
        "goed idee om te leren koken",
        "ja " * 30,
        "hoor",
        "doe maar de tweede",
        "ok wat kost het",
    ],
}


def test_a_yes_or_a_no_is_known_in_all_its_shapes_and_nothing_else_is(run_in_engine: Run) -> None:
    texts = [text for each in SAID.values() for text in each]
    found = run_in_engine(
        "from engine.components.small_answers import SmallAnswers\n"
        "known = SmallAnswers.create(SmallAnswers.get_default_config(), None, None, None)\n"
        f"result = [known.meaning(text) for text in {texts!r}]"
    )
    assert dict(zip(texts, found, strict=True)) == {text: meaning for meaning, each in SAID.items() for text in each}
