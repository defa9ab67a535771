"""``/mijn-gegevens/<token>``: a person takes along everything we know about them."""

import json
from typing import Any

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.errors import UnknownLearner
from bot.language.texts import load_texts
from bot.learners.download import PATH, DownloadLinks
from bot.web.ports import Rights
from bot.web.readable import Readable
from bot.web.rendering import templates

PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def own_data_routes(rights: Rights, links: DownloadLinks) -> list[Route]:
    """Return the routes of the readable page and of the file."""
    readable = Readable(load_texts())

    async def page(request: Request) -> Response:
        data = await _data(rights, links, request)
        context = {"groups": readable.groups(data), "token": request.path_params["token"]}
        return templates.TemplateResponse(request, "own_data.html", context, headers=PRIVATE)

    async def file(request: Request) -> Response:
        content = json.dumps(await _data(rights, links, request), ensure_ascii=False, indent=2)
        disposition = {"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'}
        return Response(content, headers=PRIVATE | disposition, media_type="application/json")

    return [Route(f"/{PATH}/{{token}}/json", file, name="own_data_file"), Route(f"/{PATH}/{{token}}", page, name="own_data")]


async def _data(rights: Rights, links: DownloadLinks, request: Request) -> dict[str, list[dict[str, Any]]]:
    try:
        learner_id = links.learner_id(request.path_params["token"])
    except UnknownLearner as error:
        raise HTTPException(404) from error
    data = await to_thread.run_sync(rights.export, learner_id)
    if not data:
        raise HTTPException(404)
    return data
