"""What is decided about one due row, with its reason."""

from datetime import datetime

from bot.nudges.models import Reason
from bot.values import value


@value
class Allow:
    """The nudge may go out now."""

    reason: Reason = Reason.ALLOWED


@value
class Deny:
    """The nudge may not go out; ``again_at`` when it may be planned anew, None when never."""

    reason: Reason
    again_at: datetime | None = None

    @property
    def waits_until(self) -> datetime | None:
        """When the same row is decided about again, because nobody is interrupted; None when it ends."""
        return self.again_at if self.reason is Reason.TALKING else None


Decision = Allow | Deny
