"""From a change of text to live, and back, on both databases."""

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from bot.nudges.models import Script
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, real_services, words
from tests.web.admin.forms import Fields, form_at

AT = "/beheer/duwtjes/iets-kleins"
BETTER = "Wat lukte er deze week? Een klein ding is genoeg."


@pytest.fixture
def services(store: Store, clock: StoppedClock) -> Services:
    return real_services(store, clock)


def opened(browser: Browser) -> Fields:
    return form_at(browser.get(AT).text, AT)


def save(browser: Browser, fields: Fields, *, follow: bool = True, **changes: str | list[str]) -> httpx.Response:
    return browser.post(AT, fields | {name.replace("__", "."): value for name, value in changes.items()}, follow=follow)


def press(browser: Browser, page: str, action: str) -> httpx.Response:
    """Press the button of the form to ``action`` on ``page``."""
    return browser.post(action, form_at(browser.get(page).text, action))


def publish(browser: Browser) -> httpx.Response:
    return press(browser, f"{AT}/publiceren", f"{AT}/publiceren")


def live(services: Services) -> Script:
    return services.scripts.versions("iets-kleins")[0].script


def test_opening_and_saving_without_a_change_makes_no_draft(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin))
    assert not services.scripts.list()[0].has_draft


def test_a_saved_change_is_a_draft_and_what_people_get_stays_the_same(admin: Browser, live_script: Script, services: Services) -> None:
    answer = save(admin, opened(admin), text=BETTER)
    assert "Je concept is bewaard." in words(answer.text)
    assert form_at(answer.text, AT)["text"] == [BETTER]
    assert live(services) == live_script


def test_every_field_of_the_form_arrives(admin: Browser, live_script: Script, services: Services) -> None:
    save(
        admin,
        opened(admin),
        text="Wat wil je met {wens}?\r\nNeem de tijd.",
        goal=" Van wens \n naar stap ",
        theme="plannen",
        audience=["werkend", "zzp"],
        needs=["interest"],
        interests=["hout", "tuin"],
        about_work="ja",
        sensitive="ja",
        minutes="5",
        moment__days=["ma", "vr"],
        moment__part="pauze",
        repeat__max="3",
        repeat__every_days="30",
        buttons__3__label="",
        buttons__3__then__say="",
        buttons__3__then__do="",
    )
    publish(admin)
    script = live(services)
    assert script.text == "Wat wil je met {wens}?\nNeem de tijd."
    assert (script.goal, script.theme, script.minutes) == ("Van wens naar stap", "plannen", 5)
    assert (script.audience, script.needs, script.interests) == (("werkend", "zzp"), {"interest"}, ("hout", "tuin"))
    assert (script.about_work, script.sensitive) == (True, True)
    assert (script.moment.days, script.moment.part) == ({0, 4}, "pauze")
    assert (script.repeat.max, script.repeat.every_days) == (3, 30)
    assert script.buttons == live_script.buttons[:3]


def test_what_the_form_does_not_show_survives(admin: Browser, services: Services, live_script: Script, clock: StoppedClock) -> None:
    with services.store.work() as work:
        work.scripts.publish(replace(live_script, version=2, technique=("keuze",), evidence="milkman2021"), clock(), made_by=None)
    save(admin, opened(admin), text=BETTER)
    publish(admin)
    assert (live(services).technique, live(services).evidence) == (("keuze",), "milkman2021")


def test_publishing_says_what_happens_and_makes_the_next_version_live(
    admin: Browser, live_script: Script, services: Services, clock: StoppedClock
) -> None:
    to_publish = save(admin, opened(admin), text=BETTER, daarna="publiceren")
    said = words(to_publish.text)
    assert "live bij de volgende tik" in said
    assert "Niets gaat met terugwerkende kracht" in said
    assert live(services) == live_script
    answer = admin.post(f"{AT}/publiceren", form_at(to_publish.text, f"{AT}/publiceren"))
    assert "Gepubliceerd." in words(answer.text)
    newest = services.scripts.versions("iets-kleins")[0]
    assert (newest.version, newest.script.text, newest.made_by, newest.made_at) == (2, BETTER, "beheer", clock())


