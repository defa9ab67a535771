"""Nothing of the demo catalogue is said to be there "because you said" a word that means something else there."""

from dataclasses import replace

import pytest

from bot.catalogue.fitting import Limits
from bot.catalogue.interests import load_interests
from bot.catalogue.ranking import choose
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import load_regions
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.wanted import Because
from tests.unit.catalogue.conftest import demo_items

INDEX, INTERESTS, REGIONS = CatalogueIndex(demo_items()), load_interests(), load_regions()
READER = WishReader(INTERESTS, REGIONS)


def reasons(text: str) -> dict[str, Because]:
    """Return what is suggested for ``text``, each with its reason; nothing when nothing matches."""
    read = READER.read(text)
    wanted = replace(read, subjects=INTERESTS.subjects_in(read.text))
    limits = Limits(wanted, REGIONS)
    found = choose(INDEX.find(wanted.text, wanted.interests, limits), lambda: INDEX.within(limits), wanted, limits)
    return {each.item.source_id: each.because for each in found.items} if found.matched else {}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("een stopcontact vervangen", "stopcontact"),
        ("rechten studeren", "rechten"),
        ("mijn rechten als werknemer", "rechten"),
        ("piano toets aanslag", "toets"),
        ("minder drinken", "drinken"),
        ("zelf een kast maken", "kast"),
        ("haren knippen", "knippen"),
        ("helpende plus", "plus"),
        ("duits spreken", "spreken"),
        ("arabisch schrijven", "schrijven"),
        ("een website bouwen", "bouwen"),
        ("katten verzorgen", "verzorgen"),
        ("ik ben moe en wil meer energie", "energie"),
        ("druk in mijn hoofd", "hoofd"),
        ("praten over verlies", "praten"),
        ("zonnepanelen leggen", "leggen"),
        ("kinderopvang voor kraamzorg", "kraamzorg"),
        ("vrienden maken", "vrienden"),
        ("bankstel bekleden", "bankstel"),
        ("stoelmassage", "stoelmassage"),
        ("blokfluit", "blokfluit"),
        ("houtskooltekenen", "houtskooltekenen"),
        ("slager worden", "slager"),
        ("cv ketel", "cv"),
    ],
)
def test_a_word_that_means_something_else_is_never_the_reason(text: str, word: str) -> None:
    given = {id_ for id_, because in reasons(text).items() if because == Because("words", word)}
    assert given == set()


@pytest.mark.parametrize(
    ("text", "item", "word"),
    [
        ("ik wil stoppen met roken", "roken-vraag-hulp", "roken"),
        ("gitaar spelen", "terug-gitaar-drie-akkoorden", "gitaar"),
        ("spaans leren praten", "vijf-zinnen-spaans", "spaans"),
        ("energie besparen", "geld-energie-een-kamer", "energie"),
        ("tuinieren", "eigen-bak-in-de-buurttuin", "tuinieren"),
        ("boekhouden", "geld-boekhouden-voor-zzp-beginners", "boekhouden"),
        ("kookworkshop", "kook-mee-in-de-wijk", "kookworkshop"),
        ("koffie drinken met anderen", "digi-koffie-en-telefoon", "koffie"),
        ("lachen", "uitleg-zonder-woorden", "lachen"),
        ("nieuwe mensen ontmoeten en solliciteren", "lijst-van-al-je-werk", "solliciteren"),
    ],
)
def test_what_they_said_is_the_reason_when_it_is_about_that(text: str, item: str, word: str) -> None:
    assert reasons(text).get(item) == Because("words", word)


@pytest.mark.parametrize(
    ("text", "tag"), [("kinderfeestje geven", "kinderen"), ("teamleider worden", "leidinggeven"), ("vogelspin", "natuur")]
)
def test_what_only_begins_alike_goes_by_its_topic(text: str, tag: str) -> None:
    assert Because("interest", tag) in reasons(text).values()


@pytest.mark.parametrize("text", ["glazen wassen", "hartfalen", "handlettering", "een hek plaatsen", "vloggen", "moppen vertellen"])
def test_when_there_is_nothing_about_it_nothing_is_said_to_be(text: str) -> None:
    assert reasons(text) == {}
