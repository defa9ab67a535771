"""Answers that say neither yes nor no."""

import pytest

from bot.language.small_talk.small_answers import (
    asks_outright,
    asks_to_wait,
    has_no_idea_when,
    invites,
    is_about_school,
    is_dismissal,
    is_farewell,
    is_lost,
    is_not_daring,
    leaves_open,
    settles,
    takes_that,
)


@pytest.mark.parametrize("text", ["wat?", "watt??", "huh", "Wat zegt u?", "ik snap het niet"])
def test_who_did_not_follow_is_heard(text: str) -> None:
    assert is_lost(text)


@pytest.mark.parametrize("text", ["wat met hout", "weet ik wat", "wat kost dat"])
def test_a_question_about_something_is_no_sign_of_being_lost(text: str) -> None:
    assert not is_lost(text)


def test_no_school_is_not_no_learning() -> None:
    assert is_about_school("geen zin in school hoor")
    assert not is_about_school("leren is niks voor mij")


def test_taking_something_for_want_of_better_is_heard() -> None:
    assert settles("lezen dan maar")
    assert not settles("ik lees maar matig")


def test_not_knowing_when_is_heard() -> None:
    assert has_no_idea_when("geen idee wanneer")
    assert not has_no_idea_when("geen idee")


@pytest.mark.parametrize("text", ["vooruit, doe die maar", "ok die dan", "doe maar dit", "Ja, neem die dan maar!"])
def test_taking_what_was_spoken_of_is_heard(text: str) -> None:
    assert takes_that(text)


@pytest.mark.parametrize("text", ["die met hout dan", "dan maar niet", "nee die niet", "wat is dat dan", "dat is goed", "doe maar", ""])
def test_what_says_more_or_less_takes_nothing(text: str) -> None:
    assert not takes_that(text)


def test_letting_us_show_something_is_no_letting_go() -> None:
    assert all(map(invites, ["ok laat maar zien wat je hebt", "laat maar eens zien", "laat mij eens zien", "laat het maar komen"]))
    assert not any(map(invites, ["laat maar", "laat zien wat je van mij weet", "laat mijn plan zien", "laat me met rust"]))
    assert not is_dismissal("laat maar eens zien wat je hebt")


@pytest.mark.parametrize(
    "text", ["Welke pillen helpen tegen rugpijn?", "hoeveel belasting moet ik betalen", "wat is de leerrekening", "hoe heet de koning"]
)
def test_a_question_about_the_world_is_heard(text: str) -> None:
    assert asks_outright(text)


@pytest.mark.parametrize("text", ["hoe maak ik een tafel", "wat ik leuk vind is hout", "koken", "", "iets met hout?"])
def test_what_somebody_would_know_how_to_do_is_no_such_question(text: str) -> None:
    assert not asks_outright(text)


@pytest.mark.parametrize("text", ["nee durf ik niet", "nee dat durf ik echt niet", "vind ik te eng", "dat dufr ik niet", "nee te eng"])
def test_not_daring_is_heard(text: str) -> None:
    assert is_not_daring(text)


@pytest.mark.parametrize("text", ["nee", "ik durf wel", "enge films kijken", "ik wil durven spreken", "niet te lang"])
def test_a_plain_no_is_not_taken_for_not_daring(text: str) -> None:
    assert not is_not_daring(text)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        *(
            (text, True)
            for text in (
                "dat zie ik nog wel",
                "zie wel",
                "we zien wel",
                "dat zie ik dan wel hoor",
                "dat bepaal ik later wel",
                "komt nog wel",
            )
        ),
        *(
            (text, False)
            for text in ("dat zie ik wel zitten", "zaterdag zie ik wel", "ik zie het somber in", "dat komt wel goed", "zie je zaterdag")
        ),
    ],
)
def test_what_is_left_open_says_nothing_else(text: str, open_: bool) -> None:
    assert leaves_open(text) is open_


@pytest.mark.parametrize("text", ["ok doei", "bedankt en tot ziens", "doei doei", "fijne avond nog", "prima, tot de volgende keer"])
def test_a_farewell_is_heard(text: str) -> None:
    assert is_farewell(text)


@pytest.mark.parametrize("text", ["dag", "later", "ok", "doei zeggen in het spaans", "ik wil een fijne avond met mijn gezin", "tot 5 uur"])
def test_what_says_more_is_no_farewell(text: str) -> None:
    assert not is_farewell(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ff wachten hoor",
            "wacht ff",
            "moment",
            "oh wacht",
            "een moment geduld aub",
            "ben zo terug",
            "even nadenken",
            "wacht, ik kijk ff",
        ),
        *("momentje mn kind roept", "even over nadenken", "daar moet ik even over nadenken", "kun je even wachten", "wait", "chwila"),
    ],
)
def test_who_has_us_wait_is_heard(text: str) -> None:
    assert asks_to_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "wachten duurt lang",
            "welk moment",
            "ik wil een moment kiezen",
            "wacht de tweede",
            "even wachten met duwtjes",
            "moment voor mezelf",
        ),
        *("denken", "ik moet wachten op mijn man", "ff niet", "leren nadenken", "een moment in de avond", "ik wil beter leren denken"),
    ],
)
def test_a_moment_and_waiting_in_a_sentence_ask_for_no_wait(text: str) -> None:
    assert not asks_to_wait(text)
