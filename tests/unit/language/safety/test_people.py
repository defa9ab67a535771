from datetime import date

from bot.language.safety.people import Contact, load_people
from bot.language.saying.texts import load_texts


def test_the_numbers_of_the_crisis_text_are_those_that_are_checked() -> None:
    people, text = load_people(), load_texts()("crisis_help")
    for key in ("suicide_prevention", "emergency"):
        assert people[key].phone
        assert str(people[key].phone) in text
    assert "0800-0113" in text
    assert "113.nl" in text
    assert "huisarts" in text


def test_an_entry_is_checked_again_after_half_a_year() -> None:
    contact = Contact("x", "1", None, date(2026, 1, 1))
    assert not contact.is_stale(date(2026, 6, 30))
    assert contact.is_stale(date(2026, 8, 1))


def test_an_entry_that_was_never_checked_is_stale() -> None:
    assert Contact("x", "1", None, None).is_stale(date(2026, 1, 1))


def test_everybody_who_is_named_in_an_answer_can_be_reached() -> None:
    people = load_people()
    assert people["work"].url
    assert people["language"].phone
    assert people["violence"].phone
    assert people["debt"].phone
    assert people["debt"].url
    assert people["law"].url
