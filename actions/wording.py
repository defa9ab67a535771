"""Puts things to learn and rhythms into words."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from datetime import time as time_of_day
from decimal import Decimal

from bot.catalogue.models import Delivery, Item, Kind, Spot
from bot.catalogue.starting import start_of
from bot.clock import AMSTERDAM, local_date
from bot.errors import DuwtjeError
from bot.language.saying.dates import Dates
from bot.language.saying.texts import Texts
from bot.language.when.rhythm import Rhythm
from bot.nudges.reminder import Reminder

HOUR = 60
DAY = 8 * HOUR
"""Longer than a working day is told in days."""
MOST_PLACES = 3
"""Places that are named of one thing to learn."""
Label = Callable[[str], str]
LONGEST_ECHO = 60
"""Characters of a person's own words that are repeated to them."""
_SMALL_S = re.compile(r"['’‘`]?s (?=(?:morgens|ochtends|middags|avonds|nachts|maandags|woensdags|zondags|winters|zomers)\b)", re.IGNORECASE)
SMALL_S = "'s "
"""What is never a capital: "'s Avonds"."""


def time(texts: Texts, item: Item) -> str:
    """Return how long it takes, such as "1 uur en 30 minuten"."""
    if item.minutes is None:
        return texts("item_time_free")
    return span(texts, item.minutes)


def span(texts: Texts, minutes: int) -> str:
    """Return a number of minutes in words."""
    hours, rest = divmod(minutes, HOUR)
    if minutes > DAY:
        return texts("item_days", n=round(minutes / DAY))
    if not hours:
        return texts("item_one_minute") if rest == 1 else texts("item_minutes", n=rest)
    if rest:
        return texts("item_hours_and_minutes", n=hours, m=rest)
    return texts("item_one_hour") if hours == 1 else texts("item_hours", n=hours)


def price(texts: Texts, item: Item) -> str:
    """Return what it costs, such as "gratis" or "€ 12,50"."""
    if item.price is None:
        return texts("item_price_unknown")
    if not item.price_complete:
        return texts("item_price_from", price=_euros(item.price)) if item.price else texts("item_price_unknown")
    return texts("item_free") if item.is_free else texts("item_price", price=_euros(item.price))


def place(texts: Texts, item: Item, spots: Sequence[Spot]) -> str:
    """Return where it is, of ``spots`` the first few."""
    if item.delivery is Delivery.ONSITE:
        names = list(dict.fromkeys(spot.place for spot in spots))
        return texts("item_in", place=_either(texts, names)) if names else texts("item_onsite")
    keys = {Delivery.WORKPLACE: "item_at_workplace", Delivery.HOME: "item_at_home", Delivery.ONLINE: "item_online"}
    return texts(keys.get(item.delivery, "item_anywhere"))


def away(texts: Texts, where: str, kilometres: float | None) -> str:
    """Return ``where`` and how far that is; only ``where`` when that is not known, or next door."""
    return texts("item_away", place=where, km=round(kilometres)) if kilometres and 1 <= kilometres < math.inf else where


def proof(texts: Texts, item: Item) -> str:
    """Return what proof it gives."""
    key = f"item_proof_{item.proof.replace('-', '_')}"
    return texts(key if key in texts else "item_proof_none")


def begins(texts: Texts, item: Item, today: date) -> str:
    """Return on which day it begins or opens; empty when there is no such day."""
    start = start_of(item, today)
    if start.day is None:
        return ""
    key = "item_open_on" if item.kind is Kind.LEERPLEK else "item_begins" if start.is_final else "item_begins_maybe"
    return texts(key, day=coming_day(texts, start.day, today))


def when(texts: Texts, item: Item, today: date) -> str:
    """Return the answer to when somebody can begin, which may be that we do not know."""
    start, parts = start_of(item, today), _either(texts, [texts(f"item_part_{part}") for part in item.parts_of_day])
    if start.any_time:
        return texts("item_when_any")
    if start.day is None:
        known = texts("item_when_day_unknown", parts=parts) if parts else texts("item_when_unknown")
        return texts("item_when_ask", known=known, provider=item.provider.name) if item.provider else known
    first = coming_day(texts, start.day, today)
    if item.open_days:
        first = texts("item_when_weekly", days=_either(texts, item.open_days), day=first)
    elif not start.is_final:
        first = texts("item_when_maybe", day=first)
    return ", ".join(filter(None, (first, parts)))


