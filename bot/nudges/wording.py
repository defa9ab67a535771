"""How a script is worded for the person who reads it."""

from dataclasses import dataclass
from functools import cache, lru_cache

from bot.language.plain.gate import Gate, load_gate
from bot.nudges.models import Rewording, Script, ScriptButton
from bot.registers import Register

_FORM = frozenset({"je_and_u", "wrong_form"})
"""What may not be wrong for somebody who is spoken to with *u*; for easy words everything must be right."""


@dataclass(frozen=True)
class WordedButton:
    """A button as somebody reads it."""

    index: int
    """Its place among the buttons of the script, whatever is left out."""
    label: str
    say: str


@dataclass(frozen=True)
class Worded:
    """A script as somebody reads it."""

    text: str
    buttons: tuple[WordedButton, ...]

    def button(self, index: int) -> WordedButton | None:
        """Return the button with this place among the buttons of the script; None when it is left out here."""
        return next((button for button in self.buttons if button.index == index), None)


@lru_cache(maxsize=1024)
def worded(script: Script, register: Register) -> Worded:
    """Return ``script`` in ``register``; what has no wording of its own there is as in *je*."""
    rewording = rewording_of(script, register) or Rewording()
    rewords = rewording.buttons or (None,) * len(script.buttons)
    kept = [place for place, reword in enumerate(rewords) if reword or not rewording.buttons]
    buttons = [_button(place, script.buttons[place], rewording) for place in kept if place < len(script.buttons)]
    return Worded(rewording.text or script.text, tuple(buttons))


def rewording_of(script: Script, register: Register) -> Rewording | None:
    """Return what is written apart for ``register``."""
    return {Register.U: script.u, Register.EASY: script.easy}.get(register)


def suits_reader(script: Script, register: Register) -> bool:
    """Whether ``script`` may go to somebody in ``register``: it is written for it, or the plain text happens to be right."""
    if register is Register.JE or rewording_of(script, register):
        return True
    shown = worded(script, register)
    labels = tuple(button.label for button in shown.buttons)
    return _is_right(shown.text, labels, register) and all(_is_right(button.say, (), register) for button in shown.buttons)


@cache
def _is_right(text: str, labels: tuple[str, ...], register: Register) -> bool:
    found = {finding.code for finding in _gate().check(text, labels, register)}
    return not (found & _FORM if register is Register.U else found)


@cache
def _gate() -> Gate:
    return load_gate()


def _button(place: int, button: ScriptButton, rewording: Rewording) -> WordedButton:
    reword = rewording.buttons[place] if rewording.buttons else None
    return WordedButton(place, (reword and reword.label) or button.label, (reword and reword.say) or button.then.say)
