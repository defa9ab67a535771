"""Removes what we never want to store from free text: citizen numbers, accounts, e-mail addresses and phone numbers (P6)."""

import re
from collections.abc import Callable

MARK = "[weggehaald]"
LONGEST = 500
"""Characters kept of a text a person typed about themselves."""

_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN_SIGNS = {"BE": 16, "BG": 22, "DE": 22, "ES": 24, "FR": 27, "GB": 22, "IT": 27, "LT": 20, "PL": 28, "PT": 25, "RO": 24, "TR": 26}
_IBAN = re.compile(
    "|".join(rf"\b{country}\d\d(?:[ .-]?[A-Z0-9]){{{signs - 4}}}(?![A-Z0-9])" for country, signs in _IBAN_SIGNS.items()), re.IGNORECASE
)
_DUTCH_IBAN = re.compile(r"\bNL\d{2}(?:[ .-]?[A-Z]){4}(?:[ .-]?\d){10}(?!\d)", re.IGNORECASE)
_CITIZEN_NUMBER = re.compile(r"(?<![\d.,+])\d(?:[ .-]?\d){7,8}(?![.,]?\d)")
_DATE = r"(?!\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}\b)"
_INTERNATIONAL = r"(?:\+|\b00)[1-9]\d{0,2}(?:[ .-]?\(0\))?(?:[ .-]?\d){7,11}"
_MOBILE = r"\b06(?:[ .-]{0,3}\d){8}"
_LANDLINE = r"\(?\b0(?:[1-57]\d|8[2-578]|91)\d?\)?[ .-]{0,3}\d(?:[ .-]?\d){5,6}"
_PHONE = re.compile(rf"(?<!\d){_DATE}(?:{_INTERNATIONAL}|{_MOBILE}|{_LANDLINE})(?!\d)")
_DIGITS_IN_DUTCH_NUMBER = 10


def redact(text: str) -> str:
    """Return ``text`` with each hit replaced by ``MARK``; text without a hit comes back unchanged."""
    text = _EMAIL.sub(MARK, text)
    text = _DUTCH_IBAN.sub(MARK, text)
    text = _replace(_IBAN, _is_iban, text)
    text = _replace(_PHONE, _is_phone, text)
    return _replace(_CITIZEN_NUMBER, _passes_eleven_test, text)


def tidy(text: str) -> str:
    """Return what may be stored of a text a person typed: redacted, trimmed and at most ``LONGEST`` characters."""
    return redact(text.strip())[:LONGEST].rstrip()


def _replace(pattern: re.Pattern[str], is_hit: Callable[[str], bool], text: str) -> str:
    return pattern.sub(lambda match: MARK if is_hit(match[0]) else match[0], text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _passes_eleven_test(text: str) -> bool:
    digits = [int(digit) for digit in _digits(text).zfill(9)]
    weighted = sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return any(digits) and weighted % 11 == 0


def _is_iban(text: str) -> bool:
    account = "".join(filter(str.isalnum, text)).upper()
    moved = account[4:] + account[:4]
    return account.isascii() and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _is_phone(text: str) -> bool:
    return text.startswith(("+", "00")) or len(_digits(text)) == _DIGITS_IN_DUTCH_NUMBER
