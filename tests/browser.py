"""Finds Chromium, or installs it: ``python -m tests.browser --install``. Tests that need it are marked ``browser``."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",  # containers give 64 MB of it
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=30_000)  # a slow machine is not a fault of the page


def find_chromium() -> str | None:
    """Return the path of Chromium: PLAYWRIGHT_CHROMIUM, one on the PATH, or the one that Playwright keeps; None without."""
    given = os.environ.get("PLAYWRIGHT_CHROMIUM")
    if given and Path(given).is_file():
        return given
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _of_playwright()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium for the length of the block; raises RuntimeError when there is none."""
    path = find_chromium()
    if path is None:
        raise RuntimeError("no Chromium: run `make browser`, or set PLAYWRIGHT_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def install() -> str | None:
    """Install Chromium with the system's packages, or with Playwright; return its path, or None when neither works."""
    apt = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
    if shutil.which("apt-get") and os.geteuid() == 0:
        _ran(["apt-get", "update"])
        _ran(apt)
    if find_chromium() is None:
        _ran([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_chromium()


def _of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _ran(command: list[str]) -> bool:
    print(" ".join(command), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment).returncode == 0


def main() -> int:
    """Print where Chromium is; with --install make sure there is one. In CI its absence is an error."""
    path = find_chromium()
    if path is None and "--install" in sys.argv:
        path = install()
    if path:
        print(f"Chromium: {path}")
        return 0
    print("No Chromium. These tests do not run: everything marked `browser` (pytest --collect-only -q -m browser).", file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
