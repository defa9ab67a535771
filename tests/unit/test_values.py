from dataclasses import replace

from bot.values import value


@value
class _Spot:
    row: int
    names: tuple[str, ...] = ()


def test_values_that_say_the_same_are_the_same() -> None:
    assert {_Spot(1, ("a",)), _Spot(1, ("a",)), _Spot(2)} == {_Spot(1, ("a",)), _Spot(2)}


def test_another_value_is_made_in_the_place_of_a_change() -> None:
    spot = _Spot(1, ("a",))
    assert replace(spot, row=2) == _Spot(2, ("a",))
    assert spot == _Spot(1, ("a",))
