"""The list of scripts, and a new one."""

import re
import unicodedata
from dataclasses import dataclass

from starlette.responses import Response

from bot.errors import BadScript
from bot.nudges.vocabulary import LONGEST_ID, THEMES
from bot.nudges.writing.editing import ScriptSummary
from bot.web.admin.desk import Desk
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to
from bot.web.admin.script_form import EMPTY

STATES = ("live", "concept", "archief")


@dataclass(frozen=True)
class Filter:
    """Which scripts to show; an empty part matches all."""

    theme: str = ""
    state: str = ""
    words: str = ""

    def matches(self, script: ScriptSummary) -> bool:
        """Whether ``script`` is asked for. Without a wish the archive stays closed."""
        text = f"{script.id} {script.goal} {script.text}".casefold()
        return (
            self.theme in ("", script.theme)
            and (self.state in states_of(script) if self.state else not script.archived)
            and all(word in text for word in self.words.casefold().split())
        )


def states_of(script: ScriptSummary) -> list[str]:
    """Return the states of a script, one of ``STATES`` each: a live one may have a draft beside it."""
    published = ["archief" if script.archived else "live"] if script.version else []
    return published + (["concept"] if script.has_draft else [])


class ScriptList:
    """The pages ``/duwtjes`` and ``/nieuw-duwtje``."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """List the scripts that match the filter."""
        wanted = Filter(visit.query("thema"), visit.query("stand"), visit.query("zoek"))
        scripts = self._desk.editor.list()
        return self._pages.show(
            visit.request,
            "scripts",
            session=visit.session,
            scripts=[(script, states_of(script)) for script in scripts if wanted.matches(script)],
            total=len(scripts),
            wanted=wanted,
            themes=self._desk.wording.options()["themes"],
            theme_name=self._desk.wording.theme,
        )

    def new(self, visit: Visit) -> Response:
        """Show the form for a new script."""
        return self._show_new(visit, {})

    def create(self, visit: Visit) -> Response:
        """Begin a draft under a new name."""
        name, theme = visit.text("naam"), visit.text("theme")
        script_id = _id_from(name)
        problems = {}
        if not script_id:
            problems["naam"] = "empty"
        elif any(script.id == script_id for script in self._desk.editor.list()):
            problems["naam"] = "taken"
        if theme not in THEMES:
            problems["theme"] = "theme"
        if problems:
            return self._show_new(visit, problems, status=422)
        try:
            self._desk.editor.draft(EMPTY | {"id": script_id, "theme": theme}, based_on=None, by=visit.session.admin_name)
        except BadScript:
            return self._show_new(visit, {"naam": "empty"}, status=422)
        return go_to(f"/duwtjes/{script_id}")

    def _show_new(self, visit: Visit, problems: dict[str, str], *, status: int = 200) -> Response:
        return self._pages.show(
            visit.request,
            "script_new",
            session=visit.session,
            status=status,
            problems=problems,
            name=visit.text("naam"),
            theme=visit.text("theme"),
            themes=self._desk.wording.options()["themes"],
        )


def _id_from(name: str) -> str:
    """Return the id for a name that somebody typed, such as ``koffie-met-de-buur``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
