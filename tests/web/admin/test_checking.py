"""What the check says about what is typed."""

import pytest

from tests.web.admin.conftest import Browser, Services, words
from tests.web.admin.editing import AT, opened, save
from tests.web.admin.forms import form_at


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Tekst . Dit is nog leeg."),
        ({"text": " ".join(["woord"] * 61)}, "De tekst heeft 61 woorden."),
        ({"minutes": "veel"}, "Duur . Vul hier een heel getal in."),
        ({"minutes": "0"}, "Duur . Dit getal is te klein."),
        ({"theme": "iets anders"}, "Thema . Kies iets uit de lijst."),
        ({"buttons__1__label": "Ja"}, "Knop 2 . Twee knoppen hebben dezelfde tekst."),
        ({"buttons__0__label": "x" * 25}, "Knop 1 . Dit is te lang."),
        ({"buttons__0__then__say": ""}, "Antwoord bij knop 1 . Dit is nog leeg."),
        ({"buttons__0__then__do": "stop"}, "Wat knop 1 doet . Kies 1 vervolg, geen 2."),
        ({"text": "Doe je mee met {fiets}?"}, "{fiets} bestaat niet."),
        ({"text": "Heb je zin in {wens}?"}, "Vink bij 'Alleen voor wie' ook aan"),
        ({"text": "Wilt u dit? Of wil je dat?"}, "Je en u staan door elkaar (je u)."),
        ({"text": "Je moet nu iets leren."}, "'je moet' klinkt als een plicht. Beter: je kunt."),
        (
            {"text": "Wil je dit of dat of iets heel anders doen vandaag? Zeg maar wat je echt het leukste vindt van alles."},
            "gemiddeld 10,5 woorden",
        ),
        ({"text": "Wil je iets leren? " + "dit en " * 10 + "dat kan."}, "Een zin heeft 22 woorden."),
        ({"text": "Wil je iets over arbeidsongeschiktheidsverzekeringen horen?"}, "is een lang woord"),
    ],
)
@pytest.mark.usefixtures("live_script")
def test_every_fault_is_named_beside_its_field(admin: Browser, changes: dict[str, str], sentence: str) -> None:
    assert sentence in words(save(admin, opened(admin), **changes).text)


@pytest.mark.usefixtures("live_script")
def test_a_script_without_a_way_to_say_no_gets_a_tip(admin: Browser) -> None:
    fields = opened(admin)
    for index in range(4):
        fields |= {f"buttons.{index}.label": [f"Ja {index}"], f"buttons.{index}.then.do": [""]}
    answer = save(admin, fields)
    assert "Tip: Knoppen . Geen enkele knop zegt nee." in words(answer.text)


@pytest.mark.usefixtures("live_script")
def test_the_check_can_be_asked_for_without_keeping_anything(admin: Browser, services: Services) -> None:
    answer = admin.post(f"{AT}/controle", opened(admin) | {"text": "Je moet leren."})
    assert "klinkt als een plicht" in answer.text
    assert "<html" not in answer.text
    assert not services.scripts.list()[0].has_draft


@pytest.mark.usefixtures("live_script")
def test_what_an_editor_types_is_never_markup(admin: Browser) -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    fields = opened(admin)
    save(admin, fields, text=evil, goal=evil, buttons__0__label="<b>ja</b>", buttons__0__then__say=evil)
    pages = [AT, f"{AT}/publiceren", "/beheer/duwtjes", "/beheer/", "/beheer/duwtjes?zoek=<script>alert(1)</script>&thema=<i>&stand=<i>"]
    texts = [admin.get(page).text for page in pages] + [admin.post(f"{AT}/controle", opened(admin)).text]
    for text in texts:
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<b>ja" not in text
    assert form_at(texts[0], AT)["text"] == [evil]
