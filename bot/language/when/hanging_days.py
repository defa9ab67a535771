"""Days that hang on something we do not know: "de dag voor mijn rijles", "als ik weer vrij ben". Which day that is, is asked.

What they hang on may be any word, so the rules look at how it is said. They count only where no day is named otherwise.
"""

import re
from functools import cache

from bot.language.when.line import Line
from bot.language.when.vocabulary import any_of, in_every_day, vocabulary

Place = tuple[int, int]
_KNOWN = r"#|(?!1 (?!uur))\d|half|kwart"
"""An hour, or a day that was read already: what hangs on that is known."""
_WHAT = r"(?: (?!om |rond |tegen )[^\W\d]+){0,3}"
"""On what it hangs, as far as we say it back."""


def hanging_day_in(line: Line) -> Place | None:
    """Return where ``line`` tells a day from something else; None when it does not."""
    found = (match for pattern in _patterns() if (match := pattern.search(line.plain)))
    return next((match.span() for match in found), None)


def hanging_weekend() -> str:
    """Return the pattern of a weekend that is told from something else: "het weekend dat ik vrij ben", not "in het weekend na het eten"."""
    link = any_of(vocabulary().hanging["links"])
    return rf"(?:(?:het|1|eerste|laatste) )?weekend (?:{link})(?! (?:{_KNOWN}|{in_every_day()})){_WHAT}"


def before_something(line: Line) -> Place | None:
    """Return where ``line`` tells a moment as so long before or after something: "een uur voor mijn rijles" is no one o'clock."""
    found = _lead().search(line.plain)
    return found.span() if found else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = vocabulary()
    hanging = words.hanging
    parts = any_of(word for word, part in words.part_words.items() if part != "pauze")
    which = rf"(?:{any_of(hanging['which'])}|\d{{1,3}}) (?:(?!{any_of(hanging['all'])})\w+ )?"
    alone = rf"(?<!\w)(?<!door )(?<!{' )(?<!'.join(hanging['every'])} )"
    link = any_of(hanging["links"])
    # A part of the day may hang on what is in every day, on an hour or on a day that was read already.
    unknown = rf"(?! (?:{_KNOWN}|{in_every_day()}))"
    clause = rf"(?:{any_of(hanging['when'])}) (?:\w+ ){{1,5}}?"
    day_of_theirs = rf"(?:{any_of(hanging['before_own'])}) (?:\w+ )?(?!(?:{any_of(hanging['no_own'])})(?!\w))"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{alone}{which}(?:dag|week|maand|jaar) (?:{link})(?!\w){_WHAT}",
            rf"{alone}{which}(?:{parts}) (?:{link})(?!\w){unknown}{_WHAT}",
            rf"(?<!\w){clause}(?:{any_of(hanging['states'])})(?!\w)(?: (?:ben|is|bent|zijn|zit))?(?!\w)",
            rf"(?<!\w)(?<!aan ){day_of_theirs}(?:(?:vrij|vrije) (?:dag|{parts})|\w{{3,}}dag)(?!\w)",
            r"(?<!\w)(?:over|binnen) (?:\w+ ){0,4}(?:week|maand|jaar)(?!\w)",
        )
    )


@cache
def _lead() -> re.Pattern[str]:
    no_hour = r"(?<!\w)(?<!om )(?<!rond )(?<!tegen )(?<!vanaf )(?<!\d )"
    lead = r"(?:1 uur|(?:1 )?(?:half uur|kwartier)|(?:\d{1,2}|paar) (?:minuten|kwartier))"
    return re.compile(rf"{no_hour}{lead} (?:voor|na)(?! (?:{_KNOWN}|{in_every_day()}))(?= \w){_WHAT}")
