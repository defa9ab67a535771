from bot.catalogue.search.senses import Bond, Sense, senses_in


def test_a_word_has_its_own_sense_or_none() -> None:
    assert senses_in("lassen") == [Sense(frozenset({"techniek"}))]
    assert senses_in("solliciteren") == [Sense()]


def test_a_phrase_binds_its_words() -> None:
    _, energy = senses_in("meer energie")
    assert energy == Sense(frozenset({"gezond"}), Bond.BOUND)


def test_a_word_that_belongs_to_another_is_bound_to_that() -> None:
    write, _ = reversed(senses_in("arabisch schrijven"))
    assert write == Sense(frozenset({"andere_talen"}), Bond.BOUND)


def test_a_word_without_a_topic_is_a_detail_of_what_stands_beside_it() -> None:
    assert senses_in("piano toets")[1] == Sense(frozenset({"muziek"}), Bond.DETAIL)


def test_what_is_named_beside_another_thing_is_no_detail_of_it() -> None:
    assert senses_in("gitaar en solliciteren")[2] == Sense()
    assert senses_in("gitaar, solliciteren")[1] == Sense()


def test_something_about_no_topic_is_not_elsewhere() -> None:
    assert Sense(frozenset({"muziek"})).is_elsewhere(("koken",))
    assert not Sense(frozenset({"muziek"})).is_elsewhere(())
    assert not Sense().is_elsewhere(("koken",))
