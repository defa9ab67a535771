import pytest

from bot.admins import passwords
from bot.errors import UnfitPassword


def test_only_the_right_password_opens_its_hash() -> None:
    password_hash = passwords.hashed("een lange zin over hout")
    assert passwords.is_right("een lange zin over hout", password_hash)
    assert not passwords.is_right("een lange zin over Hout", password_hash)


def test_the_hash_is_argon2id_and_salted() -> None:
    first, second = passwords.hashed("een lange zin over hout"), passwords.hashed("een lange zin over hout")
    assert first.startswith("$argon2id$")
    assert first != second


def test_nothing_is_right_without_an_account() -> None:
    assert not passwords.is_right("een lange zin over hout", None)


def test_a_damaged_hash_is_a_wrong_password() -> None:
    assert not passwords.is_right("een lange zin over hout", "rommel")


def test_an_absurdly_long_password_is_refused_without_hashing_it() -> None:
    long = "lang" * 100
    assert not passwords.is_right(long, passwords.hashed(long))


def test_generated_passwords_are_fit_and_differ() -> None:
    made = {passwords.generated() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        passwords.check_fit(password, name="beheer")


@pytest.mark.parametrize("password", ["kort", "a" * 20, "mijn-Beheer-woord", "x" * 201, "abcabcabcabcabc"])
def test_an_easy_or_endless_password_is_refused(password: str) -> None:
    with pytest.raises(UnfitPassword):
        passwords.check_fit(password, name="beheer")
