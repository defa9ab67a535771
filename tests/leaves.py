"""What stands in nested lists and mappings."""


def leaves(value: object) -> list[object]:
    """Return everything in ``value`` that is no list and no mapping, in order; keys do not count."""
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]
