import pytest

from bot.language.small_talk.under_nudge import about_nudge, names_goal


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


@pytest.mark.parametrize(
    "text", ["stoppen met roken", "nou stoppen met snoepen ofzo", "minder drinken", "beter slapen", "afvallen", "leren zwemmen"]
)
def test_what_somebody_would_want_is_no_deed(text: str) -> None:
    assert names_goal(text)


@pytest.mark.parametrize(
    "text",
    [
        "gestopt met roken gisteren",
        "stoppen met roken is gelukt",
        "stoppen met die berichten",
        "stoppen met sturen",
        "gisteren beter geslapen",
        "beter dan vorige week",
        "meer niet",
        "koken",
    ],
)
def test_what_somebody_did_or_wants_of_us_is_no_goal(text: str) -> None:
    assert not names_goal(text)
