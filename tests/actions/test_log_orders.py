import pytest

from actions.answers import ActionAffirm, ActionDeny
from actions.log_orders import log_order
from actions.logbook import ActionKeepLogLine, ActionReportDone, ValidateLogForm
from actions.misunderstood import ActionMisunderstood
from tests.actions.first.test_order import answered
from tests.actions.play import Said, play, turn_of
from tests.actions.twins import ITEMS, People


def with_lines(*texts: str) -> People:
    people = People(wish="koken", interests=("koken",))
    for text in texts:
        people.logbook.write("l1", text)
    return people


def lines(people: People) -> list[str]:
    return [line.text for line in people.logbook.lines]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("haal die eerste weg", ["taart", "brood"]),
        ("verwijder de laatste", ["brood", "soep"]),
        ("verwijder die van de soep", ["taart", "brood"]),
        ("haal 2 weg", ["taart", "soep"]),
        ("haal dat weg uit mijn logboek", ["brood", "soep"]),
    ],
)
def test_one_line_goes_by_its_place_or_its_words(text: str, left: list[str]) -> None:
    people = with_lines("soep", "brood", "taart")
    assert play(ActionMisunderstood, people, Said(text, "pick_option", before=answered("log"))).said == ["log_removed"]
    assert lines(people) == left


def test_what_points_at_no_line_is_asked() -> None:
    people = with_lines("soep", "brood")
    assert play(ActionMisunderstood, people, Said("haal regel 9 weg", before=answered("log"))).said == ["log_which"]
    assert lines(people) == ["brood", "soep"]


def test_the_wish_is_taken_away_as_a_wish() -> None:
    assert log_order(turn_of(with_lines("leren koken"), Said("haal koken weg", "remove_interest"))) is None
    assert log_order(turn_of(with_lines("appeltaart"), Said("haal de appeltaart weg", "remove_interest"))) is not None


def test_all_lines_go_only_after_a_yes() -> None:
    people = with_lines("soep", "brood")
    assert play(ActionMisunderstood, people, Said("wis mijn logboek", "erase_data")).said == ["ask_log_clear"]
    assert play(ActionDeny, people, Said("nee", "deny", asked=["ask_log_clear"])).said == ["log_untouched"]
    assert lines(people) == ["brood", "soep"]
    assert play(ActionAffirm, people, Said("ja", "affirm", asked=["ask_log_clear"])).said == ["log_cleared"]
    assert lines(people) == []


def test_an_order_to_write_keeps_the_line_without_the_order() -> None:
    people = People()
    play(ActionMisunderstood, people, Said("zet in mijn logboek: gezongen", "show_log"))
    assert lines(people) == ["gezongen"]


def test_a_deed_is_written_at_once_and_the_line_joins_it() -> None:
    people = People()
    people.plans.make("l1", ITEMS[0].id, "Bak een brood", "zaterdag")
    deed = play(ActionReportDone, people, Said("gelukt", "report_done"))
    assert (lines(people), deed.opened) == (["Bak een brood"], "log_form")
    slots = {"requested_slot": "log_line", "deed": deed.slots["deed"]}
    line = play(ValidateLogForm, people, Said("nee toch, perentaart", "deny", loop="log_form", slots=slots)).slots["log_line"]
    assert line == "perentaart"
    play(ActionKeepLogLine, people, Said("perentaart", slots={**slots, "log_line": line}))
    assert lines(people) == ["Bak een brood: perentaart"]
    told = Said("verander: 60 woorden", "nlu_fallback", slots=slots, before=answered("log_kept"))
    assert play(ActionMisunderstood, people, told).said == ["log_changed"]
    assert lines(people) == ["Bak een brood: 60 woorden"]


@pytest.mark.parametrize("text", ["nee", "nee laat maar", "nee dank je", "nee, hoeft niet"])
def test_a_no_is_no_line(text: str) -> None:
    said = Said(text, "deny", 0.95, loop="log_form", slots={"requested_slot": "log_line"})
    assert play(ValidateLogForm, People(), said).slots == {}


def test_what_somebody_learned_is_a_line_and_no_wish() -> None:
    people = People()
    answer = play(ActionMisunderstood, people, Said("ik heb vandaag leren pinnen", "give_wish"))
    assert (answer.said, lines(people), people.learner.wish) == (["done", "log_kept"], ["ik heb vandaag leren pinnen"], None)
