"""Which few items to show: what fits the wish best, and among equals what is free, small, informal and nearby."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.models import Because, Item, Suggestion, Wanted
from bot.catalogue.search.found import Found

_GOOD, _WEAK = 0.6, 0.4
"""Share of the best score from which an item is a good answer, or an answer at all without sharing a topic."""
_FREE, _INFORMAL, _SMALL, _NEAR = 0.15, 0.10, 0.05, 0.15
"""What is added to a relevance between 0 and 1: together less than the gap between a good answer and none."""
_SAME_KIND, _OTHER_LANGUAGE = 0.15, 0.5
_SMALL_MINUTES = 30
_SURE = 0.5
"""How surely an item must be about a word of the person to give that word as the reason."""


@dataclass(frozen=True)
class Suggestions:
    """What to show, best for the person first, and which limit had to be let go for it."""

    items: tuple[Suggestion, ...]
    relaxed: Relaxed | None = None


def choose(found: Sequence[Found], everything: Callable[[], Iterable[Item]], wanted: Wanted, limits: Limits, limit: int = 3) -> Suggestions:
    """Return at most ``limit`` suggestions. ``found`` holds what matches the wish; ``everything`` is asked when nothing does."""
    new = [each for each in found if limits.is_new(each.item) and limits.is_offered(each.item)]
    best = _best(new, limits)
    answers = [each for each in new if each.tag or each.score >= _WEAK * best]
    within, relaxed = _within_limits(answers, limits, _GOOD * best)
    if within:
        picked = _pick(within, _worth(wanted, limits, best), limit)
        return Suggestions(tuple(Suggestion(each.item, _because(each)) for each in _free_first(picked)), relaxed)
    usable = (item for item in everything() if limits.is_new(item) and limits.is_offered(item) and limits.allow(item))
    rest = [Found(item, 0.0) for item in usable]
    picked = _pick(rest, _worth(wanted, limits, 1.0), limit)
    return Suggestions(tuple(Suggestion(each.item, _because_nothing_matched(each.item, wanted, limits)) for each in _free_first(picked)))


def _best(found: Sequence[Found], limits: Limits) -> float:
    """Return the score to measure others by: the best of the kind that was asked for, unless nothing of it comes near."""
    best = max((each.score for each in found), default=0.0)
    in_kind = max((each.score for each in found if limits.is_kind(each.item)), default=0.0)
    return in_kind if in_kind >= _WEAK * best else best


def _within_limits(answers: Collection[Found], limits: Limits, good: float) -> tuple[list[Found], Relaxed | None]:
    fitting = [each for each in answers if limits.allow(each.item)]
    if any(each.score >= good for each in fitting):
        return fitting, None
    for relaxed in limits.relaxations():
        more = [each for each in answers if limits.allow(each.item, relaxed)]
        if any(each.score >= good for each in more):
            return more, relaxed
    return fitting, None


def _worth(wanted: Wanted, limits: Limits, best: float) -> Callable[[Found], float]:
    def worth(each: Found) -> float:
        item = each.item
        small = item.minutes is not None and item.minutes <= _SMALL_MINUTES
        extra = _FREE * item.is_free + _INFORMAL * (not item.kind.is_course) + _SMALL * small + _NEAR * limits.is_near(item)
        # Whoever did not name the language itself most likely cannot use an item in it.
        foreign = _OTHER_LANGUAGE * (item.language != "nl" and not each.word)
        return each.score / best + extra - foreign + _chance(wanted, item)

    return worth


def _pick(candidates: Iterable[Found], worth: Callable[[Found], float], limit: int) -> list[Found]:
    left = sorted(candidates, key=lambda each: (-worth(each), each.item.id))
    picked: list[Found] = []
    while left and len(picked) < limit:
        kinds = [each.item.kind for each in picked]
        chosen = max(left, key=lambda each: worth(each) - _SAME_KIND * kinds.count(each.item.kind))
        left.remove(chosen)
        picked.append(chosen)
    return picked


def _free_first(picked: list[Found]) -> list[Found]:
    return sorted(picked, key=lambda each: (not each.item.is_free, each.item.price or 0))


def _because(each: Found) -> Because:
    if each.word and (not each.tag or each.sureness >= _SURE):
        return Because("words", each.word)
    return Because("interest", each.tag)


def _because_nothing_matched(item: Item, wanted: Wanted, limits: Limits) -> Because:
    return Because("near", wanted.place or "") if limits.is_near(item) else Because("small")


def _chance(wanted: Wanted, item: Item) -> float:
    """Return a tiny number that differs per wish and item, so that equals do not always come in the same order."""
    draw = hashlib.blake2b(f"{wanted.text}|{','.join(wanted.interests)}|{item.id}".encode(), digest_size=4)
    return int.from_bytes(draw.digest()) / 2**32 * 0.01
