from hypothesis import given
from hypothesis import strategies as st

from bot.web.admin.difference import Piece, word_difference

TEXTS = st.lists(st.sampled_from(["je", "leert", "wat", "nu.", "Ja?", "hout"])).map(" ".join)


def test_only_the_words_that_changed_are_marked() -> None:
    pieces = word_difference("Wat lukte er vandaag?", "Wat lukte er deze week?")
    assert [(piece.kind, piece.text) for piece in pieces] == [("same", "Wat lukte er "), ("removed", "vandaag?"), ("added", "deze week?")]


def test_space_alone_is_no_change() -> None:
    assert [piece.kind for piece in word_difference("Wat  lukte\ner?", "Wat lukte er?")] == ["same"]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back_from_the_difference(old: str, new: str) -> None:
    pieces = word_difference(old, new)
    assert words(pieces, without="removed") == new.split()
    assert words(pieces, without="added") == old.split()


def words(pieces: list[Piece], without: str) -> list[str]:
    return [word for piece in pieces if piece.kind != without for word in piece.text.split()]
