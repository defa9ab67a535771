from pathlib import Path

import pytest

from bot.catalogue.search import CatalogueIndex
from bot.catalogue.search.esco import ATTRIBUTION, read_esco
from bot.catalogue.search.synonyms import Synonyms, load_synonyms
from bot.errors import BadEscoFile
from tests.unit.catalogue.conftest import demo_items

SAMPLE = Path("tests/samples/esco")


def test_other_names_lead_to_the_preferred_one() -> None:
    assert read_esco(SAMPLE) == {
        "tafels pimpen": ("meubels opknappen",),
        "kringloopmeubels oplappen": ("meubels opknappen",),
        "apiarist": ("imker",),
        "werken": ("imker",),
    }


def test_without_files_there_are_no_names(tmp_path: Path) -> None:
    assert read_esco(tmp_path) == {}


@pytest.mark.parametrize("content", [b"naam;nummer\na;1\n", b"", b"preferredLabel,altLabels\n\xff\xfe,x\n"])
def test_a_file_that_is_not_escos_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "skills_nl.csv").write_bytes(content)
    with pytest.raises(BadEscoFile, match=r"skills_nl\.csv"):
        read_esco(tmp_path)


def test_a_name_of_esco_finds_what_the_catalogue_calls_otherwise() -> None:
    plain, widened = (CatalogueIndex(demo_items(), synonyms=each) for each in (Synonyms({}), load_synonyms(SAMPLE)))
    assert "leven-loop-mee-met-een-imker" not in {each.item.source_id for each in plain.find("apiarist")}
    assert widened.find("apiarist")[0].item.source_id == "leven-loop-mee-met-een-imker"
    assert widened.find("ik wil tafels pimpen")[0].item.source_id == "knap-een-oude-stoel-op"


def test_a_word_that_says_nothing_is_no_name() -> None:
    assert CatalogueIndex(demo_items(), synonyms=load_synonyms(SAMPLE)).find("werken") == []


def test_the_source_is_named_in_the_reference() -> None:
    assert ATTRIBUTION in Path("docs/reference/search.md").read_text("utf-8")
