"""A Telegram Bot API for tests, demos and developers: real HTTP, no Telegram.

``python -m tests.fakes.telegram_api --port 8081`` starts it with a chat in the terminal. Everything that ``People`` can do
also works over HTTP: ``curl -d '{"chat": 1001, "text": "hoi"}' http://127.0.0.1:8081/control/says``.
"""

import argparse
import sys
import threading
from functools import partial

from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes.telegram_state import ShownMessage

__all__ = ["TOKEN", "FakeTelegram"]


def main() -> None:
    """Serve until Ctrl-C; what is typed in the terminal comes from chat 1001, ``=1`` presses the first button."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=8081)
    port = parser.parse_args().port
    with FakeTelegram(port=port) as telegram:
        sys.stderr.write(f"TELEGRAM_API_BASE={telegram.url} TELEGRAM_TOKEN={TOKEN}\n")
        _chat_in_terminal(telegram, chat=1001)


def _chat_in_terminal(telegram: FakeTelegram, chat: int) -> None:
    threading.Thread(target=_show_messages, args=(telegram, chat), daemon=True).start()
    try:
        for line in sys.stdin:
            typed = line.strip()
            if typed.startswith("="):
                telegram.presses(chat, telegram.messages(chat)[-1].titles[int(typed[1:]) - 1])
            elif typed:
                telegram.says(chat, typed)
        threading.Event().wait()  # no terminal: serve on
    except KeyboardInterrupt:
        return


def _show_messages(telegram: FakeTelegram, chat: int) -> None:
    shown = 0
    while True:
        new = telegram.until(partial(_since, telegram, chat, shown), timeout=None)
        for message in new:
            choices = "".join(f"\n   ={number} {title}" for number, title in enumerate(message.titles, start=1))
            sys.stdout.write(f"\n{message.text}{choices}\n")
            sys.stdout.flush()
        shown += len(new)


def _since(telegram: FakeTelegram, chat: int, shown: int) -> list[ShownMessage]:
    return telegram.messages(chat)[shown:]


if __name__ == "__main__":
    main()
