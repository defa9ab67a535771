"""A script in other words (``u`` and ``easy``): between the editor's form and its written form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.datastructures import FormData

Body = dict[str, Any]

REWORDINGS = ("u", "easy")
NOTHING: Body = {"label": None, "say": None}
"""A button that says the same in these words."""


def read_rewordings(form: FormData, base: Mapping[str, Any], filled_in: Sequence[int]) -> Body:
    """Return what was typed in other words, without those that are empty; kept from ``base`` when the form does not show them.

    ``filled_in`` are the places in the form of the buttons that the script has.
    """
    if not any(f"{name}.text" in form for name in REWORDINGS):
        return {name: base[name] for name in REWORDINGS if name in base}
    typed = {name: _rewording(form, name, filled_in) for name in REWORDINGS}
    return {name: rewording for name, rewording in typed.items() if rewording}


def shown_rewordings(body: Mapping[str, Any], places: int) -> Iterator[tuple[str, Body]]:
    """Yield each register with what its part of the form shows, with ``places`` buttons."""
    for name in REWORDINGS:
        written = body.get(name) or {}
        buttons = written.get("buttons") or []
        padded = [*buttons, *[NOTHING] * (places - len(buttons))]
        shown = [(button or NOTHING) | {"out": button is None} for button in padded]
        yield name, {"text": written.get("text") or "", "buttons": shown}


def _rewording(form: FormData, name: str, filled_in: Sequence[int]) -> Body | None:
    text = _text(form, f"{name}.text")
    buttons = [_button(form, f"{name}.buttons.{place}") for place in filled_in]
    if not text and all(button == NOTHING for button in buttons):
        return None
    return {"text": text, "buttons": [] if all(button == NOTHING for button in buttons) else buttons}


def _button(form: FormData, name: str) -> Body | None:
    if f"{name}.out" in form:
        return None
    return {"label": _text(form, f"{name}.label"), "say": _text(form, f"{name}.say")}


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name, "")
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
