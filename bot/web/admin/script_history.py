"""Every version of a script, what changed in each, and the way back."""

from collections.abc import Sequence

from starlette.responses import Response

from bot.errors import BadScript, UnknownScript
from bot.nudges.ports import VersionInfo
from bot.nudges.writing.shape import to_body
from bot.web.admin.desk import Desk
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to


class ScriptHistory:
    """The pages ``/duwtjes/<id>/versies`` and ``/duwtjes/<id>/versies/<n>``."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """List the versions, newest first, each with what it changed."""
        script = self._desk.open(visit)
        versions = self._desk.editor.versions(script.about.id) if script.about.version else []
        before = [to_body(one.script) for one in versions[1:]]
        changed = [self._desk.changes(old, to_body(one.script)) for old, one in zip(before, versions, strict=False)]
        return self._pages.show(
            visit.request,
            "script_versions",
            session=visit.session,
            script=script,
            # The first version has nothing before it.
            versions=list(zip(versions, [*changed, []], strict=True)) if versions else [],
        )

    def one(self, visit: Visit) -> Response:
        """Show an old version, and how it differs from the one that is live."""
        return self._show_one(visit)

    def roll_back(self, visit: Visit) -> Response:
        """Make the text of an old version live again, as a new version."""
        script = self._desk.open(visit)
        version = _find(self._desk.editor.versions(script.about.id), _version(visit)).version
        if visit.text("gezien") != str(script.about.version):
            return self._show_one(visit, moved=True, status=409)
        try:
            self._desk.editor.roll_back(script.about.id, version, by=visit.session.admin_name)
        except BadScript:
            return self._show_one(visit, unfit=True, status=422)
        return go_to(f"/duwtjes/{script.about.id}/versies", done="teruggezet")

    def _show_one(self, visit: Visit, *, moved: bool = False, unfit: bool = False, status: int = 200) -> Response:
        script = self._desk.open(visit)
        versions = self._desk.editor.versions(script.about.id)
        old, live = _find(versions, _version(visit)), versions[0]
        return self._pages.show(
            visit.request,
            "script_version",
            session=visit.session,
            status=status,
            script=script,
            old=old,
            live=live,
            changes=self._desk.changes(to_body(live.script), to_body(old.script)),
            preview=self._desk.preview(to_body(old.script)),
            moved=moved,
            unfit=unfit,
        )


def _version(visit: Visit) -> int:
    return int(visit.request.path_params["version"])


def _find(versions: Sequence[VersionInfo], number: int) -> VersionInfo:
    for one in versions:
        if one.version == number:
            return one
    raise UnknownScript(f"version {number}")
