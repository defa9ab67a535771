"""What a person who talks with the service experiences."""

from datetime import timedelta

from bot.dialogue.ports import RasaReply
from bot.messages import Address, Button, Reply
from bot.nudges.asking.answering import NudgeAnswer
from bot.nudges.asking.reminders import ReminderService
from tests.unit.dialogue.scene import ME, TEXTS, Scene


def test_a_greeting_from_somebody_new_gets_the_welcome_and_nothing_else(any_scene: Scene) -> None:
    assert any_scene.say("hoi!") == ["Waar heb je zin in?"]
    assert any_scene.rasa.messages == ["/start_conversation"]


def test_a_wish_as_first_words_is_heard_after_the_welcome(scene: Scene) -> None:
    assert scene.say("ik wil leren lassen") == ["Waar heb je zin in?", "Je zei: ik wil leren lassen"]
    assert scene.rasa.messages == ["/start_conversation", "ik wil leren lassen"]


def test_the_welcome_asks_nothing_when_words_follow_that_are_answered_next(scene: Scene) -> None:
    scene.say("ben jij een robot")
    assert [heard.metadata for heard in scene.rasa.heard] == [{"words_follow": True}, {}]


def test_the_welcome_asks_whoever_only_greets(scene: Scene) -> None:
    scene.say("hoi")
    assert scene.rasa.heard[0].metadata == {}


def test_coming_in_starts_the_conversation_and_leaves_no_message_of_the_person(scene: Scene) -> None:
    assert scene.say("/start") == ["Waar heb je zin in?"]
    assert [message.direction for message in scene.service.history(scene.learner().id)] == ["out"]


def test_coming_in_through_a_link_is_coming_in_too(scene: Scene) -> None:
    scene.say("/start machine-4")
    assert scene.rasa.messages == ["/start_conversation"]


def test_the_welcome_comes_once(scene: Scene) -> None:
    scene.say("hoi")
    assert scene.say("hoi") == ["Je zei: hoi"]


def test_rasa_knows_a_conversation_by_its_unguessable_key_only(scene: Scene) -> None:
    scene.say("hoi")
    assert scene.rasa.heard[0].key == scene.learner().conversation_key


def test_everything_said_is_remembered_in_order(any_scene: Scene) -> None:
    any_scene.say("iets met hout")
    history = any_scene.service.history(any_scene.learner().id)
    assert [(message.direction.value, message.text) for message in history] == [
        ("in", "iets met hout"),
        ("out", "Waar heb je zin in?"),
        ("out", "Je zei: iets met hout"),
    ]
    assert [message.text for message in any_scene.service.history(any_scene.learner().id, history[1].id)] == ["Je zei: iets met hout"]


def test_what_is_new_can_be_asked_for_many_people_at_once(any_scene: Scene) -> None:
    other = Address("memory", "other")
    any_scene.say("hoi")
    any_scene.say("hoi", other)
    first = any_scene.service.history(any_scene.learner().id)[-1].id
    any_scene.say("nog iets")
    replies = any_scene.service.replies_after({any_scene.learner().id: first, any_scene.learner(other).id: 0, "nobody": 0})
    assert {who: [message.text for message in messages] for who, messages in replies.items()} == {
        any_scene.learner().id: ["Je zei: nog iets"],
        any_scene.learner(other).id: ["Waar heb je zin in?"],
    }


def test_the_same_message_twice_is_handled_once(any_scene: Scene) -> None:
    message = any_scene.incoming("hoi", external_id="same")
    assert any_scene.service.accept(message)
    assert not any_scene.service.accept(message)
    any_scene.service.work_off(ME)
    assert any_scene.heard() == ["Waar heb je zin in?"]


def test_the_same_id_from_somebody_else_is_another_message(scene: Scene) -> None:
    assert scene.service.accept(scene.incoming("hoi", external_id="1"))
    assert scene.service.accept(scene.incoming("hoi", external_id="1", address=Address("memory", "other")))


def test_messages_are_answered_in_the_order_in_which_they_came(scene: Scene) -> None:
    scene.welcome()
    for text in ("een", "twee", "drie"):
        scene.accept(text)
    scene.service.work_off(ME)
    assert scene.heard() == ["Je zei: een", "Je zei: twee", "Je zei: drie"]


def test_a_pressed_button_is_what_it_means_and_its_title_is_what_was_said(any_scene: Scene) -> None:
    any_scene.say("hoi")
    assert any_scene.press("Iets met hout") == ['Je zei: /give_wish{"interest": "hout"}']
    assert any_scene.rasa.messages[-1] == '/give_wish{"interest": "hout"}'
    assert any_scene.service.history(any_scene.learner().id)[-2].text == "Iets met hout"


def test_a_channel_sees_only_random_names_of_buttons(scene: Scene) -> None:
    scene.accept("hoi")
    scene.service.work_off(ME)
    (choice,) = scene.take()[0].choices
    assert choice.title == "Iets met hout"
    assert "hout" not in choice.id
    assert len(choice.id) >= 16


def test_a_typed_title_is_the_button(scene: Scene) -> None:
    scene.say("hoi")
    scene.say("iets met HOUT!")
    assert scene.rasa.messages[-1] == '/give_wish{"interest": "hout"}'


def test_a_title_of_an_older_message_is_just_text(scene: Scene) -> None:
    scene.say("hoi")
    scene.say("wat anders")
    scene.say("iets met hout")
    assert scene.rasa.messages[-1] == "iets met hout"


def test_a_button_without_a_slash_is_said_to_rasa_as_words(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply("Kies", (Button("Ja", "ja hoor"),))]
    scene.say("hoi")
    scene.press("Ja")
    assert scene.rasa.messages[-1] == "ja hoor"


