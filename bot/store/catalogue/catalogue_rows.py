"""Between an Item and its row."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from bot.catalogue.models import Delivery, Item, Kind, Position, Provider, Run, RunStatus, SmallestStep, Vat


def row_of(item: Item) -> dict[str, Any]:
    """Return the columns that hold what the source says of ``item``."""
    return {
        "source": item.source,
        "source_id": item.source_id,
        "kind": item.kind.value,
        "title": item.title,
        "summary": item.summary,
        "description": item.description,
        "theme": item.theme,
        "interests": list(item.interests),
        "keywords": list(item.keywords),
        "skills": list(item.skills),
        "step_minutes": item.smallest_step.minutes,
        "step_text": item.smallest_step.text,
        "delivery": item.delivery.value,
        "price_cents": _cents(item.price),
        "price_complete": item.price_complete,
        "vat": item.vat.value,
        "minutes": item.minutes,
        "provider": _provider_row(item.provider) if item.provider else None,
        "place": item.place,
        "region": item.region,
        "postcode": item.postcode,
        "latitude": item.position.latitude if item.position else None,
        "longitude": item.position.longitude if item.position else None,
        "runs": [_run_row(run) for run in item.runs],
        "own_pace": item.own_pace,
        "learning_path": item.learning_path,
        "part_of": item.part_of,
        "parts_of_day": list(item.parts_of_day),
        "open_days": list(item.open_days),
        "proof": item.proof,
        "level": item.level,
        "language": item.language,
        "also_in": list(item.also_in),
        "about_work": item.about_work,
        "url": item.url,
        "licence": item.licence,
        "tenant": item.tenant,
        "expires": item.expires,
        "source_updated": item.source_updated,
    }


def item_of(row: Row[Any]) -> Item:
    """Return the item of a row."""
    return Item(
        source=row.source,
        source_id=row.source_id,
        kind=Kind(row.kind),
        title=row.title,
        summary=row.summary,
        description=row.description,
        theme=row.theme,
        interests=tuple(row.interests),
        keywords=tuple(row.keywords),
        skills=tuple(row.skills),
        smallest_step=SmallestStep(row.step_minutes, row.step_text),
        delivery=Delivery(row.delivery),
        price=_euros(row.price_cents),
        price_complete=row.price_complete,
        vat=Vat(row.vat),
        minutes=row.minutes,
        provider=_provider(row.provider) if row.provider else None,
        place=row.place,
        region=row.region,
        postcode=row.postcode,
        position=None if row.latitude is None or row.longitude is None else Position(row.latitude, row.longitude),
        runs=tuple(_run(each) for each in row.runs),
        own_pace=row.own_pace,
        learning_path=row.learning_path,
        part_of=row.part_of,
        parts_of_day=tuple(row.parts_of_day),
        open_days=tuple(row.open_days),
        proof=row.proof,
        level=row.level,
        language=row.language,
        also_in=tuple(row.also_in),
        about_work=row.about_work,
        url=row.url,
        licence=row.licence,
        tenant=row.tenant,
        expires=row.expires,
        source_updated=row.source_updated,
        seen_on=row.seen_at,
    )


def _run_row(run: Run) -> dict[str, Any]:
    return {
        "start": _iso(run.start),
        "end": _iso(run.end),
        "is_final": run.is_final,
        "status": run.status.value,
        "enrol_until": _iso(run.enrol_until),
        "place": run.place,
        "postcode": run.postcode,
        "price_cents": _cents(run.price),
    }


def _run(row: dict[str, Any]) -> Run:
    return Run(
        start=_day(row["start"]),
        end=_day(row["end"]),
        is_final=row["is_final"],
        status=RunStatus(row["status"]),
        enrol_until=_day(row["enrol_until"]),
        place=row["place"],
        postcode=row["postcode"],
        price=_euros(row["price_cents"]),
    )


def _provider_row(provider: Provider) -> dict[str, Any]:
    return {"name": provider.name, "example": provider.example, "url": provider.url, "last_verified": _iso(provider.last_verified)}


def _provider(row: dict[str, Any]) -> Provider:
    return Provider(row["name"], row["example"], row["url"], _day(row["last_verified"]))


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * 100)


def _euros(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents) / 100


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
