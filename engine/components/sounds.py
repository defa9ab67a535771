"""Dutch as it sounds, roughly: people who spell by ear and people who spell by the book come out nearly alike."""

import re
from functools import lru_cache

from engine.components.folding import fold

# In order. Coarse on purpose: two words that fall together cost less than one word in six spellings.
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"sch(?=\w)|\bsk(?=[aeou])", "sg"),  # schaam, skaam
        (r"oei", "oe"),  # moeilijk, moelijk
        (r"lijk", "luk"),  # moeilijk, moeiluk
        (r"ij|y", "ei"),
        (r"ouw|auw|au", "ou"),
        (r"dt\b|d\b", "t"),
        (r"b\b", "p"),
        (r"ch", "g"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"v", "f"),
        (r"z", "s"),
        (r"(\w)\1+", r"\1"),  # long and short vowels, single and double consonants
        (r"en\b", "e"),  # nobody says that n
        (r"ig\b", "ug"),
    ]
]


@lru_cache(maxsize=16)  # several views look at how the same sentence sounds
def as_it_sounds(text: str) -> str:
    """Return ``text`` folded and rewritten by sound: both "sgilderen" and "schilderen" become "sgildere"."""
    heard = fold(text)
    for pattern, sound in _RULES:
        heard = pattern.sub(sound, heard)
    return heard
