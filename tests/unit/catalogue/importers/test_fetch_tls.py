"""Feeds over TLS: the certificate counts, and it must be that of the name that was asked for, although a number is connected to."""

import json
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import certifi
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot.catalogue.importers import addresses
from bot.catalogue.importers.addresses import PublicOnly
from bot.catalogue.importers.fetch import Fetcher
from bot.errors import FeedRefused

HOST = "school.test"


class School(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        down = self.path == "/down"
        self.send_response(302 if down else 200)
        self.send_header("location", f"http://{HOST}/json")
        self.end_headers()
        if not down:
            self.wfile.write(json.dumps({"path": self.path}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of the school, and the key to it; it vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "school.pem"
    plain_key = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + plain_key)
    return file


@pytest.fixture(scope="module")
def port(certificate: Path) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), School)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def this_machine_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda _: True)


def fetcher() -> Fetcher:
    return Fetcher(PublicOnly(ask=lambda *_: ["127.0.0.1"]), pause=lambda _: None)


@pytest.fixture
def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Fetcher:
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    return fetcher()


def test_a_page_is_fetched_when_the_certificate_is_that_of_the_name(trusting: Fetcher, port: int) -> None:
    assert trusting.json(f"https://{HOST}:{port}/json") == {"path": "/json"}


@pytest.mark.parametrize("host", ["other.test", "127.0.0.1"])
def test_a_certificate_of_another_name_is_refused(host: str, trusting: Fetcher, port: int) -> None:
    with pytest.raises(FeedRefused) as refused:
        trusting.json(f"https://{host}:{port}/json")
    assert (refused.value.code, refused.value.detail) == ("import_certificate", host)


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int) -> None:
    with pytest.raises(FeedRefused) as refused:
        fetcher().json(f"https://{HOST}:{port}/json")
    assert refused.value.code == "import_certificate"


def test_a_redirect_never_leaves_tls(trusting: Fetcher, port: int) -> None:
    with pytest.raises(FeedRefused) as refused:
        trusting.json(f"https://{HOST}:{port}/down")
    assert refused.value.code == "import_redirect_unsafe"
