"""Which content both sides learn from."""

import hashlib

from bench.dialogue.sides import STOCK
from bench.seals import Seal
from bot.settings import ROOT

CONTENT = ("domain.yml", "data")


def fingerprint() -> str:
    """Return the SHA-256 of the stock pipeline and everything both sides learn from, as it is now."""
    digest = hashlib.sha256((STOCK / "config.yml").read_bytes())
    for path in sorted(each for name in CONTENT for each in [ROOT / name, *(ROOT / name).rglob("*.yml")] if each.is_file()):
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def told(stock: Seal | None, now: str) -> str:
    """Return for a page which content the stock side had, beside the content ``now``."""
    if stock is None:
        return "which content the stock model learned from is not known"
    if stock.fingerprint == now:
        return f"both learned from the same content ({now[:12]})"
    return f"the stock model learned from OTHER content ({stock.fingerprint[:12]}, trained {stock.trained_on}) than ours ({now[:12]})"