def test_an_unknown_button_gets_a_friendly_line(any_scene: Scene) -> None:
    any_scene.welcome()
    assert any_scene.press_id("not-a-button") == [TEXTS("unknown_choice")]
    assert any_scene.rasa.messages == []


def test_a_button_of_somebody_else_is_an_unknown_button(scene: Scene) -> None:
    scene.say("hoi")
    thief = Address("memory", "thief")
    scene.say("hoi", thief)
    assert scene.press_id(scene.choice("Iets met hout"), thief) == [TEXTS("unknown_choice")]


def test_a_button_works_for_a_month(scene: Scene) -> None:
    scene.say("hoi")
    scene.clock.advance(days=29)
    assert scene.press("Iets met hout") != [TEXTS("unknown_choice")]
    scene.clock.advance(days=2)
    assert scene.press("Iets met hout") == [TEXTS("unknown_choice")]


def test_an_empty_message_gets_a_friendly_line_and_rasa_hears_nothing(scene: Scene) -> None:
    scene.welcome()
    assert scene.say("\x00\u200b") == [TEXTS("empty_message")]
    assert scene.rasa.messages == []


def test_what_identifies_somebody_is_neither_stored_nor_told_to_rasa(scene: Scene) -> None:
    scene.welcome()
    scene.say("mijn nummer is 06 12345678 en mail jan@voorbeeld.nl")
    assert scene.rasa.messages == ["mijn nummer is [weggehaald] en mail [weggehaald]"]
    assert "12345678" not in scene.service.history(scene.learner().id)[-2].text


def test_a_nudge_stands_in_the_conversation_and_its_button_goes_to_the_nudges(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.nudge(due_id=7)
    any_scene.nudges.answers[7, 1] = NudgeAnswer(Reply("Neem een andere route."))
    assert any_scene.press("Geef een voorbeeld") == ["Neem een andere route."]
    assert any_scene.nudges.pressed == [(any_scene.learner().id, 7, 1)]
    assert any_scene.rasa.messages == []


def test_the_answer_to_a_nudge_may_be_typed(scene: Scene) -> None:
    scene.welcome()
    for typed in ("doe ik", "2", "de tweede", "niet", "doe maar de laatste"):
        scene.nudge(due_id=7)
        scene.say(typed)
    assert [index for _, _, index in scene.nudges.pressed] == [0, 1, 1, 2, 2]


def test_a_number_without_a_nudge_is_for_rasa(scene: Scene) -> None:
    scene.say("hoi")
    scene.say("1")
    assert scene.rasa.messages[-1] == "1"


def test_other_words_after_a_nudge_go_to_rasa_with_its_name(scene: Scene) -> None:
    scene.welcome()
    scene.nudge(script_id="anders-dan-anders")
    scene.say("ik heb een andere route genomen")
    assert scene.rasa.heard[-1].metadata == {"open_nudge": "anders-dan-anders"}
    scene.say("en verder niks")
    assert scene.rasa.heard[-1].metadata == {}


def test_a_nudge_may_hand_the_conversation_to_rasa(scene: Scene) -> None:
    scene.welcome()
    scene.nudge(due_id=7)
    scene.nudges.answers[7, 0] = NudgeAnswer(Reply("Leuk!"), ask="ask_suggestion", interest="hout")
    assert scene.press("Doe ik") == ["Leuk!", 'Je zei: /ask_suggestion{"interest": "werken met hout"}']


def let_a_reminder_come(scene: Scene) -> None:
    reminders = ReminderService(scene.store.work, scene.clock, TEXTS)
    reminders.ask(scene.learner().id, scene.clock() + timedelta(hours=1), "bel de bieb")
    scene.clock.advance(hours=1, seconds=1)
    reminders.say_due()
    scene.service.recover()
    assert scene.heard() == [TEXTS("reminder_due", text="bel de bieb")]


def test_a_reminder_is_seen_without_rasa(any_scene: Scene) -> None:
    any_scene.welcome()
    let_a_reminder_come(any_scene)
    assert any_scene.press(TEXTS("reminder_button")) == [TEXTS("reminder_seen")]
    assert any_scene.rasa.messages == []


def test_words_under_a_reminder_reach_rasa_as_no_answer_to_an_older_question(scene: Scene) -> None:
    scene.welcome()
    let_a_reminder_come(scene)
    scene.say("ja doe ik")
    assert scene.rasa.heard[-1].metadata == {"open_nudge": "reminder"}
    scene.say("en verder niks")
    assert scene.rasa.heard[-1].metadata == {}


def test_a_nudge_that_is_over_gets_a_friendly_line(scene: Scene) -> None:
    scene.welcome()
    scene.nudge()
    assert scene.press("Doe ik") == [TEXTS("nudge_over")]


def test_somebody_who_only_ever_got_a_nudge_is_welcomed_when_they_type(scene: Scene) -> None:
    scene.accept("stop")
    scene.service.work_off(ME)
    scene.heard()
    assert scene.say("wat is dit") == ["Waar heb je zin in?", "Je zei: wat is dit"]


def test_what_rasa_is_asked_again_has_the_id_of_the_first_time_and_what_is_said_again_another(scene: Scene) -> None:
    scene.welcome()
    answers, scene.rasa.script = scene.rasa.script, lambda _: []
    scene.say("ik wil leren lassen")
    scene.rasa.script = answers
    scene.clock.now += timedelta(hours=1)
    scene.service.recover()
    scene.say("ik wil leren lassen")
    first, again, anew = [heard.message_id for heard in scene.rasa.heard if heard.message == "ik wil leren lassen"]
    assert first == again
    assert anew not in (None, first)
