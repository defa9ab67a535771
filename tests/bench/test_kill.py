"""What counts as an interruption. That schedulers really die is in ``tests/integration/test_kill.py``."""

from bench.kill.outcome import Outcome
from bench.kill.schedulers import InHand


def an_outcome(*victims: InHand, unknown: dict[int, str] | None = None) -> Outcome:
    return Outcome(10, victims, 0, 0, 0, 0, unknown or {}, ends={"sent/allowed": 10}, troubles={})


def test_only_who_died_with_nudges_in_hand_was_interrupted() -> None:
    outcome = an_outcome(InHand(0, 0), InHand(20, 0), InHand(12, 8), InHand(0, 1))
    assert (outcome.kills, outcome.kills_while_sending) == (3, 2)
    numbers = outcome.numbers()
    assert numbers["kills that interrupted"] == 3
    assert numbers["kills of idle schedulers, not counted"] == 1
    assert (numbers["claimed rows left behind"], numbers["sending rows left behind"]) == (32, 9)


def test_what_nobody_knows_is_listed_by_why() -> None:
    outcome = an_outcome(unknown={4: "lease_lost, had arrived", 7: "delivery_unclear, had not arrived", 9: "lease_lost, had arrived"})
    assert outcome.unknown_by_reason == {"lease_lost, had arrived": [4, 9], "delivery_unclear, had not arrived": [7]}
