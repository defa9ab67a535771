import pytest

from bot.registers import Asked, Manner, Register


def test_everybody_is_spoken_to_with_je_at_first() -> None:
    assert Manner().register is Register.JE


def test_who_says_u_hears_u() -> None:
    assert Manner().heard_u().register is Register.U


def test_what_somebody_chose_is_not_changed_by_what_we_hear() -> None:
    assert Manner().asked(Asked.JE).heard_u().register is Register.JE
    assert Manner().asked(Asked.U).register is Register.U


@pytest.mark.parametrize("manner", [Manner(), Manner(formal=True)])
def test_easy_words_end_where_they_began(manner: Manner) -> None:
    easy = manner.asked(Asked.EASY)
    assert easy.register is Register.EASY
    assert easy.asked(Asked.ORDINARY).register is manner.register


def test_signs_make_it_easy_once_and_never_against_a_wish() -> None:
    assert Manner().seemed_hard().register is Register.EASY
    assert Manner().seemed_hard().asked(Asked.ORDINARY).seemed_hard().register is Register.JE


def test_asking_for_a_form_ends_easy_words() -> None:
    assert Manner(easy=True).asked(Asked.U).register is Register.U


def test_easy_words_and_u_at_once_are_easy_words_first_and_u_after_that() -> None:
    both = Manner().asked(Asked.EASY_U)
    assert both.register is Register.EASY
    assert both.asked(Asked.ORDINARY).register is Register.U
