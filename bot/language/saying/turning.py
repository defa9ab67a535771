"""Says somebody's own words back to them: "met me dochter lezen" becomes "met je dochter lezen"."""

import re

from bot.language.words.word_lists import WordLists
from bot.registers import Register

LISTS = WordLists("turning")
_WORD = re.compile(r"['’]?\w+(?:['’]\w+)*")
_QUOTED = '"{}"'
_OWNING = {"me": "mine", "me_stressed": "mine", "us": "ours"}
"""What these are before something of theirs."""


def turned(text: str, register: Register) -> str:
    """Return ``text`` as it is said to who said it; in quotes and unchanged when it speaks of what they do themselves."""
    places = list(_WORD.finditer(text))
    words = [match[0].lower().replace("’", "'") for match in places]
    if set(words) & set(LISTS["speaking"]):
        return _QUOTED.format(text)
    said, at = "", 0
    for number, match in enumerate(places):
        said += text[at : match.start()] + (_said_back(words, number, register) or match[0])
        at = match.end()
    return said + text[at:]


def _said_back(words: list[str], at: int, register: Register) -> str | None:
    """Return what the word at that place becomes; None when it stays as it is."""
    before, after = " ".join(words[max(at - 1, 0) : at]), words[at + 1] if at + 1 < len(words) else ""
    role = next((name for name in _becomes(register) if words[at] in LISTS[name]), None)
    if role == "mine" and (before in LISTS["a_mine"] or not after):
        return None
    if role == "me" and after in LISTS["with"]:
        return None
    if role in _OWNING and _is_owned(after, surely=role == "me_stressed"):
        role = _OWNING[role]
    return _becomes(register)[role] if role else None


def _is_owned(word: str, *, surely: bool) -> bool:
    """Return whether ``word`` is something of somebody; ``surely`` only takes the words that are known to be."""
    if word in LISTS["somebodys"]:
        return True
    return bool(word) and not surely and word not in LISTS["nobodys"] and not word.endswith("en")


def _becomes(register: Register) -> dict[str, str]:
    kept: dict[str, str] = LISTS["becomes"]["u" if register is Register.U else "je"]
    return kept
