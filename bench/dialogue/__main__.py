"""Measures our assistant beside a stock Rasa project with the same content: ``python -m bench.dialogue``.

The first run trains the stock model, which takes half an hour of processor time; it is kept in the home folder until the content changes.
``--stock-as-it-is`` measures beside the one that is there, whatever it learned from; the numbers and the page say what that was.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.dialogue.measuring import USERS, Measured, measure_once, profile
from bench.dialogue.page import write_page
from bench.dialogue.people import everybody
from bench.dialogue.sides import ours, stock
from bench.dialogue.training import Training, train_ours, train_stock
from bench.report import Row, as_table, write
from bot.settings import load_settings


def main() -> None:
    """Train, serve, load, profile; write the numbers and the page about them."""
    given = load_settings().home.resolve()
    kept = given / "bench"
    print("training ...", file=sys.stderr)
    trainings = train_ours(given), train_stock(kept, as_it_is="--stock-as-it-is" in sys.argv)
    with tempfile.TemporaryDirectory(prefix="bench-dialogue-") as made:
        folder = Path(made)
        (folder / "home").mkdir()
        duwtje, rasa = measure_both(given, kept / trainings[1].model, folder)
    rows = rows_of(duwtje, rasa, *trainings)
    print(as_table(rows))
    write("dialogue", rows, note=trainings[1].content)
    write_page(rows, trainings[1].content)


def measure_both(given: Path, stock_model: Path, folder: Path) -> tuple[Measured, Measured]:
    """Return what our side and the stock side did. Ours comes before and after, so that both meet the same machine."""
    duwtje, rasa = ours(given, folder / "ours.db"), stock(stock_model, folder / "stock.db")
    results = {duwtje.name: Measured(), rasa.name: Measured()}
    with everybody(folder / "home") as people:
        for side in (duwtje, rasa, duwtje):
            print(f"{side.name} ...", file=sys.stderr)
            measure_once(side, people, folder, results[side.name])
        for side in (duwtje, rasa):
            print(f"{side.name}, with the profiler ...", file=sys.stderr)
            profile(side, people, folder, results[side.name])
    for name, measured in results.items():
        if measured.silent:
            raise SystemExit(f"{name} left {measured.silent} messages without an answer: there is nothing to compare")
    return results[duwtje.name], results[rasa.name]


def rows_of(duwtje: Measured, rasa: Measured, trained: Training, trained_stock: Training) -> list[Row]:
    """Return every number of ours with the stock number as its baseline."""
    rows = []
    for users in USERS:
        talking = f"{users} user{'s' if users > 1 else ''}"
        for part in (50, 95, 99):
            rows.append(Row(f"{talking}, p{part}", duwtje.milliseconds(users, part), "ms", rasa.milliseconds(users, part)))
        rows.append(Row(f"{talking}, throughput", duwtje.per_second(users), "messages/s", rasa.per_second(users)))
        rows.append(Row(f"{talking}, processor time of Rasa", median(duwtje.cpu[users]), "ms/message", median(rasa.cpu[users])))
    rows += [
        Row("memory of Rasa under load", max(duwtje.megabytes), "MB", max(rasa.megabytes)),
        Row("start to first answer", median(duwtje.starts), "s", median(rasa.starts)),
    ]
    if trained.processor_seconds and trained_stock.processor_seconds:
        rows.append(Row("training, processor time", trained.processor_seconds, "s", trained_stock.processor_seconds))
    return rows + [Row(f"profile: {part}", spent, "ms/message", rasa.shares[part]) for part, spent in duwtje.shares.items()]


if __name__ == "__main__":
    main()