def facts(texts: Texts, item: Item, today: date) -> str:
    """Return time, money, place and the next start on one line."""
    told = (time(texts, item), price(texts, item), place(texts, item, item.spots(today)), begins(texts, item, today))
    return ", ".join(filter(None, told))


def listed(texts: Texts, items: Sequence[Item], tell: Callable[[Item], str]) -> str:
    """Return one line per item, numbered when there are more."""
    if len(items) == 1:
        return texts("item_one_line", title=items[0].title, facts=tell(items[0]))
    return "\n".join(line(texts, item, number, tell(item)) for number, item in enumerate(items, start=1))


def line(texts: Texts, item: Item, number: int, told: str) -> str:
    """Return one numbered line."""
    return texts("item_line", number=number, title=item.title, facts=told)


def source(texts: Texts, item: Item, *, briefly: bool = False) -> str:
    """Return who offers it, where to read more and, unless ``briefly``, when a source last had it; empty when there is nothing to tell."""
    parts = []
    if item.provider:
        parts.append(texts("item_by", provider=item.provider.name))
    if item.url:
        parts.append(texts("item_more", url=item.url))
    if item.seen_on and not briefly:
        parts.append(texts("item_seen", day=Dates(texts).full(local_date(item.seen_on))))
    return " ".join(parts)


def day(texts: Texts, moment: date | datetime) -> str:
    """Return for instance "dinsdag 3 maart"."""
    # A date without a time is that day whatever the time zone; noon keeps it so.
    return Dates(texts).day(moment if isinstance(moment, datetime) else datetime.combine(moment, time_of_day(12), AMSTERDAM))


def clock(texts: Texts, at: time_of_day) -> str:
    """Return for instance "19.30"."""
    return Dates(texts).clock(at)


def coming_day(texts: Texts, coming: date, today: date) -> str:
    """Return for instance "dinsdag 3 maart"; in another year "3 maart 2027"."""
    return day(texts, coming) if coming.year == today.year else Dates(texts).full(coming)


def clock_time(texts: Texts, moment: datetime) -> str:
    """Return for instance "19.30"."""
    return Dates(texts).time(moment)


def rhythm_of(texts: Texts, rhythm: Rhythm, moment: datetime) -> str:
    """Return for instance "elke maandag", for what comes back on the day of the week of ``moment``."""
    return Dates(texts).rhythm(rhythm, moment)


def reminder_lines(texts: Texts, reminders: Sequence[Reminder]) -> str:
    """Return a numbered line per reminder with its day or its rhythm, time and words."""
    return "\n".join(
        texts("reminder_line", number=number, day=days_of(texts, each), time=clock_time(texts, each.due_at), text=echo(each.text))
        for number, each in enumerate(reminders, start=1)
    )


def days_of(texts: Texts, reminder: Reminder) -> str:
    """Return on which day ``reminder`` comes, or in which rhythm."""
    return rhythm_of(texts, reminder.rhythm, reminder.due_at) if reminder.rhythm else day(texts, reminder.due_at)


def error(texts: Texts, problem: DuwtjeError) -> str:
    """Return what a person reads about ``problem``."""
    return texts(problem.code)


def echo(text: str) -> str:
    """Return a person's own words, shortened for repeating."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_ECHO else f"{flat[: LONGEST_ECHO - 1].rstrip()}…"


def _either(texts: Texts, names: Sequence[str]) -> str:
    """Return for instance "Almere, Goes of Zwolle"; empty without names."""
    some = [*names[:MOST_PLACES], *([texts("item_elsewhere")] if len(names) > MOST_PLACES else [])]
    return texts("item_either", some=", ".join(some[:-1]), last=some[-1]) if len(some) > 1 else "".join(some)


def capital(text: str) -> str:
    """Return ``text`` as the begin of a sentence: "morgen" is "Morgen", "s avonds" is "'s Avonds"."""
    small = _SMALL_S.match(text)
    rest = text[small.end() :] if small else text
    return f"{SMALL_S if small else ''}{rest[:1].upper()}{rest[1:]}"


def _euros(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return f"{amount:.0f}" if whole else f"{amount:.2f}".replace(".", ",")
