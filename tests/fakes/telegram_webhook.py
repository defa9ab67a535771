"""Delivers waiting updates of the fake Telegram to the bot's webhook, in order and until they are accepted."""

import json
import urllib.error
import urllib.request

from tests.fakes.telegram_state import Json, State

LONGEST_WAIT = 2.0


def deliver_updates(state: State) -> None:
    """Run until the state is closed."""
    failures = 0
    while update := _next_update(state):
        error = _post(state.webhook["url"], state.webhook_secret, update)
        failures = failures + 1 if error else 0
        with state.changed:
            if error:
                state.webhook["last_error_message"] = error
                state.changed.notify_all()
                state.changed.wait_for(lambda: state.closed, min(LONGEST_WAIT, 0.05 * 2**failures))
            elif update in state.updates:
                state.updates.remove(update)


def _next_update(state: State) -> Json | None:
    with state.changed:
        state.changed.wait_for(lambda: state.closed or (state.webhook["url"] and state.updates))
        return None if state.closed else state.updates[0]


def _post(url: str, secret: str, update: Json) -> str | None:
    """Return what went wrong, or None."""
    headers = {"Content-Type": "application/json"} | ({"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {})
    request = urllib.request.Request(url, json.dumps(update).encode(), headers)  # noqa: S310  # the address is the test's own
    try:
        with urllib.request.urlopen(request, timeout=30):  # noqa: S310
            return None
    except urllib.error.HTTPError as error:
        return f"Wrong response from the webhook: {error.code}"
    except OSError as error:
        return f"Connection failed: {error}"
