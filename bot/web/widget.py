"""Serves the bundled chat widget, the one file that pages of others load."""

import base64
import gzip
import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rendering import STATIC

TEN_MINUTES = "public, max-age=600"


class Widget:
    """The bundle in memory, with its fingerprints."""

    def __init__(self, path: Path = STATIC / "widget.js") -> None:
        self._plain = path.read_bytes()
        self._packed = gzip.compress(self._plain, mtime=0)
        self._tag = f'"{hashlib.sha256(self._plain).hexdigest()[:32]}"'
        self.integrity = f"sha384-{base64.b64encode(hashlib.sha384(self._plain).digest()).decode()}"
        """For a page that pins this exact version."""

    @property
    def route(self) -> Route:
        """The route of the script."""
        return Route("/widget.js", self._serve, name="widget")

    async def _serve(self, request: Request) -> Response:
        headers = {
            "ETag": self._tag,
            "Cache-Control": TEN_MINUTES,
            "Vary": "Accept-Encoding",
            # Pages of others load this; with an integrity attribute the browser also asks for CORS.
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Access-Control-Allow-Origin": "*",
        }
        if self._tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self._packed, headers=headers | {"Content-Encoding": "gzip"}, media_type="text/javascript")
        return Response(self._plain, headers=headers, media_type="text/javascript")
