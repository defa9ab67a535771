"""Node for tests of the widget: the packages that ``package-lock.json`` names."""

import fcntl
import shutil
import subprocess
from pathlib import Path

WIDGET = Path(__file__).parent.parent / "bot" / "widget"


def has_node() -> bool:
    """Whether this machine can build the widget."""
    return shutil.which("npm") is not None


def node_modules() -> Path:
    """Return the folder with the widget's packages, installed when absent; two test processes do not get in each other's way."""
    folder = WIDGET / "node_modules"
    with (WIDGET / "package.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        installed, wanted = folder / ".package-lock.json", WIDGET / "package-lock.json"
        if not installed.exists() or installed.stat().st_mtime < wanted.stat().st_mtime:
            subprocess.run(["npm", "ci", "--no-fund", "--no-audit"], cwd=WIDGET, check=True, capture_output=True)
    return folder
