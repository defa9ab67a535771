"""Pearls: what is shipped, what a file may hold, and which one is told."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.interests import load_interests
from bot.catalogue.pearls.files import LARGEST, SHIPPED, read_pearls, write_pearls
from bot.catalogue.pearls.library import PearlLibrary
from bot.catalogue.pearls.models import Pearl
from bot.catalogue.regions import load_regions
from bot.errors import BadPearls
from bot.language.plain.gate import load_gate

REGIONS = load_regions()
PEARLS = read_pearls(SHIPPED, REGIONS.codes)
GATE = load_gate()
AVERAGES = {"long_sentences", "hard_to_read", "uncommon_words"}
"""One line alone is too short for these."""
WORDS = st.text("abcdefg é:'\"#-\n", min_size=1, max_size=20).map(str.strip).filter(bool)
REAL = Pearl("echt", "Echt gedaan", "Wij deden het.", ("Begin.", "Ga door."), "zorg", "CC0", "AM11", ("tuin",), "Ons dorp")


def test_a_dozen_examples_are_shipped_and_say_that_they_are_examples() -> None:
    assert len(PEARLS) >= 12
    assert [each.id for each in PEARLS if not (each.example and each.licence and len(each.steps) >= 2)] == []
    assert {tag for each in PEARLS for tag in each.interests} <= set(load_interests().tags)


@pytest.mark.parametrize("pearl", PEARLS, ids=lambda each: each.id)
def test_a_pearl_reads_easily(pearl: Pearl) -> None:
    assert GATE.check(f"{pearl.title}. {pearl.summary}") == []
    for line in pearl.steps:
        assert [found for found in GATE.check(line) if found.code not in AVERAGES] == []


@settings(max_examples=25)
@given(st.builds(Pearl, WORDS, WORDS, WORDS, st.lists(WORDS, min_size=2, max_size=4).map(tuple), WORDS, WORDS, example=st.booleans()))
def test_what_is_written_is_read_back_the_same(tmp_path_factory: pytest.TempPathFactory, pearl: Pearl) -> None:
    path = tmp_path_factory.mktemp("pearls") / "file.yml"
    write_pearls(path, [pearl, REAL])
    assert read_pearls(path, REGIONS.codes) == (pearl, REAL)


def test_everything_goes_out_and_comes_in_again(tmp_path: Path) -> None:
    one, other = PearlLibrary(tmp_path / "one", REGIONS), PearlLibrary(tmp_path / "other", REGIONS)
    assert one.hand_out(tmp_path / "all.yml") == len(PEARLS)
    assert other.bring_in(tmp_path / "all.yml") == len(PEARLS)
    assert other.all() == list(PEARLS)


BROKEN = {
    "error_pearls_licence": "a: {title: t, summary: s, sector: x, steps: [e, n]}",
    "error_pearls_steps": "a: {title: t, summary: s, sector: x, licence: l, steps: [e]}",
    "error_pearls_fields": "a: {title: 3, summary: s, sector: x, licence: l, steps: [e, n]}",
    "error_pearls_region": "a: {title: t, summary: s, sector: x, licence: l, steps: [e, n], region: AM04}",
    "error_pearls_unreadable": "- a\n- b",
    "error_pearls_large": "#" * (LARGEST + 1),
}


@pytest.mark.parametrize(("code", "text"), BROKEN.items(), ids=BROKEN)
def test_a_file_with_a_mistake_says_which_and_loses_nothing(tmp_path: Path, code: str, text: str) -> None:
    library = PearlLibrary(tmp_path, REGIONS)
    write_pearls(tmp_path / "mine.yml", [REAL])
    library.bring_in(tmp_path / "mine.yml")
    (tmp_path / "bad.yml").write_text(text, "utf-8")
    with pytest.raises(BadPearls) as problem:
        library.bring_in(tmp_path / "bad.yml")
    assert problem.value.code == code
    assert REAL in library.all()


@pytest.mark.parametrize("text", ["a: &x [*x]", "a: {b: \x00}", "{{{{", "a: !!python/object:os.system x", "a: 1", "a: {1: 2}"])
def test_nonsense_is_refused_with_a_reason(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.yml").write_text(text, "utf-8")
    with pytest.raises(BadPearls):
        read_pearls(tmp_path / "bad.yml", REGIONS.codes)


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadPearls) as problem:
        PearlLibrary(tmp_path, REGIONS).hand_out(tmp_path / "nowhere" / "all.yml")
    assert problem.value.code == "error_pearls_unwritable"


def test_the_same_subject_goes_first_then_the_region_then_what_is_real(tmp_path: Path) -> None:
    library = PearlLibrary(tmp_path, REGIONS)
    assert library.choose(("hout",), None) == next(each for each in PEARLS if each.id == "open-werkplaats")
    near = library.choose((), "Almere")
    assert near is not None
    assert near.region == "AM11"
    write_pearls(tmp_path / "mine.yml", [REAL])
    library.bring_in(tmp_path / "mine.yml")
    assert library.choose((), "Almere") == REAL


def test_asked_again_it_is_another_and_after_all_of_them_the_first(tmp_path: Path) -> None:
    library = PearlLibrary(tmp_path, REGIONS)
    told = [library.choose(("tuin",), "Urk", seen) for seen in range(len(PEARLS) + 1)]
    assert len({each.id for each in told if each}) == len(PEARLS)
    assert told[0] == told[-1]
