import pytest

from bot.language.under_nudge import about_nudge


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Best saai.", "bored"),
        ("wat moet ik nu doen?", "how"),
        ("mag dat ook thuis?", "how"),
        ("Is dat zo goed?", "right"),
        ("die heb ik al gedaan", "done"),
        ("dit is spam", "spam"),
        ("dit lijkt wel spam", "spam"),
        ("wat een spam zeg", "spam"),
        ("is dit spam?", "advert"),
        ("ik kreeg spam in mijn mail", None),
        ("spam leren herkennen", None),
        ("ik wil leren lassen", None),
        ("mijn plan heb ik niet gedaan", None),
        ("het werk is saai sinds de nieuwe baas er is", None),
    ],
)
def test_what_is_about_the_nudge(text: str, name: str | None) -> None:
    assert about_nudge(text) == name
