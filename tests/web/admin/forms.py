"""Reads the forms of a page, as a browser would send them."""

from html.parser import HTMLParser

Fields = dict[str, list[str]]


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, Fields] = {}
        self._fields: Fields | None = None
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._fields = self.forms.setdefault(of.get("action", ""), {})
        elif self._fields is None:
            return
        elif tag == "input" and of.get("name"):
            self._input(of)
        elif tag == "textarea":
            self._area = of["name"]
            self._fields[self._area] = [""]
        elif tag == "select":
            self._select = of["name"]
        elif tag == "option" and self._select and (self._select not in self._fields or "selected" in of):
            self._fields[self._select] = [of["value"]]

    def _input(self, of: dict[str, str]) -> None:
        assert self._fields is not None
        if of.get("type") != "checkbox" or "checked" in of:
            self._fields.setdefault(of["name"], []).append(of.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area and self._fields is not None:
            # A browser drops the line break that follows the opening tag.
            self._fields[self._area][0] += data if self._fields[self._area][0] else data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "form":
            self._fields = None


def form_at(html: str, action: str) -> Fields:
    """Return the fields of the form that goes to ``action``."""
    reader = _Forms()
    reader.feed(html)
    assert action in reader.forms, f"no form to {action}, only to {sorted(reader.forms)}"
    return reader.forms[action]
