"""Hostile servers: a real one on this machine plays them. Only 127.0.0.1 stands for the public internet here."""

import gzip
import json
import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from bot.catalogue.importers import addresses
from bot.catalogue.importers.addresses import PublicOnly, is_public
from bot.catalogue.importers.fetch import Fetcher, Limits
from bot.errors import FeedRefused, FeedUnavailable

LIMITS = Limits(page_bytes=100_000, file_bytes=200_000)
HASTY = replace(LIMITS, page_seconds=1, file_seconds=1, quiet_seconds=1)
"""For servers that are too slow. Against the others a busy machine would be too slow as well."""
WHOLE = json.dumps({"packed": True, "long": "x" * 70_000}).encode()
ENCODED = {
    "/bomb": ("gzip", gzip.compress(b"0" * 50_000_000)),
    "/packed": ("gzip", gzip.compress(b'{"packed": true}')),
    "/members": ("gzip", gzip.compress(WHOLE[:20]) + gzip.compress(WHOLE[20:])),
    "/padded": ("gzip", gzip.compress(WHOLE) + b"\0" * 512),
    "/cut": ("gzip", gzip.compress(random.Random(1).randbytes(50_000))[:-1_000]),  # noqa: S311
    "/strange": ("br", b"x"),
}
STOPPED = threading.Event()


class Hostile(BaseHTTPRequestHandler):
    """Each path is a trap."""

    seen: ClassVar[list[tuple[str, str, str]]] = []
    busy = 0

    def do_GET(self) -> None:
        port = self.server.server_address[1]
        Hostile.seen.append((self.path, self.headers.get("host", ""), self.headers.get("authorization", "")))
        redirects = {
            "/loopback": "http://127.0.0.2/",
            "/metadata": "http://169.254.169.254/latest/meta-data",
            "/file": "file:///etc/passwd",
            "/round": "/round",
            "/there": "/json",
            "/elsewhere": f"http://other.test:{port}/json",
        }
        if self.path in redirects:
            self._answer(302, b"", location=redirects[self.path])
        elif self.path.startswith("/json"):
            self._answer(200, json.dumps({"path": self.path}).encode())
        elif self.path in ENCODED:
            encoding, body = ENCODED[self.path]
            self._answer(200, body, **{"content-encoding": encoding})
        elif self.path == "/cut-plain":
            self._answer(200, b"half", **{"content-length": "8"})
        elif self.path == "/charset":
            self._answer(200, "café".encode("latin-1"), **{"content-type": "text/html; charset=nergens"})
        elif self.path == "/busy":
            Hostile.busy += 1
            self._answer(503 if Hostile.busy < 3 else 200, b"{}")
        elif self.path in ("/endless", "/slow"):
            self._go_on(b"0" * 10_000 if self.path == "/endless" else b"0", 0.0 if self.path == "/endless" else 0.1)
        elif self.path == "/silent":
            STOPPED.wait(30)
        else:
            self._answer(406 if self.path == "/version" else 404, b"")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def _go_on(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while not STOPPED.wait(pause):
                self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    STOPPED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_address[1]
    STOPPED.set()
    server.shutdown()
    thread.join()
    server.server_close()


def ask(host: str, _: int) -> list[str]:
    return {"school.test": ["127.0.0.1"], "other.test": ["127.0.0.1"], "rebound.test": ["127.0.0.1", "10.0.0.1"]}.get(host, [host])


@pytest.fixture
def fetcher(monkeypatch: pytest.MonkeyPatch) -> Fetcher:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    Hostile.seen.clear()
    Hostile.busy = 0
    return Fetcher(PublicOnly(ask=ask), LIMITS, pause=lambda _: None)


@pytest.fixture
def hasty(fetcher: Fetcher) -> Fetcher:
    return Fetcher(PublicOnly(ask=ask), HASTY, pause=lambda _: None)


def test_a_page_is_fetched_from_the_checked_address_under_its_own_name(fetcher: Fetcher, server: int) -> None:
    assert fetcher.json(f"http://school.test:{server}/json", params={"a": "b c"}) == {"path": "/json?a=b+c"}
    assert Hostile.seen == [("/json?a=b+c", f"school.test:{server}", "")]


def test_a_packed_page_and_a_redirect_on_the_same_host_are_fine(fetcher: Fetcher, server: int) -> None:
    assert fetcher.json(f"http://school.test:{server}/packed") == {"packed": True}
    assert fetcher.json(f"http://school.test:{server}/there", headers={"authorization": "Bearer key"}) == {"path": "/json"}
    assert Hostile.seen[-1][2] == "Bearer key"


def test_the_key_is_not_given_to_another_host(fetcher: Fetcher, server: int) -> None:
    fetcher.json(f"http://school.test:{server}/elsewhere", headers={"authorization": "Bearer key"})
    assert [key for _, _, key in Hostile.seen] == ["Bearer key", ""]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/loopback", "import_private_address"),
        ("/metadata", "import_private_address"),
        ("/file", "import_bad_url"),
        ("/round", "import_redirects"),
        ("/bomb", "import_too_big"),
        ("/endless", "import_too_big"),
        ("/strange", "import_encoding"),
        ("/nowhere", "import_status"),
        ("/version", "import_other_version"),
        ("/charset", "import_no_json"),
    ],
)
def test_a_trap_is_refused(path: str, code: str, fetcher: Fetcher, server: int) -> None:
    with pytest.raises(FeedRefused) as refused:
        fetcher.json(f"http://school.test:{server}{path}")
    assert refused.value.code == code


