"""From draft to live: what changes, what stands in the way, and what to do when somebody else was first."""

from starlette.responses import Response

from bot.errors import BadScript, ScriptConflict
from bot.web.admin.desk import Desk, OpenScript
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to


class ScriptPublish:
    """The page ``/duwtjes/<id>/publiceren`` and what one can do with a draft or a script as a whole."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    def confirm(self, visit: Visit) -> Response:
        """Say what publishing will do, before it is done."""
        return self._show(visit, self._desk.open(visit))

    def publish(self, visit: Visit) -> Response:
        """Publish exactly the text that the confirmation showed; otherwise show it again."""
        script = self._desk.open(visit)
        if visit.text("gezien") != script.stamp:
            return self._show(visit, script, moved=True, status=409)
        try:
            self._desk.editor.publish(script.draft.body, based_on=script.draft.based_on, by=visit.session.admin_name)
        except ScriptConflict:
            return self._show(visit, self._desk.open(visit), moved=True, status=409)
        except BadScript:
            return self._show(visit, script, status=422)
        return go_to(f"/duwtjes/{script.about.id}", done="gepubliceerd")

    def prefer_mine(self, visit: Visit) -> Response:
        """Let the draft follow on the version that somebody else published: its text stays the administrator's own."""
        script = self._desk.open(visit)
        if visit.text("gezien") == script.stamp:
            self._desk.editor.draft(script.draft.body, based_on=script.about.version or None, by=visit.session.admin_name)
        return go_to(f"/duwtjes/{script.about.id}/publiceren")

    def discard(self, visit: Visit) -> Response:
        """Throw the draft away."""
        script = self._desk.open(visit)
        self._desk.editor.discard(script.about.id)
        return go_to(f"/duwtjes/{script.about.id}" if script.about.version else "/duwtjes", done="weggegooid")

    def confirm_archive(self, visit: Visit) -> Response:
        """Say what archiving will do."""
        return self._pages.show(visit.request, "script_archive", session=visit.session, script=self._desk.open(visit))

    def archive(self, visit: Visit) -> Response:
        """Take the script out of use."""
        script_id = self._desk.open(visit).about.id
        self._desk.editor.archive(script_id)
        return go_to(f"/duwtjes/{script_id}", done="gearchiveerd")

    def restore(self, visit: Visit) -> Response:
        """Take the script back into use."""
        script_id = self._desk.open(visit).about.id
        self._desk.editor.restore(script_id)
        return go_to(f"/duwtjes/{script_id}", done="hersteld")

    def _show(self, visit: Visit, script: OpenScript, *, moved: bool = False, status: int = 200) -> Response:
        live = self._desk.live_body(script)
        return self._pages.show(
            visit.request,
            "script_publish",
            session=visit.session,
            status=status,
            script=script,
            moved=moved,
            findings=self._desk.findings(script.draft.body),
            changes=self._desk.changes(live, script.draft.body) if live else [],
            preview=self._desk.preview(script.draft.body),
        )
