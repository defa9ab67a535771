"""What each patch of Rasa's inside is worth: ``python -m bench.dialogue.patches``, a few minutes.

Ours is served with all of them, and then once more without each. What speed is not their reason is left out of the measuring.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.dialogue.load import put_load
from bench.dialogue.people import People, everybody
from bench.dialogue.sides import Side, ours, serving
from bench.report import Row, as_table, write
from bot.settings import ROOT, load_settings

PATCHES = ROOT / "engine" / "patches"
NOT_FOR_SPEED: Mapping[str, str] = {
    "honest_store": "says so when the database does not answer",
    "handled_once": "a message that comes twice is handled once",
    "shared_door": "several Rasa processes listen at one door",
}
WITH: Mapping[str, str] = {"plain_runner": "left_out"}
"""A patch that another one needs: dask, which runs the graph without it, is left out at the start. They are left out together."""
ALL = "with all of them"
CONVERSATIONS, WARM, ROUNDS = 8, 2, 2
PAGE = ROOT / "docs" / "reference" / "patches.md"


@dataclass(frozen=True)
class Worth:
    """What a way of serving takes."""

    milliseconds: float
    """Processor time of Rasa for a message."""
    start: float
    """Processor time until its first answer, in seconds."""
    megabytes: float


def main() -> None:
    """Measure, and write the numbers and the page."""
    with tempfile.TemporaryDirectory(prefix="bench-patches-") as made:
        folder = Path(made)
        (folder / "home").mkdir()
        worths = {name: best(each) for name, each in _measured(folder)}
    rows = rows_of(worths)
    print(as_table(rows))
    write("patches", rows, note="value: without the patch; baseline: with all of them")
    PAGE.write_text(as_page(worths), "utf-8")


def patches() -> list[str]:
    """Return the patches whose reason is speed or memory, by name."""
    names = (path.stem for path in PATCHES.glob("*.py"))
    return sorted(name for name in names if name != "__init__" and name not in NOT_FOR_SPEED)


def best(measured: Sequence[Worth]) -> Worth:
    """Return the least of each number: what else the machine does only adds."""
    return Worth(*(min(getattr(each, name) for each in measured) for name in Worth.__dataclass_fields__))


def rows_of(worths: Mapping[str, Worth]) -> list[Row]:
    """Return each number without a patch beside that with all of them."""
    return list(_rows(worths))


def as_page(worths: Mapping[str, Worth]) -> str:
    """Return the table for people."""
    whole = worths[ALL]
    lines = [
        "# What each patch of Rasa is worth",
        "Written by `python -m bench.dialogue.patches`; do not edit. More than with all of them, when only this one is left out.",
        "Most save a little; together they make the difference in [dialogue-speed.md](dialogue-speed.md).",
        f"With all of them: {whole.milliseconds:.1f} ms of processor time for a message, {whole.start:.1f} s of it until the first answer,"
        f" {whole.megabytes:.0f} MB.",
        "",
        "| without | processor time of a message | until the first answer | memory |",
        "|---|---|---|---|",
    ]
    for name, each in sorted(worths.items(), key=lambda one: -one[1].milliseconds):
        if name != ALL:
            more = f"{each.milliseconds - whole.milliseconds:+.1f} ms | {each.start - whole.start:+.1f} s"
            named = " and ".join(f"`{one}`" for one in _left_out(name))
            lines.append(f"| {named} | {more} | {each.megabytes - whole.megabytes:+.0f} MB |")
    lines += ["", "Not for speed, so not measured:", *(f"- `{name}`: {reason}" for name, reason in NOT_FOR_SPEED.items())]
    return "\n".join(lines) + "\n"


def _rows(worths: Mapping[str, Worth]) -> Iterator[Row]:
    whole = worths[ALL]
    for name, each in worths.items():
        for unit, value, baseline in (
            ("processor ms a message", each.milliseconds, whole.milliseconds),
            ("processor s until the first answer", each.start, whole.start),
            ("MB", each.megabytes, whole.megabytes),
        ):
            yield Row(f"without {name}" if name != ALL else name, round(value, 2), unit, round(baseline, 2))


def _measured(folder: Path) -> Iterator[tuple[str, list[Worth]]]:
    whole = ours(load_settings().home.resolve(), folder / "rasa.db")
    with everybody(folder / "home") as people:
        for name in [ALL, *patches()]:
            print(f"{name} ...", file=sys.stderr)
            side = whole if name == ALL else replace(whole, serve=["bench/dialogue/without.py", *_left_out(name)])
            yield name, [_once(side, people, folder) for _ in range(ROUNDS)]


def _left_out(name: str) -> list[str]:
    return [name, *([WITH[name]] if name in WITH else [])]


def _once(side: Side, people: People, folder: Path) -> Worth:
    with serving(side, people.actions_url, people.more(1)[0], folder / "rasa.log") as server:
        start = server.processor_seconds()
        put_load(server.port, people.more(WARM), 1)
        before = server.processor_seconds()
        load = put_load(server.port, people.more(CONVERSATIONS), 1)
        spent = 1000 * (server.processor_seconds() - before) / len(load.milliseconds)
        return Worth(spent, start, server.megabytes())


if __name__ == "__main__":
    main()
