"""Fetches feeds of other organisations: with limits on size and time, and never from inside the operator's network."""

import json
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.catalogue.importers.addresses import PublicOnly
from bot.errors import FeedRefused, FeedUnavailable

_MB = 1024 * 1024
_REDIRECTS = 5
_ASK_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_ACCEPTABLE = 406
"""What a server answers that speaks another version than was asked for."""
_PIECE = 1 << 16
_TRIES = 3


@dataclass(frozen=True)
class Limits:
    """What one answer may cost."""

    page_bytes: int = 20 * _MB
    file_bytes: int = 2048 * _MB
    """After unpacking."""
    page_seconds: float = 60
    file_seconds: float = 1800
    quiet_seconds: float = 20
    """Longest silence of a server."""


class Fetcher:
    """Gets pages and files over HTTP. Every method raises FeedRefused (never try again) or FeedUnavailable (try later)."""

    def __init__(self, addresses: PublicOnly, limits: Limits = Limits(), pause: Callable[[float], None] = time.sleep) -> None:
        self._addresses = addresses
        self._limits = limits
        self._pause = pause
        # No proxy of the environment: it would look names up itself, past our check.
        self._client = httpx.Client(timeout=limits.quiet_seconds, trust_env=False, follow_redirects=False)

    def json(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None, body: object | None = None
    ) -> Any:  # noqa: ANN401
        """Return the JSON at ``url``; with a ``body`` it is posted. Busy servers are asked again twice."""
        for attempt in range(1, _TRIES + 1):
            try:
                return self._json(url, headers or {}, params or {}, body)
            except FeedUnavailable:
                if attempt == _TRIES:
                    raise
                self._pause(2.0**attempt)
        raise AssertionError

    def download(self, url: str, file: Path, headers: Mapping[str, str] | None = None) -> None:
        """Write what is at ``url`` to ``file``; a download that fails leaves nothing under that name."""
        part = file.with_name(f"{file.name}.part")
        try:
            with self._answer("GET", httpx.URL(url), headers or {}, None) as answer, part.open("wb") as written:
                for piece in self._pieces(answer, self._limits.file_bytes, self._limits.file_seconds):
                    written.write(piece)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)

    def _json(self, url: str, headers: Mapping[str, str], params: Mapping[str, str], body: object | None) -> Any:  # noqa: ANN401
        address = httpx.URL(url).copy_merge_params(dict(params))
        asked = {"accept": "application/json", **headers}
        with self._answer("GET" if body is None else "POST", address, asked, body) as answer:
            content = b"".join(self._pieces(answer, self._limits.page_bytes, self._limits.page_seconds))
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise FeedRefused("import_no_json", url[:200]) from error

    @contextmanager
    def _answer(self, method: str, url: httpx.URL, headers: Mapping[str, str], body: object | None) -> Iterator[httpx.Response]:
        try:
            for _ in range(_REDIRECTS + 1):
                answer = self._client.send(self._request(method, url, headers, body), stream=True)
                try:
                    if not answer.is_redirect:
                        _refuse_failure(answer, url)
                        yield answer
                        return
                    target = url.join(answer.headers["location"])
                finally:
                    answer.close()
                headers = _after_redirect(url, target, headers)
                url = target
        except (httpx.TransportError, httpx.DecodingError) as error:
            if _is_about_a_certificate(error):
                raise FeedRefused("import_certificate", url.host) from error
            raise FeedUnavailable("import_no_answer", url.host) from error
        except httpx.InvalidURL as error:
            raise FeedRefused("import_bad_url", str(url)[:60]) from error
        raise FeedRefused("import_redirects", url.host)

    def _request(self, method: str, url: httpx.URL, headers: Mapping[str, str], body: object | None) -> httpx.Request:
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            raise FeedRefused("import_bad_url", str(url)[:60])
        address = self._addresses.address_of(url.host, url.port or (443 if url.scheme == "https" else 80))
        return self._client.build_request(
            method,
            url.copy_with(host=address),
            headers={"accept-encoding": "gzip", **headers, "host": url.netloc.decode("ascii")},
            json=body,
            # The certificate must be the named host's, although we connect to its number.
            extensions={"sni_hostname": url.host},
        )

    def _pieces(self, answer: httpx.Response, most: int, seconds: float) -> Iterator[bytes]:
        end, size = time.monotonic() + seconds, 0
        for piece in _unpacked(answer):
            size += len(piece)
            if size > most:
                raise FeedRefused("import_too_big", str(most // _MB))
            if time.monotonic() > end:
                raise FeedUnavailable("import_too_slow")
            yield piece


def _unpacked(answer: httpx.Response) -> Iterator[bytes]:
    """Yield the body in small pieces, so that a packed bomb is met by the size limit and not by our memory."""
    encoding = answer.headers.get("content-encoding", "identity").casefold()
    if encoding in ("identity", ""):
        yield from answer.iter_raw()
        return
    if encoding != "gzip":
        raise FeedRefused("import_encoding", encoding[:20])
    try:
        yield from _gunzipped(answer.iter_raw())
    except zlib.error as error:
        raise FeedRefused("import_encoding", "gzip") from error


def _gunzipped(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is packed, in one member or in several after each other; raises FeedUnavailable when it stops halfway."""
    opener, begun = _gunzip(), False
    for piece in packed:
        rest = piece
        while rest:
            if opener.eof:
                rest, opener, begun = rest.lstrip(b"\0"), _gunzip(), False  # what fills up a block is no member
                continue
            yield opener.decompress(rest, _PIECE)
            rest, begun = opener.unconsumed_tail or opener.unused_data, True
    if begun and not opener.eof:
        raise FeedUnavailable("import_cut_off")


def _gunzip() -> "zlib._Decompress":
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)


def _is_about_a_certificate(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def _refuse_failure(answer: httpx.Response, url: httpx.URL) -> None:
    if answer.status_code in _ASK_LATER:
        raise FeedUnavailable("import_status", f"{answer.status_code} {url.host}")
    if answer.status_code == _NOT_ACCEPTABLE:
        raise FeedRefused("import_other_version", url.host)
    if not answer.is_success:
        raise FeedRefused("import_status", f"{answer.status_code} {url.host}")


def _after_redirect(old: httpx.URL, new: httpx.URL, headers: Mapping[str, str]) -> Mapping[str, str]:
    if old.scheme == "https" and new.scheme != "https":
        raise FeedRefused("import_redirect_unsafe", new.host)
    same = (old.scheme, old.host, old.port) == (new.scheme, new.host, new.port)
    return headers if same else {name: value for name, value in headers.items() if name.casefold() != "authorization"}
