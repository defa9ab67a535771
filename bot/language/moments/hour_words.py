"""The words of bot/language/data/hours.yml, ready for use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.person.work import load_work_words
from bot.language.when.vocabulary import any_of, vocabulary
from bot.language.words.phrases import expand
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "hours.yml"
_DIGITAL = r"\d{1,2}(?:[:.]\d{2})?"
_CLOCK = (
    r"(?:(?:\d{1,2}|kwart) (?:minuten )?(?:over|voor) (?:half )?\d{1,2}|half \d{1,2}|\d{1,2}[uh]\d{2}|\d{1,2}[:.]\d{2}|\d{1,2}|middernacht)"
    r"(?: ?(?:uur|u|h))?"
)
_NO_AMOUNT = r"(?! (?:per|in|uur per|jaar|mensen|personen|week|dag|maand|euro|keer|km|kinderen)\b)"


@dataclass(frozen=True)
class HourWords:
    """Patterns for a line of ``bot.language.when``."""

    subject: re.Pattern[str]
    """Work, of who types."""
    shifts: re.Pattern[str]
    shift_of: dict[str, str]
    weekdays: re.Pattern[str]
    """Days that say no more than how many: "van maandag tot vrijdag"."""
    patterns: tuple[re.Pattern[str], ...]
    """From the surest to the vaguest, with ``start``, ``end`` or both."""
    not_now: Sequence[str]
    others: Sequence[str]
    around: frozenset[str]
    begins: dict[str, range]
    """In which minutes after midnight each shift begins."""
    after: re.Pattern[str]


@cache
def hour_words() -> HourWords:
    """Read the words, once per process."""
    data = read_mapping(DATA)
    days = any_of(vocabulary().weekdays)
    shift_of = {name: shift for shift, names in data["shifts"].items() for each in names for name in expand(each)}
    return HourWords(
        subject=_phrases(data["subjects"]),
        shifts=re.compile(rf"(?<!\w)(?:{any_of(shift_of)})(?!\w)"),
        shift_of=shift_of,
        weekdays=re.compile(rf"(?<!\w)(?:van |op )?(?:{days}) (?:(?:{any_of(data['until'])}) )(?:met )?(?:{days})(?!\w)"),
        patterns=tuple(_patterns(data)),
        not_now=[*data["not_now"], *load_work_words().past, *load_work_words().one_day],
        others=data["others"],
        around=frozenset(data["around"]),
        begins={shift: range(first * 60, last * 60) for shift, (first, last) in data["begins"].items()},
        after=re.compile(rf"(?:{any_of(data['after'])}) (?:\S+ ){{0,3}}(?:{any_of(data['work'])})(?!\w)"),
    )


def _patterns(data: Mapping[str, Any]) -> Iterator[re.Pattern[str]]:
    part = rf"(?: (?:s |in de )?(?:{any_of(vocabulary().part_words)}))?"
    clock = rf"(?:(?:{any_of(data['about'])}) )?(?P<NAME>{_CLOCK}{part})(?!\w){_NO_AMOUNT}"
    start, end = clock.replace("NAME", "start"), clock.replace("NAME", "end")
    until = any_of(data["until"])
    yield re.compile(rf"(?<!\w)(?:(?:{any_of(data['since'])}) )?{start} ?(?:{until}) {end}")
    yield re.compile(rf"(?<!\w)tussen {start} en {end}")
    yield re.compile(rf"(?<!\w)(?P<start>{_DIGITAL})-(?P<end>{_DIGITAL})(?: ?(?:uur|u|h))?(?!\w)")
    yield re.compile(rf"(?<!\w)(?:{any_of(data['starting'])}) {start}")
    yield re.compile(rf"(?<!\w)(?:{any_of(data['ending'])}) {end}")


def _phrases(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(phrase for each in patterns for phrase in expand(each))})(?!\w)")
