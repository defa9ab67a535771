"""Where the time of a turn goes, from what the profiler wrote."""

import pstats
from collections.abc import Mapping
from pathlib import Path

WHOLE = ("rasa/core/processor.py", "handle_message")
PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "reading the conversation": (("tracker_store.py", "retrieve"),),
    "understanding the message": (("rasa/core/processor.py", "parse_message"),),
    "choosing the next action": (("rasa/core/processor.py", "_predict_next_with_tracker"),),
    "calling the action server": (("rasa/utils/endpoints.py", "request"),),
    "checking what an action answered": (("rasa/core/actions/action.py", "_validate_action_result"), ("action_schema.py", "validate")),
    "storing the conversation": (("tracker_store.py", "save"),),
}
"""Functions of which none is called by another. Where two have the same name, the outer one counts."""
REST = "everything else"


def read_shares(file: Path, messages: int) -> dict[str, float]:
    """Return milliseconds a message for each part, on a processor that the profiler slows down."""
    times = {place: numbers[3] for place, numbers in pstats.Stats(str(file)).stats.items()}  # type: ignore[attr-defined]

    def spent(file_name: str, function: str) -> float:
        return max((seconds for (path, _, name), seconds in times.items() if name == function and path.endswith(file_name)), default=0.0)

    shares = {part: max(spent(*place) for place in places) for part, places in PARTS.items()}
    shares[REST] = spent(*WHOLE) - sum(shares.values())
    return {part: 1000 * seconds / messages for part, seconds in shares.items()}
