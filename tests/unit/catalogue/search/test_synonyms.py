from bot.catalogue.dutch import keys, telling, words
from bot.catalogue.interests import FOLDER, stop_words
from bot.catalogue.search.synonyms import Synonyms, load_synonyms
from bot.catalogue.search.weights import weights_of
from bot.language.words.yaml_files import read_mapping
from tests.unit.catalogue.conftest import demo_items

ENTRIES = read_mapping(FOLDER / "synonyms.yml")


def heard(said: str, synonyms: Synonyms) -> list[tuple[str, ...]]:
    return [meanings for _, meanings in synonyms.heard(keys(said))]


def test_every_entry_leads_to_words_that_the_catalogue_uses() -> None:
    used = {key for item in demo_items() for key in weights_of(item)}
    idle = [said for said, meant in ENTRIES.items() if not {each.key for each in telling(words(" ".join(meant)), stop_words())} & used]
    assert idle == []


def test_no_entry_leads_only_to_itself() -> None:
    assert [said for said, meant in ENTRIES.items() if {*keys(said)} >= {key for text in meant for key in keys(text)}] == []


def test_words_are_heard_however_they_end_and_a_phrase_before_its_words() -> None:
    synonyms = Synonyms({"bromfiets": ["brommer"], "oude bromfiets": ["oldtimer"]})
    assert heard("bromfietsen rijden", synonyms) == [("bromer",)]
    assert heard("een oude bromfiets", synonyms) == [tuple(keys("oldtimer"))]


def test_a_compound_with_an_empty_end_is_heard_without_it() -> None:
    assert heard("bromfietscursus", Synonyms({"bromfiets": ["brommer"]})) == [("bromer",)]


def test_the_shipped_synonyms_are_heard() -> None:
    assert heard("voor mezelf beginnen", load_synonyms())
    assert heard("", load_synonyms()) == []
