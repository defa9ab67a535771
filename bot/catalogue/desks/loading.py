"""Reads the desks that are shipped. A mistake in the file is named with the desk, and nothing is guessed."""

from collections.abc import Collection
from pathlib import Path

from bot.catalogue.desks.models import DeskKind, RegionDesk
from bot.catalogue.records import checked, one_of
from bot.errors import BadText
from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parent.parent / "data" / "desks.yml"
NATIONAL = "national"
_NEEDED = frozenset({"name", "kind", "source", "last_verified"})
_FIELDS = frozenset(RegionDesk.__dataclass_fields__) - {"region"}


def load_desks(regions: Collection[str], path: Path = DATA) -> tuple[RegionDesk, ...]:
    """Return one desk for each of ``regions`` and the national entry; raises BadText when one lacks, is too many or cannot be read."""
    records = read_mapping(path)
    if odd := sorted({*regions, NATIONAL} ^ set(records)):
        raise BadText(f"{path.name} lacks or has too much: {odd}")
    return tuple(_desk(key, record) for key, record in records.items())


def _desk(key: str, given: object) -> RegionDesk:
    record = checked(key, given, needed=_NEEDED, fields=_FIELDS, dates=("last_verified",))
    texts = {name: record.get(name) for name in ("url", "phone", "address", "opening_hours")}
    if wrong := [name for name, value in texts.items() if not isinstance(value, str | None)]:
        raise BadText(f"{key}: {wrong[0]} is no text (a phone number needs quotes)")
    return RegionDesk(
        region=None if key == NATIONAL else key,
        name=str(record["name"]),
        kind=one_of(DeskKind, key, record["kind"]),
        previous_names=tuple(map(str, record.get("previous_names") or ())),
        source=str(record["source"]),
        last_verified=record["last_verified"],
        **texts,
    )
