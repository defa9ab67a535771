import pytest

from bot.language.person.work import Told, load_work_words

WORDS = load_work_words()


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("ik ben zzp'er", "zzp"),
        ("Ik ben ZZP’er en wil leren lassen", "zzp"),
        ("ik klus een beetje voor mezelf", "zzp"),
        ("ik werk via een uitzendbureau", "flex"),
        ("kheb een 0-urencontract", "flex"),
        ("ik werk in de zorg", "werkend"),
        ("ik ben schoonmaakster op een school", "werkend"),
        ("mijn baas wil dat ik excel leer", "werkend"),
        ("ik heb geen tijd na mijn werk", "werkend"),
        ("ik ben werkloos", "zonder_werk"),
        ("ik heb op dit moment geen werk", "zonder_werk"),
        ("ik werk niet meer.", "zonder_werk"),
        ("na mijn weruk", "werkend"),
        ("ik ben zzp'er, mag ik iets vragen?", "zzp"),
        ("ik ben zzp'er wat past bij mij?", "zzp"),
        ("ik zoek werk", "zonder_werk"),
        ("ik ben al 63 jaar", "zestig_plus"),
        ("ik ben 71", "zestig_plus"),
        ("ik ben met pensioen", "zestig_plus"),
        ("in ons team praten we weinig", "team"),
        ("ik geef leiding aan 6 mensen", "team"),
    ],
)
def test_what_people_say_about_themselves_is_heard(typed: str, group: str) -> None:
    assert WORDS.told(typed).groups == {group}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ik wil zzp'er worden",
        "stel ik ben zzp'er",
        "Ziet mijn baas dit?",
        "ziet mijn baas dit",
        "Mag mijn baas mij zomaar ontslaan?",
        "moet ik dit van mijn baas",
        "en mijn baas dan?",
        "herinner me vrijdag na mijn werk",
        "ben ik zzp'er?",
        "mijn man is zzp'er",
        'zij zei "ik ben zzp\'er"',
        "ik was vroeger chauffeur",
        "mijn vorige baas",
        "ik werk niet op maandag",
        "ik werk in mijn tuin",
        "ik werk aan mijn nederlands",
        "ik zoek een andere baan",
        "ik ben 36",
        "ik ben 66 kilo",
        "ik heb geen zin",
        "ik ben ziek thuis",
        "ik heb een uitkering",
        "ik ben moslim",
        "ik kom uit syrie",
        "ik heb morgen late dienst",
        "herinner me na mijn late dienst aan de was",
    ],
)
def test_nothing_is_guessed_and_nothing_sensitive_is_heard(typed: str) -> None:
    assert WORDS.told(typed) == Told()
    assert not WORDS.told(typed)


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("ik ben geen zzp'er meer", "zzp"),
        ("ik ben niet meer werkloos", "zonder_werk"),
        ("ik heb eindelijk een vast contract", "flex"),
        ("ik ben nog geen 60", "zestig_plus"),
        ("ik ben gepensioneerd", "werkend"),
    ],
)
def test_what_is_over_is_heard_too(typed: str, group: str) -> None:
    assert group in WORDS.told(typed).no_longer


@pytest.mark.parametrize(
    ("typed", "shift"),
    [
        ("ik werk in ploegen", "wisselend"),
        ("ik heb wisselende diensten", "wisselend"),
        ("mijn rooster is elke week anders", "wisselend"),
        ("ik draai vroege en late diensten", "wisselend"),
        ("na mijn late dienst", "laat"),
        ("na de late dienst graag", "laat"),
        ("ik heb altijd vroege dienst", "vroeg"),
        ("ik werk 's nachts", "nacht"),
        ("ik werk overdag", None),
    ],
)
def test_hours_are_heard(typed: str, shift: str | None) -> None:
    assert WORDS.told(typed).shift == shift
    assert WORDS.shift_in(typed) == shift


def test_a_shift_alone_is_an_answer_but_says_nothing_of_whose_it_is() -> None:
    assert not WORDS.told("late dienst")
    assert WORDS.shift_in("late dienst") == "laat"
    assert WORDS.shift_in("in de pauze") is None


def test_who_works_by_day_or_no_shifts_any_more_says_so() -> None:
    assert WORDS.told("ik werk overdag").office_hours
    assert WORDS.told("ik heb geen late diensten meer").office_hours


@pytest.mark.parametrize("typed", ["vergeet mijn werk", "Vergeet mijn leeftijd aub!", "wis alles over mijn werk"])
def test_the_words_that_have_it_forgotten(typed: str) -> None:
    assert WORDS.wants_it_forgotten(typed)


@pytest.mark.parametrize("typed", ["vergeet mijn werk niet", "ik vergeet mijn werk steeds", "vergeet het"])
def test_other_forgetting_is_something_else(typed: str) -> None:
    assert not WORDS.wants_it_forgotten(typed)


@pytest.mark.parametrize("text", ["schrijf een gedicht over mijn baas", "vertel een mop over mijn collega", "brief aan mijn werkgever"])
def test_what_we_are_asked_to_make_says_nothing_of_them(text: str) -> None:
    assert not load_work_words().told(text)
