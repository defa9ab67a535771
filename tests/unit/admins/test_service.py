from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.admins.models import SESSION_LENGTH
from bot.admins.service import AdminService
from bot.errors import TooManyTries, UnfitPassword, UnknownAdmin, WrongPassword
from bot.store.tables.admins import admin_sessions, admins, sign_in_tries
from bot.store.work import Store
from tests.conftest import StoppedClock

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"
NEW = "een nieuw lang wachtwoord"


@pytest.fixture
def service(store: Store, clock: StoppedClock) -> AdminService:
    return AdminService(store.work, clock)


@pytest.fixture
def password(service: AdminService) -> str:
    first = service.ensure_first()
    assert first
    return first


def try_wrong(service: AdminService, times: int, *, name: str = "beheer", address: str = HERE) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            service.sign_in(name, "fout wachtwoord", address)


def test_the_first_administrator_gets_a_password_once(service: AdminService, password: str) -> None:
    assert service.sign_in("beheer", password, HERE).session.admin_name == "beheer"
    assert service.ensure_first() is None


def test_of_two_processes_that_start_together_one_makes_the_administrator(service: AdminService) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: service.ensure_first(), range(4)))
    assert len([password for password in made if password]) == 1


def test_neither_password_nor_session_secret_is_stored(service: AdminService, password: str, store: Store) -> None:
    token = service.sign_in("beheer", password, HERE).token
    with store.work() as work:
        stored = str([work.connection.execute(select(table)).all() for table in (admins, admin_sessions, sign_in_tries)])
    assert password not in stored
    assert token not in stored


def test_names_and_addresses_of_failed_tries_are_not_readable(service: AdminService, password: str, store: Store) -> None:
    try_wrong(service, 1)
    with store.work() as work:
        stored = str(work.connection.execute(select(sign_in_tries)).all())
    assert "beheer" not in stored
    assert HERE not in stored


@pytest.mark.usefixtures("password")
@pytest.mark.parametrize("name", ["beheer", "iemand-anders"])
def test_a_wrong_password_and_an_unknown_name_sound_the_same(service: AdminService, name: str) -> None:
    try_wrong(service, 1, name=name)


def test_a_session_ends_after_eight_hours(service: AdminService, password: str, clock: StoppedClock) -> None:
    token = service.sign_in("beheer", password, HERE).token
    clock.advance(hours=7, minutes=59)
    assert service.session(token)
    clock.advance(minutes=1)
    assert service.session(token) is None
    assert timedelta(hours=8) == SESSION_LENGTH


def test_each_sign_in_has_its_own_secrets(service: AdminService, password: str) -> None:
    first, second = service.sign_in("beheer", password, HERE), service.sign_in("beheer", password, HERE)
    assert first.token != second.token
    assert first.session.form_token != second.session.form_token


def test_signing_out_ends_only_that_session(service: AdminService, password: str) -> None:
    first, second = service.sign_in("beheer", password, HERE), service.sign_in("beheer", password, HERE)
    service.sign_out(first.token)
    assert service.session(first.token) is None
    assert service.session(second.token)


def test_ended_sessions_are_cleaned_up_at_the_next_sign_in(service: AdminService, password: str, store: Store, clock: StoppedClock) -> None:
    service.sign_in("beheer", password, HERE)
    clock.advance(hours=9)
    service.sign_in("beheer", password, HERE)
    with store.work() as work:
        assert len(work.connection.execute(select(admin_sessions)).all()) == 1


def test_after_five_wrong_passwords_even_the_right_one_waits(service: AdminService, password: str, clock: StoppedClock) -> None:
    try_wrong(service, 5)
    with pytest.raises(TooManyTries) as caught:
        service.sign_in("beheer", password, HERE)
    assert caught.value.wait_until == clock() + timedelta(minutes=1)
    clock.advance(minutes=1)
    assert service.sign_in("beheer", password, HERE)


def test_the_wait_grows_with_every_further_wrong_password(service: AdminService, password: str, clock: StoppedClock) -> None:
    try_wrong(service, 5)
    clock.advance(minutes=1)
    try_wrong(service, 1)
    with pytest.raises(TooManyTries) as caught:
        service.sign_in("beheer", password, HERE)
    assert caught.value.wait_until == clock() + timedelta(minutes=2)


