"""Everything that can go wrong, readable as one list.

The docstring of an error is its message for developers; ``code`` names the Dutch text that people see
(``bot/language/texts/errors.yml``).
"""

from datetime import datetime
from typing import ClassVar


class DuwtjeError(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "error_unknown"

    def __init__(self, detail: str = "") -> None:
        message = (self.__doc__ or "").strip().splitlines()[0]
        super().__init__(f"{message} ({detail})" if detail else message)
        self.detail = detail


class ConfigurationError(DuwtjeError):
    """A setting is missing or wrong."""

    code = "error_configuration"


class BadEscoFile(ConfigurationError):
    """A file of ESCO lacks the columns preferredLabel and altLabels, or is no UTF-8."""


class TokenRefused(ConfigurationError):
    """Telegram does not know the token."""

    code = "error_telegram_token"


class WebhookRefused(ConfigurationError):
    """Telegram will not use the address or the secret of the webhook."""

    code = "error_telegram_webhook"


class UnknownLearner(DuwtjeError):
    """No learner has this key."""

    code = "error_unknown_learner"


class AlreadyKnown(DuwtjeError):
    """This address belongs to a learner already; another process was first."""

    code = "error_already_known"


class UnknownItem(DuwtjeError):
    """No catalogue item has this id."""

    code = "error_unknown_item"


class UnknownInterest(DuwtjeError):
    """No topic has this tag."""

    code = "error_unknown_interest"


class BadRecord(DuwtjeError):
    """A catalogue record cannot be used; ``code`` says why."""

    code = "error_bad_record"

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code  # type: ignore[misc]  # each record has its own reason


class FeedError(DuwtjeError):
    """A catalogue feed cannot be read on; ``code`` says why. Never a matter of one record."""

    code = "error_feed"

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code  # type: ignore[misc]  # each feed has its own reason


class FeedRefused(FeedError):
    """A catalogue feed is unsafe, too big or no feed at all; ``code`` says why. Trying again is no use."""


class FeedUnavailable(FeedError):
    """A catalogue feed could not be fetched now; ``code`` says why."""


class UnknownTenant(DuwtjeError):
    """There is no organisation with this id."""

    code = "error_unknown_tenant"


class UnknownSource(DuwtjeError):
    """No catalogue source has this name."""

    code = "error_unknown_source"


class UnknownScheme(DuwtjeError):
    """No scheme that can be checked has this id."""

    code = "error_unknown_scheme"


class ImportGoingOn(DuwtjeError):
    """This source is being imported by another process."""

    code = "error_import_going_on"


class BadScript(DuwtjeError):
    """A nudge script does not have the required shape or breaks a language rule."""

    code = "error_bad_script"


class UnknownScript(DuwtjeError):
    """No nudge script has this id or version."""

    code = "error_unknown_script"


class ScriptConflict(DuwtjeError):
    """Somebody else published another version of this script meanwhile."""

    code = "error_script_conflict"


class BadReminder(DuwtjeError):
    """A reminder without words, or for a moment that is over or too far away; ``code`` says which."""

    code = "error_reminder_empty"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code  # type: ignore[misc]  # each has its own reason


class TooManyReminders(DuwtjeError):
    """This person has as many reminders as one may have."""

    code = "error_reminders_full"


class UnknownText(DuwtjeError):
    """No text has this key."""

    code = "error_unknown_text"


class BadText(DuwtjeError):
    """A text, or a list of words, is not what it should be."""

    code = "error_bad_text"


class BadPearls(DuwtjeError):
    """A file of pearls that cannot be used; ``code`` says why, ``detail`` names the pearl or the file."""

    code = "error_pearls_unreadable"

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code  # type: ignore[misc]  # each has its own reason


class UnknownAdmin(DuwtjeError):
    """No administrator has this name."""

    code = "error_unknown_admin"


class WrongPassword(DuwtjeError):
    """The name or the password is wrong."""

    code = "error_wrong_password"


class UnfitPassword(DuwtjeError):
    """The new password is too short, too long or too easy to guess."""

    code = "error_unfit_password"


class TooManyTries(DuwtjeError):
    """Too many wrong passwords; nobody may try before ``wait_until``."""

    code = "error_too_many_tries"

    def __init__(self, wait_until: datetime, detail: str = "") -> None:
        super().__init__(detail)
        self.wait_until = wait_until


class EngineUnavailable(DuwtjeError):
    """Rasa did not answer."""

    code = "error_engine_unavailable"


class NoAnswer(EngineUnavailable):
    """Rasa took the message and said nothing, as when its action server is away."""


class DeliveryError(DuwtjeError):
    """A message could not be delivered."""


class TryLater(DeliveryError):
    """The message was certainly not sent; it may be tried again at ``retry_at``."""

    def __init__(self, retry_at: datetime, detail: str = "", *, tried: bool = True) -> None:
        """With ``tried`` False it was only a matter of waiting, which may happen any number of times."""
        super().__init__(detail)
        self.retry_at = retry_at
        self.tried = tried


class Refused(DeliveryError):
    """The message was certainly not sent and never will be."""


class RecipientGone(Refused):
    """The person blocked or deleted the conversation."""


class OutcomeUnknown(DeliveryError):
    """The message may or may not have arrived."""
