"""Documents are code: links resolve, commands exist, and words are explained."""

import ast
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
MAKE = re.compile(r"`make ([a-z-]+)|^make ([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"python -m bot ([^`\n|]+)")
SPOKEN_OF = "this workplace|helper|session \\d|/work/|registry host|pypi\\.org|npmjs"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = [target for target in LINK.findall(document.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_verb_that_is_named_exists(document: Path) -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {first or second for first, second in MAKE.findall(document.read_text("utf-8"))} <= verbs


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_command_that_is_named_exists_with_its_options(document: Path) -> None:
    for line in COMMAND.findall(document.read_text("utf-8")):
        command, words = get_command(app), shlex.split(line, comments=True)
        while words and hasattr(command, "commands"):
            command = command.commands[words.pop(0)]
        assert {word for word in words if word.startswith("--")} <= {option for one in command.params for option in one.opts}, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_the_project_speaks_of_itself_alone(document: Path) -> None:
    assert re.search(SPOKEN_OF, document.read_text("utf-8")) is None


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


def test_the_makefile_has_at_most_twenty_verbs_and_each_explains_itself() -> None:
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    phony = next(line for line in lines if line.startswith(".PHONY")).split()[1:]
    explained = [line.split(":")[0] for line in lines if re.match(r"^[a-z-]+:.*## ", line)]
    assert sorted(phony) == sorted(explained)
    assert len(phony) <= 20


def test_every_setting_says_what_it_means() -> None:
    assert [key for key, field in Settings.model_fields.items() if not field.description] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def dependencies() -> list[str]:
    """Every package that either environment asks for."""
    product, engine = (tomllib.loads((ROOT / folder / "pyproject.toml").read_text("utf-8")) for folder in (".", "engine"))
    wanted = [
        *product["project"]["dependencies"],
        *product["dependency-groups"]["dev"],
        *engine["project"]["dependencies"],
        *engine["dependency-groups"]["compare"],
    ]
    return [re.split(r"[\[<>=~! ]", each)[0] for each in wanted]


@pytest.mark.parametrize("dependency", dependencies())
def test_every_dependency_has_its_reason(dependency: str) -> None:
    assert dependency in (ROOT / "docs/decisions/0002-dependencies.md").read_text("utf-8")


def explained_words() -> str:
    rows = [line.split("|")[2] for line in (ROOT / "docs/woordenlijst.md").read_text("utf-8").splitlines() if line.count("|") >= 4]
    return " ".join(rows).lower()


def concepts() -> list[str]:
    """The public classes of the core's models, as words."""
    found = []
    for path in sorted(ROOT.glob("bot/*/models.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.append(re.sub(r"(?<!^)(?=[A-Z])", " ", node.name).lower())
    return found


@pytest.mark.parametrize("concept", concepts())
def test_the_glossary_explains_every_concept_of_the_core(concept: str) -> None:
    assert concept in explained_words()
