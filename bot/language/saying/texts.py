"""The words of the product, kept in YAML so that no sentence lives in code."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from bot.errors import BadText, UnknownText
from bot.language.words.yaml_files import read_mapping
from bot.registers import Register

FOLDER = Path(__file__).parents[1] / "texts"

Wordings = Mapping[Register, str]
"""One text in each register that words it differently; always in *je*."""


class Texts:
    """Looks up a text by key, worded for one register, and fills in its variables."""

    def __init__(self, texts: Mapping[str, str | Wordings], register: Register = Register.JE) -> None:
        self._wordings = {key: {Register.JE: text} if isinstance(text, str) else text for key, text in texts.items()}
        self._variables = {key: _variables(key, wordings) for key, wordings in self._wordings.items()}
        self._register = register

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of ``key``; raises UnknownText or, when a variable has no value, BadText."""
        if key not in self._wordings:
            raise UnknownText(key)
        missing = self._variables[key] - values.keys()
        if missing:
            raise BadText(f"{key} needs {', '.join(sorted(missing))}")
        wordings = self._wordings[key]
        return wordings.get(self._register, wordings[Register.JE]).format_map(values)

    def __contains__(self, key: object) -> bool:
        return key in self._wordings

    def speaking(self, register: Register) -> "Texts":
        """Return the same texts, worded for ``register``; a text without wording of its own there is the same everywhere."""
        spoken = object.__new__(Texts)
        spoken._wordings, spoken._variables, spoken._register = self._wordings, self._variables, register
        return spoken

    def keys(self) -> list[str]:
        """Every key, sorted."""
        return sorted(self._wordings)


def load_texts(folder: Path = FOLDER) -> Texts:
    """Merge every ``*.yml`` of ``folder``; raises BadText when two texts share a key or a value is no text."""
    merged: dict[str, Wordings] = {}
    for path in sorted(folder.glob("*.yml")):
        for key, text in read_mapping(path).items():
            if key in merged:
                raise BadText(f"{key} stands in two files, {path.name} is one")
            merged[key] = _wordings(f"{key} in {path.name}", text)
    return Texts(merged)


def _wordings(name: str, written: Any) -> Wordings:  # noqa: ANN401  # whatever stands in the file
    by_register = {Register.JE.value: written} if isinstance(written, str) else written
    if not isinstance(by_register, dict) or Register.JE not in by_register:
        raise BadText(f"{name} is no text")
    odd = [each for each, text in by_register.items() if each not in set(Register) or not isinstance(text, str)]
    if odd:
        raise BadText(f"{name} has no text for {odd[0]}")
    return {Register(each): text.rstrip("\n") for each, text in by_register.items()}


def _variables(key: str, wordings: Wordings) -> set[str]:
    return set().union(*(_variables_in(key, text) for text in wordings.values()))


def _variables_in(key: str, text: str) -> set[str]:
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise BadText(f"{key}: {error}") from error
    # A name with a dot or a bracket would let a text reach into the objects it is given.
    odd = sorted(name for name in names if not name.isidentifier())
    if odd:
        raise BadText(f"{key} has odd variables {odd}")
    return names
