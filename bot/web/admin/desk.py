"""What every page about scripts needs: the editor, and the words to show its scripts with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import BadScript, UnknownScript
from bot.language.saying.texts import Texts
from bot.nudges.ports import Draft
from bot.nudges.vocabulary import IDEA, WISH
from bot.nudges.writing.advice import advice
from bot.nudges.writing.editing import ScriptEditor, ScriptSummary
from bot.nudges.writing.preview import Preview
from bot.nudges.writing.shape import to_body
from bot.registers import Register
from bot.web.admin.changes import Change, changes_between
from bot.web.admin.door import Visit
from bot.web.admin.findings import Finding, findings_of
from bot.web.admin.wording import Wording


@dataclass(frozen=True)
class OpenScript:
    """A script as it lies on the desk."""

    about: ScriptSummary
    draft: Draft
    """The saved draft, or the current version when there is none."""

    @property
    def stale(self) -> bool:
        """Whether somebody published since the draft was begun."""
        return (self.draft.based_on or 0) != self.about.version

    @property
    def stamp(self) -> str:
        """Changes whenever somebody saves or publishes."""
        return f"{self.about.version} {self.draft.saved_at.isoformat()}"


@dataclass(frozen=True)
class Previews:
    """How people will see a script."""

    plain: Preview
    others: Mapping[Register, Preview | None]
    """The same in the other registers; None where nobody gets it. Empty while the script is half written."""


class Desk:
    """Opens, checks and compares scripts."""

    def __init__(self, editor: ScriptEditor, texts: Texts, wording: Wording) -> None:
        self.editor = editor
        self.texts = texts
        self.wording = wording

    def open(self, visit: Visit) -> OpenScript:
        """Return the script that the address names; raises UnknownScript."""
        script_id = str(visit.request.path_params["script_id"])
        about = next((one for one in self.editor.list() if one.id == script_id), None)
        if about is None:
            raise UnknownScript(script_id)
        return OpenScript(about, self.editor.open(script_id))

    def live_body(self, script: OpenScript) -> Mapping[str, Any] | None:
        """Return the version that counts, None for a script that was never published."""
        return to_body(self.editor.versions(script.about.id)[0].script) if script.about.version else None

    def findings(self, body: Mapping[str, Any]) -> list[Finding]:
        """Return every remark about ``body``."""
        return findings_of([*self.editor.check(body), *advice(body)], self.texts, self.wording)

    def changes(self, old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> list[Change]:
        """Return what differs between two written scripts."""
        return changes_between(old, new, self.wording)

    def preview(self, body: Mapping[str, Any]) -> Previews:
        """Return how people will see ``body``, in each register; half-written texts are shown as they are, and only as they are."""
        try:
            shown = {register: self.editor.preview(body, self._examples(), register) for register in Register}
        except BadScript:
            shown = {}
        return Previews(shown.pop(Register.JE, None) or _as_written(body), shown)

    def _examples(self) -> dict[str, str]:
        return {name: self.texts(f"admin_example_{name}") for name in (WISH, IDEA)}


def _as_written(body: Mapping[str, Any]) -> Preview:
    buttons = body["buttons"]
    labels = tuple(str(button["label"]) for button in buttons)
    return Preview(body["text"], labels, tuple(str(button["then"]["say"]) for button in buttons), len(body["text"].split()))
