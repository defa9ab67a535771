# /// script
# requires-python = "==3.10.*"
# dependencies = ["spacy==3.8.18", "spacy-lookups-data==1.0.5"]
# ///
"""Assemble the project's own Dutch spaCy pipeline and write it as an installable wheel.

Run by ``install_spacy_model.py`` in an environment of its own (``uv run --script``), because the lookup tables weigh
98 MB and are needed here only: the pipeline keeps the Dutch one.
"""

import csv
import sys
import zipfile
from pathlib import Path

import spacy
from spacy.language import Language

NAME = "nl_duwtje"
VERSION = "1.0.0"
PLACES = Path(__file__).parent.parent / "data" / "places.csv"


def assemble() -> Language:
    """Return tokeniser, lookup lemmas, sentence ends, and rules that label places (GPE) and numbers (CARDINAL)."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.add_pipe("sentencizer")
    nlp.initialize()  # loads the lookup table; the ruler may get its patterns only after this
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "GPE", "pattern": name} for name in _places()])
    ruler.add_patterns([{"label": "CARDINAL", "pattern": [{"LIKE_NUM": True}]}])
    nlp.meta.update(
        lang="nl",
        name=NAME.removeprefix("nl_"),
        version=VERSION,
        license="MIT",
        description="Dutch: tokeniser, lookup lemmas (spacy-lookups-data, MIT), places (GeoNames, CC BY 4.0) and numbers",
    )
    return nlp


def _places() -> list[str]:
    with PLACES.open(encoding="utf-8") as file:
        return [row["name"] for row in csv.DictReader(file) if not row["ordinary_word"]]


def write_wheel(nlp: Language, folder: Path) -> Path:
    """Write the pipeline into ``folder`` as a wheel whose package loads by name; returns the wheel."""
    data = f"{NAME}/{NAME}-{VERSION}"
    info = f"{NAME}-{VERSION}.dist-info"
    nlp.to_disk(folder / "pipeline")
    files = {
        f"{data}/{path.relative_to(folder / 'pipeline')}": path.read_bytes() for path in (folder / "pipeline").rglob("*") if path.is_file()
    }
    files[f"{NAME}/__init__.py"] = _LOADER
    files[f"{NAME}/meta.json"] = (folder / "pipeline" / "meta.json").read_bytes()
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {NAME.replace('_', '-')}\nVersion: {VERSION}\n".encode()
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: duwtje\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = ("".join(f"{name},,\n" for name in files) + f"{info}/RECORD,,\n").encode()
    wheel = folder / f"{NAME}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return wheel


_LOADER = b"""from pathlib import Path

from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


if __name__ == "__main__":
    print(write_wheel(assemble(), Path(sys.argv[1])))
