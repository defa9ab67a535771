import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.person.asides import LISTS, aside_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jullie luisteren niet", "unheard"),
        ("Dat vroeg ik niet!", "unheard"),
        ("u leest niet wat ik schrijf", "unheard"),
        ("je snapt er niks van", "unheard"),
        ("geef nou eens antwoord", "unheard"),
        ("me dogter tiept dit", "helper"),
        ("ik type voor mijn man", "helper"),
        ("mijn zoon helpt mij typen", "helper"),
        ("moet ik dit van mijn baas", "must"),
        ("waarom moet ik leren", "must"),
        ("wat heb ik er aan", "use"),
        ("wat moet ik ermee", "use"),
        ("waar is dat goed voor", "use"),
        ("ik ben 64 jaar", "age"),
        ("61 ben ik", "age"),
        ("ik ben al 58, kan dat nog?", "age"),
        ("ben ik niet te oud voor zoiets", "age"),
        ("moet ik daarvoor de deur uit", "out"),
        ("hij heeft me nooit iets laten leren", "wronged"),
        ("ben 24 en heb 2 kleintjes", "family"),
        ("ik heb drie kinderen thuis", "family"),
        ("alleenstaande moeder van 2", "family"),
        ("ik ben geen kind hoor", "respect"),
        ("wie betaalt jou eigenlijk", "paid"),
        ("is nummer 1 reclame?", "paid"),
        ("klopt dat echt", "truth"),
        ("hoe weet ik dat dat klopt", "truth"),
        ("kan ik er zo weer mee stoppen", "tied"),
        ("waarom zou ik iets moeten leren, ik werk al 30 jaar", "must"),
        ("vroeger op school uitgelachen", "wronged"),
        ("pff kom net uit nachtdienst", "story"),
        ("sorry hoor", "sorry"),
        ("Geachte heer, mijn naam is Gerda.", "who"),
        ("ff snel zit in de bus", "story"),
        ("me baas is een klootzak", "story"),
        ("je lijkt mijn moeder wel", "must"),
        ("pf zeker duur", "dear"),
        ("ben jij gratis?", "free"),
        ("verkopen jullie mijn gegevens", "sells"),
        ("wie leest dit eigenlijk mee", "readers"),
        ("kunt u dat voorlezen", "aloud"),
        ("word je soms moe", "moods"),
        ("ik verveel me kapot", "bored"),
        ("hoe laat is het nu", "clock"),
        ("is dat zo goed?", "good"),
        ("ik ben erg handig met hout", "good_at"),
        ("mijn zoon is 11 jaar", "child"),
        ("en als mijn baas niet betaalt", "boss_says_no"),
        ("het gaat niet over mij, mijn broer", "other_one"),
    ],
)
def test_what_is_said_beside_the_question(text: str, name: str) -> None:
    assert aside_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "koken",
        "luister naar muziek",
        "dat is duur",
        "wat is gratis",
        "ik verkoop bloemen",
        "ik wil leren voorlezen",
        "ik ben niet goed in rekenen",
        "ik luister niet graag naar podcasts",
        "mijn dochter wil leren koken",
        "mijn man helpt me koken",
        "ik schrijf graag",
        "wanneer past het jou",
        "ik weet niet wanneer ik tijd heb",
        "wat heb ik al geleerd",
        "ik ben al 40 jaar lasser",
        "ik ben 61 en wil leren koken",
        "mijn computer is te oud",
        "64",
        "sorry?",
        "dingen die kapot zijn zelf maken",
        "die met hout",
        "ik heb 20 minuten",
    ],
)
def test_what_says_something_else(text: str) -> None:
    assert aside_in(text) in (None, "story")


@pytest.mark.parametrize(
    "text",
    ["dingen die kapot zijn zelf maken", "die met hout", "mijn fiets maken", "het vak leren", "de computer", "in de tuin", "baas worden"],
)
def test_a_wish_is_no_story(text: str) -> None:
    assert aside_in(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert aside_in(text) in (None, *LISTS)
