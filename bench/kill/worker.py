"""One scheduler process, as in the product but for its clock, its pace and its patience: ``python -m bench.kill.worker``.

BENCH_AHEAD shifts the clock (seconds), so that it is daytime whenever the measurement runs and leases can run out at once.
BENCH_PER_SECOND is the pace of all processes together.
"""

import os
from datetime import UTC, datetime, timedelta

from bot.bootstrap import Services
from bot.channels.telegram import TelegramChannel
from bot.log import configure_logging
from bot.secrets import product_secret
from bot.settings import load_settings
from bot.store.conversation.turns import SharedTurns
from bot.store.database.engine import make_engine
from bot.store.database.sealing import Sealer
from scheduler.jobs import build_scheduler
from scheduler.stopping import run_until_stopped

PER_SECOND = "400"
"""Faster than Telegram allows, so that thousands of nudges do not take hours."""
ANSWER_WITHIN = 1.5
"""Seconds after which silence is silence."""


def shifted_services() -> Services:
    """Return the services of a process whose clock, pace and patience are those of the measurement."""
    settings = load_settings()
    configure_logging(level="ERROR")
    ahead = timedelta(seconds=float(os.environ["BENCH_AHEAD"]))

    def clock() -> datetime:
        return datetime.now(UTC) + ahead

    assert settings.telegram_token is not None
    pace = int(os.environ.get("BENCH_PER_SECOND", PER_SECOND))
    turns = SharedTurns(make_engine(settings.store_url), Sealer(product_secret(settings)), clock, "telegram", per_second=pace)
    token, api = settings.telegram_token.get_secret_value(), settings.telegram_api_base
    channel = TelegramChannel(token, api, clock, turns, answer_within=ANSWER_WITHIN)
    return Services(settings, clock, {"telegram": channel})


def main() -> None:
    """Run until killed."""
    services = shifted_services()
    run_until_stopped(build_scheduler(lambda: services, load_settings().tick_seconds))


if __name__ == "__main__":
    main()
