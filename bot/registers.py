"""The three ways in which everything is worded, and how one person wants to be spoken to."""

from dataclasses import replace
from enum import StrEnum

from bot.values import value


class Register(StrEnum):
    """A way of wording. Every text that people read exists in each."""

    JE = "je"
    U = "u"
    EASY = "easy"
    """Extra short and simple (A2); says *je*."""


class Asked(StrEnum):
    """What somebody may ask about the wording."""

    EASY = "easy"
    ORDINARY = "ordinary"
    U = "u"
    JE = "je"
    EASY_U = "easy_u"
    """Both at once: easy words say *je*, so *u* is kept for when they end."""


@value
class Manner:
    """How somebody wants to be spoken to. What they chose themselves is never changed by what we think we hear."""

    formal: bool = False
    form_chosen: bool = False
    """They said themselves whether it is *je* or *u*."""
    easy: bool | None = None
    """None until it was asked for or seemed needed; False after they asked for ordinary words again."""

    @property
    def register(self) -> Register:
        """The register that everything to this person is worded in."""
        if self.easy:
            return Register.EASY
        return Register.U if self.formal else Register.JE

    def asked(self, wanted: Asked) -> "Manner":
        """Return the manner after they asked for something."""
        if wanted is Asked.EASY_U:
            return replace(self, formal=True, form_chosen=True, easy=True)
        if wanted in (Asked.EASY, Asked.ORDINARY):
            return replace(self, easy=wanted is Asked.EASY)
        return replace(self, formal=wanted is Asked.U, form_chosen=True, easy=False if self.easy else self.easy)

    def heard_u(self) -> "Manner":
        """Return the manner after they said *u* to us; that stays until they ask for *je*."""
        return self if self.form_chosen else replace(self, formal=True)

    def seemed_hard(self) -> "Manner":
        """Return the manner after signs that our words are too hard; who asked for ordinary words keeps those."""
        return replace(self, easy=True) if self.easy is None else self
