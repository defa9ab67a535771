"""Two conversation services, as in two web processes, on one PostgreSQL database."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.dialogue.assembly import make_conversation
from bot.dialogue.ports import RasaReply
from bot.dialogue.service import ConversationService
from bot.messages import Address
from bot.store.database.advisory_locks import AdvisoryLocks
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.dialogue.scene import ME, Scene

pytestmark = pytest.mark.postgres

PEOPLE, MESSAGES = 4, 5


@pytest.fixture
def engine(postgres_url: str) -> Iterator[Engine]:
    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def scene(engine: Engine, clock: StoppedClock) -> Scene:
    return Scene(Store(engine, Sealer("a secret for tests")), clock)


@pytest.fixture
def services(scene: Scene, engine: Engine) -> Iterator[list[ConversationService]]:
    locks = [AdvisoryLocks(engine), AdvisoryLocks(engine)]
    yield [make_conversation(replace(scene.parts, locks=each)) for each in locks]
    for each in locks:
        each.close()


def test_each_message_is_answered_once_in_order_by_whichever_comes_first(scene: Scene, services: list[ConversationService]) -> None:
    people = [Address("memory", f"p{number}") for number in range(PEOPLE)]
    for person in people:
        scene.say("hoi", person)
        for number in range(MESSAGES):
            services[0].accept(scene.incoming(f"bericht {number}", address=person))
    scene.rasa.heard.clear()

    everybody = [threading.Thread(target=each.work_off, args=(person,)) for each in services for person in people]
    everybody += [threading.Thread(target=each.recover) for each in services]
    for thread in everybody:
        thread.start()
    for thread in everybody:
        thread.join(60)

    wanted = [f"bericht {number}" for number in range(MESSAGES)]
    for person in people:
        key = scene.learner(person).conversation_key
        assert [heard.message for heard in scene.rasa.heard if heard.key == key] == wanted
        assert scene.heard(person) == [f"Je zei: {text}" for text in wanted]


def test_while_one_process_answers_the_other_leaves_it_and_goes_on_with_others(scene: Scene, services: list[ConversationService]) -> None:
    scene.say("hoi")
    you = Address("memory", "you")
    scene.say("hoi", you)
    asked, go = threading.Event(), threading.Event()

    def slowly(message: str) -> list[RasaReply]:
        if message == "langzaam":
            asked.set()
            assert go.wait(60)
        return [RasaReply(f"Je zei: {message}")]

    scene.rasa.script = slowly
    services[0].accept(scene.incoming("langzaam"))
    first = threading.Thread(target=services[0].work_off, args=(ME,))
    first.start()
    assert asked.wait(60)
    services[1].accept(scene.incoming("snel", address=you))
    services[1].recover()
    assert scene.rasa.messages.count("langzaam") == 1
    assert scene.heard(you) == ["Je zei: snel"]
    go.set()
    first.join(60)
    assert scene.heard() == ["Je zei: langzaam"]
