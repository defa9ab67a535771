"""Making every action before there is a database."""

from typing import NoReturn

from actions.assembly import every_action
from actions.first.order import goes_first
from tests.dialogues.responses import read
from tests.dialogues.test_content import ROOT


def no_database_yet() -> NoReturn:
    raise AssertionError


def test_every_action_of_the_domain_is_made_once_and_asks_for_no_services_yet() -> None:
    names = [action.name() for action in every_action(no_database_yet)]
    assert sorted(names) == sorted(read(ROOT / "domain.yml")["actions"])


def test_every_action_knows_what_goes_first() -> None:
    assert {action._goes_first for action in every_action(no_database_yet)} == {goes_first}
