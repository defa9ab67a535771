"""Foreign codes and languages in our words (``data/formats.yml``)."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from bot.catalogue.vocabulary import LANGUAGES
from bot.language.words.yaml_files import read_mapping
from bot.settings import ROOT

_FILE = ROOT / "bot/catalogue/data/formats.yml"
_ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)
_MARKDOWN = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)|(?:^|\n)\s{0,3}#{1,6}\s+|\*\*|__|(?:^|\n)\s{0,3}[*+-]\s+|`")
_FIRST_CHOICE = ("nl", "en")


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return one table of the file."""
    found: Mapping[str, Any] = read_mapping(_FILE)[name]
    return found


def ours(name: str, code: object) -> str:
    """Return our word for a foreign code, empty when there is none."""
    return str(table(name).get(_folded(code), ""))


def language_of(code: object) -> str | None:
    """Return the two letters of a language written as ``nl-NL``, ``nld``, ``Dutch`` or the like; None when unknown."""
    folded = _folded(code)
    short = table("languages").get(folded) or folded.split(" ")[0]
    short = table("languages").get(short, short)
    return short if short in LANGUAGES else None


def languages_of(codes: object) -> tuple[str, ...]:
    """Return the known languages of a code or a list of codes, each once."""
    return tuple(dict.fromkeys(found for code in as_list(codes) if (found := language_of(code))))


def said(texts: object) -> str:
    """Return the Dutch one of texts per language, else the English, else the first.

    Understands ``[{language, value}]``, ``{nl: …, en: …}`` and a bare text.
    """
    if isinstance(texts, Mapping) and "value" not in texts:
        per_language = {language_of(code) or str(code): value for code, value in texts.items()}
    else:
        per_language = {}
        for each in as_list(texts):
            code, value = (each.get("language"), each.get("value")) if isinstance(each, Mapping) else ("nl", each)
            per_language.setdefault(language_of(code) or str(code), value)
    best = next((per_language[code] for code in _FIRST_CHOICE if per_language.get(code)), None)
    chosen = best or next((value for value in per_language.values() if value), "")
    return chosen if isinstance(chosen, str) else ""


def without_markdown(text: str) -> str:
    """Return ``text`` without the signs of Markdown; HTML goes where every text is cleaned."""
    return _MARKDOWN.sub(lambda match: match[1] or " ", text)


def id_of(value: object) -> str:
    """Return ``value`` when it can be an id, and otherwise a fixed id made from it; empty stays empty."""
    text = str(value or "").strip()
    return text if not text or _ID.fullmatch(text) else hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def as_list(value: object) -> list[Any]:
    """Return a list of what may be a list, a single thing or nothing."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def as_mapping(value: object) -> Mapping[str, Any]:
    """Return ``value`` when it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def delivery_of(modes: Iterable[object], *, has_place: bool) -> str:
    """Return where it happens, empty when that cannot be known. Partly online and partly somewhere counts as somewhere."""
    known = [found for mode in modes if (found := ours("delivery", str(mode).rsplit("/", 1)[-1]))]
    for delivery in ("workplace", "onsite"):
        if delivery in known and (has_place or delivery == "workplace" or "online" not in known):
            return delivery
    return "online" if known else "onsite" if has_place else ""


def _folded(code: object) -> str:
    return " ".join(str(code or "").casefold().replace("_", " ").replace("-", " ").split())
