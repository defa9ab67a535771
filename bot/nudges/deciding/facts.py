"""What a decision was made on, kept with the row, so that an administrator can check it without knowing whom it was about."""

import json
from datetime import datetime
from functools import lru_cache

from bot.clock import local_date
from bot.learners.models import NudgeState
from bot.nudges.deciding.policy import TALK, Case
from bot.nudges.history import WEEK, sent_moment
from bot.values import value


@value
class Facts:
    """The state of things at the moment of a decision. Nothing in it says who the person is or what they said."""

    decided_at: datetime
    state: NudgeState
    days_between: int
    """Days that had to lie between two nudges then, with silence taken into account."""
    days_since: int | None
    """Days since the latest nudge of the rhythm; None when there was none."""
    in_week: int
    """Nudges of our own in the seven days before."""
    unanswered: int
    talking: bool
    """Whether they were seen in the ten minutes before."""
    snoozed: bool
    reachable: bool


def facts_of(case: Case) -> Facts:
    """Return the facts that ``decide`` has about ``case``."""
    situation, history = case.situation, case.situation.history
    last, quiet_until = history.last_day(), history.quiet_until()
    return Facts(
        decided_at=case.now,
        state=situation.preferences.state,
        days_between=situation.days_between(),
        days_since=(local_date(case.now) - last).days if last else None,
        in_week=sum(case.now - WEEK < sent_moment(row) for row in history.of_our_own()),
        unanswered=len(situation.unanswered()),
        talking=case.now - situation.learner.last_seen_at < TALK,
        snoozed=quiet_until is not None and quiet_until > case.now,
        reachable=situation.reachable,
    )


@lru_cache(maxsize=256)
def write(facts: Facts) -> str:
    """Return ``facts`` as one line to keep. They are the same for many people of a batch."""
    return json.dumps(vars(facts) | {"decided_at": facts.decided_at.isoformat()})


def read(line: str) -> Facts:
    """Return what ``write`` wrote."""
    kept = json.loads(line)
    return Facts(**kept | {"decided_at": datetime.fromisoformat(kept["decided_at"]), "state": NudgeState(kept["state"])})
