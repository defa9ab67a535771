"""Serves ours as engine/serve.py does, but for one patch, in the engine's environment: ``without.py PATCH``."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def leave_out(name: str) -> None:
    """Take a patch out of those that are applied."""
    from engine import patches

    for group in ("BEFORE_IMPORT", "AFTER_IMPORT"):
        setattr(patches, group, tuple(each for each in getattr(patches, group) if each != name))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "engine"), str(ROOT)]
    import serve

    leave_out(sys.argv[1])
    serve.main()
