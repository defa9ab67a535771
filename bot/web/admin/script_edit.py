"""The page on which a script is written."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from bot.language.plain.readability import measure
from bot.nudges.vocabulary import BUTTONS
from bot.web.admin.desk import Desk, OpenScript
from bot.web.admin.door import Visit
from bot.web.admin.findings import by_field
from bot.web.admin.pages import Pages, go_to
from bot.web.admin.reword_form import shown_rewordings
from bot.web.admin.script_form import EMPTY, padded, read_body
from bot.web.admin.script_list import states_of


class ScriptEdit:
    """The form at ``/duwtjes/<id>``. Saving keeps a draft; only publishing changes what people get."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show the draft, or else the current version, with what the check says."""
        script = self._desk.open(visit)
        return self._show(visit, script, script.draft.body)

    def save(self, visit: Visit) -> Response:
        """Keep what was typed as a draft, unless somebody else changed the script since this page was opened."""
        script = self._desk.open(visit)
        body = read_body(visit.form, script.draft.body)
        if visit.text("gezien") != script.stamp and body != script.draft.body:
            return self._show(visit, script, body, theirs=script.draft.body, status=409)
        if body != script.draft.body:
            self._desk.editor.draft(body, based_on=script.draft.based_on, by=visit.session.admin_name)
        if visit.text("daarna") == "publiceren":
            return go_to(f"/duwtjes/{script.about.id}/publiceren")
        return go_to(f"/duwtjes/{script.about.id}", done="bewaard")

    def check(self, visit: Visit) -> Response:
        """Return only the check and the previews of what is typed now; nothing is kept."""
        body = read_body(visit.form, EMPTY | {"id": visit.request.path_params["script_id"]})
        return self._pages.show(visit.request, "parts/check", session=visit.session, **self._checked(body))

    def _show(
        self, visit: Visit, script: OpenScript, body: Mapping[str, Any], *, theirs: Mapping[str, Any] | None = None, status: int = 200
    ) -> Response:
        checked = self._checked(body)
        return self._pages.show(
            visit.request,
            "script_edit",
            session=visit.session,
            status=status,
            script=script,
            states=states_of(script.about),
            body=body,
            buttons=padded(body),
            rewordings=list(shown_rewordings(body, BUTTONS[1])),
            options=self._desk.wording.options(),
            problems_of=by_field(checked["findings"]),
            theirs=self._desk.changes(theirs, body) if theirs else None,
            **checked,
        )

    def _checked(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {"findings": self._desk.findings(body), "preview": self._desk.preview(body), "measures": measure(body["text"])}
