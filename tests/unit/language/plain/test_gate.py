import pytest

from bot.language.plain.gate import Finding, load_gate
from bot.registers import Register

GATE = load_gate()


def codes(text: str, *buttons: str) -> set[str]:
    return {finding.code for finding in GATE.check(text, buttons)}


def test_a_plain_friendly_message_passes() -> None:
    assert GATE.check("Waar heb je zin in? Iets kleins mag ook.", ["Iets met hout", "Weet ik niet"]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hoi daar. " * 31, "too_many_words"),
        ("Ik wil dat je nu heel even goed naar mij kijkt en dan zegt wat je ziet.", "long_sentence"),
        ("Ik kijk nu heel even goed met je mee naar dit plan. Jij kijkt dan ook heel even goed met mij mee.", "long_sentences"),
        (
            "Wij organiseren veranderingen. Elke afdeling rapporteert. Elke manager evalueert. Elke medewerker participeert.",
            "hard_to_read",
        ),
        ("Wil je dat ik het voor u opschrijf?", "je_and_u"),
        ("Jouw plan staat klaar. Uw boek ook.", "je_and_u"),
        ("Neem zelf de regie.", "forbidden_jargon"),
        ("Werk aan je duurzame inzetbaarheid.", "forbidden_jargon"),
        ("Je moet dit nu doen.", "forbidden_force"),
        ("Mis het niet!", "forbidden_pressure"),
        ("Schrijf je nu in.", "forbidden_pressure"),
        ("Ongeldige invoer.", "forbidden_blame"),
        ("Tenzij je niet wilt.", "forbidden_hard_words"),
        ("Leer iets, bijv. lassen.", "forbidden_abbreviations"),
        ("Dat doe je d.m.v. oefenen.", "forbidden_abbreviations"),
        ("Goed bezig 👍🎉", "too_many_emoji"),
    ],
)
def test_each_rule_is_kept(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text", ["Je moet niks.", "Menu", "De mensen hier zijn aardig.", "Bijvoorbeeld lassen.", "Een verplichting is het niet.", "Goed zo 👍"]
)
def test_what_only_looks_wrong_passes(text: str) -> None:
    assert GATE.check(text) == []


def test_buttons_are_few_and_short() -> None:
    assert codes("Kies maar.", "a", "b", "c", "d", "e") == {"too_many_buttons"}
    assert codes("Kies maar.", "Dit is een veel te lange knop") == {"long_button"}
    assert codes("Kies maar.", "Je moet dit") == {"forbidden_force"}


def test_a_finding_says_what_to_write_instead() -> None:
    assert Finding("forbidden_jargon", "scholing → iets leren") in GATE.check("Volg scholing.")


def test_a_very_short_text_is_not_judged_by_the_formula() -> None:
    assert GATE.check("Organisatie-informatie.") == []


@pytest.mark.parametrize(
    ("text", "buttons", "code"),
    [
        ("Ik zoek iets voor je. " * 7, (), "too_many_words"),
        ("Hoi. Ik zoek nu iets voor je dat je leuk vindt vandaag.", (), "long_sentence"),
        ("Ik zoek iets voor je dat je leuk vindt.", (), "long_sentences"),
        ("Kies maar.", ("a", "b", "c", "d"), "too_many_buttons"),
    ],
)
def test_easy_words_have_tighter_limits(text: str, buttons: tuple[str, ...], code: str) -> None:
    assert [finding.code for finding in GATE.check(text, buttons, Register.EASY)] == [code]
    assert GATE.check(text, buttons) == []


def test_a_text_keeps_to_the_form_of_its_register() -> None:
    assert codes("Wat wilt u leren?") == {"wrong_form"}
    assert GATE.check("Wat wilt u leren?", register=Register.U) == []
    assert [finding.code for finding in GATE.check("Wat wil je leren?", register=Register.U)] == ["wrong_form"]
    assert [finding.code for finding in GATE.check("Kies maar.", ["Wat weet je?"], Register.U)] == ["wrong_form"]
    assert GATE.check("Om 14 uur. Ik stuur iets.", register=Register.EASY) == []


@pytest.mark.parametrize("text", ["Er wordt iets voor je gezocht.", "Jouw plan werd door mij bewaard.", "De lessen worden in mei gegeven."])
def test_who_does_it_is_said(text: str) -> None:
    assert codes(text) == {"passive"}


@pytest.mark.parametrize("text", ["Het wordt leuk.", "Word je moe? Ga dan zitten.", "Het gaat goed en dat wordt steeds beter."])
def test_becoming_is_no_passive(text: str) -> None:
    assert codes(text) == set()


def test_words_that_few_people_know_are_found_and_names_of_our_own_are_not() -> None:
    assert Finding("rare_word", "facilitator") in GATE.check("Vraag de facilitator.")
    assert codes("Koel de hand. Smeer zalf. Pak de kraan. Bel dan de tandarts maar even.") == set()
    assert "uncommon_words" in codes("De hobbyist ontrafelt de kronkelige puzzel en droomt van kaneel en rozemarijn.")


def test_an_empty_text_has_no_findings() -> None:
    assert GATE.check("") == []
