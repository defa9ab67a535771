"""Turns a field of a foreign file into plain text: no HTML, no invisible signs, no endless length."""

import re
import unicodedata
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "template", "iframe", "object", "svg"})
_READ_AT_MOST = 20_000
"""Signs of one field that are looked at; the rest of a huge field is ignored."""


class _Words(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def plain(text: str, longest: int) -> str:
    """Return ``text`` on one line without HTML, cut at a word when it is longer than ``longest``."""
    text = text[:_READ_AT_MOST]
    visible = "".join(sign for sign in _without_html(text) if sign.isspace() or unicodedata.category(sign)[0] != "C")
    tidy = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(visible.split()))
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _without_html(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    reader = _Words()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)
