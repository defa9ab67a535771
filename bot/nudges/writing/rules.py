"""Everything that can be wrong with a written script, found at once, so that an editor can show it all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.nudges.models import Rewording, Script
from bot.nudges.render import variables_in
from bot.nudges.vocabulary import BUTTONS, MOST_WORDS, VARIABLES
from bot.nudges.writing.shape import WrittenScript, to_script
from bot.registers import Register

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
    return script, [
        *_text_problems(script),
        *_button_problems(script),
        *_rewording_problems(script),
        *_interest_problems(script, interests),
    ]


def texts_of(script: Script) -> Iterator[tuple[str, str]]:
    """Yield the field and the content of every text that people read."""
    yield "text", script.text
    for index, button in enumerate(script.buttons):
        yield f"buttons.{index}.label", button.label
        yield f"buttons.{index}.then.say", button.then.say
    for name, rewording in (("u", script.u), ("easy", script.easy)):
        if rewording:
            yield from _texts_of_rewording(name, rewording)


def _texts_of_rewording(name: str, rewording: Rewording) -> Iterator[tuple[str, str]]:
    written = [("text", rewording.text)]
    for index, button in enumerate(rewording.buttons):
        written += [(f"buttons.{index}.label", button.label), (f"buttons.{index}.say", button.say)] if button else []
    yield from ((f"{name}.{field}", text) for field, text in written if text)


def register_of(field: str) -> Register:
    """Return the register that the text of ``field`` is written in."""
    return {"u": Register.U, "easy": Register.EASY}.get(field.split(".")[0], Register.JE)


_ALL_BUTTONS = range(BUTTONS[1])
TEXT_FIELDS = (
    "text",
    *(f"buttons.{index}.{part}" for index in _ALL_BUTTONS for part in ("label", "then.say")),
    *(f"{name}.text" for name in ("u", "easy")),
    *(f"{name}.buttons.{index}.{part}" for name in ("u", "easy") for index in _ALL_BUTTONS for part in ("label", "say")),
)
"""Every field that people may read something of."""


def written_texts(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the field and the content of every text in ``body`` that is filled in, whether its shape is right or wrong."""
    for path in TEXT_FIELDS:
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
        if name not in VARIABLES or field not in ("text", "u.text", "easy.text"):
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
    for index, answer in enumerate(script.right_answers):
        if answer.casefold() not in labels:
            # Only a tip: the editor renames buttons, and the question is then simply asked once more.
            yield Problem(f"right_answers.{index}", "unknown_answer", answer, blocking=False)
    if all(button.then.ask for button in script.buttons):
        yield Problem("buttons", "no_way_out")


def _rewording_problems(script: Script) -> Iterator[Problem]:
    for name, rewording in (("u", script.u), ("easy", script.easy)):
        if not rewording or not rewording.buttons:
            continue
        left = [button.then.do or not button.then.ask for button, reword in zip(script.buttons, rewording.buttons, strict=False) if reword]
        if len(rewording.buttons) != len(script.buttons):
            yield Problem(f"{name}.buttons", "not_the_same_buttons", str(len(script.buttons)))
        elif len(left) < BUTTONS[0]:
            yield Problem(f"{name}.buttons", "too_few")
        elif not any(left):
            yield Problem(f"{name}.buttons", "no_way_out")


def _interest_problems(script: Script, known: frozenset[str]) -> Iterator[Problem]:
    used: Iterable[tuple[str, str]] = [
        *((f"interests.{index}", tag) for index, tag in enumerate(script.interests)),
        *((f"buttons.{index}.then.interest", button.then.interest or "") for index, button in enumerate(script.buttons)),
    ]
    for field, tag in used:
        if tag and tag not in known:
            yield Problem(field, "unknown_interest", tag)
