import pytest

from bot.language.lists.provisos import parted_at_but


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("die tweede maar dan dichterbij", ("die tweede", "dichterbij")),
        ("nummer 1, alleen dan korter", ("nummer 1", "korter")),
        ("de eerste maar goedkoper", ("de eerste", "goedkoper")),
        ("doe de tweede maar", None),
        ("maar dan dichterbij", None),
        ("die tweede", None),
    ],
)
def test_what_stands_before_and_behind_a_but_is_told_apart(text: str, parts: tuple[str, str] | None) -> None:
    assert parted_at_but(text) == parts
