"""The guide to schemes (regelingenwijzer): what may suit somebody today, and which schemes have to be looked at again."""

from collections.abc import Iterable
from datetime import date

from bot.catalogue.ages import by_age
from bot.catalogue.money.checks import OpenCheckWork, SchemeCheck, after, may_be_checked
from bot.catalogue.money.choosing import advise, age_limit, asks_agreement
from bot.catalogue.money.models import Advice, Answers, Scheme, SchemeToday
from bot.catalogue.money.today import today_of
from bot.clock import Clock, local_date
from bot.errors import UnknownScheme
from bot.language.words.fold import words_of
from bot.language.words.typos import typo_map


class MoneyGuide:
    """Knows the schemes that are shipped, what administrators found at their sources since, and what day it is."""

    def __init__(self, shipped: Iterable[Scheme], open_work: OpenCheckWork, clock: Clock) -> None:
        self._shipped = tuple(shipped)
        self._names = {name: each.id for each in self._shipped for name in each.names}
        self._slips = typo_map((word for name in self._names for word in name), frozenset())
        self._longest = max(map(len, self._names), default=0)
        self._open_work = open_work
        self._clock = clock

    def advise(self, answers: Answers) -> Advice:
        """Return at most three schemes that may suit, one of them free, and whom to ask first."""
        return advise(self._schemes(), answers, self._today())

    def age_limit(self, answers: Answers) -> int | None:
        """Return the age that still decides, in years; None when there is no reason to ask for it."""
        return age_limit(self._schemes(), answers, self._today())

    def asks_agreement(self, answers: Answers) -> bool:
        """Whether there is a reason to ask for money at work."""
        return asks_agreement(self._schemes(), answers, self._today())

    def named_in(self, text: str) -> SchemeToday | None:
        """Return the first scheme that ``text`` calls by a name of it."""
        words = tuple(self._slips.get(word, word) for word in words_of(text))
        spans = (words[at : at + length] for at in range(len(words)) for length in range(1, self._longest + 1))
        named = next((self._names[span] for span in spans if span in self._names), None)
        return next((today_of(each, self._today()) for each in self._schemes() if each.id == named), None) if named else None

    def oldest_first(self) -> list[SchemeToday]:
        """Return every scheme: what was never checked, then what was checked longest ago, and last what has ended."""
        every = [today_of(each, self._today()) for each in self._schemes()]
        return sorted(every, key=lambda each: (each.scheme.ended_on is not None, by_age(each.age_days)))

    def stale(self) -> list[SchemeToday]:
        """Return the schemes whose source has to be looked at again, the oldest first."""
        return [each for each in self.oldest_first() if each.is_stale]

    def check(self, scheme_id: str, *, is_open: bool, by: str) -> None:
        """Keep what the administrator ``by`` found at the source today; raises UnknownScheme, also for what ended or is only a plan."""
        if not any(each.id == scheme_id and may_be_checked(each) for each in self._shipped):
            raise UnknownScheme(scheme_id)
        with self._open_work() as work:
            work.scheme_checks.save(SchemeCheck(scheme_id, is_open, self._today(), by))

    def _schemes(self) -> list[Scheme]:
        with self._open_work() as work:
            checks = {each.scheme_id: each for each in work.scheme_checks.all()}
        return [after(each, checks[each.id]) if each.id in checks else each for each in self._shipped]

    def _today(self) -> date:
        return local_date(self._clock())
