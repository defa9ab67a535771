from bot.language.words.phrases import PhraseBook, Spotter, expand, occurs_at, phrase_set

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


def test_a_phrase_can_be_bound_to_the_begin_and_the_end() -> None:
    spotter = Spotter(["^ stop", "kan * niet weg $"])
    assert spotter.spots(["stop", "ermee"])
    assert spotter.spots(["ik", "kan", "echt", "niet", "weg"])
    assert not spotter.spots(["de", "bus", "stop"])
    assert not spotter.spots(["ik", "kan", "niet", "weg", "van", "huis"])


def test_phrases_are_read_as_the_message_is() -> None:
    assert Spotter(["app (me|mij)"], lambda text: ("mij",) if text == "me" else (text,)).spots(["app", "mij"])


def test_what_is_taken_out_leaves_a_mark_so_that_its_neighbours_stay_apart() -> None:
    assert Spotter(["van het lachen"]).without(["dood", "van", "het", "lachen", "ik"]) == ("dood", "-", "ik")


def test_no_phrases_are_never_found() -> None:
    assert not Spotter([]).spots(["stop"])
    assert Spotter([]).without(("stop",)) == ("stop",)
