"""Reads a form without ever taking in more than it may hold."""

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

LARGEST_FORM = 64 * 1024
MOST_FIELDS = 200


async def read_form(request: Request, *, largest: int) -> FormData:
    """Return the posted form; raises HTTPException 413 beyond ``largest`` bytes and 400 for what is no form."""
    limited = Request(request.scope, _limited(request.receive, largest))
    return await limited.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LARGEST_FORM)


def _limited(receive: Receive, largest: int) -> Receive:
    left = largest

    async def read() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413)
        return message

    return read
