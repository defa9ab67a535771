"""Puts suggestions into a numbered list: what each costs, how long it takes, where it is and why it is there."""

from collections.abc import Sequence
from datetime import date

from actions import wording
from actions.wording import Label
from bot.catalogue.models import Item
from bot.catalogue.wanted import Because, Suggestion
from bot.language.plain.readability import words_in
from bot.language.saying.texts import Texts


def told_with_reason(texts: Texts, each: Suggestion, number: int, minutes: int | None, reason: str, today: date) -> str:
    """Return one numbered line with ``reason`` (may be empty); what costs money begins with its price.

    For who has only ``minutes`` and what takes longer, the first step is told instead of the whole.
    """
    item = each.item
    where, start = _where(texts, each), wording.begins(texts, item, today)
    return _priced(texts, item, number, _length(texts, item, minutes), (where, start, reason))


def _priced(texts: Texts, item: Item, number: int, length: str, others: Sequence[str]) -> str:
    """Return one numbered line; what costs money begins with its price."""
    if not item.price:
        return wording.line(texts, item, number, ", ".join(filter(None, (length, wording.price(texts, item), *others))))
    told = ", ".join(filter(None, (length, *others)))
    return texts("item_line_paid", number=number, price=wording.capital(wording.price(texts, item)), title=item.title, facts=told)


def _length(texts: Texts, item: Item, minutes: int | None) -> str:
    fits = minutes is None or (item.minutes is not None and item.minutes <= minutes)
    return wording.time(texts, item) if fits else texts("item_first_step", time=wording.span(texts, item.smallest_step.minutes))


def because(texts: Texts, reason: Because, label: Label) -> str:
    """Return why something is suggested."""
    return texts(f"because_{reason.code}", word=label(reason.word) if reason.code == "interest" else reason.word)


def suggested(texts: Texts, suggestions: Sequence[Suggestion], label: Label, minutes: int | None, today: date) -> str:
    """Return a numbered list with the facts and the reason of each; a reason that they share is told once. ``label`` names a topic."""
    reasons = [because(texts, each.because, label) for each in suggestions]
    shared = reasons[0] if len(set(reasons)) == 1 else ""
    told = zip(suggestions, reasons, strict=True)
    lines = [told_with_reason(texts, each, n, minutes, "" if shared else reason, today) for n, (each, reason) in enumerate(told, start=1)]
    return "\n".join([*lines, f"{wording.capital(shared)}."] if shared else lines)


def in_few_words(
    texts: Texts, suggestions: Sequence[Suggestion], minutes: int | None, *, most: int, words: int
) -> tuple[Sequence[Suggestion], str]:
    """Return the first ``most`` and their numbered list: how long, the price and where somebody goes.

    Over ``words`` it does without how long; if that is too much still, only the first is told.
    """
    few = suggestions[:most]
    full, brief = (_numbered(texts, few, minutes, briefly=briefly) for briefly in (False, True))
    fitting = next((lines for lines in (full, brief) if len(words_in("\n".join(lines))) <= words), None)
    return (few, "\n".join(fitting)) if fitting else (few[:1], full[0])


def _numbered(texts: Texts, suggestions: Sequence[Suggestion], minutes: int | None, *, briefly: bool) -> Sequence[str]:
    """Return a line for each; ``briefly`` leaves out how long it takes where somebody has to go somewhere."""
    lengths = ["" if briefly and each.spot else _length(texts, each.item, minutes) for each in suggestions]
    places = [_where(texts, each) if each.spot else "" for each in suggestions]
    told = enumerate(zip(suggestions, lengths, places, strict=True), start=1)
    return [_priced(texts, each.item, number, length, [where]) for number, (each, length, where) in told]


def _where(texts: Texts, each: Suggestion) -> str:
    """Return where it is, and how far when that is further than people travel."""
    return wording.away(texts, wording.place(texts, each.item, [each.spot] if each.spot else ()), each.kilometres)
