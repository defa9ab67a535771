"""When items of two sources are one and the same. Nothing is thrown away: a double is only hidden behind the item that leads.

Two items are the same when they have one title, language and tenant scope, and besides either one web page, or one provider
and place. A source that has several such items makes no doubles with them: which one is meant cannot be known.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from bot.catalogue.models import Item
from bot.language.words.fold import words_of

_OLDEST = datetime.min.replace(tzinfo=UTC)
SAME_PAGE, SAME_NAME = "same_page", "same_name"


@dataclass(frozen=True)
class Keys:
    """What an item is recognised by; None when it does not tell enough."""

    page: str | None
    name: str | None


@dataclass(frozen=True)
class Candidate:
    """An item that shares a key with another."""

    item_id: str
    source: str
    keys: Keys
    added_at: datetime | None


@dataclass(frozen=True)
class Double:
    """``item_id`` is the same as ``leader_id``; ``because`` names the rule."""

    item_id: str
    leader_id: str
    because: str


def keys_of(item: Item) -> Keys:
    """Return what ``item`` is recognised by."""
    always = (" ".join(words_of(item.title)), item.language, item.tenant or "")
    page = _page(item.url)
    provider = " ".join(words_of(item.provider.name)) if item.provider else ""
    place = " ".join(words_of(item.place or ""))
    return Keys(
        page=_digest(*always, page) if page else None,
        name=_digest(*always, provider, place, item.delivery.value) if provider else None,
    )


def doubles(candidates: Iterable[Candidate]) -> list[Double]:
    """Return who is a double of whom; the item that was there first leads, so that its id keeps meaning the same."""
    everyone = sorted(candidates, key=lambda each: (each.added_at or _OLDEST, each.item_id))
    leaders: dict[str, tuple[str, str]] = {}
    for because in (SAME_PAGE, SAME_NAME):
        groups: dict[str, list[Candidate]] = defaultdict(list)
        for each in everyone:
            key = each.keys.page if because == SAME_PAGE else each.keys.name
            if key and each.item_id not in leaders:
                groups[key].append(each)
        for group in groups.values():
            if len({each.source for each in group}) == len(group):
                leaders |= {each.item_id: (group[0].item_id, because) for each in group[1:]}
    return [Double(item_id, _first(leader, leaders), because) for item_id, (leader, because) in sorted(leaders.items())]


def _first(item_id: str, leaders: Mapping[str, tuple[str, str]]) -> str:
    while item_id in leaders:
        item_id = leaders[item_id][0]
    return item_id


def _page(url: str | None) -> str:
    """Return the page without what differs per visitor; a home page is no page of an item."""
    if not url:
        return ""
    parts = urlsplit(url)
    path = parts.path.rstrip("/").casefold()
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not part.startswith("utm_")))
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{query}" if path or query else ""


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
