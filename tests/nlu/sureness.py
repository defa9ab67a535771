"""The parts of the report that are about being sure: thresholds and what they cost, and whether confidence means anything."""

from collections.abc import Iterable, Sequence

from tests.nlu.figures import bins, calibration_error
from tests.nlu.guesses import READING, plausible
from tests.nlu.open_question import ANSWERS, WRITTEN_DOWN, clear
from tests.nlu.sentences import Sentence
from tests.nlu.thresholds import Choice, Heard
from tests.nlu.understanding import Understood
from tests.nlu.zones import RIGHT_QUESTION, WRONG_ACT, WRONG_QUESTION, curve, in_use


def reliability(meant: Sequence[Sentence], heard: Sequence[Understood]) -> Iterable[str]:
    """Is the model right as often as it says?"""
    answers = [(other.confidence, one.intent == other.guess) for one, other in zip(meant, heard, strict=True)]
    yield from (
        "",
        "## Is it as sure as it is right",
        "Of the sentences that are measured on, by tenths of the confidence in the best guess.",
    )
    yield f"Expected calibration error: {calibration_error(answers):.3f}. Where right is above sure, it is surer than it says."
    yield from ("", "| sentences | sure, on average | right |", "|---|---|---|")
    yield from (f"| {each.count} | {each.sure:.0%} | {each.right:.0%} |" for each in bins(answers))


def zones(meant: Sequence[Sentence], heard: Sequence[Understood]) -> Iterable[str]:
    """From which confidence on to act."""
    threshold, lead = in_use()
    yield from ("", "## How sure is sure enough")
    yield f"Chosen on {len(meant)} other held-out sentences (a quarter, by lot). In use: act from {threshold} on, with a lead of {lead}"
    yield 'over the runner-up; under that ask "bedoel je …?" with the likeliest three; when none is likely, say so.'
    yield f"Cost: a wrong act {WRONG_ACT:g}, saying it again {WRONG_QUESTION:g}, pressing the right button {RIGHT_QUESTION:g}."
    yield "Higher costs a little less, but asks too often what was plain enough."
    yield from ("", "| act from | acts on | of those right | asks, the right one is on a button | cost |")
    yield "|---|---|---|---|---|"
    for zone in curve(meant, heard, lead):
        start = f"**{zone.threshold}**" if zone.threshold == threshold else zone.threshold
        yield f"| {start} | {zone.acts:.0%} | {zone.acts_rightly:.1%} | {zone.offers_the_right_one:.0%} | {zone.cost:.3f} |"


def open_questions(heard: Sequence[Heard]) -> Iterable[str]:
    """From which confidence on a message goes before the open question."""
    yield from ("", "## While a question of ours is open")
    yield "What Rasa takes for something that is no answer in the open form goes before the question from a confidence on"
    written, ways = ", ".join(sorted(WRITTEN_DOWN)), len(heard[0].ways)
    same = f"on the same {len(heard)} sentences in {ways} ways of writing"
    yield f"(`actions/turns/zones.py`). Over all forms, {same}; {ANSWERS:.0%} of what is"
    yield f"typed is taken to be an answer. Cost: an answer lost or a side question answered wrongly {WRONG_ACT:g}; a side question taken"
    yield f"for an answer {WRONG_ACT:g} where it is written down ({written}) and {WRONG_QUESTION:g} where we ask again. The value in use"
    yield "stays unless another is cheaper in 95 of 100 draws."
    for title, chat in (("Side questions", False), ("Mere chat: out of scope, a joke, praise, an insult", True)):
        yield from (
            "",
            f"### {title}",
            "| goes first from | answers lost | answered rightly | wrongly | taken for an answer | cost | more than in use |",
        )
        yield "|---|---|---|---|---|---|---|"
        for each in clear(heard, chat=chat):
            told = " | ".join(f"{each.shares[name]:.1%}" for name in ("lost", "right", "wrong", "taken"))
            yield f"| {_named(each)} | {told} | {_told_cost(each)} |"


def guesses(heard: Sequence[Heard]) -> Iterable[str]:
    """From which likelihood on a guess gets a button."""
    yield from ("", '## Which guesses are worth a button under "bedoel je …?"')
    yield f"Of the same sentences those that were not understood. Cost as above, and {READING:g} to read a button that is not it. What"
    yield "needs words of its own (a wish, a moment, a yes) has no button, so the right one cannot always be there."
    yield from ("", "| likely from | the right one is there | no button | buttons | cost | more than in use |", "|---|---|---|---|---|---|")
    for each in plausible(heard):
        told = f"{each.shares['right']:.0%} | {each.shares['none']:.0%} | {each.shares['buttons']:.1f}"
        yield f"| {_named(each)} | {told} | {_told_cost(each)} |"


def _named(choice: Choice) -> str:
    return f"**{choice.threshold}**" if choice.in_use else f"{choice.threshold}"


def _told_cost(choice: Choice) -> str:
    more = "" if choice.in_use else f"{choice.low:+.4f} to {choice.high:+.4f}"
    return f"{choice.cost:.4f} | {more}"
