"""Rasa walks the whole tree of event classes for each event that it reads; a dictionary remembers what it found."""

from rasa.shared.core.events import Event


def apply() -> None:
    """Remember classes by name. What was not found is looked for again: a class may be defined later."""
    original = Event.resolve_by_type
    known: dict[str, type[Event]] = {}

    def resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
        if type_name not in known:
            found = original(type_name, default)
            if found is None or found.type_name != type_name:
                return found
            known[type_name] = found
        return known[type_name]

    Event.resolve_by_type = staticmethod(resolve_by_type)
