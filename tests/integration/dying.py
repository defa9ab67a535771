"""Says the reminders that are due in children of this process, of which the first dies at the first step, the second at the second:
``python -m tests.integration.dying ADDRESS``. Prints what is stored after each death, and at last after a child that lived."""

import json
import os
import signal
import sys
from itertools import count

from sqlalchemy import Engine, event, func, select

from bot.language.saying.texts import load_texts
from bot.nudges.asking.reminders import ReminderService
from bot.store.database.engine import make_engine
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import messages
from bot.store.tables.reminders import reminders
from bot.store.work import Store
from tests.unit.nudges.makers import MONDAY

SECRET = "a secret for tests"  # guards nothing
STEPS = ("before_cursor_execute", "commit", "checkin")
"""Before each statement, before a transaction becomes lasting, and after that."""


def main(url: str) -> None:
    """Let one after the other die, until one is through before its step."""
    texts = load_texts()
    for steps in count(1):
        child = os.fork()
        if child == 0:
            engine = make_engine(url)
            _die_at(engine, steps)
            ReminderService(Store(engine, Sealer(SECRET)).work, lambda: MONDAY, texts).say_due()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(json.dumps(_stored(url)), flush=True)
        if status == 0:
            return


def _die_at(engine: Engine, steps: int) -> None:
    left = count(steps - 1, -1)

    def step(*_: object, **__: object) -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in STEPS:
        event.listen(engine, name, step)


def _stored(url: str) -> tuple[list[tuple[str, str]], int]:
    """Return the state and the moment of every reminder, and how many messages there are."""
    engine = make_engine(url)
    with engine.connect() as connection:
        found = connection.execute(select(reminders.c.state, reminders.c.due_at).order_by(reminders.c.id))
        rows = [(state, due_at.isoformat()) for state, due_at in found]
        said = connection.scalar(select(func.count()).select_from(messages)) or 0
    engine.dispose()
    return rows, said


if __name__ == "__main__":
    main(sys.argv[1])
