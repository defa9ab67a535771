"""python -m tests.dialogues.other_hands [SEED …]: have every conversation with slips that no test has seen, and tell which hold.

The tests type with one seed, for a test has to give the same answer every day; this tells what that seed is worth.
"""

import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bot.errors import DuwtjeError
from tests.dialogues.hands import exact_words, slips
from tests.dialogues.responses import read
from tests.dialogues.stage import Stage, stage
from tests.dialogues.talk import Talk
from tests.dialogues.test_conversations import CONVERSATIONS, excused

SEEDS = ("een", "twee", "drie")


def goes_wrong(running: Stage, path: Path, seed: str) -> str | None:
    """Return at what a conversation goes otherwise when it is typed with the slips of ``seed``; None when it goes as written."""
    written = read(path)
    talk = Talk(running, partial(slips, exact=exact_words(written), seed=seed))
    try:
        talk.go(written)
    except (AssertionError, DuwtjeError) as wrong:
        return str(wrong).splitlines()[0]
    return None


def main(seeds: Sequence[str]) -> None:
    """Have them all, once for each seed."""
    conversations = [path for path in CONVERSATIONS if "typos" not in excused(path)]
    with tempfile.TemporaryDirectory() as home, stage(Path(home)) as running:
        for seed in seeds:
            wrong = {path: why for path in conversations if (why := goes_wrong(running, path, seed))}
            held = len(conversations) - len(wrong)
            print(f"{seed}: {held} of {len(conversations)} hold ({held / len(conversations):.1%})")  # a tool for the terminal
            for path, why in wrong.items():
                print(f"  {path.parent.name}/{path.stem}: {why}")


if __name__ == "__main__":
    main(sys.argv[1:] or SEEDS)
