"""Reads and writes files of pearls. Whatever is wrong with a file is named with the pearl, before anything is kept."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from bot.catalogue.pearls.models import Pearl
from bot.errors import BadPearls, BadText
from bot.language.words.yaml_files import read_mapping

SHIPPED = Path(__file__).parent.parent / "data" / "pearls.yml"
LARGEST = 1024 * 1024
"""Bytes of a file; some thousands of pearls."""
_TEXTS = ("title", "summary", "sector", "licence")
_LISTS = ("steps", "interests")
_FIELDS = frozenset(Pearl.__dataclass_fields__) - {"id"}
_FEWEST_STEPS = 2


def read_pearls(path: Path, regions: Collection[str]) -> tuple[Pearl, ...]:
    """Return the pearls in ``path``, in its order; raises BadPearls for what cannot be read or lacks a licence."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadPearls("error_pearls_large", path.name)
        records = read_mapping(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, BadText) as error:
        raise BadPearls("error_pearls_unreadable", path.name) from error
    return tuple(_pearl(str(key), record, regions) for key, record in records.items())


def write_pearls(path: Path, pearls: Iterable[Pearl]) -> None:
    """Write ``pearls`` as a file that ``read_pearls`` reads back as the same; half a file replaces nothing. Raises BadPearls."""
    content = {each.id: {name: value for name, value in _plain(each).items() if value not in (None, [], False)} for each in pearls}
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise BadPearls("error_pearls_unwritable", str(path)) from error


def _plain(pearl: Pearl) -> dict[str, Any]:
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(pearl).items()}
    del fields["id"]
    return fields


def _pearl(key: str, record: Any, regions: Collection[str]) -> Pearl:  # noqa: ANN401  # whatever stands in the file
    if not isinstance(record, dict) or set(record) - _FIELDS:
        raise BadPearls("error_pearls_fields", key)
    if not str(record.get("licence") or "").strip():
        raise BadPearls("error_pearls_licence", key)
    texts = {name: record.get(name) for name in _TEXTS}
    if any(not isinstance(text, str) or not text.strip() for text in texts.values()):
        raise BadPearls("error_pearls_fields", key)
    lists = {name: record.get(name) or [] for name in _LISTS}
    if any(not isinstance(each, list) or not all(isinstance(line, str) for line in each) for each in lists.values()):
        raise BadPearls("error_pearls_fields", key)
    if len(lists["steps"]) < _FEWEST_STEPS:
        raise BadPearls("error_pearls_steps", key)
    if record.get("region") is not None and record["region"] not in regions:
        raise BadPearls("error_pearls_region", key)
    return Pearl(
        id=key,
        steps=tuple(lists["steps"]),
        interests=tuple(lists["interests"]),
        region=record.get("region"),
        made_by=None if record.get("made_by") is None else str(record["made_by"]),
        example=record.get("example") is True,
        **{name: str(text).strip() for name, text in texts.items()},
    )
