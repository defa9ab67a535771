"""Between an Item and its row."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from bot.catalogue.models import Delivery, Item, Kind, Provider, SmallestStep


def row_of(item: Item) -> dict[str, Any]:
    """Return the columns of ``item``, all of them fit for JSON."""
    return {
        "source": item.source,
        "source_id": item.source_id,
        "kind": item.kind.value,
        "title": item.title,
        "summary": item.summary,
        "theme": item.theme,
        "interests": list(item.interests),
        "keywords": list(item.keywords),
        "step_minutes": item.smallest_step.minutes,
        "step_text": item.smallest_step.text,
        "delivery": item.delivery.value,
        "price_cents": None if item.price is None else int(item.price * 100),
        "minutes": item.minutes,
        "provider": _provider_row(item.provider) if item.provider else None,
        "place": item.place,
        "region": item.region,
        "parts_of_day": list(item.parts_of_day),
        "proof": item.proof,
        "level": item.level,
        "language": item.language,
        "about_work": item.about_work,
        "url": item.url,
        "licence": item.licence,
    }


def item_of(row: Row[Any]) -> Item:
    """Return the item of a row."""
    return Item(
        source=row.source,
        source_id=row.source_id,
        kind=Kind(row.kind),
        title=row.title,
        summary=row.summary,
        theme=row.theme,
        interests=tuple(row.interests),
        keywords=tuple(row.keywords),
        smallest_step=SmallestStep(row.step_minutes, row.step_text),
        delivery=Delivery(row.delivery),
        price=None if row.price_cents is None else Decimal(row.price_cents) / 100,
        minutes=row.minutes,
        provider=_provider(row.provider) if row.provider else None,
        place=row.place,
        region=row.region,
        parts_of_day=tuple(row.parts_of_day),
        proof=row.proof,
        level=row.level,
        language=row.language,
        about_work=row.about_work,
        url=row.url,
        licence=row.licence,
    )


def _provider_row(provider: Provider) -> dict[str, Any]:
    checked = provider.last_verified.isoformat() if provider.last_verified else None
    return {"name": provider.name, "example": provider.example, "url": provider.url, "last_verified": checked}


def _provider(row: dict[str, Any]) -> Provider:
    checked = row["last_verified"]
    return Provider(row["name"], row["example"], row["url"], date.fromisoformat(checked) if checked else None)
