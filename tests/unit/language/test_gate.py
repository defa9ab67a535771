import pytest

from bot.language.gate import Finding, load_gate

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
    "text", ["Je moet niks.", "Menu", "De mensen hier zijn aardig.", "Bijvoorbeeld lassen.", "Dat is niet verplichtend.", "Goed zo 👍"]
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


def test_an_empty_text_has_no_findings() -> None:
    assert GATE.check("") == []
