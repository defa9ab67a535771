"""The command line as an operator types it."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.nudges.sending.heartbeat import Heartbeats
from bot.store.database.engine import make_engine
from bot.store.database.sealing import Sealer
from bot.store.work import Store
from tests.e2e.product import command

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with its content."""
    home = tmp_path_factory.mktemp("state") / "new"
    done = command(home, "seed")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Klaar: ")
    return home


def test_seeding_again_adds_nothing(home: Path) -> None:
    assert command(home, "seed").stdout == command(home, "seed").stdout


def test_a_csv_is_taken_in_and_bad_rows_are_named(home: Path, tmp_path: Path) -> None:
    good = (ROOT / "tests/samples/catalogue.csv").read_text("utf-8").splitlines()[:2]
    (tmp_path / "aanbod.csv").write_text("\n".join([*good, "stuk;onbekende-soort" + ";" * 20]), "utf-8")
    done = command(home, "import", "csv", str(tmp_path / "aanbod.csv"))
    assert done.returncode == 0, done.stderr
    assert "Opgenomen: 1. Geweigerd: 1." in done.stdout
    assert "regel 3" in done.stdout


def test_columns_are_remembered_and_added_to(home: Path, tmp_path: Path) -> None:
    (tmp_path / "aanbod.csv").write_text("Aanbod 2027\nNr;Naam;Waar\n1;Lassen;Buurthuis, Almere\n", "utf-8")
    told = command(home, "import", "csv", str(tmp_path / "aanbod.csv"), "--name", "buurt", "--column", "Nr=id", "--column", "Naam=titel")
    assert "Geweigerd: 1." in told.stdout
    again = command(home, "import", "csv", "buurt", "--column", "Waar=plaats", "--fixed", "waar=locatie", "--fixed", "soort=cursus")
    assert "Opgenomen: 1. Geweigerd: 0." in again.stdout


def test_a_source_is_removed_when_a_person_says_so_twice(home: Path, tmp_path: Path) -> None:
    (tmp_path / "weg.csv").write_text((ROOT / "tests/samples/catalogue.csv").read_text("utf-8"), "utf-8")
    assert command(home, "import", "csv", str(tmp_path / "weg.csv")).returncode == 0
    asked = command(home, "catalogue", "remove", "weg")
    assert (asked.returncode, "Zeker weten?" in asked.stderr) == (1, True)
    assert "De bron weg is weg" in command(home, "catalogue", "remove", "weg", "--confirm").stdout


def test_a_source_is_imported_and_shown_with_what_it_refused(home: Path, tmp_path: Path) -> None:
    good = {"courseId": "1", "name": "Lassen", "modeOfDelivery": ["online"]}
    (tmp_path / "feed.json").write_text(json.dumps([good, {**good, "name": None}]), "utf-8")
    done = command(home, "import", "ooapi", str(tmp_path / "feed.json"), "--name", "school")
    assert done.returncode == 0, done.stderr
    assert "Opgenomen: 1. Geweigerd: 1." in done.stdout
    assert "school" in command(home, "catalogue", "sources").stdout
    assert "gezien op" in command(home, "catalogue", "show", "school/1").stdout
    assert "De kolom titel is leeg." in command(home, "catalogue", "refused", "school").stdout


def test_a_replay_is_tables_and_a_drawing_in_a_file(home: Path, tmp_path: Path) -> None:
    done = command(home, "nudge", "simulate", "--people", "3", "--days", "30", "--svg", str(tmp_path / "maand.svg"))
    assert done.returncode == 0, done.stderr
    assert "3 verzonnen mensen" in done.stdout
    assert {"Wie er wat kreeg", "Wanneer het kwam"} <= {line.strip() for line in done.stdout.splitlines()}
    assert (tmp_path / "maand.svg").read_text("utf-8").startswith("<svg xmlns=")


def test_one_person_of_a_replay_is_followed_from_nudge_to_nudge(home: Path) -> None:
    done = command(home, "nudge", "simulate", "--person", "2", "--days", "90")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Persoon 2, die niet bestaat: drukt ")
    assert re.search(r"\d\d-\d\d-\d{4} .* gestuurd", done.stdout)


