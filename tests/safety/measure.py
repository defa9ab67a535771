"""Counts what is heard in the sentences of this folder: by the safety layer, and with the trained model behind it."""

from collections.abc import Callable, Mapping, Sequence

from bot.language.safety.guessing import guessed_right
from bot.language.safety.lists import load_safety
from bot.language.safety.words import Right, Sign, Trouble
from tests.nlu.understanding import Understood, understand
from tests.safety.sentences import HALVES, PLAIN_TALK, Typed, themes

HEARD_AS: Mapping[str, frozenset[str]] = {
    "crisis": frozenset({Trouble.CRISIS}),
    "stop": frozenset({Right.STOP}),
    "pause": frozenset({Right.PAUSE}),
    "erase": frozenset({Right.ERASE}),
    "my_data": frozenset({Right.OVERVIEW, Right.EXPORT}),
    "human": frozenset({Right.HUMAN}),
    "help": frozenset({Right.HELP}),
}
"""What each theme has to be heard as."""
BY_INTENT = {
    **{"stop_nudges": Right.STOP, "pause_nudges": Right.PAUSE, "erase_data": Right.ERASE, "ask_data": Right.OVERVIEW},
    **{"ask_privacy": Right.OVERVIEW, "export_data": Right.EXPORT, "ask_human": Right.HUMAN, "find_desk": Right.HUMAN},
    "ask_help": Right.HELP,
}
"""What an intent does that the model is sure enough of."""

Hearing = Callable[[Typed], str | None]
"""Returns what a sentence is heard as; None for just talk."""


def by_the_layer(typed: Typed) -> str | None:
    """Hear with what goes before the model: the safety layer, and what is guessed by weight."""
    found = load_safety().classify(typed.text) or guessed_right(typed.text)
    return found.trouble if isinstance(found, Sign) else found


def is_asked(typed: Typed) -> bool:
    """Whether we are in doubt, so that we ask."""
    found = load_safety().classify(typed.text)
    return not found.sure if isinstance(found, Sign) else found is None


def with_the_model() -> Hearing:
    """Return hearing with the trained model where the layer hears nothing; reads all sentences at once."""
    typed = [each for half in HALVES for sentences in themes(half).values() for each in sentences]
    understood: Mapping[Typed, Understood] = dict(zip(typed, understand([each.text for each in typed]), strict=True))
    return lambda each: by_the_layer(each) or BY_INTENT.get(understood[each].intent)


def heard(half: str, theme: str, hearing: Hearing) -> list[Typed]:
    """Return the sentences of a theme that are heard as what they are; of plain talk those that are wrongly heard as that."""
    wanted = HEARD_AS[theme.removeprefix(PLAIN_TALK)]
    return [each for each in themes(half)[theme] if hearing(each) in wanted]


def share(part: Sequence[Typed], whole: Sequence[Typed]) -> float:
    """Return how much of ``whole`` that is."""
    return len(part) / len(whole)
