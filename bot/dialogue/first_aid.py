"""The fixed words for somebody in danger or in trouble, and where they can find people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.language.safety.foreign import Foreign
from bot.language.safety.people import Contact
from bot.language.safety.words import GRAVE, Sign, Trouble
from bot.language.saying.texts import Texts
from bot.messages import Button, Reply
from bot.registers import Register

TROUBLE, WELL = "trouble:", "right:well"
"""What buttons mean under the question whether somebody is well: a sign of trouble by name, or that all is well."""

AFTERWARDS = {"rest": "after", "maybe": "after", "after": "after_again", "after_again": "after_again"}
"""From the end of an answer to something grave to what is said when it is waved away: always with somebody to call."""


@dataclass(frozen=True)
class FirstAid:
    """Chooses words; does nothing else. They are shown as they stand: no model, no guess."""

    texts: Texts
    people: Mapping[str, Contact]
    foreign: Foreign

    def __call__(self, sign: Sign) -> list[Reply]:
        """Return what to say, in the language it was told in where there is a text, and always in Dutch."""
        ways: Mapping[Trouble, Callable[[], list[Reply]]] = {
            Trouble.EMERGENCY: self._emergency,
            Trouble.CRISIS: self._crisis,
            Trouble.VIOLENCE: self._violence,
            Trouble.DEBT: self._debt,
            Trouble.UNSAFE_WORK: self._unsafe_work,
        }
        own = self.foreign.text_for(sign)
        ours = [self._ask(sign)] if sign.trouble.is_grave and not sign.sure else ways[sign.trouble]()
        return [*([Reply(own)] if own else []), *ours]

    def waved_away(self, said: str) -> Reply | None:
        """Return what to say to who waves away what was grave, right after we ``said`` this; None when that was no help of ours."""
        last = self._ending(said)
        return Reply(self._worded(self.texts, f"{last[0]}_{AFTERWARDS[last[1]]}")) if last else None

    def given(self, said: str) -> Trouble | None:
        """Return the trouble for which we ``said`` this; None when it was no help of ours."""
        if last := self._ending(said):
            return last[0]
        return Trouble.DEBT if any(reply.text == said for texts in self._spoken for reply in replace(self, texts=texts)._debt()) else None

    def _ending(self, said: str) -> tuple[Trouble, str] | None:
        ends = ((trouble, end) for trouble in GRAVE for end in AFTERWARDS)
        return next((each for each in ends if any(self._worded(texts, f"{each[0]}_{each[1]}") == said for texts in self._spoken)), None)

    @property
    def _spoken(self) -> list[Texts]:
        # Who says u from this message on was answered in je.
        return [self.texts.speaking(register) for register in Register]

    def _ask(self, sign: Sign) -> Reply:
        """Ask kindly, with somebody to call: we may have misread a slip."""
        text = self._worded(self.texts, f"{sign.trouble}_maybe")
        no, yes = Button(self.texts("well_no"), f"{TROUBLE}{replace(sign, sure=True).name}"), Button(self.texts("well_yes"), WELL)
        return Reply(text, (no, yes))

    def _emergency(self) -> list[Reply]:
        return [Reply(self._worded(self.texts, "emergency_help")), Reply(self.texts("emergency_rest"))]

    def _crisis(self) -> list[Reply]:
        return [Reply(self.texts("crisis_help")), Reply(self.texts("crisis_rest"))]

    def _violence(self) -> list[Reply]:
        return [Reply(self._worded(self.texts, "violence_help")), Reply(self.texts("violence_rest"))]

    def _debt(self) -> list[Reply]:
        place = self.people["debt"]
        free = Button(self.texts("debt_free"), "/no_money")
        return [Reply(self.texts("debt_help", name=place.name, phone=place.phone, url=place.url), (free,))]

    def _unsafe_work(self) -> list[Reply]:
        return [Reply(self.texts("unsafe_work_help", url=self.people["law"].url, emergency=self._alarm_number))]

    def _worded(self, texts: Texts, key: str) -> str:
        place = self.people["violence"]
        return texts(key, name=place.name, phone=place.phone, emergency=self._alarm_number)

    @property
    def _alarm_number(self) -> str | None:
        return self.people["emergency"].phone
