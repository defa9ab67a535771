"""A question about what somebody may or must is no wish; one that is about learning may be."""

import pytest

from bot.language.wishes.own_questions import asks_for_oneself


@pytest.mark.parametrize(
    "text",
    [
        *("kan ik mijn baas aanklagen", "wat moet ik invullen bij box 3", "heb ik een burnout", "moet ik dat betalen"),
        *("mag ik roken op het werk", "hoi, wanneer krijg ik mijn loon", "kan ik via jullie een huis vinden", "weet jij of ik recht heb"),
    ],
)
def test_what_somebody_may_or_must_is_asked(text: str) -> None:
    assert asks_for_oneself(text)


@pytest.mark.parametrize(
    "text",
    [
        *("kan ik ook leren lassen?", "mag ik iets met bloemen?", "moet ik daar een diploma voor hebben?", "kan ik fermenteren"),
        *("kan ik via jou mijn vca halen", "hoe maak ik een tafel?", "hoe kan ik lassen", "kan ik hier een cursus doen", "kan ik meedoen"),
        *("ik kan niet lezen", "waarom kan ik niet rekenen", "kan ik beter worden in schrijven", "mag ik meekijken bij een bakker", ""),
    ],
)
def test_what_is_about_learning_is_no_such_question(text: str) -> None:
    assert not asks_for_oneself(text)
