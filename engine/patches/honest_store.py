"""When the database does not answer, say so.

Rasa goes on with an empty conversation in memory instead: the person is greeted as a stranger, and what is said from then on
is stored nowhere. With an error the product keeps the message and tries again.
"""

from rasa.core import agent
from rasa.core.tracker_store import TrackerStore


def apply() -> None:
    """Take the fallback away."""
    agent.FailSafeTrackerStore = _itself


def _itself(store: TrackerStore) -> TrackerStore:
    return store
