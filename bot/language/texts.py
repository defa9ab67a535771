"""The words of the product, kept in YAML so that no sentence lives in code."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from bot.errors import BadText, UnknownText
from bot.language.yaml_files import read_mapping

FOLDER = Path(__file__).parent / "texts"


class Texts:
    """Looks up a text by key and fills in its variables."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._variables = {key: _variables(key, text) for key, text in texts.items()}

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of ``key``; raises UnknownText or, when a variable has no value, BadText."""
        if key not in self._texts:
            raise UnknownText(key)
        missing = self._variables[key] - values.keys()
        if missing:
            raise BadText(f"{key} needs {', '.join(sorted(missing))}")
        return self._texts[key].format_map(values)

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def keys(self) -> list[str]:
        """Every key, sorted."""
        return sorted(self._texts)


def load_texts(folder: Path = FOLDER) -> Texts:
    """Merge every ``*.yml`` of ``folder``; raises BadText when two texts share a key or a value is no text."""
    merged: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        for key, text in read_mapping(path).items():
            if key in merged:
                raise BadText(f"{key} stands in two files, {path.name} is one")
            if not isinstance(text, str):
                raise BadText(f"{key} in {path.name} is no text")
            merged[key] = text.rstrip("\n")
    return Texts(merged)


def _variables(key: str, text: str) -> set[str]:
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise BadText(f"{key}: {error}") from error
    # A name with a dot or a bracket would let a text reach into the objects it is given.
    odd = sorted(name for name in names if not name.isidentifier())
    if odd:
        raise BadText(f"{key} has odd variables {odd}")
    return names
