"""Gives a course of another organisation what its format does not know: a topic, a theme, a first step, a summary."""

from dataclasses import replace
from datetime import date

from bot.catalogue.importers.fields import Raw, words
from bot.catalogue.importers.words import table
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.models import Item, Run


def filled(raw: Raw, interests: InterestVocabulary) -> Raw:
    """Return ``raw`` with what was missing; what the source does say stays."""
    heard = words(raw, "interests") or interests.tags_in(f"{raw.get('title') or ''} {' '.join(words(raw, 'keywords'))}")
    themes = table("themes")
    theme = next((themes[tag] for tag in heard if tag in themes), table_text("other_theme"))
    step = table("step") if raw.get("url") else table("step_without_page")
    summary = raw.get("summary") or raw.get("description") or table("summary").get(str(raw.get("kind")))
    given = {name: value for name, value in raw.items() if value or value in (0, False)}
    return {"theme": theme, "smallest_step": step, **given, "interests": list(heard), "summary": summary}


def table_text(name: str) -> str:
    """Return a single word of the file."""
    return str(table(name))


def without_past_runs(item: Item, today: date) -> Item:
    """Drop the runs that are over. When all are, the last one stays, because an item without runs is always there."""
    coming = tuple(run for run in item.runs if not _is_over(run, today))
    return replace(item, runs=coming or item.runs[-1:])


def _is_over(run: Run, today: date) -> bool:
    last = max((day for day in (run.start, run.enrol_until if run.start is None else None) if day), default=None)
    return last is not None and last < today
