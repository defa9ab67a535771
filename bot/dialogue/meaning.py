"""What a typed text means, given the buttons the person has just seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.deeds import Deed
from bot.dialogue.desk import FIND_DESK
from bot.dialogue.first_aid import TROUBLE, WELL
from bot.language.lists.choosing import Choosing
from bot.language.moments.pauses import asks_for_rest_under_a_nudge
from bot.language.safety.guessing import guessed_right
from bot.language.safety.words import Right
from bot.language.small_talk.desks import asks_only_where
from bot.language.small_talk.waving_away import says_well
from bot.language.small_talk.yes_words import yes_or_no
from bot.messages import Button
from bot.nudges.asking.reminders import SEEN

NUDGE, RIGHT = "nudge:", "right:"
CANCEL, ERASE = f"{RIGHT}cancel", f"{RIGHT}erase_confirm"


@dataclass(frozen=True)
class NudgePress:
    """A button under a nudge."""

    due_id: int
    index: int


def nudge_press(payload: str) -> NudgePress | None:
    """Read ``nudge:<due id>:<index>``; None for any other payload."""
    parts = payload.split(":")
    if len(parts) != 3 or f"{parts[0]}:" != NUDGE or not all(part.isascii() and part.isdigit() for part in parts[1:]):
        return None
    return NudgePress(int(parts[1]), int(parts[2]))


def deed_of(payload: str) -> str | None:
    """Read the name in ``right:<name>`` or ``right:<name>:<what is told about it>``; None for any other payload."""
    return payload.removeprefix(RIGHT).partition(":")[0] if payload.startswith(RIGHT) else None


def told_in(payload: str) -> str:
    """Read what ``right:<name>:<told>`` tells; empty when it tells nothing."""
    return payload.removeprefix(RIGHT).partition(":")[2]


def guess_in(typed: str, buttons: Sequence[Button], *, nudged: bool) -> Deed | None:
    """Return the deed that ``typed`` sounds like asking for; None for none, or where a button for it is shown already.

    Who gets no nudges (``nudged``) wants something else than a pause of them: "nu even niet, ik ben bekaf".
    """
    right = Right.PAUSE if _under_nudge(buttons) and asks_for_rest_under_a_nudge(typed) else guessed_right(typed)
    if right is None or any(button.payload.startswith(f"{RIGHT}{right}") for button in buttons) or (right is Right.PAUSE and not nudged):
        return None
    return Deed.STOP_ASK if right is Right.STOP else Deed(right)


class Interpreter:
    """Finds the button that a typed text stands for."""

    def __init__(self, choosing: Choosing) -> None:
        self._choosing = choosing

    def button_for(self, typed: str, buttons: Sequence[Button]) -> Button | None:
        """Return the button. Under a nudge or a question of ours, its place or its first words will do; Rasa understands those itself."""
        titles = [button.title for button in buttons]
        index = self._choosing.by_title(typed, titles)
        if index is None and _ours(buttons):
            index = self._choosing.by_beginning(typed, titles)
        if index is None and any(button.payload == CANCEL for button in buttons):
            index = self._yes_or_no(typed, buttons)
        if index is None and any(button.payload.startswith(TROUBLE) for button in buttons):
            index = self._whether_well(typed, buttons)
        if index is None and _under_nudge(buttons):
            index = self._choosing.by_place(typed, titles)
        if index is None and len(buttons) == 1 and buttons[0].payload == FIND_DESK and asks_only_where(typed):
            index = 0
        return None if index is None else buttons[index]

    def _yes_or_no(self, typed: str, buttons: Sequence[Button]) -> int | None:
        """Return which button a yes or a no in any of our languages stands for; to erase takes a clear yes."""
        said = yes_or_no(typed, clear=any(button.payload == ERASE for button in buttons))
        return self._choosing.by_beginning(said, [button.title for button in buttons]) if said else None

    def _whether_well(self, typed: str, buttons: Sequence[Button]) -> int | None:
        """Return which button somebody means who was asked whether they are well: people say more than yes or no."""
        index = self._choosing.by_beginning(" ".join(typed.split()[:1]), [button.title for button in buttons])
        # "Nee hoor, gaat wel" says no to the trouble, and is waved away gently.
        denies = index is not None and buttons[index].payload != WELL and says_well(typed)
        return None if denies else index

    def is_answer(self, typed: str, right: Right, buttons: Sequence[Button]) -> bool:
        """Whether what looks like a right is a choice: "ja, wis alles" under that question, "pauze" for "In de pauze". Never a stop."""
        if right is Right.STOP:
            return False
        if self._choosing.by_title(typed, [button.title for button in buttons]) is not None:
            return True
        return right is Right.PAUSE and any(_mentions(button, typed) for button in buttons)


def _mentions(button: Button, typed: str) -> bool:
    return deed_of(button.payload) is None and typed.casefold().strip(" .!?") in button.title.casefold().split()


def _under_nudge(buttons: Sequence[Button]) -> bool:
    return bool(buttons) and all(nudge_press(button.payload) for button in buttons)


def _ours(buttons: Sequence[Button]) -> bool:
    return bool(buttons) and all(button.payload.startswith((NUDGE, RIGHT, TROUBLE)) or button.payload == SEEN for button in buttons)
