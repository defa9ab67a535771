"""The methods of the Bot API that Duwtje uses, with the checks and wordings of the real one."""

import time
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram_state import BOT, ApiError, Json, ShownMessage, State

MAX_TEXT = 4096
MAX_CALLBACK_DATA = 64


def get_me(state: State, parameters: Json) -> Json:
    return BOT | {"can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False}


def get_updates(state: State, parameters: Json) -> list[Json]:
    with state.changed:
        if state.webhook["url"]:
            raise ApiError(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        state.polls += 1
        this_poll = state.polls
        state.changed.notify_all()
        state.allowed_updates = parameters.get("allowed_updates", state.allowed_updates)
        _forget_before(state, int(parameters.get("offset", 0)))
        until = time.monotonic() + float(parameters.get("timeout", 0))
        while not state.updates and not state.closed and time.monotonic() < until:
            state.changed.wait(until - time.monotonic())
            if state.polls != this_poll:
                raise ApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
        return state.updates[: int(parameters.get("limit", 100))]


def _forget_before(state: State, offset: int) -> None:
    if offset < 0:
        state.updates = state.updates[offset:]
    else:
        state.updates = [update for update in state.updates if update["update_id"] >= offset]


def set_webhook(state: State, parameters: Json) -> bool:
    with state.changed:
        state.webhook = {"url": parameters.get("url", ""), "has_custom_certificate": False, "pending_update_count": 0}
        state.webhook_secret = parameters.get("secret_token", "")
        state.allowed_updates = parameters.get("allowed_updates", state.allowed_updates)
        if parameters.get("drop_pending_updates") in (True, "true", "True"):
            state.updates.clear()
        state.changed.notify_all()
        return True


def delete_webhook(state: State, parameters: Json) -> bool:
    return set_webhook(state, {key: value for key, value in parameters.items() if key == "drop_pending_updates"})


def get_webhook_info(state: State, parameters: Json) -> Json:
    return state.webhook | {"pending_update_count": len(state.updates)}


def set_my_commands(state: State, parameters: Json) -> bool:
    state.commands = parameters["commands"]
    return True


def send_message(state: State, parameters: Json) -> Json:
    with state.changed:
        chat = _reachable_chat(state, parameters)
        message = ShownMessage(
            chat, next(state.message_ids), _checked_text(parameters), from_bot=True, keyboard=_checked_keyboard(parameters)
        )
        state.messages.append(message)
        state.changed.notify_all()
        return message.as_update()


def send_chat_action(state: State, parameters: Json) -> bool:
    _reachable_chat(state, parameters)
    return True


def answer_callback_query(state: State, parameters: Json) -> bool:
    if state.open_queries.pop(parameters["callback_query_id"], None) is None:
        raise ApiError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    return True


def edit_message_reply_markup(state: State, parameters: Json) -> Json:
    with state.changed:
        message = state.message(_reachable_chat(state, parameters), int(parameters["message_id"]))
        return _edited(state, message, message.text, _checked_keyboard(parameters))


def edit_message_text(state: State, parameters: Json) -> Json:
    with state.changed:
        message = state.message(_reachable_chat(state, parameters), int(parameters["message_id"]))
        return _edited(state, message, _checked_text(parameters), _checked_keyboard(parameters))


def _edited(state: State, message: ShownMessage, text: str, keyboard: list[list[Json]]) -> Json:
    if not message.from_bot:
        raise ApiError(400, "Bad Request: message can't be edited")
    if (message.text, message.keyboard) == (text, keyboard):
        raise ApiError(400, "Bad Request: message is not modified")
    message.text, message.keyboard = text, keyboard
    state.changed.notify_all()
    return message.as_update()


def _reachable_chat(state: State, parameters: Json) -> int:
    chat = int(parameters["chat_id"])
    if chat in state.blocked_chats:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat not in state.known_chats:
        raise ApiError(400, "Bad Request: chat not found")
    return chat


def _checked_text(parameters: Json) -> str:
    text: str = parameters.get("text", "")
    if not text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > MAX_TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    return text


def _checked_keyboard(parameters: Json) -> list[list[Json]]:
    keyboard: list[list[Json]] = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    for row in keyboard:
        for button in row:
            if not button["text"].strip():
                raise ApiError(400, "Bad Request: inline keyboard button text must be non-empty")
            if not 1 <= len(button["callback_data"].encode()) <= MAX_CALLBACK_DATA:
                raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return keyboard


METHODS: dict[str, Callable[[State, Json], Any]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
}
