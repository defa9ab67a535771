"""Turns templates into pages."""

from pathlib import Path

from starlette.templating import Jinja2Templates

HERE = Path(__file__).parent
STATIC = HERE / "static"

templates = Jinja2Templates(HERE / "templates")
"""Escapes whatever it is given."""
