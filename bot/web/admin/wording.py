"""The words of a script as an editor reads them: options of the form, and lines of a comparison."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from bot.language.saying.texts import Texts
from bot.learners.models import Barrier, DayPart
from bot.nudges.models import After
from bot.nudges.vocabulary import ASKS, AUDIENCES, EVERYONE, MONTHS, NEEDS, THEMES, WEEKDAYS
from bot.web.admin.reword_form import REWORDINGS

Options = list[tuple[str, str]]
"""Value and name of each option."""


class Interests(Protocol):
    """The vocabulary of interests."""

    @property
    def tags(self) -> tuple[str, ...]: ...
    def label(self, tag: str) -> str: ...
    def name_of(self, tag: str) -> str: ...


class Wording:
    """Names values in Dutch."""

    def __init__(self, texts: Texts, interests: Interests) -> None:
        self._texts = texts
        self._interests = interests

    def options(self) -> dict[str, Options]:
        """Return what each field of the form lets one choose from."""
        return {
            "themes": self._named("theme", sorted(THEMES)),
            "audiences": self._named("audience", [EVERYONE, *sorted(AUDIENCES - {EVERYONE})]),
            "needs": self._named("needs", sorted(NEEDS)),
            "days": [(day, self._texts(f"admin_weekday_{number}")) for number, day in enumerate(WEEKDAYS)],
            "months": [(month, self._texts(f"admin_month_{number}")) for number, month in enumerate(MONTHS, 1)],
            "helps": self._named("helps", Barrier),
            "parts": [("", self._texts("admin_part_any")), *self._named("part", DayPart)],
            "dos": [("", self._texts("admin_do_none")), *self._named("do", After)],
            "asks": [("", self._texts("admin_ask_none")), *self._named("ask", sorted(ASKS))],
            "interests": sorted(((tag, self._interests.label(tag)) for tag in self._interests.tags), key=lambda option: option[1]),
        }

    def theme(self, theme: str) -> str:
        """Return the name of a theme."""
        return self._name("theme", theme)

    def part(self, field: str) -> str:
        """Return the name of the part of a script that a field holds, such as ``buttons.0.then.say``."""
        kind, *rest = field.split(".")
        if kind in REWORDINGS and rest:
            return self._texts(f"admin_part_of_{kind}", part=self.part(".".join(rest)))
        if kind == "buttons" and rest:
            return self._texts(f"admin_part_of_{rest[-1]}", number=int(rest[0]) + 1)
        return self._texts(f"admin_part_of_{kind}")

    def lines(self, body: Mapping[str, Any]) -> dict[str, str]:
        """Return every part of a written script that an editor can change: its name and what it holds."""
        repeat = body["repeat"]
        return {
            self.part("text"): body["text"],
            **{line: value for number, button in enumerate(body["buttons"], 1) for line, value in self._button_lines(number, button)},
            self.part("right_answers"): ", ".join(body.get("right_answers") or ()),
            **{line: value for name in REWORDINGS for line, value in self._reworded_lines(name, body.get(name) or {})},
            self.part("goal"): body["goal"],
            self.part("theme"): self.theme(body["theme"]),
            self.part("audience"): self._list("audience", body["audience"]),
            self.part("needs"): self._list("needs", body["needs"]),
            self.part("interests"): ", ".join(self._interest(tag) for tag in body["interests"]),
            self.part("helps"): self._list("helps", body.get("helps") or ()),
            self.part("about_work"): self._yes(body["about_work"]),
            self.part("sensitive"): self._yes(body["sensitive"]),
            self.part("minutes"): self._texts("admin_minutes", minutes=body["minutes"]),
            self.part("moment"): self._moment(body["moment"]),
            self.part("repeat"): self._texts("admin_repeat", max=repeat["max"], every_days=repeat["every_days"]),
        }

    def _button_lines(self, number: int, button: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        then = button["then"]
        values = {
            "label": button["label"],
            "say": then["say"],
            "do": self._name("do", then["do"]) if then["do"] else "",
            "ask": self._name("ask", then["ask"]) if then["ask"] else "",
            "interest": self._interest(then["interest"]) if then["interest"] else "",
        }
        for kind, value in values.items():
            yield self._texts(f"admin_part_of_{kind}", number=number), value

    def _reworded_lines(self, name: str, reworded: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if not reworded:
            return
        yield self.part(f"{name}.text"), reworded.get("text") or ""
        for place, button in enumerate(reworded.get("buttons") or ()):
            left_out = self._texts("admin_left_out") if button is None else ""
            yield self.part(f"{name}.buttons.{place}.label"), left_out or button.get("label") or ""
            yield self.part(f"{name}.buttons.{place}.say"), "" if button is None else button.get("say") or ""

    def _moment(self, moment: Mapping[str, Any]) -> str:
        days = [self._texts(f"admin_weekday_{WEEKDAYS.index(day)}") for day in moment["days"] if day in WEEKDAYS]
        months = [self._texts(f"admin_month_{MONTHS.index(month) + 1}") for month in moment.get("months") or () if month in MONTHS]
        return ", ".join([*(days or [self._texts("admin_any_day")]), self._name("part", moment["part"] or "any"), *months])

    def _named(self, kind: str, values: Iterable[str]) -> Options:
        return [(str(value), self._name(kind, value)) for value in values]

    def _name(self, kind: str, value: str) -> str:
        """Name a value; one that is not in our words, from a tampered form, is its own name."""
        key = f"admin_{kind}_{value}"
        return self._texts(key) if key in self._texts else value

    def _interest(self, tag: str) -> str:
        return self._interests.label(tag) if tag in self._interests.tags else tag

    def _list(self, kind: str, values: Iterable[str]) -> str:
        return ", ".join(self._name(kind, value) for value in values)

    def _yes(self, value: bool) -> str:
        return self._texts("admin_yes" if value else "admin_no")
