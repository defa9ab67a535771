"""Between the editor's form and the written form of a script (``bot/nudges/writing/shape.py``)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.datastructures import FormData

from bot.nudges.vocabulary import BUTTONS
from bot.web.admin.reword_form import REWORDINGS, read_rewordings

Body = dict[str, Any]

LINES = ("theme", "goal")
LISTS = ("audience", "needs", "interests")
TICKS = ("about_work", "sensitive")
EMPTY_BUTTON: Body = {"label": "", "then": {"say": "", "do": None, "ask": None, "interest": None}}
EMPTY: Body = {
    "id": "",
    "theme": "",
    "goal": "",
    "technique": [],
    "evidence": None,
    "audience": ["iedereen"],
    "needs": [],
    "interests": [],
    "about_work": False,
    "minutes": 2,
    "moment": {"days": [], "part": None},
    "repeat": {"max": 1, "every_days": 90},
    "sensitive": False,
    "text": "",
    "buttons": [],
    "source": "eigen tekst",
    "licence": "CC-BY-4.0",
}
"""A script that nobody wrote yet."""


def read_body(form: FormData, base: Mapping[str, Any]) -> Body:
    """Return the written form that was typed. What the form does not show stays as it is in ``base``.

    What should be a number but is not stays text, so that the check can say so.
    """
    typed = [_button(form, index) for index in range(BUTTONS[1])]
    filled_in = [index for index, button in enumerate(typed) if button != EMPTY_BUTTON]
    right = [typed[index]["label"] for index in filled_in if f"buttons.{index}.right" in form and typed[index]["label"]]
    plain = {name: value for name, value in base.items() if name not in (*REWORDINGS, "right_answers", "helps")}
    helps = _chosen(form, "helps", base.get("helps", ()))
    return {
        **plain,
        **{name: _line(form, name) for name in LINES},
        **{name: _chosen(form, name, base[name]) for name in LISTS},
        **{name: name in form for name in TICKS},
        "text": _text(form, "text"),
        "minutes": _number(form, "minutes"),
        "moment": _moment(form, base["moment"]),
        "repeat": {"max": _number(form, "repeat.max"), "every_days": _number(form, "repeat.every_days")},
        "buttons": [typed[index] for index in filled_in],
        **({"right_answers": right} if right else {}),
        **({"helps": helps} if helps else {}),
        **read_rewordings(form, base, filled_in),
    }


def padded(body: Mapping[str, Any]) -> list[Body]:
    """Return the buttons of ``body`` with empty ones behind them, as many as the form has room for."""
    buttons = [dict(button) for button in body["buttons"]]
    return buttons + [EMPTY_BUTTON] * (BUTTONS[1] - len(buttons))


_INPUTS = (
    (re.compile(r"^(audience|needs|interests|helps|moment\.days|moment\.months)\.\d+$"), r"\1"),
    (re.compile(r"^(buttons\.\d+)\.then$"), r"\1.then.do"),
    (re.compile(r"^(buttons\.\d+)$"), r"\1.label"),
    (re.compile(r"^right_answers(\.\d+)?$"), "buttons"),
    (re.compile(r"^(u|easy)(\.buttons(\.\d+)?)?$"), r"\1.text"),
    (re.compile(r"^(technique|evidence|source|licence)\b.*$"), "text"),
)


def input_of(field: str) -> str:
    """Return the id of the input in the form that a problem with ``field`` belongs to."""
    for pattern, name in _INPUTS:
        if pattern.match(field):
            return pattern.sub(name, field)
    return field


def _moment(form: FormData, before: Mapping[str, Any]) -> Body:
    months = _chosen(form, "moment.months", before.get("months", ()))
    plain = {"days": _chosen(form, "moment.days", before["days"]), "part": _line(form, "moment.part") or None}
    return plain | ({"months": months} if months else {})


def _button(form: FormData, index: int) -> Body:
    name = f"buttons.{index}"
    follow_up = {part: _line(form, f"{name}.then.{part}") or None for part in ("do", "ask", "interest")}
    return {"label": _line(form, f"{name}.label"), "then": {"say": _text(form, f"{name}.then.say"), **follow_up}}


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    # Browsers send every line break as two characters.
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _line(form: FormData, name: str) -> str:
    return " ".join(_text(form, name).split())


def _chosen(form: FormData, name: str, before: Iterable[str]) -> list[str]:
    """Return what is ticked; what was ticked before keeps its place, so that nothing seems to change."""
    ticked = [value for value in form.getlist(name) if isinstance(value, str)]
    kept = [value for value in before if value in ticked]
    return kept + [value for value in dict.fromkeys(ticked) if value not in kept]


def _number(form: FormData, name: str) -> int | str:
    value = _text(form, name)
    return int(value) if re.fullmatch(r"[0-9]{1,6}", value) else value
