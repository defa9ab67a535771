"""People to reach, with the date on which each entry was last checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "people.yml"
CHECK_EVERY = timedelta(days=183)


@dataclass(frozen=True)
class Contact:
    """Where a person can be reached."""

    name: str
    phone: str | None
    url: str | None
    last_verified: date | None
    """None when no source carries a date."""

    def is_stale(self, today: date) -> bool:
        """Whether an operator has to check it again."""
        return self.last_verified is None or today - self.last_verified > CHECK_EVERY


def load_people(path: Path = DATA) -> Mapping[str, Contact]:
    """Read the contacts by their key."""
    return {
        key: Contact(
            entry["name"],
            entry.get("phone"),
            entry.get("url"),
            entry["last_verified"] if isinstance(entry["last_verified"], date) else None,
        )
        for key, entry in read_mapping(path).items()
    }
