"""The fixed texts for somebody in danger, in the language they wrote in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.language.safety.words import Sign
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "crisis_texts.yml"


@dataclass(frozen=True)
class ForeignTexts:
    """Texts in one language, by the name of the trouble."""

    texts: Mapping[str, str]
    reviewed: date | None
    """None when nobody who speaks the language has approved them."""


class Foreign:
    """Finds the text for a sign of trouble."""

    def __init__(self, languages: Mapping[str, ForeignTexts]) -> None:
        self.languages = languages

    def text_for(self, sign: Sign) -> str | None:
        """Return the text to show next to the Dutch one; None for Dutch, and where there is none."""
        found = self.languages.get(sign.language)
        return found.texts.get(sign.trouble) if found else None


def load_foreign(path: Path = DATA) -> Foreign:
    """Read the texts by language."""
    entries = read_mapping(path)
    return Foreign({language: _texts(dict(entry)) for language, entry in entries.items()})


def _texts(entry: dict[str, str | date | None]) -> ForeignTexts:
    reviewed = entry.pop("reviewed")
    return ForeignTexts({trouble: str(text) for trouble, text in entry.items()}, reviewed if isinstance(reviewed, date) else None)
