"""What the pipelines of the comparison learn from: the sample, the sample with misspelled copies, and all examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.nlu.sample import SAMPLE, write
from bench.nlu.slips import with_slips
from tests.nlu.sentences import Sentence, read
from tests.nlu.splits import examples


@dataclass(frozen=True)
class Lesson:
    """Sentences that a pipeline learns from."""

    file: Path
    sentences: Sequence[Sentence]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.sentences)


def sample() -> Lesson:
    """Return the sample that is kept with the code."""
    return Lesson(SAMPLE, read(SAMPLE))


def misspelled(lesson: Lesson, folder: Path) -> Lesson:
    """Return what ``lesson`` has and misspelled copies of it, written in ``folder``."""
    sentences = with_slips(lesson.sentences)
    return Lesson(write(sentences, folder / f"misspelled-{lesson.file.name}"), sentences)


def everything(folder: Path, *, as_it_is: bool = False) -> Lesson:
    """Return all examples, written in ``folder``.

    ``as_it_is`` takes those of the last time when they are there, whatever was written or changed since: stock DIET needs more
    than an hour to learn them.
    """
    file = folder / "everything.yml"
    if not (as_it_is and file.exists()):
        write(examples(), file)
    return Lesson(file, read(file))


def told(lesson: Lesson, learned_on: str) -> str:
    """Return for a page which examples ``everything`` gave, beside those of now."""
    now = {(each.text, each.intent) for each in examples()}
    then = {(each.text, each.intent) for each in lesson.sentences}
    if now == then:
        return f"those of `data/nlu.yml` on {learned_on}, still the same sentences"
    return f"those of `data/nlu.yml` on {learned_on}; since then {len(now - then)} were added and {len(then - now)} went"
