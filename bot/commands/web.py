"""``python -m bot web``: pages, chat socket, console and the Telegram door."""

from bot.bootstrap import services
from bot.log import configure_logging
from bot.metrics import show_numbers
from bot.settings import load_settings
from bot.web.serve import serve


def web() -> None:
    """Serve until a signal ends it."""
    settings = load_settings()
    configure_logging(level=settings.log_level)
    if settings.web_metrics_address:
        show_numbers(settings.web_metrics_address, "WEB_METRICS_ADDRESS")
    serve(services(), settings)
