"""What somebody types and feels stands on no disk that can be read without the secret."""

import sqlite3
from pathlib import Path

import pytest

from bot.language.saying.texts import load_texts
from tests.dialogues.person import Person
from tests.dialogues.stage import Stage

pytestmark = pytest.mark.engine


def test_after_a_talk_no_file_shows_what_was_typed_or_felt_but_its_owner_sees_it_and_can_erase_it(engine_stage: Stage) -> None:
    home, person = engine_stage.home, Person(engine_stage)
    person.say("/start")
    assert person.say("ik wil leren zeepkistracen")
    assert person.say("ik ben bang dat ik te dom ben")
    key = person.learner.conversation_key
    remembered = person.tracker()
    assert "zeepkistracen" in str(remembered)
    assert "feel_unsure" in str(remembered)

    for file in filter(Path.is_file, home.rglob("*")):
        assert not any(words in read(file) for words in (b"zeepkistracen", b"bang dat ik te dom")), file
    assert not any(b"feel_unsure" in read(file) for file in home.glob("rasa.db*"))
    assert stored(home, key) > 0

    taken_along = str(engine_stage.services.rights.export(person.learner.id)["rasa_events"])
    assert "zeepkistracen" in taken_along
    assert "feel_unsure" in taken_along

    person.say("wis alles")
    person.press(load_texts()("erase_yes"))
    assert stored(home, key) == 0


def read(file: Path) -> bytes:
    return file.read_bytes().lower()


def stored(home: Path, key: str) -> int:
    database = sqlite3.connect(home / "rasa.db")
    try:
        number: int = database.execute("SELECT count(*) FROM events WHERE sender_id = ?", [key]).fetchone()[0]
    finally:
        database.close()
    return number
