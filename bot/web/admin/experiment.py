"""The experiment with choosing nudges: who takes part, and what came out in groups."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.anonymity import FEWEST
from bot.errors import UnknownTenant
from bot.nudges.experiment import plan
from bot.nudges.experiment.service import Experiment
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to

ON, OFF = "aan", "uit"


class ExperimentPage:
    """The page ``/proef``."""

    def __init__(self, experiment: Experiment, pages: Pages) -> None:
        self._experiment = experiment
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show every organisation, and the answer to each question."""
        return self._pages.show(
            visit.request,
            "experiment",
            session=visit.session,
            tenants=self._experiment.tenants(),
            findings=self._experiment.findings(),
            plan={one.question: one for one in plan.PLAN},
            rules=plan,
            fewest=FEWEST,
        )

    def take_part(self, visit: Visit) -> Response:
        """Let an organisation take part or not."""
        wanted = visit.text("meedoen")
        if wanted not in (ON, OFF):
            raise HTTPException(400)
        try:
            self._experiment.take_part(visit.text("organisatie"), on=wanted == ON)
        except UnknownTenant as error:
            raise HTTPException(404) from error
        return go_to("/proef", done=f"meedoen_{wanted}")
