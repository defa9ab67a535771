"""From a change of text to live, and back, on both databases."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.nudges.models import Script
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, real_services, words
from tests.web.admin.editing import AT, BETTER, live, opened, press, publish, save
from tests.web.admin.forms import form_at


@pytest.fixture
def services(store: Store, clock: StoppedClock, tmp_path: Path) -> Services:
    return real_services(store, clock, tmp_path)


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
        moment__months=["mrt", "apr"],
        helps=["tijd"],
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
    assert (script.moment.days, script.moment.part, script.moment.months) == ({0, 4}, "pauze", {3, 4})
    assert script.helps == {"tijd"}
    assert (script.repeat.max, script.repeat.every_days) == (3, 30)
    assert script.buttons == live_script.buttons[:3]


def test_a_good_answer_is_ticked_at_its_button_and_keeps_up_with_its_words(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), buttons__0__right="ja")
    publish(admin)
    assert live(services).right_answers == (live_script.buttons[0].label,)
    save(admin, opened(admin), buttons__0__label="Jazeker")
    publish(admin)
    assert live(services).right_answers == ("Jazeker",)
    save(admin, {name: value for name, value in opened(admin).items() if name != "buttons.0.right"})
    assert "Goede antwoorden" in words(admin.get(f"{AT}/publiceren").text)
    publish(admin)
    assert live(services).right_answers == ()


def test_the_preview_shows_all_registers(admin: Browser, live_script: Script) -> None:
    page = save(admin, opened(admin), text="Wat wil je leren?", u__text="Wat wilt u leren?").text
    assert "Voor wie u zegt" in words(page)
    assert page.count("Wat wilt u leren?") >= 2
    assert "In makkelijke woorden" in words(page)


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
    assert "klinkt als een plicht" in words(answer.text)
    assert form_at(answer.text, AT)["text"] == ["Je moet nu iets leren. Wat wil je?"]
    confirmation = admin.get(f"{AT}/publiceren").text
    assert "Los dit eerst op" in words(confirmation)
    assert f'action="{AT}/publiceren"' not in confirmation
    token = form_at(confirmation, "/beheer/afmelden")["formulier"]
    stamp = opened(admin)["gezien"]
    assert admin.post(f"{AT}/publiceren", {"formulier": token, "gezien": stamp}).status_code == 422
    assert live(services) == live_script


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
