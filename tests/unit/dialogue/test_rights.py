"""Rights words work always: at any moment, in any state, with or without Rasa."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.conversation import Talk
from bot.dialogue.ports import RasaReply
from bot.language.safety.people import load_people
from bot.language.safety.words import Right
from bot.learners.models import NudgeState
from bot.messages import Address, Button, Reply
from bot.nudges.asking.answering import NudgeAnswer
from bot.nudges.asking.looking import NextNudge, Why
from bot.registers import Register
from bot.store.database.metadata import metadata
from bot.store.tables.conversation import inbox
from tests.unit.dialogue.scene import ME, TEXTS, Scene

WORDS = {
    Right.STOP: ("stop", "stop_done"),
    Right.PAUSE: ("pauze", "pause_not_on"),
    Right.ERASE: ("wis alles", "erase_ask"),
    Right.HUMAN: ("mens", "human"),
    Right.HELP: ("help", "help"),
    Right.OVERVIEW: ("wat weet je van mij", "overview_more"),
    Right.EXPORT: ("mijn gegevens", "export_link"),
}
"""A word for each right, and the text that closes the answer."""


def answer_to(right: Right, scene: Scene) -> str:
    people = load_people()
    link = scene.parts.link(scene.learner().id)
    texts = TEXTS.speaking(scene.learner().register)
    return texts(WORDS[right][1], work_url=people["work"].url, language_phone=people["language"].phone, link=link)


def brand_new(scene: Scene) -> None:
    """Never said a word."""


def welcomed(scene: Scene) -> None:
    scene.welcome()


def with_rasa_down(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True


def with_words_waiting(scene: Scene) -> None:
    with_rasa_down(scene)
    scene.say("ja graag")


def after_a_nudge(scene: Scene) -> None:
    scene.welcome()
    scene.nudge()


def after_asking_to_erase(scene: Scene) -> None:
    scene.welcome()
    scene.say("wis alles")


def after_a_flood(scene: Scene) -> None:
    scene.welcome()
    for number in range(40):
        scene.accept(f"bla {number}")
    scene.service.work_off(ME)
    scene.heard()


STATES = [brand_new, welcomed, with_rasa_down, with_words_waiting, after_a_nudge, after_asking_to_erase, after_a_flood]


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("state", STATES)
def test_a_right_works_in_every_state(scene: Scene, state: Callable[[Scene], None], right: Right) -> None:
    state(scene)
    assert scene.say(WORDS[right][0])[-1] == answer_to(right, scene)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from([word for word, _ in WORDS.values()] + ["ja", "nee", "iets met hout", "1", ""]), max_size=6))
def test_whatever_was_said_before_stop_ends_nudges(scene: Scene, words: list[str]) -> None:
    scene.clock.advance(minutes=20)
    learner = scene.identity.recognise(ME)
    scene.profile.choose_nudges(learner.id)
    for word in words:
        scene.accept(word)
    scene.accept("stop")
    scene.service.work_off(ME)
    assert scene.learner().nudges.state is NudgeState.STOPPED


def test_stop_ends_nudges_and_says_so(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.profile.choose_nudges(any_scene.learner().id)
    assert any_scene.say("STOP!!") == [TEXTS("stop_done")]
    assert any_scene.learner().nudges.state is NudgeState.STOPPED
    assert any_scene.rasa.messages == []


def test_pause_says_until_when_and_can_be_taken_back(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    assert scene.say("pauze") == [TEXTS("pause_done", until="woensdag 1 april")]
    assert scene.learner().nudges.state is NudgeState.PAUSED
    assert scene.press(TEXTS("pause_back")) == [TEXTS("resume_done")]
    assert scene.learner().nudges.state is NudgeState.ON


def test_resuming_after_a_stop_asks_for_a_new_yes(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply(effect="resume")]
    scene.say("/start")
    (reply,) = scene.service.history(scene.learner().id)
    assert reply.text == TEXTS("resume_not_on")
    scene.rasa.script = lambda message: [RasaReply("Hoe vaak?")]
    assert scene.press(TEXTS("resume_yes")) == ["Hoe vaak?"]
    assert scene.rasa.messages[-1] == "/start_nudges"


def test_a_right_in_the_middle_of_a_form_makes_rasa_drop_the_form(scene: Scene) -> None:
    scene.welcome()
    scene.say("stop")
    assert scene.rasa.messages == []
    scene.say("ik wil toch iets leren")
    assert scene.rasa.messages == ["/leave_form", "ik wil toch iets leren"]
    scene.say("nog iets")
    assert scene.rasa.messages[2:] == ["nog iets"]


def test_help_leaves_the_question_of_rasa_open(scene: Scene) -> None:
    scene.welcome()
    scene.say("help")
    scene.say("in de pauze")
    assert scene.rasa.messages == ["in de pauze"]


def test_an_effect_from_rasa_does_what_the_word_does(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.rasa.script = lambda message: [RasaReply("Natuurlijk."), RasaReply(effect="stop")]
    assert scene.say("weer zo'n dingetje van hr, sla mij maar over") == ["Natuurlijk.", TEXTS("stop_done")]
    assert scene.learner().nudges.state is NudgeState.STOPPED
    scene.say("en nu")
    assert "/leave_form" not in scene.rasa.messages


@pytest.mark.parametrize(
    ("guess", "before", "after"),
    [
        ("pause", NudgeState.ON, NudgeState.PAUSED),
        ("resume", NudgeState.PAUSED, NudgeState.ON),
        ("stop_ask", NudgeState.ON, NudgeState.STOPPED),
    ],
)
def test_what_rasa_only_guesses_is_asked_and_done_after_a_yes(scene: Scene, guess: str, before: NudgeState, after: NudgeState) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    if before is NudgeState.PAUSED:
        scene.say("pauze")
    scene.rasa.script = lambda message: [RasaReply(effect=guess)]
    deed = guess.removesuffix("_ask")
    for answer in ("no", "yes"):
        assert scene.say("weer zo'n dingetje van hr, sla mij maar over") == [TEXTS(f"{deed}_guessed", until="woensdag 1 april")]
        assert scene.learner().nudges.state is before
        scene.press(TEXTS(f"{deed}_{answer}"))
    assert scene.learner().nudges.state is after


def test_a_typed_yes_answers_that_question(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.rasa.script = lambda message: [RasaReply(effect="pause")]
    scene.say("spaans vr op vakantie")
    assert scene.say("nee") == [TEXTS("erase_cancelled")]
    scene.say("spaans vr op vakantie")
    scene.say("ja")
    assert scene.learner().nudges.state is NudgeState.PAUSED


def test_a_pause_when_nothing_is_on_is_not_asked_about(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.script = lambda message: [RasaReply(effect="pause")]
    assert scene.say("spaans vr op vakantie") == [TEXTS("pause_not_on")]


def test_a_plain_wish_for_nudges_again_needs_no_question(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.say("pauze")
    assert scene.say("zet de duwtjes weer aan") == [TEXTS("resume_done")]
    assert scene.learner().nudges.state is NudgeState.ON


@pytest.mark.parametrize("effect", ["erase_confirm", "cancel", "format_disk", ""])
def test_an_effect_that_rasa_may_not_ask_for_is_ignored(scene: Scene, effect: str) -> None:
    scene.welcome()
    scene.say("wis alles")
    scene.rasa.script = lambda message: [RasaReply(effect=effect), RasaReply("Verder.")]
    assert scene.say("tja") == ["Verder."]
    assert scene.learner()


def test_the_overview_tells_everything_that_is_known(scene: Scene) -> None:
    scene.welcome()
    learner_id = scene.learner().id
    scene.profile.set_wish(learner_id, "kasten maken", ("hout",))
    scene.profile.set_place(learner_id, "Almelo")
    scene.profile.choose_nudges(learner_id)
    known, more = scene.say("wat weet je van mij?")
    for fact in ("kasten maken", "werken met hout", "Almelo", "elke 7 dagen", "maandag 2 maart"):
        assert fact in known
    assert more == TEXTS("overview_more")


def test_the_export_gives_the_facts_and_the_place_where_everything_is(scene: Scene) -> None:
    scene.welcome()
    known, link = scene.say("mijn gegevens")
    assert known.startswith(TEXTS("overview_intro"))
    assert f"https://voorbeeld.nl/{scene.learner().id}" in link


def test_a_person_to_talk_to_comes_with_a_number(scene: Scene) -> None:
    (answer,) = scene.say("ik wil een mens spreken")
    assert "werkcentrum.nl" in answer
    assert "0800-023 44 44" in answer


def test_a_nudge_on_request_comes_with_its_buttons(scene: Scene) -> None:
    scene.welcome()
    scene.nudges.now = Reply("Doe één ding anders.", (Button("Doe ik", "nudge:3:0"),))
    scene.nudges.answers[3, 0] = NudgeAnswer(Reply("Top."))
    scene.rasa.script = lambda message: [RasaReply(effect="nudge_now")]
    assert scene.say("geef me nu een duwtje") == ["Doe één ding anders."]
    assert scene.press("Doe ik") == ["Top."]


def test_no_nudge_on_request_is_said_honestly(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.script = lambda message: [RasaReply(effect="nudge_now")]
    assert scene.say("geef me nu een duwtje") == [TEXTS("nudge_none")]


def test_when_and_why_of_nudges_are_put_into_words(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.script = lambda message: [RasaReply(effect=message)]
    scene.nudges.following = NextNudge(NudgeState.ON, scene.clock() + timedelta(days=2))
    assert scene.say("next_nudge") == [TEXTS("next_at", day="woensdag 4 maart", time="10.30")]
    scene.nudges.reason = Why("x", "wens", "doel", scene.clock(), asked_for=False, every_days=7, interest="hout")
    assert scene.say("why") == [TEXTS("why_interest", since="", days=7, interest="werken met hout")]


def test_pauze_is_an_answer_when_a_button_says_so(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply("Wanneer past het?", (Button("In de pauze", "/give_moment"),))]
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.say("pauze")
    assert scene.learner().nudges.state is NudgeState.ON
    assert scene.rasa.messages == ["pauze"]


def test_stop_is_a_stop_even_when_a_button_says_so(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply("Kies", (Button("Stop", "/goodbye"),))]
    scene.welcome()
    assert scene.say("stop") == [TEXTS("stop_done")]


def test_an_old_yes_does_not_undo_a_later_stop(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True
    scene.say("ja stuur maar duwtjes")
    assert scene.say("stop") == [TEXTS("stop_done")]
    scene.rasa.down = False
    scene.service.recover()
    assert scene.heard() == []
    assert scene.rasa.messages == []


# erasing


def rows(scene: Scene) -> dict[str, int]:
    with scene.store.work() as work:
        counted = {
            name: len(work.connection.execute(select(table)).all())
            for name, table in metadata.tables.items()
            if "learner_id" in table.c or name == "learners"
        }
    return {name: number for name, number in counted.items() if number}


def test_erasing_asks_first_and_no_means_no(any_scene: Scene) -> None:
    any_scene.welcome()
    assert any_scene.say("wis alles") == [TEXTS("erase_ask")]
    assert any_scene.press(TEXTS("erase_no")) == [TEXTS("erase_cancelled")]
    assert any_scene.learner()


@pytest.mark.parametrize("typed", ["ja", "Ja, wis alles", "ja wis alles!"])
def test_a_typed_yes_erases(scene: Scene, typed: str) -> None:
    scene.welcome()
    scene.say("wis alles")
    assert scene.say(typed) == [TEXTS("erase_done")]
    assert rows(scene) == {}


def test_after_erasing_nothing_is_left_and_one_goodbye_was_heard(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.say("ik wil leren lassen")
    any_scene.nudge()
    any_scene.say("wis alles")
    any_scene.accept("en dit komt er nog achteraan")
    assert any_scene.press(TEXTS("erase_yes"))[-1] == TEXTS("erase_done")
    assert rows(any_scene) == {}


def test_the_goodbye_has_no_id_because_it_is_stored_nowhere(scene: Scene) -> None:
    scene.welcome()
    scene.say("wis alles")
    choice = scene.choice(TEXTS("erase_yes"))
    scene.service.accept(scene.incoming(choice=choice))
    scene.service.work_off(ME)
    assert [message.id for message in scene.take()] == [0]


def test_a_new_contact_after_erasing_is_a_new_person(scene: Scene) -> None:
    scene.welcome()
    before = scene.learner()
    scene.say("wis alles")
    scene.press(TEXTS("erase_yes"))
    assert scene.say("hoi") == ["Waar heb je zin in?"]
    assert {scene.learner().id, scene.learner().conversation_key}.isdisjoint({before.id, before.conversation_key})


def test_only_a_place_or_a_name_goes_and_nobody_is_asked_about_everything(scene: Scene) -> None:
    scene.welcome()
    scene.profile.set_place(scene.learner().id, "Zwolle")
    assert scene.say("vergeet mijn naam") == [TEXTS("name_not_kept")]
    assert scene.learner().place == "Zwolle"
    assert scene.say("haal mijn plaats weg") == [TEXTS("place_forgotten")]
    assert scene.learner().place is None
    assert scene.say("vergeet mijn naam en postcode") == [TEXTS("place_forgotten"), TEXTS("name_not_kept")]


def test_an_old_yes_asks_again(scene: Scene) -> None:
    scene.welcome()
    scene.say("wis alles")
    scene.clock.advance(minutes=11)
    assert scene.press(TEXTS("erase_yes")) == [TEXTS("erase_ask")]


def test_asking_twice_does_not_count_as_a_yes(scene: Scene) -> None:
    scene.welcome()
    scene.say("wis alles")
    assert scene.say("wis alles") == [TEXTS("erase_ask")]


def test_a_yes_in_another_talk_erases_nothing(scene: Scene) -> None:
    scene.welcome()
    scene.say("wis alles")
    scene.say("laat eerst maar eens zien wat je hebt")
    scene.say("ja")
    assert scene.learner()


@pytest.mark.parametrize("answer", ["nee", "Nee, laat staan"])
def test_who_does_not_want_to_erase_after_all_goes_on_where_they_were(scene: Scene, answer: str) -> None:
    scene.welcome()
    scene.say("wis alles")
    assert scene.say(answer) == [TEXTS("erase_cancelled")]
    scene.say("elke week")
    assert scene.rasa.messages == ["elke week"]


def test_erasing_leaves_others_alone(scene: Scene) -> None:
    other = Address("memory", "other")
    scene.say("hoi", other)
    scene.welcome()
    scene.say("wis alles")
    scene.press(TEXTS("erase_yes"))
    assert len(scene.service.history(scene.learner(other).id)) == 2


def test_erasing_works_while_rasa_is_away(scene: Scene) -> None:
    with_words_waiting(scene)
    scene.say("wis alles")
    assert scene.press(TEXTS("erase_yes")) == [TEXTS("erase_done")]
    assert rows(scene) == {}


# crisis


def test_words_of_despair_get_the_fixed_text_at_once(any_scene: Scene) -> None:
    assert any_scene.say("ik zie het niet meer zitten") == [TEXTS("crisis_help"), TEXTS("crisis_rest")]
    assert any_scene.rasa.messages == []


def test_words_of_despair_are_stored_nowhere_and_leave_no_mark(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.accept("ik wil dood en mijn buurvrouw heet Truus")
    history = any_scene.service.history(any_scene.learner().id)
    assert [message.text for message in history if message.direction == "in"] == ["hoi"]
    any_scene.service.work_off(ME)
    learner_id = any_scene.learner().id
    with any_scene.store.work() as work:
        assert set(work.connection.scalars(select(inbox.c.kind))) == {None}
        assert work.talks.of(learner_id) == Talk(welcomed=True, leave_form=True)


def test_somebody_in_danger_is_answered_in_their_own_language_and_in_dutch(scene: Scene) -> None:
    first, *rest = scene.say("nie chcę już żyć")
    assert "Zadzwoń: 113" in first
    assert rest == [TEXTS("crisis_help"), TEXTS("crisis_rest")]


def test_a_doubt_in_another_language_is_asked_about_with_the_number_in_that_language(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    first, asked = scene.say("ich kann nicht mehr")
    assert "113" in first
    assert asked == TEXTS("crisis_maybe")
    assert scene.learner().nudges.state is NudgeState.ON


@pytest.mark.parametrize("typed", ["stop met appen dit is mijn zakelijke nummer", "Wilt u mij van de verzendlijst halen", "app me niet"])
def test_an_opt_out_that_says_more_is_no_wish(scene: Scene, typed: str) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    assert scene.say(typed)[-1] == TEXTS.speaking(scene.learner().register)("stop_done")
    assert scene.learner().nudges.state is NudgeState.STOPPED
    assert scene.rasa.messages == []


def test_violence_is_answered_with_veilig_thuis_and_stored_nowhere(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.profile.choose_nudges(any_scene.learner().id)
    helped, rest = any_scene.say("mijn man slaat me")
    assert "0800-2000" in helped
    assert rest == TEXTS("violence_rest")
    history = any_scene.service.history(any_scene.learner().id)
    assert [message.text for message in history if message.direction == "in"] == ["hoi"]
    assert any_scene.learner().nudges.state is NudgeState.PAUSED


def test_who_needs_an_ambulance_is_told_to_call_it_and_nothing_is_stored(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.profile.choose_nudges(any_scene.learner().id)
    helped, rest = any_scene.say("ik heb pijn op mijn borst en krijg geen lucht")
    assert "Bel nu 112" in helped
    assert rest == TEXTS("emergency_rest")
    history = any_scene.service.history(any_scene.learner().id)
    assert [message.text for message in history if message.direction == "in"] == ["hoi"]
    assert any_scene.learner().nudges.state is NudgeState.PAUSED
    assert any_scene.say("gaat wel") == [TEXTS("emergency_after", emergency="112")]


@pytest.mark.parametrize(("words", "where"), [("ik heb schulden", "0800-8115"), ("mijn baas betaalt me niet", "juridischloket.nl")])
def test_debts_and_unfair_work_are_answered_and_the_open_question_stays(scene: Scene, words: str, where: str) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    (answer,) = scene.say(words)
    assert where in answer
    assert scene.learner().nudges.state is NudgeState.ON
    scene.say("in de pauze")
    assert scene.rasa.messages == ["in de pauze"]
    assert words not in [message.text for message in scene.service.history(scene.learner().id)]


def test_after_debts_something_free_is_one_button_away(scene: Scene) -> None:
    scene.welcome()
    scene.say("ik heb schulden")
    scene.press(TEXTS("debt_free"))
    assert scene.rasa.messages == ["/no_money"]


def test_words_of_despair_hold_back_nudges(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.say("ik wil niet meer leven")
    assert scene.learner().nudges.state is NudgeState.PAUSED


IN_OWN_WORDS = "laat die berichtjes voortaan maar zitten"
"""Asks for a stop and stands on no list."""


@pytest.mark.parametrize("state", [welcomed, with_rasa_down])
def test_a_stop_that_is_only_guessed_is_asked_about_and_done_after_a_yes(scene: Scene, state: Callable[[Scene], None]) -> None:
    state(scene)
    assert scene.say(IN_OWN_WORDS) == [TEXTS("stop_guessed")]
    assert scene.press(TEXTS("stop_yes")) == [TEXTS("stop_done")]


def test_a_guess_asks_once_and_after_that_rasa_hears_it(scene: Scene) -> None:
    scene.welcome()
    scene.say(IN_OWN_WORDS)
    assert scene.rasa.messages == []
    scene.rasa.script = lambda message: [RasaReply(effect="stop")]
    assert scene.say(IN_OWN_WORDS) == [TEXTS("stop_done")]


MAYBE = "ik wil dodo"
"""May be a slip in words of despair, and may be about a bird."""


def test_what_may_be_a_slip_in_words_of_despair_is_asked_about_with_a_number_to_call(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.profile.choose_nudges(any_scene.learner().id)
    assert any_scene.say(MAYBE) == [TEXTS("crisis_maybe")]
    assert "0800-0113" in TEXTS("crisis_maybe")
    assert any_scene.learner().nudges.state is NudgeState.ON
    assert MAYBE not in [message.text for message in any_scene.service.history(any_scene.learner().id)]
    assert any_scene.rasa.messages == []


@pytest.mark.parametrize("typed", ["nee", "Nee, het gaat niet", "nee niet echt"])
def test_who_then_is_not_well_gets_the_fixed_text_and_no_nudges(scene: Scene, typed: str) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.say(MAYBE)
    assert scene.say(typed) == [TEXTS("crisis_help"), TEXTS("crisis_rest")]
    assert scene.learner().nudges.state is NudgeState.PAUSED


@pytest.mark.parametrize("typed", ["ja", "ja hoor prima"])
def test_who_then_is_well_may_say_it_again_and_the_open_question_stays(scene: Scene, typed: str) -> None:
    scene.welcome()
    scene.say(MAYBE)
    assert scene.say(typed) == [TEXTS("well_good")]
    scene.say("iets over vogels")
    assert scene.rasa.messages == ["iets over vogels"]


@pytest.mark.parametrize("grave", ["ik wil niet meer leven", "mijn man slaat me", MAYBE])
def test_who_waves_it_away_is_answered_gently_and_keeps_the_number_in_sight(any_scene: Scene, grave: str) -> None:
    any_scene.welcome()
    any_scene.say(grave)
    for waved in ("gaat wel", "nee hoor gaat wel", "laat maar", "grapje", "Was maar een grpaje hoor!"):
        (answer,) = any_scene.say(waved)
        assert "0800-" in answer
        assert "!" not in answer
    assert any_scene.rasa.messages == []


def test_what_is_said_next_goes_on_as_usual_and_what_is_waved_away_then_too(scene: Scene) -> None:
    scene.welcome()
    scene.say("ik wil dood")
    scene.say("nee hoor")
    scene.say("iets met hout")
    scene.say("laat maar")
    assert scene.rasa.messages == ["/leave_form", "iets met hout", "laat maar"]


def test_it_is_heard_too_when_they_say_u_from_then_on(scene: Scene) -> None:
    scene.welcome()
    scene.say("ik wil dood")
    assert scene.say("Het gaat wel, dank u.") == [TEXTS.speaking(Register.U)("crisis_after")]


def test_a_doubt_about_violence_comes_with_veilig_thuis(scene: Scene) -> None:
    scene.welcome()
    (answer,) = scene.say("hij lsaat me")
    assert "0800-2000" in answer
    assert "0800-2000" in scene.press(TEXTS("well_no"))[0]


def test_a_doubt_about_a_body_comes_with_the_alarm_number(scene: Scene) -> None:
    scene.welcome()
    (answer,) = scene.say("mijn arm tintelt de hele dag")
    assert "112" in answer
    assert "Bel nu 112" in scene.press(TEXTS("well_no"))[0]


def test_despair_deep_in_a_long_message_is_seen(scene: Scene) -> None:
    story = "Eerst ging het best goed op het werk. " * 40
    assert scene.say(f"{story} Nu wil ik niet meer leven.") == [TEXTS("crisis_help"), TEXTS("crisis_rest")]


@pytest.mark.parametrize(("words", "help_"), [("ik wil dood", "crisis_help"), ("mijn vader ademt niet meer", "emergency_help")])
def test_grave_danger_is_answered_in_every_state(scene: Scene, words: str, help_: str) -> None:
    for state in STATES:
        state(scene)
        assert TEXTS(help_, emergency="112") in scene.say(words), state.__name__
        scene.rasa.down = False
        scene.clock.advance(hours=1)


@pytest.mark.parametrize(("asked", "yes"), [("usuń wszystko", "tak"), ("delete everything", "yes"), ("wis alles", "evet")])
def test_a_clear_yes_in_any_of_our_languages_erases(scene: Scene, asked: str, yes: str) -> None:
    scene.welcome()
    scene.say(asked)
    assert scene.say("ok") != [TEXTS("erase_done")]
    assert scene.say(asked) == [TEXTS("erase_ask")]
    assert scene.say(yes) == [TEXTS("erase_done")]


def test_a_stop_says_that_reminders_go_too(scene: Scene) -> None:
    scene.welcome()
    learner_id = scene.learner().id
    with scene.store.work() as work:
        work.reminders.add(learner_id, "de tandarts", scene.clock() + timedelta(days=1), scene.clock())
    assert scene.say("stop") == [TEXTS("stop_done_reminders")]
    assert scene.say("stop") == [TEXTS("stop_done")]


def test_what_sounds_like_a_stop_of_something_else_is_asked_about(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.rasa.script = lambda message: [RasaReply(effect="stop")]
    assert scene.say("stop met die pillen") == [TEXTS("stop_guessed")]
    assert scene.learner().nudges.state is NudgeState.ON
    assert scene.say("ja") == [TEXTS("stop_done")]


def test_a_pause_lasts_as_long_as_asked_and_is_planned_anew(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    assert scene.say("pauze 1 week") == [TEXTS("pause_done_until", until="maandag 9 maart")]
    assert scene.say("toch tot 1 april") == [TEXTS("pause_done_until", until="woensdag 1 april")]
    assert scene.say("ga maar weer door") == [TEXTS("resume_done")]
    assert scene.nudges.replanned == [scene.learner().id] * 3


def test_a_length_answers_the_question_about_a_pause(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.rasa.script = lambda message: [RasaReply(effect="pause")]
    assert scene.say("rustig aan graag") == [TEXTS("pause_guessed", until="woensdag 1 april")]
    assert scene.say("1 week") == [TEXTS("pause_done_until", until="maandag 9 maart")]
