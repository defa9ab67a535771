"""Simulated people: each says the whole conversation, one message after the other, many people at once."""

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import yaml

CONVERSATION: list[str] = yaml.safe_load((Path(__file__).parent / "conversation.yml").read_text("utf-8"))


@dataclass(frozen=True)
class Load:
    """What a server did."""

    milliseconds: Sequence[float]
    """How long each message took, in order of size."""
    seconds: float
    """From the first message to the last answer."""
    silent: int
    """Messages that got no answer."""

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds

    def percentile(self, part: int) -> float:
        """Milliseconds within which ``part`` percent of the messages were answered."""
        return self.milliseconds[min(len(self.milliseconds) - 1, len(self.milliseconds) * part // 100)]


def put_load(port: int, keys: Sequence[str], users: int) -> Load:
    """Let one conversation per key take place, ``users`` at a time, and return what it took."""
    waiting, taken, silences = list(keys), list[float](), list[str]()
    started = time.perf_counter()
    threads = [threading.Thread(target=_talk, args=(port, waiting, taken, silences)) for _ in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(sorted(taken), time.perf_counter() - started, len(silences))


def say(connection: HTTPConnection, key: str, message: str) -> list[dict[str, object]]:
    """Say one thing and return the answer. Standard library: a heavier client would be measured too."""
    body = json.dumps({"sender": key, "message": message})
    connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    content = response.read()
    if response.status != 200:
        raise RuntimeError(f"{response.status} after {message}: {content[:200]!r}")
    answer: list[dict[str, object]] = json.loads(content)
    return answer


def _talk(port: int, waiting: list[str], taken: list[float], silences: list[str]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    while waiting:
        key = waiting.pop()
        for message in CONVERSATION:
            started = time.perf_counter()
            answer = say(connection, key, message)
            taken.append((time.perf_counter() - started) * 1000)
            if not answer:
                silences.append(message)
