"""The written form of a script: what a YAML file and the editor's form hold, and how it becomes a ``Script``."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from bot.learners.models import Barrier, DayPart
from bot.nudges.models import After, Moment, Repeat, RewordedButton, Rewording, Script, ScriptButton, Then
from bot.nudges.vocabulary import (
    ASKS,
    AUDIENCES,
    BUTTONS,
    LONGEST_ID,
    LONGEST_LABEL,
    LONGEST_TEXT,
    MONTHS,
    NEEDS,
    SCRIPT_ID,
    THEMES,
    WEEKDAYS,
)


def _one_of(words: frozenset[str] | tuple[str, ...]) -> AfterValidator:
    def known(word: str) -> str:
        if word not in words:
            raise ValueError(f"{word!r} is not one of {', '.join(sorted(words))}")
        return word

    return AfterValidator(known)


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LABEL)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WrittenThen(_Written):
    """What follows a button."""

    say: Line
    do: After | None = None
    ask: Annotated[str, _one_of(ASKS)] | None = None
    interest: str | None = None


class WrittenButton(_Written):
    """A quick reply."""

    label: Label
    then: WrittenThen


class WrittenMoment(_Written):
    """Weekdays and months as people write them, and a part of the day."""

    days: list[Annotated[str, _one_of(WEEKDAYS)]] = []
    part: DayPart | None = None
    months: list[Annotated[str, _one_of(MONTHS)]] = []


class WrittenRepeat(_Written):
    """How often."""

    max: int = Field(1, ge=1, le=12, strict=True)
    every_days: int = Field(90, ge=1, le=365, strict=True)


class WrittenRewordedButton(_Written):
    """A quick reply in another register."""

    label: Label | None = None
    say: Line | None = None


class WrittenRewording(_Written):
    """A script in another register; a button that is left out is null."""

    text: Line | None = None
    buttons: list[WrittenRewordedButton | None] = Field([], max_length=BUTTONS[1])


class WrittenScript(_Written):
    """A whole script, without its version."""

    id: Annotated[str, StringConstraints(pattern=SCRIPT_ID, max_length=LONGEST_ID)]
    theme: Annotated[str, _one_of(THEMES)]
    goal: Line
    technique: list[str] = []
    evidence: str | None = None
    audience: list[Annotated[str, _one_of(AUDIENCES)]] = Field(["iedereen"], min_length=1)
    needs: list[Annotated[str, _one_of(NEEDS)]] = []
    interests: list[str] = []
    helps: list[Barrier] = []
    about_work: bool = Field(False, strict=True)
    minutes: int = Field(2, ge=1, le=10, strict=True)
    moment: WrittenMoment = WrittenMoment()
    repeat: WrittenRepeat = WrittenRepeat()
    sensitive: bool = Field(False, strict=True)
    right_answers: list[Label] = []
    text: Line
    buttons: list[WrittenButton] = Field(min_length=BUTTONS[0], max_length=BUTTONS[1])
    source: str = ""
    licence: str = ""
    u: WrittenRewording | None = None
    easy: WrittenRewording | None = None


def usable_id(script_id: str) -> bool:
    """Whether a script may have this id."""
    return len(script_id) <= LONGEST_ID and re.fullmatch(SCRIPT_ID, script_id) is not None


_CONVERTED = {"buttons", "technique", "audience", "needs", "interests", "helps", "moment", "repeat", "right_answers", "u", "easy"}


def to_script(written: WrittenScript, version: int) -> Script:
    """Return the script that was written, as ``version``."""
    plain = written.model_dump(exclude=_CONVERTED)
    return Script(
        version=version,
        buttons=tuple(ScriptButton(button.label, Then(**dict(button.then))) for button in written.buttons),
        technique=tuple(written.technique),
        audience=tuple(written.audience),
        needs=frozenset(written.needs),
        interests=tuple(written.interests),
        helps=frozenset(map(str, written.helps)),
        moment=_moment(written.moment),
        repeat=Repeat(written.repeat.max, written.repeat.every_days),
        right_answers=tuple(written.right_answers),
        u=_rewording(written.u),
        easy=_rewording(written.easy),
        **plain,
    )


def to_body(script: Script) -> dict[str, Any]:
    """Return the written form of ``script``, fit for JSON; the version is not part of it."""
    return {
        "id": script.id,
        "theme": script.theme,
        "goal": script.goal,
        "technique": list(script.technique),
        "evidence": script.evidence,
        "audience": list(script.audience),
        "needs": sorted(script.needs),
        "interests": list(script.interests),
        **({"helps": sorted(script.helps)} if script.helps else {}),
        "about_work": script.about_work,
        "minutes": script.minutes,
        "moment": _moment_body(script.moment),
        "repeat": {"max": script.repeat.max, "every_days": script.repeat.every_days},
        "sensitive": script.sensitive,
        **({"right_answers": list(script.right_answers)} if script.right_answers else {}),
        "text": script.text,
        "buttons": [_button_body(button) for button in script.buttons],
        "source": script.source,
        "licence": script.licence,
        **{name: _rewording_body(rewording) for name, rewording in (("u", script.u), ("easy", script.easy)) if rewording},
    }


def _moment(written: WrittenMoment) -> Moment:
    days, months = (frozenset(map(WEEKDAYS.index, written.days)), frozenset(MONTHS.index(month) + 1 for month in written.months))
    return Moment(days, _value(written.part), months)


def _moment_body(moment: Moment) -> dict[str, Any]:
    plain = {"days": [WEEKDAYS[day] for day in sorted(moment.days)], "part": _value(moment.part)}
    return plain | ({"months": [MONTHS[month - 1] for month in sorted(moment.months)]} if moment.months else {})


def _rewording(written: WrittenRewording | None) -> Rewording | None:
    if written is None:
        return None
    return Rewording(written.text, tuple(RewordedButton(button.label, button.say) if button else None for button in written.buttons))


def _rewording_body(rewording: Rewording) -> dict[str, Any]:
    return {"text": rewording.text, "buttons": [button and {"label": button.label, "say": button.say} for button in rewording.buttons]}


def _button_body(button: ScriptButton) -> dict[str, Any]:
    then = button.then
    return {"label": button.label, "then": {"say": then.say, "do": _value(then.do), "ask": then.ask, "interest": then.interest}}


def _value(word: str | None) -> str | None:
    """Return a plain string for a member of an enumeration."""
    return None if word is None else str(word)
