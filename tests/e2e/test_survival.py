"""What happens when processes die, people type nonsense, or the start is hopeless."""

import json
import socket
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.e2e.product import Product, command, running_product
from tests.fakes.telegram_server import FakeTelegram

pytestmark = pytest.mark.engine

LISTEN, LOOPBACK = "0A", "0100007F"
"""As /proc/net/tcp writes them."""

NONSENSE = [
    "a" * 4096,
    "\U0001f600" * 500,
    "null\x00byte",
    "\ufdfa" * 4000,
    "/restart",
    '/geef_interesse{"x":"y"}',
    '/give_wish{"interest":{"a":1}}',
    "<script>alert(1)</script>",
    "\ud83d half an emoji".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "   ",
]


PROCESSES = ("rasa", "actions", "scheduler", "web")


@pytest.mark.parametrize("name", PROCESSES)
def test_after_kill_9_the_process_returns_and_no_message_is_lost(product: Product, telegram: FakeTelegram, name: str) -> None:
    chat = 2000 + len(name)
    telegram.says(chat, "/start")
    telegram.awaits(chat, "digitale hulp, geen mens")
    telegram.says(chat, "iets met koken")
    telegram.awaits(chat, "Omdat je")
    restarts = product.restarts(name)
    others = {other: product.restarts(other) for other in PROCESSES if other != name}
    product.kill(name)
    telegram.says(chat, "de eerste")
    telegram.until(lambda: [message for message in telegram.messages(chat) if "In de pauze" in message.titles] or None, timeout=120)
    product.await_restart(name, restarts + 1)
    product.await_healthy()
    assert {other: product.restarts(other) for other in others} == others


def test_with_rasa_down_stop_works_and_the_person_is_told(product: Product, telegram: FakeTelegram) -> None:
    telegram.says(2100, "/start")
    telegram.awaits(2100, "digitale hulp, geen mens")
    product.kill("rasa")
    telegram.says(2100, "stop")
    telegram.awaits(2100, "geen duwtjes")
    product.await_healthy()


def test_nonsense_gets_a_friendly_line_or_nothing_and_the_next_message_is_answered(product: Product, telegram: FakeTelegram) -> None:
    before = {name: product.restarts(name) for name in PROCESSES}
    telegram.says(2200, "/start")
    telegram.awaits(2200, "digitale hulp, geen mens")
    telegram.presses(2200, data="not-a-button-of-ours")
    for text in NONSENSE:
        telegram.says(2200, text)
    telegram.says(2201, "/start")
    telegram.awaits(2201, "digitale hulp, geen mens")
    telegram.says(2201, "ben je een mens?")
    telegram.awaits(2201, "computer")
    assert httpx.get(f"{product.url}/healthz").is_success
    assert {name: product.restarts(name) for name in PROCESSES} == before


def test_two_hundred_messages_at_once_do_not_stop_others(product: Product, telegram: FakeTelegram) -> None:
    for number in range(200):
        telegram.says(2300, f"bericht {number}")
    telegram.says(2301, "/start")
    telegram.awaits(2301, "digitale hulp, geen mens", timeout=60)


def test_rasa_and_actions_listen_on_loopback_only(product: Product, home: Path) -> None:
    inside = json.loads((home / "inside.json").read_text("utf-8"))
    ports = {f"{urlsplit(url).port:04X}" for url in inside.values()}
    lines = [line.split() for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:]]
    listening = {line[1] for line in lines if line[3] == LISTEN and line[1].split(":")[1] in ports}
    assert {address.split(":")[0] for address in listening} == {LOOPBACK}
    assert len(listening) == len(ports)


def test_ctrl_c_ends_every_process(tmp_path: Path) -> None:
    with running_product(tmp_path) as running:
        pids = running.pids()
        assert running.interrupt() == 0
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []


def test_a_busy_port_is_one_clear_line(home: Path, product: Product) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = command(home, "run", PORT=str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "is al bezet" in done.stderr
    assert "Traceback" not in done.stderr
