"""Install a Dutch spaCy pipeline: the published one when it can be fetched, otherwise the project's own.

``python engine/install_spacy_model.py``; does nothing when one is there already. Needs only the standard library and,
for our own pipeline, ``uv`` (given by the environment variable UV, else found in ``.tools/bin`` or on the PATH).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from saying import say, stop
from state import ROOT, installed_pipeline, spacy_folder

RELEASE = "https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.8.0/nl_core_news_sm-3.8.0-py3-none-any.whl"
SHA256 = "a76978477821f213ca76a46c686df1b1d41462905d4868bc53eac086adca8b7e"
SECONDS = 8
"""How long the release may keep silent before we make our own."""

_BUILDER = Path(__file__).parent / "build_dutch_pipeline.py"


class NotFetched(Exception):
    """The published pipeline could not be fetched, or is not the one we pinned."""


def fetch(url: str, sha256: str, folder: Path, seconds: float = SECONDS) -> Path:
    """Download a wheel into ``folder``; raises NotFetched."""
    wheel = folder / url.rsplit("/", 1)[-1]
    try:
        with urllib.request.urlopen(url, timeout=seconds) as answer:  # noqa: S310  # a fixed https address
            wheel.write_bytes(answer.read())
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        raise NotFetched(str(getattr(error, "reason", error))) from error
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != sha256:
        raise NotFetched("sha256")
    return wheel


def build(folder: Path) -> Path:
    """Assemble our own pipeline as a wheel in ``folder``; raises CalledProcessError or FileNotFoundError."""
    made = subprocess.run(  # noqa: S603
        [_uv(), "run", "--quiet", "--python", sys.executable, "--script", str(_BUILDER), str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    return Path(made.stdout.strip().splitlines()[-1])


def unpack(wheel: Path, into: Path) -> None:
    """Install a wheel of pure Python and data, replacing what was there in one move."""
    fresh = into.with_name(into.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(fresh)
    shutil.rmtree(into, ignore_errors=True)
    fresh.rename(into)


def _uv() -> str:
    own = ROOT / ".tools" / "bin" / "uv"
    return os.environ.get("UV") or (str(own) if own.exists() else shutil.which("uv") or "uv")


def main() -> None:
    """Install and say in one line which it became."""
    if there := installed_pipeline():
        return say("spacy_there", name=there.name, version=there.version)
    spacy_folder().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        try:
            wheel, key, reason = fetch(RELEASE, SHA256, Path(name)), "spacy_release", ""
        except NotFetched as error:
            wheel, key, reason = _build_or_stop(Path(name)), "spacy_own", str(error)
        unpack(wheel, spacy_folder())
    installed = installed_pipeline()
    assert installed
    return say(key, name=installed.name, version=installed.version, reason=reason)


def _build_or_stop(folder: Path) -> Path:
    try:
        return build(folder)
    except subprocess.CalledProcessError as error:
        stop("spacy_failed", reason=error.stderr.strip())
    except FileNotFoundError as error:
        stop("spacy_failed", reason=str(error))


if __name__ == "__main__":
    main()
