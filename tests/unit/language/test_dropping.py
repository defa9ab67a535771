"""What only points at the thing that has to go; who names it means that."""

import pytest

from bot.language.dropping import drops_that


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
