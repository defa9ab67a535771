"""Every address of the console."""

from starlette.routing import Route

from bot.language.saying.texts import load_texts
from bot.settings import Settings
from bot.web.admin.account import Account
from bot.web.admin.catalogue import LARGEST_FILE, Catalogue
from bot.web.admin.cookies import Cookies
from bot.web.admin.desk import Desk
from bot.web.admin.desks import Desks
from bot.web.admin.door import Door, View
from bot.web.admin.experiment import ExperimentPage
from bot.web.admin.log import Log
from bot.web.admin.not_found import NotFound
from bot.web.admin.pages import Pages
from bot.web.admin.problems import explained
from bot.web.admin.reading import LARGEST_FORM
from bot.web.admin.schemes import Schemes
from bot.web.admin.script_edit import ScriptEdit
from bot.web.admin.script_effect import ScriptEffect
from bot.web.admin.script_history import ScriptHistory
from bot.web.admin.script_list import ScriptList
from bot.web.admin.script_publish import ScriptPublish
from bot.web.admin.services import ConsoleServices
from bot.web.admin.signing_in import SignIn
from bot.web.admin.start import Start
from bot.web.admin.wording import Wording
from bot.web.health import Health


def admin_routes(services: ConsoleServices, settings: Settings) -> list[Route]:
    """Return the routes to mount at ``/beheer``."""
    texts = load_texts()
    pages, cookies = Pages(texts), Cookies(settings)
    sign_in = SignIn(services.admins, pages, cookies)
    door = Door(services.admins, pages, cookies, sign_in)
    account = Account(services.admins, pages, cookies)
    wording = Wording(texts, services.interests)
    desk = Desk(services.scripts, texts, wording)
    scripts, edit = ScriptList(desk, pages), ScriptEdit(desk, pages)
    publishing, history = ScriptPublish(desk, pages), ScriptHistory(desk, pages)
    effect = ScriptEffect(desk, services.time_machine, pages)
    log = Log(services.deliveries, services.scripts, services.nudge_switch, services.experiment, pages)
    experiment = ExperimentPage(services.experiment, pages)
    catalogue = Catalogue(services.overview, services.source_imports, services.sources, pages, wording)
    schemes, desks = Schemes(services.money, pages), Desks(services.desks, pages)
    not_found = NotFound(services.demand, services.interests, pages)
    start = Start(services, Health(services, settings), pages, has_telegram=settings.telegram_token is not None)
    one = "/duwtjes/{script_id}"

    def get(path: str, view: View) -> Route:
        return Route(path, door.open(view), methods=["GET"])

    def post(path: str, view: View, *, largest: int = LARGEST_FORM) -> Route:
        return Route(path, door.open(view, largest=largest), methods=["POST"])

    return [
        Route("/aanmelden", sign_in.form, methods=["GET"]),
        Route("/aanmelden", explained(pages, sign_in.submit), methods=["POST"]),
        post("/afmelden", account.sign_out),
        get("/wachtwoord", account.password),
        post("/wachtwoord", account.change_password),
        get("/", start.show),
        get("/duwtjes", scripts.show),
        get("/nieuw-duwtje", scripts.new),
        post("/nieuw-duwtje", scripts.create),
        get(one, edit.show),
        post(one, edit.save),
        post(f"{one}/controle", edit.check),
        get(f"{one}/gevolgen", effect.show),
        get(f"{one}/publiceren", publishing.confirm),
        post(f"{one}/publiceren", publishing.publish),
        post(f"{one}/mijn-tekst", publishing.prefer_mine),
        post(f"{one}/concept-weg", publishing.discard),
        get(f"{one}/archiveren", publishing.confirm_archive),
        post(f"{one}/archiveren", publishing.archive),
        post(f"{one}/herstellen", publishing.restore),
        get(f"{one}/versies", history.show),
        get(one + "/versies/{version:int}", history.one),
        post(one + "/versies/{version:int}", history.roll_back),
        get("/verzendlog", log.show),
        post("/verzendlog", log.turn),
        get("/verzendlog/{number:int}", log.one),
        get("/regelingen", schemes.show),
        post("/regelingen", schemes.check),
        get("/proef", experiment.show),
        post("/proef", experiment.take_part),
        get("/loketten", desks.show),
        get("/niet-gevonden", not_found.show),
        get("/aanbod", catalogue.show),
        post("/aanbod", catalogue.upload, largest=LARGEST_FILE + LARGEST_FORM),
    ]
