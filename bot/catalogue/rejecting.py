"""What somebody says they do not want: "niet schilderen maar koken", "liever koken dan schilderen", "alles behalve voetbal"."""

import re

_REJECTED = re.compile(
    r"""\b(?P<able>kan|kon|kunnen|durf|weet|snap|kun|hoef|mag)?\s*  # "ik kan niet zwemmen maar …" is a wish
    \b(?:niet|nie|geen|gin|nooit)\s+(?:\w+\s+){0,2}?\w+,?\s+(?:maar|mar|wel|liever|dus)\b
    |\b(?P<before>(?:liever|eerder)\s+(?:\w+\s+){1,3}?)dan\s+(?:\w+\s+){0,2}?\w+\b
    |\b(?:maar\s+)?(?:niet|nie|geen|zonder)\s+(?:met|op|aan|iets\s+met)\s+\w+\s*$   # "iets met muziek maar niet met computers"
    |\b(?:behalve|uitgezonderd)\s+\w+""",
    re.IGNORECASE | re.VERBOSE,
)


def without_rejected(text: str) -> str:
    """Return ``text`` without the words that name what is not wanted."""
    return _REJECTED.sub(lambda match: match[0] if match["able"] else f" {match['before'] or ''} ", text)
