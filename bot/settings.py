"""All settings, each with its default and meaning. Values come from the environment or ``.env``."""

from functools import cached_property
from pathlib import Path
from socket import gethostname
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import ConfigurationError

ROOT = Path(__file__).parent.parent


class Settings(BaseSettings):
    """What an operator may set."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore", frozen=True)

    home: Path = Field(ROOT / ".duwtje", validation_alias="DUWTJE_HOME", description="Folder for state: database, models, secrets.")
    database_url: str | None = Field(None, description="PostgreSQL address; without it SQLite in the home folder.")
    host: str = Field("127.0.0.1", description="Address the web process listens on.")
    port: int = Field(8080, ge=1, le=65535, description="Port of the chat page and the console.")
    public_url: str | None = Field(None, description="Address people use, for links and the webhook.")
    secret: SecretStr | None = Field(
        None, validation_alias="DUWTJE_SECRET", description="Key for sealing and signing; made at the first start when absent."
    )
    rasa_url: str = Field("http://127.0.0.1:5005", description="Where Rasa listens; never reachable by users.")
    actions_url: str = Field("http://127.0.0.1:5055", description="Where the action server listens.")
    rasa_token: SecretStr | None = Field(None, description="Shared secret between web and Rasa; made at the first start when absent.")
    rasa_database: str | None = Field(None, description="Database of Rasa's tracker store; by default the product's, or a file beside it.")
    rasa_processes: int = Field(1, ge=1, le=64, description="Rasa processes behind one port; more than one needs PostgreSQL.")
    telegram_token: SecretStr | None = Field(None, description="Token of the Telegram bot; without it Telegram is off.")
    telegram_api_base: str = Field("https://api.telegram.org", description="Address of the Bot API; a fake may stand in.")
    telegram_mode: Literal["polling", "webhook"] = Field("polling", description="How updates come in.")
    telegram_webhook_secret: SecretStr | None = Field(None, description="Secret that Telegram sends with each webhook call.")
    nudges_per_hour: int | None = Field(None, ge=0, description="Nudges that leave in any hour at most; without it as many as are due.")
    nudges_per_day: int | None = Field(None, ge=0, description="Nudges that leave in any 24 hours at most.")
    nudges_at_once: int = Field(400, ge=1, le=1000, description="Nudges claimed together; when a scheduler dies they wait five minutes.")
    metrics_address: str | None = Field(
        None, pattern=r"^[\w.:-]+:\d+$", description="Where the scheduler shows its numbers, such as 127.0.0.1:9464; without it nowhere."
    )
    web_metrics_address: str | None = Field(
        None, pattern=r"^[\w.:-]+:\d+$", description="The same for the web process, from which replies leave."
    )
    esco_folder: Path | None = Field(None, description="Folder with ESCO's Dutch CSV files; their other names widen the search.")
    scheduler_name: str = Field(
        default_factory=lambda: gethostname()[:64], min_length=1, max_length=64, description="Tells a scheduler from others on its machine."
    )
    tick_seconds: float = Field(0.5, gt=0, description="How often the scheduler looks for due nudges.")
    import_hosts: str = Field("", description="Hosts on your own network that catalogues may be fetched from, separated by commas.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much the processes tell.")

    @field_validator("esco_folder", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return value or None

    @model_validator(mode="after")
    def _webhook_needs_address_and_secret(self) -> "Settings":
        if self.telegram_token and self.telegram_mode == "webhook" and not (self.public_url and self.telegram_webhook_secret):
            raise ValueError("TELEGRAM_MODE=webhook needs PUBLIC_URL and TELEGRAM_WEBHOOK_SECRET")
        return self

    @model_validator(mode="after")
    def _several_rasas_need_postgresql(self) -> "Settings":
        if self.rasa_processes > 1 and self.tracker_url.startswith("sqlite"):
            raise ValueError("RASA_PROCESSES above 1 needs PostgreSQL: set DATABASE_URL or RASA_DATABASE")
        return self

    @cached_property
    def store_url(self) -> str:
        """SQLAlchemy address of the product's database."""
        if not self.database_url:
            return f"sqlite:///{self.home / 'duwtje.db'}"
        return _with_driver(self.database_url)

    @cached_property
    def tracker_store_url(self) -> str:
        """The same for the product's own driver."""
        return _with_driver(self.tracker_url)

    @cached_property
    def address(self) -> str:
        """Where people find us, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @cached_property
    def tracker_url(self) -> str:
        """SQLAlchemy address of Rasa's tracker store, without a driver: Rasa and the product have different ones."""
        return self.rasa_database or self.database_url or f"sqlite:///{self.home.resolve() / 'rasa.db'}"


def _with_driver(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    return f"postgresql+psycopg{separator}{rest}" if scheme in ("postgres", "postgresql") else url


def load_settings() -> Settings:
    """Read the settings; raises ConfigurationError with one line that names the setting."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise ConfigurationError(f"{name}: {first['msg']}".lstrip(": ")) from error
