"""Turns a field of a foreign file into plain text: no HTML, no invisible signs, no endless length."""

import html
import re
import unicodedata
from functools import lru_cache

import nh3

_HIDDEN = {"script", "style", "template", "iframe", "object", "svg"}
_READ_AT_MOST = 20_000
"""Signs of one field that are looked at; the rest of a huge field is ignored."""
_SPACE_BEFORE_STOP = re.compile(r"\s+([.,;:!?])")


class _Visible(dict[int, int | None]):
    """Which signs a reader sees or that separate words, found out once for each."""

    def __missing__(self, code: int) -> int | None:
        sign = chr(code)
        self[code] = code if sign.isspace() or unicodedata.category(sign)[0] != "C" else None
        return self[code]


_visible = _Visible()


def plain(text: str, longest: int) -> str:
    """Return ``text`` on one line without HTML, cut at a word when it is longer than ``longest``."""
    tidy = _tidy(text[:_READ_AT_MOST])
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


@lru_cache(maxsize=64)  # the same description is often a summary too
def _tidy(text: str) -> str:
    visible = _without_html(text).translate(_visible)
    return _SPACE_BEFORE_STOP.sub(r"\1", " ".join(visible.split()))


def _without_html(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    # Words on both sides of a tag stay two words.
    apart = text.replace("<", " <")
    return html.unescape(nh3.clean(apart, tags=set(), clean_content_tags=_HIDDEN))
