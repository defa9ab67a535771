"""Adds up what an EDU-DEX program costs one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.catalogue.importers.fields import Raw, amount, day, number
from bot.catalogue.importers.words import as_list, as_mapping

Cost = Mapping[str, Any]
_ALMOST = Decimal("0.02")
_PER_YEAR = frozenset({"year", "1st year"})
_ONCE = frozenset({"", "program"})


@dataclass(frozen=True)
class _Amount:
    euros: Decimal
    vat: str
    complete: bool


def total(costs: object, years: float | None, today: date) -> Raw:
    """Return the price fields: the sum of what everyone must pay; empty when a required amount is unknown.

    ``years`` is how long the program lasts, for amounts per year. What cannot be counted leaves the price incomplete.
    """
    required = [each for each in map(as_mapping, as_list(costs)) if _counts(each, today)]
    amounts = [_amount(each, years) for each in required]
    known = [each for each in amounts if each]
    if not known or len(known) < len(amounts):
        return {}
    vats = {each.vat for each in known if each.euros}
    return {
        "price": sum((each.euros for each in known), Decimal(0)),
        "vat": vats.pop() if len(vats) == 1 else "unknown" if "unknown" in vats else "included",
        "price_complete": "yes" if all(each.complete for each in known) else "no",
    }


def per_module(modules: Iterable[object], today: date) -> Raw:
    """Return the price of the cheapest module, as an incomplete price: the others are to be paid too."""
    priced = [total(as_mapping(module).get("cost"), None, today) for module in modules]
    known = [each for each in priced if each]
    return {**min(known, key=lambda each: each["price"]), "price_complete": "no"} if known else {}


def with_vat(paid: Decimal, vat: Decimal | None, percentage: float | None) -> tuple[Decimal, str]:
    """Return what a person pays, and how VAT stands to it.

    Suppliers differ in what they fill in, so the numbers decide: the second amount is the VAT on top, the VAT that is
    included already, or the amount with VAT. When they fit none of these, VAT stays unknown.
    """
    if percentage == 0:
        return paid, "exempt"
    if vat is None or percentage is None:
        return paid, "unknown"
    rate = Decimal(str(percentage)) / 100
    for meant, euros in ((paid * rate, paid + vat), (paid * rate / (1 + rate), paid), (paid * (1 + rate), vat)):
        if abs(vat - meant) <= _ALMOST:
            return euros, "included"
    return paid, "unknown"


def _counts(cost: Cost, today: date) -> bool:
    first, last = day(cost, "amountValidFrom"), day(cost, "amountValidUntil")
    in_force = (first is None or first <= today) and (last is None or today <= last)
    return in_force and said_yes(cost.get("isRequiredCost")) and cost.get("payableBy") != "group" and _is_charge(cost)


def _is_charge(cost: Cost) -> bool:
    """A discount for who pays at once is not for everyone."""
    return cost.get("costType") != "single payment discount"


def _amount(cost: Cost, years: float | None) -> _Amount | None:
    paid = amount(cost, "amount")
    if paid is None or str(cost.get("currency") or "EUR").upper() != "EUR":
        return None
    euros, vat = with_vat(paid, amount(cost, "amountVAT"), number(cost, "VATPercentage", 100))
    exempt = amount(cost, "VATExemptAmount") or Decimal(0)
    period, final = str(cost.get("period") or ""), said_yes(cost.get("amountIsFinal", True))
    if period in _ONCE or not (euros or exempt):
        return _Amount(euros + exempt, vat, final)
    if period in _PER_YEAR and years:
        return _Amount((euros + exempt) * Decimal(str(max(years, 1))), vat, final)
    return _Amount(euros + exempt, vat, complete=False)


def said_yes(value: object) -> bool:
    """Whether JSON's or XML's way of saying yes stands there."""
    return value is True or str(value).casefold() in ("true", "1")
