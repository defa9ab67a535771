from pathlib import Path

from bot.language.safety.foreign import load_foreign
from bot.language.safety.people import load_people
from bot.language.safety.words import GRAVE, Sign, Trouble

LANGUAGES = {"en", "pl", "de", "tr", "ar", "uk"}
FOREIGN = load_foreign()


def test_somebody_in_danger_is_answered_in_each_language_whose_words_are_known() -> None:
    for language in LANGUAGES:
        for trouble in GRAVE:
            assert FOREIGN.text_for(Sign(trouble, language))


def test_the_numbers_in_other_languages_are_those_that_are_checked() -> None:
    people = load_people()
    numbers = {
        Trouble.EMERGENCY: [people["emergency"].phone],
        Trouble.CRISIS: [people["suicide_prevention"].phone, "0800-0113", people["suicide_prevention"].url, people["emergency"].phone],
        Trouble.VIOLENCE: [people["violence"].phone, people["emergency"].phone],
    }
    for language in LANGUAGES:
        for trouble, wanted in numbers.items():
            text = FOREIGN.text_for(Sign(trouble, language)) or ""
            assert [number for number in wanted if str(number) not in text] == [], language


def test_dutch_needs_no_other_text_and_an_unknown_language_has_none() -> None:
    assert FOREIGN.text_for(Sign(Trouble.CRISIS, "nl")) is None
    assert FOREIGN.text_for(Sign(Trouble.CRISIS, "xx")) is None
    assert FOREIGN.text_for(Sign(Trouble.DEBT, "en")) is None


def test_a_text_that_nobody_reviewed_says_so(tmp_path: Path) -> None:
    assert {language: entry.reviewed for language, entry in FOREIGN.languages.items()} == dict.fromkeys(LANGUAGES)
    own = tmp_path / "texts.yml"
    own.write_text("en: {reviewed: 2026-11-01, crisis: Call 113.}", "utf-8")
    assert load_foreign(own).languages["en"].reviewed is not None
