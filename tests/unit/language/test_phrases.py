from bot.language.phrases import PhraseBook, expand, occurs_at, phrase_set

MEANINGS = {("stop",): "stop", ("stop", "ermee"): "stop", ("wis", "alles"): "erase"}
FILLERS = frozenset({("nu",), ("dank", "je")})
BOOK = PhraseBook(MEANINGS, FILLERS)


def test_choices_in_a_phrase_are_written_out() -> None:
    assert expand("(ik wil |)stop (nu|)") == ["ik wil stop nu", "ik wil stop", "stop nu", "stop"]


def test_a_phrase_may_also_be_typed_without_spaces() -> None:
    assert phrase_set(["wis alles"], lambda text: tuple(text.split())) == {("wis", "alles"), ("wisalles",)}


def test_a_text_of_phrases_and_fillers_only_is_covered() -> None:
    assert BOOK.covering(("nu", "stop", "dank", "je")) == {"stop"}


def test_several_meanings_are_all_found() -> None:
    assert BOOK.covering(("stop", "wis", "alles")) == {"stop", "erase"}


def test_one_word_too_many_means_nothing() -> None:
    assert BOOK.covering(("stop", "contact")) == set()


def test_fillers_alone_mean_nothing() -> None:
    assert BOOK.covering(("dank", "je")) == set()


def test_a_gap_stands_for_at_most_three_words() -> None:
    assert occurs_at(("wil", "echt", "heel", "graag", "dood"), 0, ("wil", "*", "dood"))
    assert not occurs_at(("wil", "een", "twee", "drie", "vier", "dood"), 0, ("wil", "*", "dood"))
