"""The words that scripts may use for their themes, people, needs and follow-ups. Values are institutional Dutch terms."""

from bot.catalogue.vocabulary import THEMES as THEMES  # one list for items and scripts
from bot.learners.models import Group

EVERYONE = "iedereen"
AUDIENCES = frozenset({EVERYONE, *map(str, Group)})

NEEDS_PLAN = "plan"
NEEDS_INTEREST = "interest"
NEEDS_SILENCE = "silent_3w"
NEEDS = frozenset({NEEDS_PLAN, NEEDS_INTEREST, NEEDS_SILENCE})

WISH = "wens"
IDEA = "idee"
VARIABLES = {WISH: NEEDS_INTEREST, IDEA: NEEDS_PLAN}
"""Variables of a text, and what a script that uses one must need."""

ASKS = frozenset(
    {
        "ask_human",
        "ask_money_help",
        "ask_suggestion",
        "change_moment",
        "find_course",
        "give_wish",
        "make_plan",
        "no_money",
        "no_time",
        "report_done",
        "report_not_done",
        "start_nudges",
    }
)
"""Intents that a button may hand the conversation over with."""

WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
"""How scripts write weekdays; the position is the number that Python uses."""

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""How scripts write months, January first."""

SCRIPT_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 64
LONGEST_TEXT = 400
"""Characters of a message, before variables are filled in."""
MOST_WORDS = 60
LONGEST_LABEL = 24
"""Characters of a button."""
BUTTONS = (2, 4)
"""Fewest and most buttons."""
