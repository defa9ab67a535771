"""Every address of the console."""

from starlette.routing import Route

from bot.language.texts import load_texts
from bot.settings import Settings
from bot.web.admin.account import Account
from bot.web.admin.cookies import Cookies
from bot.web.admin.door import Door, View
from bot.web.admin.pages import Pages
from bot.web.admin.problems import explained
from bot.web.admin.reading import LARGEST_FORM
from bot.web.admin.services import ConsoleServices
from bot.web.admin.signing_in import SignIn


def admin_routes(services: ConsoleServices, settings: Settings) -> list[Route]:
    """Return the routes to mount at ``/beheer``."""
    pages, cookies = Pages(load_texts()), Cookies(settings)
    sign_in = SignIn(services.admins, pages, cookies)
    door = Door(services.admins, pages, cookies, sign_in)
    account = Account(services.admins, pages, cookies)

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
    ]
