"""Everything that can be wrong with a written script, found at once, so that an editor can show it all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.nudges.models import Script
from bot.nudges.render import variables_in
from bot.nudges.shape import WrittenScript, to_script
from bot.nudges.vocabulary import BUTTONS, MOST_WORDS, VARIABLES

_SHAPE_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "string_too_long": "too_long",
    "string_too_short": "empty",
    "too_short": "too_few",
    "too_long": "too_many",
    "string_pattern_mismatch": "bad_id",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_big",
    "enum": "not_allowed",
    "value_error": "not_allowed",
}
"""Our code per kind of shape error; anything else is ``wrong_type``."""


@dataclass(frozen=True)
class Problem:
    """Something about one field. ``code`` names the Dutch text ``script_problem_<code>``."""

    field: str
    """Path of the field, such as ``buttons.1.then.say``."""
    code: str
    detail: str = ""
    blocking: bool = True
    """Whether the script may not be published like this."""


def read_script(body: Mapping[str, Any], *, version: int, interests: frozenset[str]) -> tuple[Script | None, list[Problem]]:
    """Return the script that ``body`` describes, None when its shape is wrong, and every problem found.

    ``interests`` are the tags that exist.
    """
    try:
        written = WrittenScript.model_validate(dict(body))
    except ValidationError as error:
        return None, [_shape_problem(dict(found)) for found in error.errors()]
    script = to_script(written, version)
    return script, [*_text_problems(script), *_button_problems(script), *_interest_problems(script, interests)]


def texts_of(script: Script) -> Iterator[tuple[str, str]]:
    """Yield the field and the content of every text that people read."""
    yield "text", script.text
    for index, button in enumerate(script.buttons):
        yield f"buttons.{index}.label", button.label
        yield f"buttons.{index}.then.say", button.then.say


def written_texts(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the field and the content of every text in ``body`` that is filled in, whether its shape is right or wrong."""
    for path in ("text", *(f"buttons.{index}.{part}" for index in range(BUTTONS[1]) for part in ("label", "then.say"))):
        text = _at(body, path.split("."))
        if isinstance(text, str) and text.strip():
            yield path, text.strip()


def _at(value: Any, path: Sequence[str]) -> Any:  # noqa: ANN401  # whatever somebody wrote
    for name in path:
        if isinstance(value, Mapping):
            value = value.get(name)
        elif isinstance(value, list) and name.isdecimal() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def _shape_problem(found: Mapping[str, Any]) -> Problem:
    code = _SHAPE_CODES.get(found["type"], "wrong_type")
    return Problem(".".join(str(part) for part in found["loc"]), code, found["msg"])


def _text_problems(script: Script) -> Iterator[Problem]:
    words = len(script.text.split())
    if words > MOST_WORDS:
        yield Problem("text", "too_many_words", str(words))
    for field, text in texts_of(script):
        yield from _variable_problems(field, text, script.needs)


def _variable_problems(field: str, text: str, needs: frozenset[str]) -> Iterator[Problem]:
    names = variables_in(text)
    for name in sorted(names):
        if name not in VARIABLES or field != "text":
            # An answer comes later than its nudge: what a variable stood for may be gone by then.
            yield Problem(field, "unknown_variable", name)
        elif VARIABLES[name] not in needs:
            yield Problem(field, "variable_without_need", VARIABLES[name])
    if text.count("{") != text.count("}") or text.count("{") != sum(text.count(f"{{{name}}}") for name in names):
        yield Problem(field, "stray_brace")


def _button_problems(script: Script) -> Iterator[Problem]:
    labels = [button.label.casefold() for button in script.buttons]
    for index, button in enumerate(script.buttons):
        if labels.index(labels[index]) < index:
            yield Problem(f"buttons.{index}.label", "same_label", button.label)
        if button.then.do and button.then.ask:
            yield Problem(f"buttons.{index}.then", "two_follow_ups")
    if all(button.then.ask for button in script.buttons):
        yield Problem("buttons", "no_way_out")


def _interest_problems(script: Script, known: frozenset[str]) -> Iterator[Problem]:
    used: Iterable[tuple[str, str]] = [
        *((f"interests.{index}", tag) for index, tag in enumerate(script.interests)),
        *((f"buttons.{index}.then.interest", button.then.interest or "") for index, button in enumerate(script.buttons)),
    ]
    for field, tag in used:
        if tag and tag not in known:
            yield Problem(field, "unknown_interest", tag)