def test_the_difference_shows_which_words_go_and_come(admin: Browser, live_script: Script) -> None:
    page = save(admin, opened(admin), text="Wat lukte er gisteren?", daarna="publiceren").text
    assert "<del><span" in page
    assert "vandaag?</del>" in page
    assert "gisteren?</ins>" in page


def test_a_text_with_a_fault_is_kept_but_cannot_go_live(admin: Browser, live_script: Script, services: Services) -> None:
    answer = save(admin, opened(admin), text="Je moet nu iets leren. Wat wil je?")
    assert "Dit klinkt als een plicht" in words(answer.text)
    assert form_at(answer.text, AT)["text"] == ["Je moet nu iets leren. Wat wil je?"]
    confirmation = admin.get(f"{AT}/publiceren").text
    assert "Los dit eerst op" in words(confirmation)
    assert f'action="{AT}/publiceren"' not in confirmation
    token = form_at(confirmation, "/beheer/afmelden")["formulier"]
    stamp = opened(admin)["gezien"]
    assert admin.post(f"{AT}/publiceren", {"formulier": token, "gezien": stamp}).status_code == 422
    assert live(services) == live_script


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
    assert "Dit klinkt als een plicht" in answer.text
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


def test_rolling_back_makes_the_old_text_the_newest_version(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    publish(admin)
    page = admin.get(f"{AT}/versies/1").text
    assert "Zet versie 1 terug" in words(page)
    answer = admin.post(f"{AT}/versies/1", form_at(page, f"{AT}/versies/1"))
    assert "De oude versie is teruggezet als nieuwe versie." in words(answer.text)
    assert (live(services).version, live(services).text) == (3, live_script.text)
    assert [one.version for one in services.scripts.versions("iets-kleins")] == [3, 2, 1]


@pytest.mark.usefixtures("live_script")
def test_the_history_shows_who_changed_what(admin: Browser) -> None:
    save(admin, opened(admin), text=BETTER)
    publish(admin)
    history = words(admin.get(f"{AT}/versies").text)
    assert "Versie 2 live" in history
    assert "door beheer" in history
    assert "door het product zelf" in history


def test_rolling_back_while_somebody_publishes_changes_nothing(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    publish(admin)
    fields = form_at(admin.get(f"{AT}/versies/1").text, f"{AT}/versies/1")
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    answer = admin.post(f"{AT}/versies/1", fields)
    assert answer.status_code == 409
    assert "Er is nog niets teruggezet" in words(answer.text)
    assert live(services).version == 3


def publish_elsewhere(services: Services, text: str) -> None:
    """Somebody else publishes ``text`` at once."""
    draft = services.scripts.open("iets-kleins")
    version = services.scripts.versions("iets-kleins")[0].version
    mine = draft if services.scripts.list()[0].has_draft else None
    services.scripts.publish({**draft.body, "text": text}, based_on=version, by="ander")
    if mine:
        services.scripts.draft(mine.body, based_on=mine.based_on, by="beheer")


def test_a_draft_that_somebody_else_overtook_is_kept_and_explained(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    assert "Versie 2 is intussen live." in words(admin.get(AT).text)
    page = admin.get(f"{AT}/publiceren").text
    assert "Iemand was je voor" in words(page)
    assert f'action="{AT}/publiceren"' not in page
    press(admin, f"{AT}/publiceren", f"{AT}/mijn-tekst")
    publish(admin)
    assert (live(services).version, live(services).text) == (3, BETTER)
    assert services.scripts.versions("iets-kleins")[1].script.text == "Een tekst van een ander. Wat vind je?"


def test_publishing_at_the_same_moment_as_somebody_else_publishes_one_and_loses_none(
    admin: Browser, live_script: Script, services: Services
) -> None:
    confirmation = save(admin, opened(admin), text=BETTER, daarna="publiceren").text
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    answer = admin.post(f"{AT}/publiceren", form_at(confirmation, f"{AT}/publiceren"))
    assert answer.status_code == 409
    assert "Er is nog niets gepubliceerd" in words(answer.text)
    assert live(services).version == 2
    assert services.scripts.open("iets-kleins").body["text"] == BETTER


def test_what_is_published_is_what_the_confirmation_showed(
    admin: Browser, live_script: Script, services: Services, clock: StoppedClock
) -> None:
    confirmation = save(admin, opened(admin), text=BETTER, daarna="publiceren").text
    clock.advance(seconds=5)
    save(admin, opened(admin), text="Iets heel anders. Zin in?")
    answer = admin.post(f"{AT}/publiceren", form_at(confirmation, f"{AT}/publiceren"))
    assert answer.status_code == 409
    assert live(services) == live_script


@pytest.mark.usefixtures("live_script")
def test_two_who_write_at_the_same_time_do_not_overwrite_each_other(
    admin: Browser, open_browser: Callable[..., Browser], password: str, services: Services, clock: StoppedClock
) -> None:
    other = open_browser()
    other.sign_in(password)
    mine, theirs = opened(admin), opened(other)
    save(other, theirs, text="Tekst van de ander. Zin in?")
    clock.advance(seconds=5)
    answer = save(admin, mine, text=BETTER)
    assert answer.status_code == 409
    assert "Je tekst is nog niet bewaard" in words(answer.text)
    assert services.scripts.open("iets-kleins").body["text"] == "Tekst van de ander. Zin in?"
    fields = form_at(answer.text, AT)
    assert fields["text"] == [BETTER]
    save(admin, fields)
    assert services.scripts.open("iets-kleins").body["text"] == BETTER


def test_a_draft_can_be_thrown_away(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    answer = press(admin, AT, f"{AT}/concept-weg")
    assert "Het concept is weg." in words(answer.text)
    assert form_at(answer.text, AT)["text"] == [live_script.text]


def test_an_archived_script_leaves_the_list_and_can_come_back(admin: Browser, live_script: Script, services: Services) -> None:
    assert "gaat dan niet meer naar mensen" in words(admin.get(f"{AT}/archiveren").text)
    press(admin, f"{AT}/archiveren", f"{AT}/archiveren")
    assert services.scripts.list()[0].archived
    assert "iets-kleins" not in admin.get("/beheer/duwtjes").text
    assert "iets-kleins" in admin.get("/beheer/duwtjes?stand=archief").text
    press(admin, AT, f"{AT}/herstellen")
    assert not services.scripts.list()[0].archived


def test_a_new_script_starts_as_a_draft_and_ends_live(admin: Browser, services: Services) -> None:
    page = admin.submit("/beheer/nieuw-duwtje", {"naam": "Koffie met één buur!", "theme": "van_elkaar"})
    at = "/beheer/duwtjes/koffie-met-een-buur"
    assert page.url.path == at
    fields = form_at(page.text, at) | {
        "text": "Zet koffie. Vraag je buur wat die laatst leerde. Doe je dat?",
        "goal": "Leren van een buur",
        "buttons.0.label": "Ja, leuk",
        "buttons.0.then.say": "Veel plezier.",
        "buttons.1.label": "Nu niet",
        "buttons.1.then.say": "Prima.",
    }
    confirmation = admin.post(at, fields | {"daarna": "publiceren"}).text
    assert "Dit is een nieuw duwtje" in words(confirmation)
    admin.post(f"{at}/publiceren", form_at(confirmation, f"{at}/publiceren"))
    assert services.scripts.versions("koffie-met-een-buur")[0].script.theme == "van_elkaar"


@pytest.mark.usefixtures("live_script")
@pytest.mark.parametrize(
    ("naam", "theme", "sentence"),
    [
        ("", "wens", "Geef het duwtje een naam"),
        ("???", "wens", "Geef het duwtje een naam"),
        ("Iets kleins", "wens", "Er is al een duwtje"),
        ("nieuw", "", "Kies een thema."),
    ],
)
def test_a_new_script_needs_a_fresh_name_and_a_theme(admin: Browser, services: Services, naam: str, theme: str, sentence: str) -> None:
    answer = admin.submit("/beheer/nieuw-duwtje", {"naam": naam, "theme": theme})
    assert answer.status_code == 422
    assert sentence in words(answer.text)
    assert len(services.scripts.list()) == 1
