"""What the console needs from the product."""

from typing import Protocol

from bot.admins.service import AdminService
from bot.catalogue.demand import DemandService
from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.overview import CatalogueOverview
from bot.nudges.experiment.service import Experiment
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.simulation.machine import TimeMachine
from bot.nudges.writing.editing import ScriptEditor
from bot.web.admin.catalogue import Imports, Sources
from bot.web.admin.wording import Interests
from bot.web.health import HealthServices


class ConsoleServices(HealthServices, Protocol):
    """The part of ``bot.bootstrap.Services`` that the console uses."""

    @property
    def admins(self) -> AdminService: ...
    @property
    def scripts(self) -> ScriptEditor: ...
    @property
    def deliveries(self) -> DeliveryLog: ...
    @property
    def experiment(self) -> Experiment: ...
    @property
    def nudge_switch(self) -> NudgeSwitch: ...
    @property
    def time_machine(self) -> TimeMachine: ...
    @property
    def interests(self) -> Interests: ...
    @property
    def source_imports(self) -> Imports: ...
    @property
    def demand(self) -> DemandService: ...
    @property
    def overview(self) -> CatalogueOverview: ...
    @property
    def sources(self) -> Sources: ...
    @property
    def money(self) -> MoneyGuide: ...
    @property
    def desks(self) -> DeskGuide: ...
