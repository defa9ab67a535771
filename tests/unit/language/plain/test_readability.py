import pytest

from bot.language.plain.readability import measure, words_in

TRUST = (
    "Hoi, ik ben een digitale hulp, geen mens. Ik help je iets te leren dat bij je past. Je baas ziet niet wat jij typt. "
    "Je kunt altijd stoppen: typ *stop*. Alles wissen? Typ *wis alles*. Waar heb je zin in?"
)
OFFICIAL = "U kunt aanspraak maken op een tegemoetkoming in de scholingskosten indien u aan de desbetreffende subsidievoorwaarden voldoet."


def test_plain_words_score_high_and_official_words_low() -> None:
    assert measure(TRUST).flesch_douma > 100
    assert measure(OFFICIAL).flesch_douma < 50


def test_words_and_sentences_are_counted() -> None:
    found = measure("Eén. Twee drie!\nVier vijf zes")
    assert (found.words, found.longest_sentence, found.mean_sentence) == (6, 3, 2.0)


@pytest.mark.parametrize("text", ["", "  ", "👍", "..."])
def test_a_text_without_words_is_no_trouble(text: str) -> None:
    assert measure(text).words == 0


def test_variables_addresses_and_numbers_count_as_one_short_word() -> None:
    assert measure("Kijk op https://www.voorbeeld.nl/een/heel/lang/pad?x=1 en bel 0800-023 44 44 om {moment_van_de_dag}.").words == 8


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one_word() -> None:
    assert words_in("zzp'ers en 60-plussers") == ["zzp'ers", "en", "60-plussers"]


def test_long_words_make_a_text_harder() -> None:
    assert (
        measure("Ik zoek iets voor je.").flesch_douma
        > measure("Arbeidsmarktregio's faciliteren duurzaamheidsinitiatieven hier.").flesch_douma
    )
