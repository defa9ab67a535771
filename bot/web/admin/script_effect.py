"""What would change if a draft went live: half a year replayed for people who do not exist, with and without it."""

from threading import Lock
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from bot.errors import BadScript
from bot.nudges.simulation.chart import svg
from bot.nudges.simulation.machine import Journey, TimeMachine
from bot.nudges.simulation.outcome import changes
from bot.web.admin.desk import Desk, OpenScript
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages

JOURNEY = Journey(people=60, days=182)
"""Enough to see a difference, and seconds of work for the machine."""
MOST_ROWS = 15


class ScriptEffect:
    """The page ``/duwtjes/<id>/gevolgen``. Reads scripts and nothing else."""

    def __init__(self, desk: Desk, machine: TimeMachine, pages: Pages, journey: Journey = JOURNEY) -> None:
        self._desk = desk
        self._machine = machine
        self._pages = pages
        self._journey = journey
        # It keeps a processor busy: who asks at the same time waits, and the rest of the console goes on.
        self._one_at_a_time = Lock()

    def show(self, visit: Visit) -> Response:
        """Show the difference as a table and as a drawing; without a draft, or with a broken one, say so."""
        script = self._desk.open(visit)
        if not script.about.has_draft:
            return self._show(visit, script, state="no_draft")
        try:
            with self._one_at_a_time:
                live = self._machine.live(self._journey)
                draft = self._machine.with_draft(self._journey, script.about.id)
        except BadScript:
            return self._show(visit, script, state="broken")
        found = changes(live, draft)
        # The drawing escapes what it is given; its own marks must not be escaped again.
        chart = Markup(svg(self._pages.texts, live, draft))  # noqa: S704
        return self._show(
            visit, script, state="replayed", live=live, draft=draft, changes=found[:MOST_ROWS], more=found[MOST_ROWS:], chart=chart
        )

    def _show(self, visit: Visit, script: OpenScript, *, state: str, **values: Any) -> Response:  # noqa: ANN401  # values of a template
        return self._pages.show(visit.request, "script_effect", session=visit.session, script=script, state=state, **values)
