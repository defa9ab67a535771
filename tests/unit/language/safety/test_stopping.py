import pytest

from bot.language.safety.stopping import may_be_for_now, may_be_no_stop


@pytest.mark.parametrize("typed", ["stop met die pillen", "Niet stoppen maar luisteren", "hou op met dat geklaag", "hoe stop ik"])
def test_a_stop_of_something_else_is_doubted(typed: str) -> None:
    assert may_be_no_stop(typed)


@pytest.mark.parametrize("typed", ["Stop niet!", "sotp nou niet", "don't stop", "meld me niet af"])
def test_who_wants_us_to_go_on_is_asked(typed: str) -> None:
    assert may_be_no_stop(typed)


@pytest.mark.parametrize("typed", ["stop, niet leuk", "stop niet normaal veel", "niet leuk stop"])
def test_a_no_beside_a_stop_does_not_take_it_back(typed: str) -> None:
    assert not may_be_no_stop(typed)


@pytest.mark.parametrize("typed", ["stop", "stop met die duwtjes", "kap eens met al dat appen", "weg ermee", "stop met je berichten"])
def test_a_stop_of_ours_is_not(typed: str) -> None:
    assert not may_be_no_stop(typed)


@pytest.mark.parametrize("typed", ["stop even", "stop evven", "ff stoppen", "stop nu even met die berichten", "even niks meer sturen"])
def test_a_stop_may_be_for_now(typed: str) -> None:
    assert may_be_for_now(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "stop maar",
        "schrijf me even uit",
        "haal me even van de lijst",
        "ik wil even zeggen dat ik stop",
        "stop even voorgoed",
        "meld me effe af",
    ],
)
def test_a_kind_word_does_not_make_it_so(typed: str) -> None:
    assert not may_be_for_now(typed)
