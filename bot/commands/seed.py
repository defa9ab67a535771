"""``python -m bot seed``: bring the database up to date and load the shipped content."""

from bot.bootstrap import migrate_store, services
from bot.commands import console


def seed() -> None:
    """Load the demo catalogue and the shipped nudge scripts; what an administrator changed stays."""
    prepare()
    console.say("cli_seeded", items=services().overview.counts().total, scripts=len(services().scripts.list()))


def prepare() -> None:
    """Migrate the database, and load shipped content that is not there yet."""
    migrate_store()
    made = services()
    made.tenants.ensure_demo()
    made.scripts.seed()
    made.demo_catalogue.load()
