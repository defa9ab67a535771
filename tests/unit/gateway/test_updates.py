from datetime import UTC, datetime

import pytest
from telegram import Update

from bot.gateway.updates import Event, Left, Pressed, Returned, Said, Unreadable, read_update
from bot.messages import Address, Incoming
from tests.fakes.telegram_api import FakeTelegram
from tests.fakes.telegram_state import Json

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANNA = Address("telegram", "1001")
COMMANDS = {"start": "/start", "stop": "stop"}


@pytest.fixture
def people() -> FakeTelegram:
    return FakeTelegram()


def read(people: FakeTelegram) -> Event | None:
    return read_raw(people.state.updates[-1])


def read_raw(raw: Json) -> Event | None:
    return read_update(Update.de_json(raw, None), NOW, COMMANDS)


def test_a_text_becomes_an_incoming_message(people: FakeTelegram) -> None:
    update_id = people.says(1001, "Iets met hout")
    assert read(people) == Said(Incoming(ANNA, str(update_id), NOW, text="Iets met hout"))


def test_names_of_people_are_left_behind(people: FakeTelegram) -> None:
    people.says(1001, "hoi")
    raw = people.state.updates[-1]
    assert raw["message"]["from"]["first_name"] == "Voornaam1001"
    assert "Voornaam" not in repr(read(people))
    assert "gebruiker" not in repr(read(people))


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("/start", "/start"),
        ("/start plek-7_wilde{invoer}", "/start"),
        ("/START@duwtje_test_bot", "/start"),
        ("/stop", "stop"),
        ("/stop nu meteen", "stop"),
        ("/geef_interesse{'x':'y'}", "/geef_interesse{'x':'y'}"),
        ("/", "/"),
        ("/ stop", "stop"),
        ("5/6 delen", "5/6 delen"),
    ],
)
def test_commands_become_the_words_they_stand_for(people: FakeTelegram, typed: str, understood: str) -> None:
    people.says(1001, typed)
    event = read(people)
    assert isinstance(event, Said)
    assert event.incoming.text == understood


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}}, "voice"),
        (
            {
                "sticker": {
                    "file_id": "a",
                    "file_unique_id": "b",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "picture",
        ),
        ({"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}, "picture"),
        ({"contact": {"phone_number": "0612345678", "first_name": "Anna"}}, "other"),
        ({"location": {"longitude": 5.1, "latitude": 52.1}}, "other"),
    ],
)
def test_what_has_no_words_is_called_unreadable(people: FakeTelegram, content: Json, kind: str) -> None:
    people.sends(1001, **content)
    assert read(people) == Unreadable(ANNA, kind)


def test_the_words_below_a_photo_count_as_typed(people: FakeTelegram) -> None:
    people.sends(1001, photo=[{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}], caption="Dit heb ik gemaakt")
    event = read(people)
    assert isinstance(event, Said)
    assert event.incoming.text == "Dit heb ik gemaakt"


def test_service_messages_are_ignored(people: FakeTelegram) -> None:
    people.sends(1001, message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
    assert read(people) is None


def test_groups_are_ignored(people: FakeTelegram) -> None:
    people.sends(-500, chat_type="group", text="hoi")
    assert read(people) is None


def test_edited_messages_are_ignored(people: FakeTelegram) -> None:
    people.says(1001, "hoi")
    people.edits(1001, "hallo")
    assert read(people) is None


def press(**changes: object) -> Json:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "k1"}], [{"text": "Nee", "callback_data": "k2"}]]}
    chat = {"id": 1001, "type": "private"}
    message = {"message_id": 9, "date": 1_700_000_000, "chat": chat, "text": "Wil je dat?", "reply_markup": keyboard}
    query: Json = {
        "id": "90",
        "from": {"id": 1001, "is_bot": False, "first_name": "Anna"},
        "chat_instance": "1",
        "data": "k2",
        "message": message,
    }
    return {"update_id": 7, "callback_query": query | changes}


def test_a_press_carries_the_choice_and_what_was_asked() -> None:
    assert read_raw(press()) == Pressed(Incoming(ANNA, "7", NOW, choice="k2"), "90", 9, "Wil je dat?", "Nee")


def test_a_press_on_a_message_of_long_ago_still_counts() -> None:
    old = {"message_id": 9, "date": 0, "chat": {"id": 1001, "type": "private"}}
    assert read_raw(press(message=old)) == Pressed(Incoming(ANNA, "7", NOW, choice="k2"), "90", 9, None, None)


def test_a_forged_press_has_no_title() -> None:
    event = read_raw(press(data="iets anders"))
    assert isinstance(event, Pressed)
    assert (event.incoming.choice, event.title) == ("iets anders", None)


@pytest.mark.parametrize("changes", [{"message": None}, {"data": None}])
def test_a_press_that_is_not_on_our_message_is_ignored(changes: Json) -> None:
    assert read_raw(press(**changes)) is None


def test_blocking_and_lifting_the_block_are_noticed(people: FakeTelegram) -> None:
    people.blocks(1001)
    assert read(people) == Left(ANNA)
    people.unblocks(1001)
    assert read(people) == Returned(ANNA)


def test_other_changes_of_membership_are_ignored(people: FakeTelegram) -> None:
    people.blocks(1001)
    raw = people.state.updates[-1]
    raw["my_chat_member"]["new_chat_member"]["status"] = "something new"
    assert read_raw(raw) is None