def test_a_body_that_drips_is_given_up(hasty: Fetcher, server: int, tmp_path: Path) -> None:
    with pytest.raises(FeedUnavailable) as slow:
        hasty.download(f"http://school.test:{server}/slow", tmp_path / "feed")
    assert slow.value.code == "import_too_slow"
    assert list(tmp_path.iterdir()) == [], "nothing half is left"


def test_a_silent_server_is_given_up(hasty: Fetcher, server: int, tmp_path: Path) -> None:
    with pytest.raises(FeedUnavailable) as silent:
        hasty.download(f"http://school.test:{server}/silent", tmp_path / "feed")
    assert silent.value.code == "import_no_answer"


def test_a_busy_server_is_asked_again(fetcher: Fetcher, server: int) -> None:
    assert fetcher.json(f"http://school.test:{server}/busy") == {}
    assert Hostile.busy == 3


@pytest.mark.parametrize("path", ["/members", "/padded"])
def test_a_page_that_is_packed_in_parts_is_read_to_its_end(path: str, fetcher: Fetcher, server: int) -> None:
    assert fetcher.json(f"http://school.test:{server}{path}") == {"packed": True, "long": "x" * 70_000}


@pytest.mark.parametrize("path", ["/cut", "/cut-plain"])
def test_a_file_that_stops_halfway_is_not_taken_for_the_whole(path: str, fetcher: Fetcher, server: int, tmp_path: Path) -> None:
    with pytest.raises(FeedUnavailable):
        fetcher.download(f"http://school.test:{server}{path}", tmp_path / "feed")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/", "http://rebound.test/", "http://[::1]/", "http://user:key@school.test/", "ftp://school.test/", "http:///x"]
)
def test_an_address_that_is_not_public_is_never_asked(url: str, fetcher: Fetcher) -> None:
    with pytest.raises(FeedRefused) as refused:
        fetcher.json(url)
    assert refused.value.code in ("import_private_address", "import_bad_url")
    assert Hostile.seen == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:400e::1", True),
        *(
            (private, False)
            for private in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0")  # noqa: S104
        ),
        *(
            (private, False)
            for private in ("::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "224.0.0.1", "ff0e::1", "x")
        ),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_an_operator_may_name_hosts_on_the_own_network() -> None:
    own = PublicOnly(["Intranet.test"], ask=lambda *_: ["10.0.0.1"])
    assert own.address_of("intranet.test", 80) == "10.0.0.1"
    with pytest.raises(FeedRefused):
        own.address_of("other.test", 80)


def test_a_host_that_does_not_exist_is_named() -> None:
    def nobody(*_: object) -> list[str]:
        raise OSError

    with pytest.raises(FeedRefused) as refused:
        PublicOnly(ask=nobody).address_of("nergens.test", 80)
    assert (refused.value.code, refused.value.detail) == ("import_unknown_host", "nergens.test")
