"""Cutting a long text into messages."""

_BREAKS = ("\n\n", "\n", ". ", "! ", "? ", " ")


def split(text: str, limit: int) -> list[str]:
    """Cut ``text`` into parts of at most ``limit`` UTF-16 units (the measure of Telegram), at the gentlest break there is.

    Returns at least one part; white space at a cut and at the ends is dropped.
    """
    text = text.strip()
    parts: list[str] = []
    while _units(text) > limit:
        head = _head(text, limit)
        at = _break_in(head)
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*parts, text] if text or not parts else parts


def _units(text: str) -> int:
    return len(_encoded(text)) // 2


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _head(text: str, limit: int) -> str:
    head = _encoded(text)[: limit * 2].decode("utf-16-le", "surrogatepass")
    cut_through_a_character = "\ud800" <= head[-1] <= "\udbff"
    return head[:-1] if cut_through_a_character else head


def _break_in(head: str) -> int:
    """Where to cut: after the last break of the gentlest kind, unless that leaves less than half."""
    for mark in _BREAKS:
        found = head.rfind(mark)
        if found > len(head) // 2:
            return found + len(mark)
    return max(len(head), 1)
