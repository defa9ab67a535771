"""Items about other things, as many as are asked for: the crowd among which the demo items must be found."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Kind, Provider, SmallestStep
from bot.catalogue.regions import Regions, load_regions
from bot.language.words.yaml_files import read_mapping

FOLDER = Path(__file__).parent
_KINDS = (Kind.CURSUS, Kind.CURSUS, Kind.OPLEIDING, Kind.FILMPJE, Kind.BOEK, Kind.PODCAST, Kind.MEELOPEN, Kind.VRAAG)
_PRICES = (None, Decimal(0), Decimal(45), Decimal(195), Decimal(650))
_MINUTES = (None, 15, 60, 240, 960, 4800)


def subjects() -> list[str]:
    """Return every subject, mixed, always in the same order."""
    words = read_mapping(FOLDER / "crowd.yml")
    every = ["".join(pair) for pair in product(words["objects"], words["acts"])]
    Random(1).shuffle(every)  # noqa: S311  the same crowd every time
    return every


def crowd(size: int) -> Iterator[Item]:
    """Yield ``size`` items, the same ones at every call; a smaller crowd is the beginning of a larger one.

    They carry the topics that an import would give them, so that what ours hears in a wish has competition.
    """
    words, about, regions, draw = read_mapping(FOLDER / "crowd.yml"), subjects(), load_regions(), Random(2)  # noqa: S311
    for number in range(size):
        yield _item(number, about[number % len(about)], words, regions, draw)


@cache
def _tags(text: str) -> tuple[str, ...]:
    return load_interests().tags_in(text)


def _item(number: int, subject: str, words: dict[str, Any], regions: Regions, draw: Random) -> Item:
    title = draw.choice(words["titles"]).format(subject=subject, level=draw.randint(1, 5))
    summary = draw.choice(words["summaries"]).format(subject=subject, extra=" ".join(draw.sample(words["extras"], 2)))
    place = draw.choice((None, *words["places"]))
    return Item(
        source="crowd",
        source_id=str(number),
        kind=draw.choice(_KINDS),
        title=title[0].upper() + title[1:],
        summary=summary,
        theme="experiment",
        interests=_tags(f"{title} {subject}"),
        keywords=(subject,),
        smallest_step=SmallestStep(draw.randint(1, 10), draw.choice(words["extras"])),
        delivery=Delivery.ONSITE if place else Delivery.ONLINE,
        price=draw.choice(_PRICES),
        minutes=draw.choice(_MINUTES),
        provider=Provider(draw.choice(words["providers"]), example=True),
        place=place,
        region=regions.code_of(place),
    )
