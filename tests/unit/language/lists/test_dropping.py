"""What only points at the thing that has to go; who names it means that."""

import pytest

from bot.language.lists.dropping import drops_one, drops_that


@pytest.mark.parametrize(
    "typed",
    [
        "weg ermee",
        "Weg ermee!",
        "nou weg er mee hoor",
        "verwijder dat",
        "haal dat weg",
        "haal dat maar weer weg",
        "gooi maar weg",
        "kan je t verwijderen",
        "kun je dit ff weghalen aub",
        "dat mag weg",
        "die mag er weer uit",
        "mag dat weg",
        "verweider dat",
        "schrap die maar",
        "wis dat",
        "delete",
        "weg met die rommel",
        "doe die maar weg",
    ],
)
def test_that_has_to_go(typed: str) -> None:
    assert drops_that(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "verwijder alles",
        "verwijder mijn gegevens",
        "wis alles over mij",
        "haal me weg",
        "haal de was weg",
        "ik wil leren hoe ik dat weghaal",
        "weg met die berichten",
        "weg ermee zei mijn baas",
        "ik ga weg",
        "dat moet weg uit mijn hoofd",
        "hoe verwijder ik dat",
        "ik heb dat verwijderd",
        "doe die maar",
        "dat mag",
        "haal die van vrijdag weg",
        "weg",
        "stop ermee",
        "doe dat",
        "",
    ],
)
def test_what_is_named_or_told_is_something_else(typed: str) -> None:
    assert not drops_that(typed)


ONE_LESS = [
    "vergeet die tweede",
    "niet die tweede",
    "die tweede niet",
    "nummer 2 niet",
    "niet 2",
    "de eerste hoef ik niet",
    "alles behalve de laatste",
    "laat die derde maar zitten",
    "sla de tweede maar over",
    "die tweede kan weg",
    "die eerste is niks voor mij",
    "skip nr 3",
    "de 2e vind ik saai",
    "vergeet de tweede maar",
    "nee die twede niet",
    "weg met die derde",
    "die met bakjes niet",
    "die met hout hoef ik niet",
    "vergeet die met de bakjes maar",
]
NONE_LESS = [
    "vergeet de tweede niet",
    "die tweede",
    "laat de tweede maar zien",
    "de tweede is niet ver",
    "is de tweede niet duur",
    "niet de tweede maar de derde",
    "doe de tweede maar",
    "sla de tweede op",
    "tweede maandag niet",
    "vergeet het",
    "niet elke week",
    "de tweede kan ik niet lezen",
    "herinner me niet op de 2e",
    "een niet",
    "liever niet",
    "niet 2 keer per week",
    "doe maar 2",
    "die met hout is niet duur",
    "die met hout",
]


@pytest.mark.parametrize("text", ONE_LESS)
def test_one_of_a_list_that_is_not_wanted_is_heard(text: str) -> None:
    assert drops_one(text)


@pytest.mark.parametrize("text", NONE_LESS)
def test_what_takes_one_or_says_something_of_it_drops_none(text: str) -> None:
    assert not drops_one(text)
