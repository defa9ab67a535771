"""Rasa over HTTP. It listens on loopback and hears nothing but sanitised text and payloads of our own."""

import json
import re
from collections.abc import Mapping
from typing import Any

import httpx

from bot.dialogue.ports import RasaReply
from bot.errors import EngineUnavailable
from bot.language.words.meant import TYPED, mended_text
from bot.language.words.sanitise import sanitise
from bot.messages import Button

ANSWER_WITHIN = 5.0
"""Seconds; an answer takes well under one. Who says something grave meanwhile waits for this, and Rasa handles a message once, however
often it is asked (``engine/patches/handled_once.py``)."""
CONNECT_WITHIN = 2.0
HEALTHY_WITHIN = 3.0

_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PAYLOAD = re.compile(r"/[a-z][a-z0-9_]*(\{.*\})?")


class RasaClient:
    """Implements ``bot.dialogue.ports.Engine``. Safe to use from several threads."""

    def __init__(self, url: str, token: str | None = None, transport: httpx.BaseTransport | None = None) -> None:
        self._token = {"token": token} if token else {}
        timeout = httpx.Timeout(ANSWER_WITHIN, connect=CONNECT_WITHIN)
        limits = httpx.Limits(max_connections=100, max_keepalive_connections=20)
        # Settings of the machine's proxy are for the internet; Rasa is next door.
        self._http = httpx.Client(base_url=url, timeout=timeout, limits=limits, transport=transport, trust_env=False)

    def say(self, key: str, text: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Hand over typed text, sanitised once more and with its slips mended; raises EngineUnavailable."""
        message, more = as_heard(sanitise(text))
        return self._post(key, message, {**(metadata or {}), **more})

    def trigger(self, key: str, payload: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Hand over ``/intent`` or ``/intent{json}``; raises EngineUnavailable, and ValueError for anything else."""
        if not _PAYLOAD.fullmatch(payload):
            raise ValueError("not a payload of ours")
        return self._post(key, payload, metadata)

    def health(self) -> bool:
        """Whether Rasa runs with a model."""
        try:
            response = self._http.get("/status", params=self._token, timeout=HEALTHY_WITHIN)
            return response.is_success and bool(response.json().get("model_file"))
        except (httpx.HTTPError, ValueError, AttributeError):
            return False

    def close(self) -> None:
        """Give back the connections."""
        self._http.close()

    def _post(self, key: str, message: str, metadata: Mapping[str, Any] | None) -> list[RasaReply]:
        # An odd sender id can end the Rasa process; ours are made by us and plain.
        if not _KEY.fullmatch(key):
            raise ValueError("not a conversation key of ours")
        body = {"sender": key, "message": message, "metadata": dict(metadata or {})}
        try:
            response = self._http.post("/webhooks/rest/webhook", json=body, params=self._token)
            response.raise_for_status()
            return _replies(response.json())
        except (httpx.HTTPError, json.JSONDecodeError) as error:
            raise EngineUnavailable(type(error).__name__) from error


def as_heard(typed: str) -> tuple[str, dict[str, str]]:
    """Return what Rasa has to understand, and the metadata with a person's own words where those differ."""
    mended = mended_text(typed)
    return mended, {} if mended == typed else {TYPED: typed}


def _replies(content: object) -> list[RasaReply]:
    if not isinstance(content, list):
        raise EngineUnavailable("not a list of messages")
    return [reply for entry in content if isinstance(entry, dict) and (reply := _reply(entry)) is not None]


def _reply(entry: Mapping[str, Any]) -> RasaReply | None:
    custom = entry.get("custom")
    if isinstance(custom, dict) and isinstance(custom.get("effect"), str):
        return RasaReply(effect=custom["effect"])
    if not entry.get("text"):
        return None
    return RasaReply(str(entry["text"]), tuple(Button(str(each["title"]), str(each["payload"])) for each in entry.get("buttons") or ()))
