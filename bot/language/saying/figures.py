"""Shares and differences as Dutch readers write them."""


def percent(share: float) -> str:
    """Return a share from 0 to 1, such as ``12,5%``."""
    return f"{_decimal(share * 100, '.1f')}%"


def points(difference: float) -> str:
    """Return a difference between shares in percentage points with its sign, such as ``+2,5``."""
    return _decimal(difference * 100, "+.1f")


def _decimal(value: float, form: str) -> str:
    return format(value, form).replace(".", ",")
