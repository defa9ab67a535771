"""The unit of work: every repository on one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.store.admins import SqlAdmins, SqlSessions, SqlSignInTries
from bot.store.catalogue.demand import SqlUnmets
from bot.store.catalogue.imports import SqlImports, SqlSources
from bot.store.catalogue.items import SqlItems
from bot.store.catalogue.scheme_checks import SqlSchemeChecks
from bot.store.conversation.inbox import SqlInbox
from bot.store.conversation.messages import SqlMessages
from bot.store.conversation.rasa_tracker import RasaTracker
from bot.store.conversation.turns import SharedTurns
from bot.store.database.lasting import lasting
from bot.store.database.sealing import Sealer
from bot.store.nudges.deliveries import SqlDeliveries
from bot.store.nudges.due_nudges import SqlDueNudges
from bot.store.nudges.experiment import SqlExperiment
from bot.store.nudges.heartbeats import SqlHeartbeats
from bot.store.nudges.nudge_scripts import SqlScripts
from bot.store.nudges.planning_queue import SqlPlanningQueue
from bot.store.nudges.reminders import SqlReminders
from bot.store.nudges.script_drafts import SqlScriptDrafts
from bot.store.nudges.switches import SqlSwitches
from bot.store.people.consents import SqlConsents
from bot.store.people.learners import SqlLearners
from bot.store.people.logbook import SqlLogbook
from bot.store.people.plans import SqlPlans
from bot.store.people.talks import SqlTalks
from bot.store.people.tenants import SqlTenants
from bot.store.personal_data import SqlPersonalData


class SqlWork:
    """All repositories, sharing one transaction. Never call the network while one is open: SQLite has one writer."""

    def __init__(self, connection: Connection, sealer: Sealer, tracker: RasaTracker | None = None) -> None:
        self.connection = connection
        self.learners = SqlLearners(connection, sealer)
        self.items = SqlItems(connection)
        self.sources = SqlSources(connection, sealer)
        self.imports = SqlImports(connection)
        self.unmet = SqlUnmets(connection)
        self.plans = SqlPlans(connection, sealer)
        self.logbook = SqlLogbook(connection, sealer)
        self.consents = SqlConsents(connection)
        self.personal_data = SqlPersonalData(connection, sealer, tracker)
        self.due_nudges = SqlDueNudges(connection)
        self.planning_queue = SqlPlanningQueue(connection)
        self.scripts = SqlScripts(connection)
        self.script_drafts = SqlScriptDrafts(connection)
        self.scheme_checks = SqlSchemeChecks(connection)
        self.switches = SqlSwitches(connection)
        self.deliveries = SqlDeliveries(connection)
        self.heartbeats = SqlHeartbeats(connection)
        self.reminders = SqlReminders(connection, sealer)
        self.messages = SqlMessages(connection, sealer)
        self.inbox = SqlInbox(connection, sealer)
        self.talks = SqlTalks(connection)
        self.admins = SqlAdmins(connection)
        self.admin_sessions = SqlSessions(connection)
        self.tenants = SqlTenants(connection)
        self.experiment = SqlExperiment(connection)
        self.sign_in_tries = SqlSignInTries(connection, sealer)


class Store:
    """Opens units of work. ``tracker`` is Rasa's memory, which erasing must reach."""

    def __init__(self, engine: Engine, sealer: Sealer, tracker: RasaTracker | None = None) -> None:
        self.engine = engine
        self._sealer = sealer
        self._tracker = tracker

    @property
    def writers(self) -> int:
        """Return how many transactions of one process may write at once with profit: SQLite has one writer."""
        return 1 if self.engine.dialect.name == "sqlite" else 2

    def turns(self, channel: str, clock: Clock) -> SharedTurns:
        """Return the turns for sending on ``channel``, shared with every process on this database."""
        return SharedTurns(self.engine, self._sealer, clock, channel)

    @contextmanager
    def work(self, *, lasts: bool = False) -> Iterator[SqlWork]:
        """Open a transaction; commit when the block ends well, roll back on an exception.

        With ``lasts`` the commit waits for the disk on SQLite too, so that no power failure undoes it.
        """
        with (lasting(self.engine) if lasts else self.engine).begin() as connection:
            yield SqlWork(connection, self._sealer, self._tracker)
