"""The measuring itself: what is counted, and what is written about it."""

import cProfile
import json
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench import seals
from bench.dialogue import content, page
from bench.dialogue.load import CONVERSATION, Load, put_load
from bench.dialogue.measuring import pooled
from bench.dialogue.shares import PARTS, REST, read_shares
from bench.dialogue.training import stock_command, train_stock
from bench.report import Row


class Server(ThreadingHTTPServer):
    """Answers everything but the last thing that people say, and keeps what it heard."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.heard: list[tuple[str, str]] = []


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append((said["sender"], said["message"]))
        answer = json.dumps([] if said["message"] == CONVERSATION[-1] else [{"text": "ja"}]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("users", [1, 3])
def test_everybody_says_everything_in_order_and_silence_is_counted(server: Server, users: int) -> None:
    load = put_load(server.server_address[1], ["a", "b", "c", "d"], users)
    assert len(load.milliseconds) == 4 * len(CONVERSATION)
    assert load.silent == 4
    for key in "abcd":
        assert [message for sender, message in server.heard if sender == key] == CONVERSATION


def test_a_percentile_is_a_time_that_was_measured() -> None:
    load = Load([float(number) for number in range(1, 201)], seconds=4.0, silent=0)
    assert (load.percentile(50), load.percentile(99), load.percentile(100)) == (101.0, 199.0, 200.0)
    assert load.per_second == 50.0


def test_several_loads_count_as_one() -> None:
    together = pooled([Load([1.0, 5.0], 2.0, 1), Load([3.0], 1.0, 0)])
    assert (together.milliseconds, together.per_second, together.silent) == ([1.0, 3.0, 5.0], 1.0, 1)


def test_time_is_divided_over_the_parts_of_a_turn(tmp_path: Path) -> None:
    code = "def handle_message():\n    save()\n    sum(range(1000))\ndef save():\n    sum(range(1000))\n"
    names: dict[str, object] = {}
    exec(compile(code.split("def save")[0], "/x/rasa/core/processor.py", "exec"), names)  # noqa: S102  # functions with Rasa's names
    exec(compile("def save" + code.split("def save")[1], "/x/tracker_store.py", "exec"), names)  # noqa: S102
    profiler = cProfile.Profile()
    profiler.runcall(names["handle_message"])  # type: ignore[arg-type]
    profiler.dump_stats(tmp_path / "out")
    shares = read_shares(tmp_path / "out", messages=1)
    assert set(shares) == {*PARTS, REST}
    assert shares["storing the conversation"] > 0
    assert shares[REST] > 0
    assert shares["understanding the message"] == 0


def test_the_page_tells_how_much_better_whichever_way_is_better(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    page.write_page(
        [
            Row("a, p50", 10, "ms", 55),
            Row("b", 60, "messages/s", 20),
            Row("c", 1500, "MB", 1000),
            Row("profile: reading", 1, "ms/message", 9),
        ],
        "the stock model learned from OTHER content",
    )
    written = (tmp_path / "page.md").read_text("utf-8")
    assert "| a, p50 | 10.0 ms | 55.0 ms | 5.5× |" in written
    assert "| b | 60.0 messages/s | 20.0 messages/s | 3.0× |" in written
    assert "| c | 1,500 MB | 1,000 MB | 0.7× |" in written
    assert "| reading | 1.0 | 9.0 |" in written
    assert "Content: the stock model learned from OTHER content." in written
    assert "$" not in written


def _archive(folder: Path) -> Path:
    model = folder / "stock.tar.gz"
    with tarfile.open(model, "w:gz") as archive:
        archive.add(Path(page.FRAME), "components/domain.yml")
    return model


def test_a_model_carries_what_it_learned_from_whatever_lies_beside_it(tmp_path: Path) -> None:
    model = _archive(tmp_path)
    seals.seal(model, "content of yesterday", 3000.0)
    record = {"model": "stock.tar.gz", "processor_seconds": 1, "fingerprint": content.fingerprint()}
    (tmp_path / "stock.json").write_text(json.dumps(record), "utf-8")
    kept = train_stock(tmp_path, as_it_is=True)
    assert kept.processor_seconds == 3000
    assert "OTHER content (content of y" in kept.content
    with tarfile.open(model) as archive:
        assert archive.getnames() == ["components/domain.yml", seals.SEAL]


def test_a_model_that_does_not_say_is_not_taken_for_one_of_this_content(tmp_path: Path) -> None:
    model = _archive(tmp_path)
    assert seals.sealed(model) is None
    assert "not known" in train_stock(tmp_path, as_it_is=True).content


def test_a_model_of_this_content_is_used_again(tmp_path: Path) -> None:
    seals.seal(_archive(tmp_path), content.fingerprint(), 3000.0)
    assert "same content" in train_stock(tmp_path).content


def test_the_stock_side_learns_from_the_same_content(tmp_path: Path) -> None:
    command = stock_command(tmp_path)
    assert command[command.index("--domain") + 1] == "domain.yml"
    assert command[command.index("--data") + 1] == "data"
