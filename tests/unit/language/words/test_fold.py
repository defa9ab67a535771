import pytest

from bot.language.words.fold import respell, squeeze, squeezed, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("STÓP, a.u.b.!", ("stop", "aub")),
        ("één koffie-apparaat", ("een", "koffie", "apparaat")),
        ("zo'n ’t", ("zon", "t")),
        ("st0p 3 keer 1e", ("stop", "3", "keer", "1e")),
        ("żyć łódź ŁÓDŹ", ("zyc", "lodz", "lodz")),
        ("İPTAL iptal ıptal", ("iptal", "iptal", "iptal")),
        ("توقف", ("توقف",)),
        ("ЇЖАК", ("іжак",)),
        ("🛑 stop 🛑", ("stop",)),
        ("...", ()),
    ],
)
def test_what_does_not_change_the_meaning_is_folded_away(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(("word", "short"), [("stoppp", "stop"), ("aalles", "ales"), ("112", "112"), ("", "")])
def test_repeated_letters_count_once_and_digits_do_not_change(word: str, short: str) -> None:
    assert squeeze(word) == short


def test_the_words_of_a_text_can_be_had_without_double_letters() -> None:
    assert squeezed("Stóppp, a.u.b. met die nootjes!") == ("stop", "aub", "met", "die", "notjes")


def test_one_written_word_may_stand_for_two() -> None:
    assert respell(("kwil", "stoppen"), {"kwil": "ik wil"}) == ("ik", "wil", "stopen")
