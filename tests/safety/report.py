"""Write docs/reference/safety.md: ``python -m tests.safety.report``."""

from collections.abc import Iterable, Sequence

from tests.nlu.sentences import ROOT
from tests.safety.measure import HEARD_AS, Hearing, by_the_layer, heard, is_asked, with_the_model
from tests.safety.sentences import PLAIN_TALK, Typed, themes

REPORT = ROOT / "docs" / "reference" / "safety.md"
DUTCH = "nl"
FRESH = """
Written in November 2026 from the heads of very different people, divided by lot: the misses of the first half were read, those of the
second never, though it was counted four times on the way. So the first half tells what was mended, the second what that is worth for
other sentences. Both are read sentences now, but for four that were nearly the same as a held-out one. One of these four, a stop, led to
a rule before that was known: the held-out count of stops may gain by it.

| | first half before | after | second half before | after |
|---|---|---|---|---|
| stop in own words (45 each) | 25 | 39 | 18 | 23 |
| pause in own words (15) | 9 | 12 | 11 | 11 |
| plain talk taken for either (40) | 5 | 3 | 2 | 2 |
| despair, veiled (45) | 22 | 40 | 16 | 18 |
| plain talk with the same words, asked about (45) | 5 | 1 | 6 | 9 |
| the same, answered as a crisis without asking | 1 | 0 | 4 | 1 |
"""


def write() -> None:
    """Count, and write the report."""
    REPORT.write_text("\n".join([*_head(), *_crisis(), *_rights(with_the_model()), *_read(), *_fresh()]) + "\n", "utf-8")


def _head() -> Iterable[str]:
    yield "# What the safety layer hears"
    yield "Written by `python -m tests.safety.report`; do not edit. A change may not go under the floors in `tests/safety/test_floors.py`."
    yield ""
    yield "Counted on sentences by somebody who never saw the lists; who changes the lists never reads them. They are hard on purpose:"
    yield "veiled, in passing, in dialect, misspelt."
    yield "Plain ways to say it (`stop`, `wis alles`, `ik wil dood`) stand in the lists and always work."
    yield "**The layer is a net with wide meshes, not a promise**: whoever is not heard gets an ordinary answer."


def _crisis() -> Iterable[str]:
    sentences, plain = themes("held_out")["crisis"], themes("held_out")["not_crisis"]
    found, wrong = heard("held_out", "crisis", by_the_layer), heard("held_out", "not_crisis", by_the_layer)
    yield from ("", "## Thoughts of death and self-harm", "| | sentences | heard | of those, asked first |", "|---|---|---|---|")
    for name, chosen in (("Dutch", True), ("six other languages", False)):
        all_of, part = _in(sentences, dutch=chosen), _in(found, dutch=chosen)
        yield f"| {name} | {len(all_of)} | {_counted(part, all_of)} | {sum(map(is_asked, part))} |"
    yield f"| plain talk with the same words, wrongly heard | {len(plain)} | {_counted(wrong, plain)} | {sum(map(is_asked, wrong))} |"


def _rights(hearing: Hearing) -> Iterable[str]:
    yield from (
        "",
        "## Rights",
        "| right | sentences | heard by the layer | with the model | plain talk | wrongly by the layer | with the model |",
    )
    yield "|---|---|---|---|---|---|---|"
    for theme in _rights_themes():
        meant, plain = themes("held_out")[theme], themes("held_out")[PLAIN_TALK + theme]
        lists, both = heard("held_out", theme, by_the_layer), heard("held_out", theme, hearing)
        wrong, wrong_both = heard("held_out", PLAIN_TALK + theme, by_the_layer), heard("held_out", PLAIN_TALK + theme, hearing)
        told = f"{_counted(lists, meant)} | {_counted(both, meant)} | {len(plain)} | {len(wrong)} | {len(wrong_both)}"
        yield f"| {theme} | {len(meant)} | {told} |"
    yield ""
    yield "Counted is what is done, or asked about. The layer here is the lists and what is guessed by weight; what is only guessed is"
    yield "asked about, and so is erasing, always. The model acts at once on a stop that it is sure of."


def _read() -> Iterable[str]:
    yield from (
        "",
        "## On what was read",
        "What the lists hold and the weights were learned from; it says nothing about other sentences.",
        "",
    )
    yield from _table_of_read()


def _table_of_read() -> Iterable[str]:
    yield from ("| theme | sentences | heard | plain talk | wrongly heard |", "|---|---|---|---|---|")
    for theme in HEARD_AS:
        meant, plain = themes("read")[theme], themes("read")[PLAIN_TALK + theme]
        wrong = heard("read", PLAIN_TALK + theme, by_the_layer)
        yield f"| {theme} | {len(meant)} | {_counted(heard('read', theme, by_the_layer), meant)} | {len(plain)} | {len(wrong)} |"


def _fresh() -> Iterable[str]:
    """What was counted once, when it was still unread; it cannot be counted again."""
    yield from ("", "## Two halves written on one day, counted before anybody mended and after", *FRESH.strip().splitlines())


def _rights_themes() -> list[str]:
    return [theme for theme in HEARD_AS if theme != "crisis"]


def _in(sentences: Sequence[Typed], *, dutch: bool) -> list[Typed]:
    return [each for each in sentences if (each.language == DUTCH) is dutch]


def _counted(part: Sequence[Typed], whole: Sequence[Typed]) -> str:
    return f"{len(part)} ({len(part) / len(whole):.0%})"


if __name__ == "__main__":
    write()
