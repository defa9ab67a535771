"""The delivery log: what was sent, what was not, and why. It knows nothing about who the reader is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.nudges.experiment.service import Experiment
from bot.nudges.models import DueState, Reason
from bot.nudges.ports import Delivery
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.writing.editing import ScriptEditor
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to

ROWS = 50
LARGEST_NUMBER = 2**31 - 1
"""No row has a larger number; a database would refuse to look for it."""
ON, OFF = "aan", "uit"
SHORT, LONG = 7, 30
"""Days over which reasons are counted."""
Counts = Mapping[tuple[DueState, Reason], int]


@dataclass(frozen=True)
class ReasonCount:
    """How often rows ended for one reason."""

    state: DueState
    reason: Reason
    short: int
    long: int


class Log:
    """The pages ``/verzendlog`` and ``/verzendlog/<number>``."""

    def __init__(self, deliveries: DeliveryLog, editor: ScriptEditor, switch: NudgeSwitch, experiment: Experiment, pages: Pages) -> None:
        self._deliveries = deliveries
        self._switch = switch
        self._editor = editor
        self._experiment = experiment
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show one page of the log, newest first, and the counts per reason."""
        script_id, reason, before = visit.query("duwtje"), _reason(visit.query("reden")), visit.query("voor")
        rows = self._deliveries.page(
            before_id=int(before) if before.isdecimal() and len(before) < 12 else None,  # more digits than any row has
            limit=ROWS + 1,
            script_id=script_id or None,
            reason=reason,
        )
        return self._pages.show(
            visit.request,
            "log",
            session=visit.session,
            rows=rows[:ROWS],
            older=rows[ROWS - 1].id if len(rows) > ROWS else None,
            first_page=not before,
            script_id=script_id,
            reason=reason or "",
            reasons=sorted(((one.value, self._pages.texts(f"reason_{one}")) for one in Reason), key=lambda one: one[1]),
            script_ids=[(script.id, script.id) for script in self._editor.list() if script.version],
            is_on=self._switch.is_on(),
            counts=counted(self._deliveries.counts(SHORT), self._deliveries.counts(LONG)),
        )

    def turn(self, visit: Visit) -> Response:
        """Switch all nudges on or off."""
        wanted = str(visit.form.get("versturen", ""))
        if wanted not in (ON, OFF):
            raise HTTPException(400)
        self._switch.turn(on=wanted == ON)
        return go_to("/verzendlog", done=f"versturen_{wanted}")

    def one(self, visit: Visit) -> Response:
        """Show one row."""
        row = self._find(visit.request.path_params["number"])
        again = self._experiment.is_drawn_again(row.id) if row.choice else None
        return self._pages.show(visit.request, "log_row", session=visit.session, row=row, is_drawn_again=again)

    def _find(self, number: int) -> Delivery:
        rows = self._deliveries.page(before_id=number + 1, limit=1) if number < LARGEST_NUMBER else []
        if not rows or rows[0].id != number:
            raise HTTPException(404)
        return rows[0]


def counted(short: Counts, long: Counts) -> list[ReasonCount]:
    """Bring two periods together, most frequent first."""
    every = {key: ReasonCount(*key, short.get(key, 0), long.get(key, 0)) for key in {**short, **long}}
    return sorted(every.values(), key=lambda count: (-count.long, count.state, count.reason))


def _reason(text: str) -> Reason | None:
    return Reason(text) if text in Reason.__members__.values() else None


def _number(text: str) -> int | None:
    return min(int(text), LARGEST_NUMBER) if re.fullmatch(r"[0-9]{1,20}", text) else None
