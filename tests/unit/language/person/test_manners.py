import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.person.manners import load_manners
from bot.registers import Asked

MANNERS = load_manners()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("makkelijker", Asked.EASY),
        ("Praat makkelijker aub", Asked.EASY),
        ("ik snap het niet, kan het simpeler?", Asked.EASY),
        ("Kunt u het makkelijker zeggen", Asked.EASY),
        ("te moeilijke woorden", Asked.EASY),
        ("gewone taal", Asked.ORDINARY),
        ("praat maar weer gewoon", Asked.ORDINARY),
        ("zeg maar je", Asked.JE),
        ("Zeg maar jij hoor!", Asked.JE),
        ("je hoeft geen u te zeggen", Asked.JE),
        ("zeg maar u", Asked.U),
        ("zeg maar weer je", Asked.JE),
        ("kun je u zeggen en makkelijke woorden gebruiken", Asked.EASY_U),
        ("Ik wil liever u", Asked.U),
    ],
)
def test_a_wish_about_wording_is_heard(typed: str, wanted: Asked) -> None:
    assert MANNERS.asked(typed) is wanted


@pytest.mark.parametrize(
    "typed",
    [
        "ik wil iets makkelijkers",
        "is er een makkelijke cursus",
        "een simpele taal leren",
        "ik wil makkelijker praten met mijn baas",
        "gewoon iets met hout",
        "ik zeg altijd u",
        "u",
        "",
        "moeilijke woorden leren",
        "hoe zeg je dat makkelijker in het engels",
    ],
)
def test_a_wish_about_something_else_is_left_alone(typed: str) -> None:
    assert MANNERS.asked(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "Wat kunt u voor mij doen?",
        "Kunt U mij helpen",
        "dank u wel",
        "heeft u iets met hout",
        "Ik wil uw hulp",
        "is dat wat voor u?",
        "Helpt u ook zzp'ers?",
    ],
)
def test_u_is_heard(typed: str) -> None:
    assert MANNERS.says_u(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "om half 8 's avonds een uur",
        "om 14 u kan ik",
        "over 2 u rijden",
        "14u",
        "een U-bocht",
        'hij zei "u moet weg"',
        "“Wilt u koffie?” leren zeggen in het engels",
        "thank u",
        "how r u",
        "de letter u schrijven",
        "a e i o u",
        "U",
        "u tegen klanten zeggen",
        "leren wanneer ik u zeg",
        "vwo u2",
        "werken bij de HU",
        "",
    ],
)
def test_what_only_looks_like_u_is_not(typed: str) -> None:
    assert not MANNERS.says_u(typed)


def test_who_says_both_decides_nothing() -> None:
    assert not MANNERS.says_u("kun je dat voor mij doen, of kunt u dat niet")


@given(st.text(max_size=300))
def test_no_text_is_too_odd(typed: str) -> None:
    assert MANNERS.asked(typed) in {None, *Asked}
    assert MANNERS.says_u(typed) in {True, False}


@pytest.mark.parametrize(
    "text",
    [
        *("kan het makkelijker ik snap die lange teksten niet", "deze zinnen zijn veels te lang", "je woorden zijn te moeilijk"),
        *(
            "je praat veel te moeilijk voor mij",
            "ik snap er niks van kan het makkelijker",
            "veel te lange teksten",
            "die lange teksten snap ik niks van",
        ),
    ],
)
def test_that_our_words_are_too_hard_is_heard_in_any_sentence(text: str) -> None:
    assert load_manners().asked(text) is Asked.EASY


@pytest.mark.parametrize(
    "text",
    [
        *("ik wil lange teksten leren lezen", "de brieven van de gemeente zijn te moeilijk", "deze teksten op mijn werk zijn te lang"),
        *("kan je iets makkelijkers zoeken", "de weg is te lang", "die cursus is te lang", "dit duurt te lang", "ik lees niet goed"),
    ],
)
def test_what_is_hard_elsewhere_says_nothing_of_our_words(text: str) -> None:
    assert load_manners().asked(text) is None
