"""Finding a script."""

from datetime import UTC, datetime

import pytest

from tests.unit.nudges.makers import a_script
from tests.web.admin.conftest import Browser, Services, words


@pytest.fixture(autouse=True)
def _scripts(services: Services) -> None:
    scripts = [
        a_script("koffie-met-buur", theme="van_elkaar", goal="Leren van een buur", text="Drink je samen koffie?"),
        a_script("zaag-maar", theme="experiment", goal="Met hout werken", text="Zaag je een plankje?"),
        a_script("oud-verhaal", theme="experiment", goal="Was ooit goed", text="Weet je nog?"),
    ]
    with services.store.work() as work:
        for script in scripts:
            work.scripts.publish(script, datetime(2026, 2, 1, 9, tzinfo=UTC), made_by=None)
    services.scripts.archive("oud-verhaal")
    draft = services.scripts.open("zaag-maar")
    services.scripts.draft({**draft.body, "text": "Zaag je mee?"}, based_on=1, by="beheer")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["koffie-met-buur", "zaag-maar"]),
        ("thema=experiment", ["zaag-maar"]),
        ("stand=live", ["koffie-met-buur", "zaag-maar"]),
        ("stand=concept", ["zaag-maar"]),
        ("stand=archief", ["oud-verhaal"]),
        ("zoek=KOFFIE", ["koffie-met-buur"]),
        ("zoek=plankje", ["zaag-maar"]),
        ("zoek=hout+werken", ["zaag-maar"]),
        ("zoek=hout+buur", []),
        ("zoek=nergens", []),
        ("stand=live&thema=van_elkaar&zoek=samen", ["koffie-met-buur"]),
    ],
)
def test_scripts_are_found_by_words_theme_and_state(admin: Browser, query: str, found: list[str]) -> None:
    page = admin.get(f"/beheer/duwtjes?{query}").text
    names = ("koffie-met-buur", "oud-verhaal", "zaag-maar")
    assert [name for name in names if f'href="/beheer/duwtjes/{name}"' in page] == found


def test_a_line_shows_theme_state_version_and_when_it_changed(admin: Browser) -> None:
    said = words(admin.get("/beheer/duwtjes").text)
    assert "Leren van een buur koffie-met-buur Van elkaar leren live 1 zondag 1 februari 2026" in said
    assert "Met hout werken zaag-maar Experiment live concept 1 maandag 2 maart 2026" in said
    assert "2 van de 3 duwtjes" in said


def test_nothing_found_shows_the_way_back(admin: Browser) -> None:
    assert "Er is geen duwtje dat hierbij past. Laat alles zien" in words(admin.get("/beheer/duwtjes?zoek=nergens").text)
