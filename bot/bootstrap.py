"""The only place that builds real things. Everything else receives what it needs."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from bot.admins.service import AdminService
from bot.catalogue.demand import DemandService
from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.desks.loading import load_desks
from bot.catalogue.importers.addresses import PublicOnly
from bot.catalogue.importers.feeds import Feeds
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.interests import load_interests
from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.overview import CatalogueOverview
from bot.catalogue.pearls.library import PearlLibrary
from bot.catalogue.regions import Regions, load_regions
from bot.catalogue.search.synonyms import load_synonyms
from bot.catalogue.shipping import DemoCatalogue
from bot.catalogue.source_imports import SourceImports
from bot.catalogue.source_register import SourceRegister
from bot.catalogue.suggestions import SuggestionService
from bot.channels.telegram import TelegramChannel
from bot.channels.web import WebChannel
from bot.clock import Clock, system_clock
from bot.dialogue.assembly import Parts, make_conversation, make_outlet
from bot.dialogue.rasa import RasaClient
from bot.dialogue.service import ConversationService
from bot.language.plain.gate import load_gate
from bot.language.saying.texts import load_texts
from bot.learners.download import DownloadLinks
from bot.learners.identity import Identity
from bot.learners.logbook import LogbookService
from bot.learners.plans import PlanService
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.learners.tenants import TenantService
from bot.messages import Channel
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.experiment.draw import salt_of
from bot.nudges.experiment.lessons import Lessons
from bot.nudges.experiment.service import Experiment
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.sending.heartbeat import Heartbeats
from bot.nudges.sending.limits import Budget
from bot.nudges.sending.rehearsal import Rehearsal
from bot.nudges.sending.sender import Pace
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.service import NudgeService
from bot.nudges.simulation.machine import TimeMachine
from bot.nudges.writing.editing import ScriptEditor
from bot.nudges.writing.judging import judge_with
from bot.nudges.writing.shipped import load_shipped
from bot.secrets import make_home, product_secret, rasa_token
from bot.settings import Settings, load_settings
from bot.store.conversation.rasa_tracker import RasaTracker
from bot.store.database.advisory_locks import locks_for
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import CONVERSATIONS, Sealer
from bot.store.work import Store

HANDS = 8
"""Deliveries at once: enough for Telegram's pace when an answer takes a quarter of a second."""


class Services:
    """Everything the doors may use. Channels that are given replace our own of the same name."""

    def __init__(self, settings: Settings, clock: Clock = system_clock, channels: Mapping[str, Channel] | None = None) -> None:
        secret = product_secret(settings)
        store = _open_store(settings, secret)
        work = store.work
        self._store, self._work, self._settings = store, work, settings
        self.clock = clock
        self._texts = load_texts()
        self.mailbox = WebChannel()
        self.telegram = _telegram(settings, clock, store)
        own: dict[str, Channel] = {"web": self.mailbox} | ({"telegram": self.telegram} if self.telegram else {})
        self._channels = own | dict(channels or {})

        self.identity = Identity(work, clock)
        self.profile = ProfileService(work, clock)
        self.rights = RightsService(work, clock)
        self.plans = PlanService(work, clock)
        self.logbook = LogbookService(work, clock)
        self.tenants = TenantService(work)

        self.interests = load_interests()
        regions = load_regions()
        self.suggestions = SuggestionService(work, self.interests, regions, load_synonyms(settings.esco_folder), clock)
        self.demand = DemandService(work, regions, clock)
        self.demo_catalogue = DemoCatalogue(work, self.interests, regions, clock)
        self.source_imports = self._source_imports(regions)
        self.sources = SourceRegister(work, clock)
        self.overview = CatalogueOverview(work, clock)
        self.money = MoneyGuide(load_schemes(), work, clock)
        self.pearls = PearlLibrary(settings.home, regions)
        self.desks = DeskGuide(load_desks(regions.codes), regions, clock)

        tags = frozenset(self.interests.tags)
        self.outlet = make_outlet(work, clock, self._channels, self.rights)
        budget = Budget(settings.nudges_per_hour, settings.nudges_per_day)
        pace = Pace(budget, HANDS, store.writers, settings.nudges_at_once)
        salt = salt_of(secret)
        self.nudges = NudgeService(work, clock, self.outlet, pace=pace, lessons=Lessons(salt))
        self.nudge_switch = NudgeSwitch(work, clock)
        self.rehearsal = Rehearsal(work, clock)
        self.time_machine = TimeMachine(work, clock, tags)
        self.experiment = Experiment(work, clock, salt)
        self.reminders = ReminderService(work, clock, self._texts)
        self.scripts = ScriptEditor(work, clock, tags, judge_with(load_gate()), lambda: load_shipped(tags))
        self.deliveries = DeliveryLog(work, clock)
        self.heartbeats = Heartbeats(work, clock, settings.scheduler_name)
        self.admins = AdminService(work, clock)
        self._links = DownloadLinks(secret, settings.address, clock)

    def _source_imports(self, regions: Regions) -> SourceImports:
        folder = self._settings.home / "imports"
        own_hosts = [host.strip() for host in self._settings.import_hosts.split(",") if host.strip()]
        feeds = Feeds(Fetcher(PublicOnly(own_hosts)), folder, self.clock)
        return SourceImports(self._work, self.clock, feeds, folder, self.interests, regions, locks_for(self._store.engine))

    @cached_property
    def conversation(self) -> ConversationService:
        """Handles every message; made when it is first needed, because only the doors to people need it."""
        return make_conversation(
            Parts(
                open_work=self._work,
                clock=self.clock,
                channels=self._channels,
                engine=RasaClient(self._settings.rasa_url, rasa_token(self._settings)),
                identity=self.identity,
                profile=self.profile,
                rights=self.rights,
                nudges=self.nudges,
                texts=self._texts,
                label=self.interests.label,
                link=self._links.make,
                place_in=lambda text: self.suggestions.read(text).place,
                locks=locks_for(self._store.engine),
            )
        )

    def is_alive(self, process: str) -> bool:
        """Whether any process of this kind wrote a sign of life within the last minute."""
        return self.heartbeats.is_alive(process)


@lru_cache(maxsize=1)
def services() -> Services:
    """Return the services of this process, built from its settings at the first call."""
    return Services(load_settings())


def migrate_store() -> None:
    """Bring the database of the settings to the schema of this version."""
    settings = load_settings()
    make_home(settings.home)
    engine = make_engine(settings.store_url)
    migrate(engine)
    engine.dispose()


def _open_store(settings: Settings, secret: str) -> Store:
    make_home(settings.home)
    engine = make_engine(settings.store_url)
    same = settings.tracker_store_url == settings.store_url
    tracker = RasaTracker(engine if same else make_engine(settings.tracker_store_url), Sealer(secret, CONVERSATIONS))
    return Store(engine, Sealer(secret), tracker)


def _telegram(settings: Settings, clock: Clock, store: Store) -> TelegramChannel | None:
    if settings.telegram_token is None:
        return None
    turns = store.turns("telegram", clock)
    return TelegramChannel(settings.telegram_token.get_secret_value(), settings.telegram_api_base, clock, turns)
