"""Serves ours as engine/serve.py does, but for some patches, in the engine's environment: ``without.py PATCH …``."""

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def leave_out(names: Sequence[str]) -> None:
    """Take patches out of those that are applied."""
    from engine import patches

    for group in ("BEFORE_IMPORT", "AFTER_IMPORT"):
        setattr(patches, group, tuple(each for each in getattr(patches, group) if each not in names))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "engine"), str(ROOT)]
    import serve

    leave_out(sys.argv[1:])
    serve.main()
