"""``/mijn-gegevens/<token>``: a person takes along everything we know about them."""

import json
from typing import Any

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.errors import UnknownLearner
from bot.language.saying.texts import load_texts
from bot.learners.download import PATH, DownloadLinks
from bot.web.ports import Nudges, Rights
from bot.web.readable import IN_FILE_ONLY, Readable
from bot.web.rendering import templates

TAKE_PART, STAY_OUT = "ja", "nee"
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def own_data_routes(rights: Rights, nudges: Nudges, links: DownloadLinks) -> list[Route]:
    """Return the routes of the readable page, of the file, and of the choice to take part in the experiment."""
    readable = Readable(load_texts())

    async def page(request: Request) -> Response:
        data = await _data(rights, links, request)
        takes_part = await to_thread.run_sync(nudges.takes_part, _whose(links, request))
        context = {
            "groups": readable.groups(data),
            "more_in_file": not IN_FILE_ONLY.isdisjoint(data),
            "token": request.path_params["token"],
            "takes_part": takes_part,
        }
        return templates.TemplateResponse(request, "own_data.html", context, headers=PRIVATE)

    async def file(request: Request) -> Response:
        content = json.dumps(await _data(rights, links, request), ensure_ascii=False, indent=2)
        disposition = {"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'}
        return Response(content, headers=PRIVATE | disposition, media_type="application/json")

    async def experiment(request: Request) -> Response:
        wanted = (await request.form()).get("meedoen")
        if wanted not in (TAKE_PART, STAY_OUT):
            raise HTTPException(400)
        decide = nudges.join_experiment if wanted == TAKE_PART else nudges.leave_experiment
        try:
            await to_thread.run_sync(decide, _whose(links, request))
        except UnknownLearner as error:
            raise HTTPException(404) from error
        return RedirectResponse(f"/{PATH}/{request.path_params['token']}#proef", 303, headers=PRIVATE)

    return [
        Route(f"/{PATH}/{{token}}/json", file, name="own_data_file"),
        Route(f"/{PATH}/{{token}}/proef", experiment, name="own_data_experiment", methods=["POST"]),
        Route(f"/{PATH}/{{token}}", page, name="own_data"),
    ]


async def _data(rights: Rights, links: DownloadLinks, request: Request) -> dict[str, list[dict[str, Any]]]:
    data = await to_thread.run_sync(rights.export, _whose(links, request))
    if not data:
        raise HTTPException(404)
    return data


def _whose(links: DownloadLinks, request: Request) -> str:
    try:
        return links.learner_id(request.path_params["token"])
    except UnknownLearner as error:
        raise HTTPException(404) from error
