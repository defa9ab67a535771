"""The words an item may use for its theme, proof, level, weekdays, part of the day and learning path. Values are institutional terms."""

THEMES = frozenset(
    {
        "wens",
        "informeel_leren",
        "plannen",
        "van_elkaar",
        "experiment",
        "terugkijken",
        "terugkomen",
        "digitaal_veilig",
        "taal_rekenen",
        "geld_regelingen",
        "leren_is_gewoon",
        "school_van_het_leven",
    }
)
PROOFS = frozenset({"none", "deelname", "certificaat", "mbo-certificaat", "diploma", "badge"})
LEVELS = frozenset({"none", "entree", "mbo1", "mbo2", "mbo3", "mbo4", "ad", "hbo", "wo", "nt2"})
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NT2 = "nt2"
"""Dutch for who grew up with another language."""
EASY_LEVELS = frozenset({"none", "entree", "mbo1", NT2})
"""What can be followed with little Dutch."""
PARTS_OF_DAY = frozenset({"ochtend", "pauze", "middag", "avond", "weekend"})
LANGUAGES = frozenset({"nl", "en", "de", "fr", "es", "it", "pt", "pl", "ro", "bg", "uk", "ru", "tr", "ar", "ti", "so", "fa", "hu", "zh"})
LEARNING_PATHS = frozenset({"bbl", "bol", "ovo", "odt", "ex"})
"""Ways to an mbo diploma: working and learning, school, the third way, training on demand, exam only."""