@pytest.mark.usefixtures("password")
def test_a_try_during_the_wait_does_not_make_it_longer(service: AdminService, clock: StoppedClock) -> None:
    try_wrong(service, 5)
    for _ in range(3):
        with pytest.raises(TooManyTries) as caught:
            service.sign_in("beheer", "fout wachtwoord", HERE)
        assert caught.value.wait_until == clock() + timedelta(minutes=1)


def test_an_account_waits_whatever_address_the_guesses_come_from(service: AdminService, password: str) -> None:
    for number in range(5):
        try_wrong(service, 1, address=f"192.0.2.{number}")
    with pytest.raises(TooManyTries):
        service.sign_in("beheer", password, "198.51.100.7")


def test_an_address_waits_whatever_names_it_guesses(service: AdminService, password: str) -> None:
    for number in range(5):
        try_wrong(service, 1, name=f"naam{number}")
    with pytest.raises(TooManyTries):
        service.sign_in("beheer", password, HERE)
    assert service.sign_in("beheer", password, ELSEWHERE)


def test_a_good_sign_in_clears_the_count(service: AdminService, password: str) -> None:
    try_wrong(service, 4)
    service.sign_in("beheer", password, HERE)
    try_wrong(service, 4)
    assert service.sign_in("beheer", password, HERE)


def test_wrong_passwords_are_forgotten_after_a_day(service: AdminService, password: str, store: Store, clock: StoppedClock) -> None:
    try_wrong(service, 4)
    clock.advance(hours=25)
    try_wrong(service, 4)
    assert service.sign_in("beheer", password, HERE)
    with store.work() as work:
        assert work.connection.execute(select(sign_in_tries)).all() == []


@pytest.mark.usefixtures("password")
def test_many_guesses_at_once_get_no_more_than_five_answers(service: AdminService) -> None:
    def guess(_: int) -> type[Exception]:
        try:
            service.sign_in("beheer", "fout wachtwoord", HERE)
        except (WrongPassword, TooManyTries) as error:
            return type(error)
        raise AssertionError

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(12)))
    assert answers.count(WrongPassword) == 5


def test_a_new_password_works_and_the_old_one_does_not(service: AdminService, password: str) -> None:
    session = service.sign_in("beheer", password, HERE).session
    assert session.password_is_ours
    fresh = service.change_password(session, password, NEW, HERE)
    assert not fresh.session.password_is_ours
    assert service.sign_in("beheer", NEW, HERE)
    with pytest.raises(WrongPassword):
        service.sign_in("beheer", password, HERE)


def test_changing_the_password_ends_every_other_session(service: AdminService, password: str) -> None:
    mine, other = service.sign_in("beheer", password, HERE), service.sign_in("beheer", password, ELSEWHERE)
    fresh = service.change_password(mine.session, password, NEW, HERE)
    assert service.session(mine.token) is None
    assert service.session(other.token) is None
    assert service.session(fresh.token) == fresh.session


def test_the_old_password_is_needed_and_guessing_it_is_limited(service: AdminService, password: str) -> None:
    session = service.sign_in("beheer", password, HERE).session
    for _ in range(5):
        with pytest.raises(WrongPassword):
            service.change_password(session, "fout wachtwoord", NEW, HERE)
    with pytest.raises(TooManyTries):
        service.change_password(session, password, NEW, HERE)


def test_an_unfit_new_password_changes_nothing(service: AdminService, password: str) -> None:
    session = service.sign_in("beheer", password, HERE).session
    with pytest.raises(UnfitPassword):
        service.change_password(session, password, "kort", HERE)
    assert service.sign_in("beheer", password, HERE)


def test_a_reset_gives_a_new_password_lifts_the_wait_and_ends_sessions(service: AdminService, password: str) -> None:
    token = service.sign_in("beheer", password, HERE).token
    try_wrong(service, 5)
    fresh = service.reset("beheer")
    assert fresh != password
    assert service.session(token) is None
    assert service.sign_in("beheer", fresh, ELSEWHERE).session.password_is_ours


def test_resetting_an_unknown_name_says_so(service: AdminService) -> None:
    with pytest.raises(UnknownAdmin, match="niemand"):
        service.reset("niemand")


def test_a_reset_before_anybody_exists_makes_the_first_administrator(service: AdminService) -> None:
    fresh = service.reset("beheer")
    assert service.sign_in("beheer", fresh, HERE)
    assert service.ensure_first() is None
