"""Which few items to show: what fits the wish best, and among equals what is free, small, informal and nearby."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue.distances import TRAVEL
from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.interests import empty_ends
from bot.catalogue.models import Item
from bot.catalogue.search.found import GOOD, Found
from bot.catalogue.vocabulary import EASY_LEVELS
from bot.catalogue.wanted import Because, Suggestion, Wanted
from bot.language.words.fold import words_of

_WEAK = 0.4
"""Share of the best score from which an item is an answer at all without sharing a topic."""
_FREE, _INFORMAL, _SMALL, _NEAR = 0.15, 0.10, 0.05, 0.15
"""What is added to a relevance between 0 and 1: together less than the gap between a good answer and none."""
_SAME_KIND, _OTHER_LANGUAGE, _HARD_DUTCH = 0.15, 0.5, 0.3
_SMALL_MINUTES = 30
MOST = 3
"""Suggestions: more is no choice but a search."""
_SURE = 0.5
"""How surely an item must be about a word of the person to give that word as the reason."""
_ACROSS = 300
"""Kilometres: further nothing lies in the Netherlands."""
_FAR = 50
"""Kilometres: before what is further comes what only is like it, and nearer."""


@dataclass(frozen=True)
class Suggestions:
    """What to show, best for the person first, and which limits had to be let go for it, in the order in which that was tried."""

    items: tuple[Suggestion, ...]
    relaxed: tuple[Relaxed, ...] = ()
    nearest: str | None = None
    """When the place was let go: the nearest place that has a good answer; None when that is not known."""
    matched: bool = True
    """Whether any of it is about the wish."""
    kilometres: int | None = None
    """How far ``nearest`` is, in a straight line."""

    @property
    def has_nearer(self) -> bool:
        """Whether something that is near comes along with what is far."""
        return len({each.kilometres is None for each in self.items}) > 1


def choose(found: Sequence[Found], everything: Callable[[], Iterable[Item]], wanted: Wanted, limits: Limits) -> Suggestions:
    """Return at most ``MOST`` suggestions. ``found`` holds what matches the wish; ``everything`` is asked when nothing does."""
    new = [each for each in found if limits.is_new(each.item) and limits.is_offered(each.item)]
    best = _best(new, limits)
    answers = [each for each in new if each.tag or each.score >= _WEAK * best]
    within, relaxed = _within_limits(answers, limits, GOOD * best)
    if within:
        good = [each for each in within if each.score >= GOOD * best]
        nearest = _nearest(good, limits) if Relaxed.PLACE in relaxed else None
        # Who has to travel further does so for a good answer only.
        around = [each for each in (good if nearest else within) if nearest is None or _is_around(each.item, nearest.item, limits)]
        worth, most_courses = _worth(wanted, limits, best), _most_courses(wanted)
        picked = _pick(around, worth, most_courses, nearest, wanted.subjects)
        if nearest is None:
            return Suggestions(_shown(picked, _because, limits), relaxed)
        alike = [each for each in within if limits.is_reachable(each.item)] if _is_far(nearest.item, limits) else []
        nearer = _pick(alike, worth, most_courses)[: MOST - 1]
        shown = _shown(nearer, _because, limits) + _shown(picked[: MOST - len(nearer)], _because, limits)
        where, away = limits.nearest(nearest.item).spot, limits.distance(nearest.item)
        return Suggestions(shown, relaxed, where.place if where else None, kilometres=None if away is None else round(away))
    usable = (item for item in everything() if limits.is_new(item) and limits.is_offered(item) and limits.allow(item))
    rest = [Found(item, 0.0) for item in usable]
    picked = _pick(rest, _worth(wanted, limits, 1.0), _most_courses(wanted))
    return Suggestions(_shown(picked, lambda each: _because_nothing_matched(each.item, wanted, limits), limits), matched=False)


def _shown(picked: list[Found], because: Callable[[Found], Because], limits: Limits) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(each.item, because(each), limits.nearest(each.item).spot, _kilometres(each.item, limits)) for each in _free_first(picked)
    )


def _kilometres(item: Item, limits: Limits) -> int | None:
    distance = limits.distance(item)
    return None if distance is None or limits.is_near(item) else round(distance)


def _is_far(item: Item, limits: Limits) -> bool:
    distance = limits.distance(item)
    return distance is not None and distance > _FAR


def _best(found: Sequence[Found], limits: Limits) -> float:
    """Return the score to measure others by: the best of the kind that was asked for, unless nothing of it comes near."""
    best = max((each.score for each in found), default=0.0)
    in_kind = max((each.score for each in found if limits.is_kind(each.item)), default=0.0)
    return in_kind if in_kind >= _WEAK * best else best


def _within_limits(answers: Collection[Found], limits: Limits, good: float) -> tuple[list[Found], tuple[Relaxed, ...]]:
    def fitting(relaxed: tuple[Relaxed, ...]) -> list[Found]:
        return [each for each in answers if limits.allow(each.item, relaxed)]

    def is_enough(relaxed: tuple[Relaxed, ...]) -> bool:
        return any(each.score >= good for each in fitting(relaxed))

    relaxed = next((some for some in ((), *limits.relaxations()) if is_enough(some)), ())
    for limit in reversed(relaxed):
        # What did not help is not let go.
        without = tuple(each for each in relaxed if each is not limit)
        relaxed = without if is_enough(without) else relaxed
    return fitting(relaxed), relaxed


def _nearest(good: Iterable[Found], limits: Limits) -> Found | None:
    away = [(distance, each.item.id, each) for each in good if (distance := limits.distance(each.item)) is not None]
    return min(away)[2] if away else None


def _is_around(item: Item, nearest: Item, limits: Limits) -> bool:
    distance, least = limits.distance(item), limits.distance(nearest)
    return limits.is_reachable(item) or (distance is not None and least is not None and distance <= least + TRAVEL)


def _worth(wanted: Wanted, limits: Limits, best: float) -> Callable[[Found], float]:
    def worth(each: Found) -> float:
        item = each.item
        small = item.minutes is not None and item.minutes <= _SMALL_MINUTES
        extra = _FREE * item.is_free + _INFORMAL * (not item.kind.is_course) + _SMALL * small + _NEAR * _closeness(item, limits)
        # Whoever did not name the language itself most likely cannot use an item in it.
        foreign = _OTHER_LANGUAGE * ("nl" not in (item.language, *item.also_in) and not each.word)
        hard = _HARD_DUTCH * _is_hard_dutch(item) if wanted.easy_dutch else 0
        return each.score / best + extra - foreign - hard + _chance(wanted, item)

    return worth


def _is_hard_dutch(item: Item) -> bool:
    """Whether it takes more Dutch than somebody has who reads it with difficulty: a school level, and no other language."""
    return item.level not in EASY_LEVELS and not item.also_in


def _closeness(item: Item, limits: Limits) -> float:
    """Return 1 where the person is, less the further away, and 0 for what is nowhere or far."""
    distance = limits.distance(item)
    if distance is None:
        return float(limits.is_near(item))
    if distance <= TRAVEL:
        return 1 - distance / TRAVEL / 2
    return max(0.0, 1 - distance / _ACROSS) / 2


def _most_courses(wanted: Wanted) -> int:
    """Return how many courses may be shown while there is something else: half, or all for who asks for one."""
    named = any(word in empty_ends() or word.endswith(("cursus", "opleiding")) for word in words_of(wanted.text))
    return MOST if named or any(kind.is_course for kind in wanted.kinds) else MOST // 2


def _pick(
    candidates: Iterable[Found],
    worth: Callable[[Found], float],
    most_courses: int,
    first: Found | None = None,
    subjects: Sequence[Collection[str]] = (),
) -> list[Found]:
    left = list(candidates)
    worths = {each.item.id: worth(each) for each in left}
    left.sort(key=lambda each: (-worths[each.item.id], each.item.id))
    picked: list[Found] = []
    while left and len(picked) < MOST:
        chosen = first if first and not picked else _next(_in_turn(left, picked, subjects), picked, worths, most_courses)
        left.remove(chosen)
        picked.append(chosen)
    return picked


def _in_turn(left: Sequence[Found], picked: Sequence[Found], subjects: Sequence[Collection[str]]) -> Sequence[Found]:
    """Return those of ``left`` about a subject of which nothing was picked; all of them when every subject had its turn."""
    waiting = [tags for tags in subjects if not any(each.tag in tags for each in picked)]
    return [each for each in left if any(each.tag in tags for tags in waiting)] or left


def _next(left: Sequence[Found], picked: Sequence[Found], worths: Mapping[str, float], most_courses: int) -> Found:
    kinds = [each.item.kind for each in picked]
    enough = sum(kind.is_course for kind in kinds) >= most_courses
    others = [each for each in left if not (enough and each.item.kind.is_course)]
    return max(others or left, key=lambda each: worths[each.item.id] - _SAME_KIND * kinds.count(each.item.kind))


def _free_first(picked: list[Found]) -> list[Found]:
    return sorted(
        picked, key=lambda each: (not each.item.is_free, each.item.price is None or not each.item.price_complete, each.item.price or 0)
    )


def _because(each: Found) -> Because:
    if each.sureness >= _SURE:
        return Because("words", each.word)
    return Because("interest", each.tag) if each.tag else Because("like", each.word)


def _because_nothing_matched(item: Item, wanted: Wanted, limits: Limits) -> Because:
    if limits.is_near(item):
        return Because("near", wanted.place or "")
    small = item.minutes is not None and item.minutes <= _SMALL_MINUTES
    return Because("small" if item.is_free and small else "free" if item.is_free else "other")


def _chance(wanted: Wanted, item: Item) -> float:
    """Return a tiny number that differs per wish and item, so that equals do not always come in the same order."""
    draw = hashlib.blake2b(f"{wanted.text}|{','.join(wanted.interests)}|{item.id}".encode(), digest_size=4)
    return int.from_bytes(draw.digest()) / 2**32 * 0.01
