"""How well the model understands: counted per intent and per kind of entity."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.nlu.figures import macro_f1
from tests.nlu.sentences import Sentence
from tests.nlu.told import READERS
from tests.nlu.understanding import FALLBACK, Understood


@dataclass
class Tally:
    """Right, wrongly found, and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when there was nothing to find and nothing found."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """Everything counted over a set of sentences."""

    sentences: int
    right: int = 0
    """Sentences whose best guess is right, sure or not."""
    sure: int = 0
    """Sentences that did not fall back."""
    sure_and_right: int = 0
    intents: dict[str, Tally] = field(default_factory=dict)
    entities: dict[str, Tally] = field(default_factory=dict)
    mixed_up: Counter[tuple[str, str]] = field(default_factory=Counter)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    """What was meant and the best guess, sentence by sentence."""

    @property
    def accuracy(self) -> float:
        """Share of sentences with the right best guess."""
        return self.right / self.sentences

    @property
    def macro_f1(self) -> float:
        """Mean F1 over intents, each counting as much."""
        return macro_f1(self.pairs)


def score(sentences: Sequence[Sentence], understood: Sequence[Understood]) -> Score:
    """Compare what was meant with what was understood."""
    total = Score(len(sentences), intents={sentence.intent: Tally() for sentence in sentences})
    for meant, heard in zip(sentences, understood, strict=True):
        _count_intent(total, meant.intent, heard)
        _count_entities(total, meant, heard)
    return total


def _count_intent(total: Score, meant: str, heard: Understood) -> None:
    hit = meant == heard.guess
    total.pairs.append((meant, heard.guess))
    total.right += hit
    total.sure += heard.intent != FALLBACK
    total.sure_and_right += heard.intent == meant
    if hit:
        total.intents[meant].right += 1
        return
    total.mixed_up[meant, heard.guess] += 1
    total.intents[meant].missed += 1
    total.intents.setdefault(heard.guess, Tally()).extra += 1


def _count_entities(total: Score, meant: Sentence, heard: Understood) -> None:
    found = {(each["entity"], each["start"], each["end"]) for each in heard.entities}
    for kind in {each[0] for each in meant.entities | found} - READERS.keys():
        tally = total.entities.setdefault(kind, Tally())
        wanted, got = ({each for each in group if each[0] == kind} for group in (meant.entities, found))
        tally.right += len(wanted & got)
        tally.extra += len(got - wanted)
        tally.missed += len(wanted - got)
