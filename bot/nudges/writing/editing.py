"""How an administrator changes scripts: draft, check, preview, publish, roll back. A published version never changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.errors import BadScript, ScriptConflict, UnknownScript
from bot.nudges.deciding.policy import Current
from bot.nudges.models import Script
from bot.nudges.ports import Draft, NudgeWork, OpenNudgeWork, VersionInfo
from bot.nudges.vocabulary import LONGEST_ID
from bot.nudges.writing.judging import Judge
from bot.nudges.writing.preview import Preview, preview
from bot.nudges.writing.rules import Problem, read_script, register_of, written_texts
from bot.nudges.writing.seeding import SeedReport, seed_scripts
from bot.nudges.writing.shape import to_body, usable_id
from bot.registers import Register

Body = Mapping[str, Any]
"""The written form of a script, see ``shape.py``."""


@dataclass(frozen=True)
class ScriptSummary:
    """One line of the list of scripts."""

    id: str
    version: int
    """0 for a script that exists as a draft only."""
    theme: str
    goal: str
    text: str
    about_work: bool
    archived: bool
    has_draft: bool
    changed_at: datetime
    """When it was last published, or its draft last saved."""


class ScriptEditor:
    """Changes scripts. What is published is live at the next tick; nothing that is past is sent again."""

    def __init__(
        self,
        open_work: OpenNudgeWork,
        clock: Clock,
        interests: frozenset[str],
        judge: Judge = lambda text, register=Register.JE, /: iter(()),
        shipped: Callable[[], Sequence[Script]] = tuple,
    ) -> None:
        """Take the tags that exist, the judge of wording and the scripts that come with the product."""
        self._open_work = open_work
        self._clock = clock
        self._interests = interests
        self._judge = judge
        self._shipped = shipped

    def list(self) -> list[ScriptSummary]:
        """Return every script by id, archived ones and new drafts too."""
        with self._open_work() as work:
            drafts = {draft.script_id: draft for draft in work.script_drafts.all()}
            current, published_at = work.scripts.all(), work.scripts.published_at()
        known = {id_: _published_summary(one, published_at[id_], drafts.get(id_)) for id_, one in current.items()}
        new = {script_id: _summary(draft.body, 0, draft.saved_at, draft) for script_id, draft in drafts.items()}
        return [one for _, one in sorted((new | known).items())]

    def versions(self, script_id: str) -> Sequence[VersionInfo]:
        """Return every version, newest first; raises UnknownScript."""
        with self._open_work() as work:
            return _found(work.scripts.versions(script_id), script_id)

    def open(self, script_id: str) -> Draft:
        """Return what there is to edit: the saved draft, else the current version; raises UnknownScript."""
        with self._open_work() as work:
            draft = work.script_drafts.get(script_id)
            if draft:
                return draft
            newest = _found(work.scripts.versions(script_id), script_id)[0]
            return Draft(script_id, to_body(newest.script), newest.version, newest.made_at, newest.made_by)

    def draft(self, body: Body, *, based_on: int | None, by: str) -> Draft:
        """Keep an unfinished text; ``based_on`` is the version it began from, None for a new script.

        Raises BadScript without a usable id.
        """
        script_id = str(body.get("id", ""))
        if not usable_id(script_id):
            raise BadScript(f"id: bad_id {script_id[:LONGEST_ID]}")
        draft = Draft(script_id, body, based_on, self._clock(), by)
        with self._open_work() as work:
            work.script_drafts.save(draft)
        return draft

    def discard(self, script_id: str) -> None:
        """Throw the draft away; what is published stays."""
        with self._open_work() as work:
            work.script_drafts.remove(script_id)

    def check(self, body: Body) -> Sequence[Problem]:
        """Return everything that is wrong or could be better, shape first; wording is judged in a half-written script too."""
        _, problems = read_script(body, version=1, interests=self._interests)
        return [*problems, *self._wording(body)]

    def preview(self, body: Body, values: Mapping[str, str], register: Register = Register.JE) -> Preview | None:
        """Return how ``body`` looks with example values for its variables; raises BadScript when its shape is wrong.

        None when nobody who is spoken to in ``register`` would get it.
        """
        script, problems = read_script(body, version=1, interests=self._interests)
        if script is None:
            raise _refusal(str(body.get("id", "?")), problems[0])
        return preview(script, values, register)

    def publish(self, body: Body, *, based_on: int | None, by: str) -> Script:
        """Make ``body`` the version that counts and throw the draft away.

        Raises BadScript for a blocking problem and ScriptConflict when somebody published after ``based_on``.
        """
        _refuse(str(body.get("id", "?")), self.check(body))
        with self._open_work() as work:
            current = work.scripts.for_change(str(body["id"]))
            if (current.script.version if current else None) != based_on:
                raise ScriptConflict(str(body["id"]))
            published = self._publish(work, body, based_on or 0, by)
            work.script_drafts.remove(published.id)
            return published

    def roll_back(self, script_id: str, version: int, *, by: str) -> Script:
        """Publish the text of an old version as a new version; raises UnknownScript, or BadScript when it no longer fits."""
        with self._open_work() as work:
            current = work.scripts.for_change(script_id)
            old = work.scripts.version(script_id, version)
            if current is None or old is None:
                raise UnknownScript(f"{script_id} version {version}")
            return self._publish(work, to_body(old), current.script.version, by)

    def archive(self, script_id: str) -> None:
        """Take a script out of use: what is planned with it will not go out. Raises UnknownScript."""
        self._archive(script_id, self._clock())

    def restore(self, script_id: str) -> None:
        """Take a script back into use; raises UnknownScript."""
        self._archive(script_id, None)

    def seed(self) -> SeedReport:
        """Bring the scripts that come with the product into the store; what an administrator changed stays."""
        with self._open_work() as work:
            return seed_scripts(work, self._shipped(), self._clock())

    def _publish(self, work: NudgeWork, body: Body, after: int, by: str) -> Script:
        script, problems = read_script(body, version=after + 1, interests=self._interests)
        _refuse(str(body["id"]), problems)
        assert script is not None
        current = work.scripts.current(script.id)
        if current and replace(script, version=after) == current.script:
            return current.script
        work.scripts.publish(script, self._clock(), by)
        return script

    def _archive(self, script_id: str, at: datetime | None) -> None:
        with self._open_work() as work:
            if work.scripts.for_change(script_id) is None:
                raise UnknownScript(script_id)
            work.scripts.archive(script_id, at)

    def _wording(self, body: Body) -> Iterable[Problem]:
        return (
            Problem(field, found.code, found.detail, found.blocking)
            for field, text in written_texts(body)
            for found in self._judge(text, register_of(field))
        )


def _refuse(script_id: str, problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.blocking:
            raise _refusal(script_id, problem)


def _refusal(script_id: str, problem: Problem) -> BadScript:
    return BadScript(f"{script_id}: {problem.field}: {problem.code} {problem.detail}".rstrip())


def _found(versions: list[VersionInfo], script_id: str) -> list[VersionInfo]:
    if not versions:
        raise UnknownScript(script_id)
    return versions


def _published_summary(current: Current, published_at: datetime, draft: Draft | None) -> ScriptSummary:
    return _summary(to_body(current.script), current.script.version, published_at, draft, archived=current.archived)


def _summary(body: Body, version: int, published_at: datetime, draft: Draft | None, *, archived: bool = False) -> ScriptSummary:
    return ScriptSummary(
        id=body["id"],
        version=version,
        theme=str(body.get("theme", "")),
        goal=str(body.get("goal", "")),
        text=str(body.get("text", "")),
        about_work=bool(body.get("about_work")),
        archived=archived,
        has_draft=draft is not None,
        changed_at=max(published_at, draft.saved_at) if draft else published_at,
    )
