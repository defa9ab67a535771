"""A real process that is killed in the middle of an import."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.e2e.product import command

ROOT = Path(__file__).parents[2]
MANY = 450
PROGRAM = """
import sys, time
from bot.bootstrap import migrate_store, services
from bot.catalogue.sources import Format, Source

def stand_still(going):
    print(going.added, flush=True)
    time.sleep(600)

migrate_store()
services().sources.save(Source("school", Format.OOAPI5, sys.argv[1]))
services().source_imports.run("school", progress=stand_still)
"""


def test_an_import_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    name = [{"language": "nl", "value": "Lassen"}]
    feed.write_text(json.dumps([{"courseId": f"c{n}", "name": name, "modeOfDelivery": ["online"]} for n in range(MANY)]), "utf-8")
    home = tmp_path / "home"
    environment = {**os.environ, "DUWTJE_HOME": str(home), "DATABASE_URL": ""}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(feed)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "200\n"
        killed.send_signal(signal.SIGKILL)
    done = command(home, "import", "ooapi", "school")
    assert done.returncode == 0, done.stderr
    assert f"{MANY} nieuw, 0 veranderd, 0 hetzelfde, 0 verwijderd" in done.stdout, "the first 200 are not done again"
    assert f"Opgenomen: {MANY}. Geweigerd: 0." in done.stdout
