"""``python -m bot catalogue``: what is in the catalogue, where it came from, and what deserves a look."""

from typing import Annotated

import typer

from bot.anonymity import FEWEST
from bot.bootstrap import migrate_store, services
from bot.catalogue.demand import Shortage
from bot.catalogue.source_register import SourceState
from bot.commands import console
from bot.errors import UnknownSource

app = typer.Typer(no_args_is_help=True, help="What is in the catalogue, where it came from, and what deserves a look.")
EXAMPLES = 5
MOST_SHOWN = 1_000


@app.callback()
def group() -> None:
    """What is in the catalogue, where it came from, and what deserves a look."""
    migrate_store()


@app.command("stats")
def stats() -> None:
    """Count items by kind, theme and source."""
    counts = services().overview.counts()
    console.say("cli_stats", total=counts.total, free=counts.free, doubles=counts.doubles, available=counts.available)
    for title, rows in (("kinds", counts.kinds), ("themes", counts.themes), ("sources", counts.sources)):
        console.table(f"cli_stats_{title}", ["cli_column_name", "cli_column_items"], [[name, count] for name, count in rows.items()])


@app.command("sources")
def sources() -> None:
    """Show every source, its latest import and when it is imported again."""
    states = services().sources.all()
    rows = [_row(each) for each in states]
    names = ("name", "format", "items", "seen", "refused", "state", "again")
    console.table("cli_sources", [f"cli_column_{name}" for name in names], rows)
    for each in states:
        if each.latest and each.latest.problem:
            problem = console.texts()(each.latest.problem, detail=each.latest.detail)
            console.say("cli_source_problem", source=each.source.name, problem=problem)


def _row(each: SourceState) -> list[object]:
    latest, source = each.latest, each.source
    state = console.texts()(f"cli_import_state_{latest.state}") if latest else ""
    seen, again = console.moment(latest.ended_at if latest else None), console.moment(source.next_at)
    return [source.name, source.format, each.items, seen, latest.refused if latest else 0, state, again]


@app.command("check")
def check() -> None:
    """Name items that people cannot use, or can use less well."""
    health = services().sources.check()
    console.say("cli_check", total=health.total)
    for code, ids in health.found.items():
        console.say(f"cli_check_{code}", count=len(ids), examples=", ".join(ids[:EXAMPLES]))
    for each in services().sources.all():
        if each.latest and each.latest.refused:
            console.say("cli_check_refused", source=each.source.name, count=each.latest.refused)
    if stale := [each.scheme.id for each in services().money.stale()]:
        console.say("cli_check_schemes", count=len(stale), schemes=", ".join(stale))
    if old := [each.desk.name for each in services().desks.stale()]:
        console.say("cli_check_desks", count=len(old), desks=", ".join(old[:EXAMPLES]))


@app.command("missing")
def missing() -> None:
    """Show about which topics people found nothing near them in the last quarter, without numbers that are about few people."""
    quarter, found = services().demand.shortages()
    console.say("cli_missing" if found else "cli_missing_nothing", quarter=quarter.isoformat(), fewest=FEWEST)
    if found:
        names = ("topic", "region", "people")
        console.table("cli_missing_table", [f"cli_column_{name}" for name in names], [_shortage(each) for each in found])


def _shortage(each: Shortage) -> list[object]:
    texts, known = console.texts(), services()
    topic = known.interests.name_of(each.topic) if each.topic else texts("cli_missing_no_topic")
    return [topic, known.demand.name_of(each.region) if each.region else texts("cli_missing_no_region"), each.people]


@app.command("refused")
def refused(source: str, most: Annotated[int, typer.Option(min=1, help="How many to show.")] = MOST_SHOWN) -> None:
    """Show the records of a source that were not taken in, each with its reason."""
    for row in services().sources.quarantine(source, most):
        console.say("cli_refused_row", line=row.line, id=row.record_id, reason=console.texts()(row.code, detail=row.detail))


@app.command("show")
def show(item: Annotated[str, typer.Argument(help="SOURCE/ID.")]) -> None:
    """Show where an item came from and what its source says of it."""
    found = services().overview.item(item)
    facts = {
        "title": found.title,
        "source": ", ".join((found.source, *(each.item_id for each in found.also_at))),
        "seen": console.moment(found.seen_on),
        "updated": console.moment(found.source_updated),
        "licence": found.licence,
        "tenant": found.tenant,
        "part_of": found.part_of,
        "path": found.learning_path,
        "languages": ", ".join((found.language, *found.also_in)),
        "skills": ", ".join(found.skills),
        "starts": ", ".join(f"{run.start or '?'} {run.place or ''} {run.status}" for run in found.runs),
    }
    rows = [[console.texts()(f"cli_item_{name}"), fact] for name, fact in facts.items() if fact]
    console.table("cli_item", ["cli_column_name", "cli_column_fact"], rows)


@app.command("remove")
def remove(source: str, confirm: Annotated[bool, typer.Option("--confirm", help="Really do it.")] = False) -> None:
    """Remove a source, with all its items and what was kept about it."""
    known = next((each for each in services().sources.all() if each.source.name == source), None)
    if known is None:
        raise UnknownSource(source)
    if not confirm:
        console.warn("cli_remove_asks", source=source, items=known.items)
        raise typer.Exit(1)
    console.say("cli_removed", source=source, items=services().source_imports.remove(source))


@app.command("apart")
def apart(item: Annotated[str, typer.Argument(help="SOURCE/ID of an item that is no double.")]) -> None:
    """Say that an item is not the same as the one it was merged with."""
    services().sources.keep_apart(item, apart=True)
    console.say("cli_apart", item=item)


@app.command("together")
def together(item: Annotated[str, typer.Argument(help="SOURCE/ID.")]) -> None:
    """Take back ``apart``."""
    services().sources.keep_apart(item, apart=False)
    console.say("cli_together", item=item)
