"""The committed bundle is what its sources give, so that nobody needs Node to run Duwtje."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.node_tools import WIDGET, has_node, node_modules

STATIC = WIDGET.parent / "web" / "static"
BUILT = ("widget.js", "widget.licences.txt")


def test_the_bundle_was_built_from_these_very_sources() -> None:
    digest = hashlib.sha256()
    names = [f"src/{path.name}" for path in sorted((WIDGET / "src").iterdir())] + ["build.mjs", "package-lock.json"]
    for name in names:
        digest.update(f"{name}\n".encode() + (WIDGET / name).read_bytes())
    named = re.search(r"Sources: ([0-9a-f]{64})", (STATIC / "widget.js").read_text("utf-8"))
    assert named
    assert named[1] == digest.hexdigest(), "run `make widget` and commit the result"


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    if not has_node():
        # Without Node nothing can be rebuilt; the test above still compares the sources.
        assert "CI" not in os.environ, "CI needs Node to rebuild the widget"
        return
    copy = tmp_path / "bot" / "widget"
    (tmp_path / "bot" / "web" / "static").mkdir(parents=True)
    shutil.copytree(WIDGET, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "node_modules").symlink_to(node_modules())
    subprocess.run(["npm", "run", "--silent", "check"], cwd=copy, check=True)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=copy, check=True)
    for name in BUILT:
        assert (tmp_path / "bot" / "web" / "static" / name).read_bytes() == (STATIC / name).read_bytes()


def test_the_bundle_makes_no_markup_and_runs_no_text() -> None:
    bundle = (STATIC / "widget.js").read_text("utf-8")
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "document.cookie"):
        assert forbidden not in bundle


def test_the_licences_of_others_are_shipped() -> None:
    licences = (STATIC / "widget.licences.txt").read_text("utf-8")
    assert licences.count("Permission is hereby granted") == 5
