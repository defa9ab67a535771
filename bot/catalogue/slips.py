"""Tells a slip of the finger from another word."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = frozenset(map(frozenset, ("dt", "bp", "mn", "gk", "sc", "fw", "gh")))


def is_slip(typed: str, meant: str) -> bool:
    """Whether ``typed``, one or two letters off, is likely ``meant``: same start, and no letter that lies far from the right one."""
    if not typed or not meant or typed[0] != meant[0]:
        return False
    if len(typed) != len(meant) or sorted(typed) == sorted(meant):
        return True
    return all(_near(one, other) for one, other in zip(typed, meant, strict=True) if one != other)


def _near(one: str, other: str) -> bool:
    if {one, other} <= _VOWELS or frozenset((one, other)) in _SOUND_ALIKE:
        return True
    (row, place), (other_row, other_place) = _key(one), _key(other)
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1


def _key(letter: str) -> tuple[int, float]:
    # Each row of a keyboard is shifted half a key to the right.
    return next(((row, keys.index(letter) + row / 2) for row, keys in enumerate(_ROWS) if letter in keys), (9, 9.0))