def test_a_replay_says_how_many_scripts_it_leaves_out_and_shows_all_that_are_asked_for(home: Path) -> None:
    done, everything = (command(home, "nudge", "simulate", "--people", "20", "--days", "60", *more) for more in ((), ("--all",)))
    left_out = re.search(r"En nog (\d+)\. Met --all", done.stdout)
    assert left_out
    assert "--all" not in everything.stdout
    assert len(everything.stdout.splitlines()) >= len(done.stdout.splitlines()) + int(left_out[1]) - 1


@pytest.mark.parametrize(
    ("arguments", "environment", "part"),
    [
        (("import", "csv", "/nergens.csv"), {}, "niet te lezen"),
        (("import", "csv", str(ROOT / "tests/samples/catalogue.csv"), "--name", "../evil"), {}, "../evil"),
        (("catalogue", "remove", "nergens"), {}, "geen bron met de naam nergens"),
        (("nudge", "send-now", "--to", "telegram"), {}, "kanaal:nummer"),
        (("nudge", "send-now", "--to", "telegram:1"), {}, "nog niemand"),
        (("nudge", "experiment", "--on", "elders"), {}, "geen organisatie met de naam elders"),
        (("nudge", "simulate", "--people", "1", "--days", "7", "--svg", "/nergens/maand.svg"), {}, "niet schrijven"),
        (("run",), {"PORT": "acht"}, "PORT"),
        (("run",), {}, "make train"),
        (("web",), {"TELEGRAM_TOKEN": "1:a", "TELEGRAM_MODE": "webhook"}, "TELEGRAM_WEBHOOK_SECRET"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(home: Path, arguments: tuple[str, ...], environment: dict[str, str], part: str) -> None:
    done = command(home, *arguments, **environment)
    assert done.returncode == 2
    assert part in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_what_people_missed_is_told_about_many_people_only(home: Path) -> None:
    assert "niets te tonen" in command(home, "catalogue", "missing").stdout


def test_schemes_that_nobody_checked_are_named(home: Path) -> None:
    done = command(home, "catalogue", "check")
    assert done.returncode == 0, done.stderr
    assert "regelingen zijn nooit nagekeken" in done.stdout
    assert "levenlanglerenkrediet" in done.stdout
    assert "stap" not in done.stdout.split("regelingen")[1]


def test_an_organisation_takes_part_in_the_experiment_and_stops(home: Path) -> None:
    done = command(home, "nudge", "experiment", "--on", "demo")
    assert done.returncode == 0, done.stderr
    assert "ja" in next(line for line in done.stdout.splitlines() if "demo" in line)
    assert done.stdout.count("Oordeel: Nog te weinig om iets te zeggen.") == 2
    assert "Met de aantallen die nodig zijn, is een verschil vanaf +3,0 procentpunt te zien." in done.stdout
    stopped = command(home, "nudge", "experiment", "--off", "demo").stdout
    assert "nee" in next(line for line in stopped.splitlines() if "demo" in line)


def test_a_new_password_can_be_made(home: Path) -> None:
    done = command(home, "password")
    assert done.returncode == 0, done.stderr
    assert "Nieuw wachtwoord voor beheer: " in done.stdout


def test_a_scheduler_that_never_ran_is_not_healthy(home: Path) -> None:
    assert command(home, "healthy", "scheduler").returncode == 1


def test_a_scheduler_is_healthy_by_its_own_life_only(home: Path) -> None:
    store = Store(make_engine(f"sqlite:///{home / 'duwtje.db'}"), Sealer("not needed here"))
    # However long a command takes on a busy machine, this sign of life is fresh.
    Heartbeats(store.work, lambda: system_clock() + timedelta(hours=1), "two").beat("scheduler")
    assert command(home, "healthy", "scheduler").returncode == 1
    assert command(home, "healthy", "scheduler", SCHEDULER_NAME="two").returncode == 0


def test_before_anything_was_loaded_nudge_commands_say_what_to_do(tmp_path: Path) -> None:
    done = command(tmp_path / "fresh", "nudge", "simulate", "--people", "1", "--days", "7")
    assert (done.returncode, done.stdout) == (2, "")
    assert "python -m bot seed" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert command(tmp_path / "fresh", "nudge", "off").returncode == 0


def test_the_shell_works_before_anything_was_started(tmp_path: Path) -> None:
    done = command(tmp_path / "new", "shell")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
