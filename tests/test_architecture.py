"""The walls of the house: which part may import which. docs/architecture.md draws the same arrows."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OWN = ("bot", "actions", "scheduler", "engine")
KERNEL = {
    "bot.settings",
    "bot.errors",
    "bot.clock",
    "bot.messages",
    "bot.conversation",
    "bot.log",
    "bot.secrets",
    "bot.registers",
    "bot.turns",
    "bot.metrics",
    "bot.anonymity",
    "bot.backoff",
    "bot.workday",
    "bot.garbage",
    "bot.values",
}
CORE_ARROWS = {
    "bot.learners": set(),
    "bot.language": set(),
    "bot.admins": set(),
    "bot.catalogue": {"bot.learners", "bot.language"},
    "bot.nudges": {"bot.catalogue", "bot.learners", "bot.language"},
}
ADAPTERS = {"bot.store", "bot.channels", "bot.dialogue"}
ONLY_IN = {
    "rasa": ("engine/",),
    "rasa_sdk": ("actions/",),
    "telegram": ("bot/gateway/", "bot/channels/telegram.py"),
    "apscheduler": ("scheduler/",),
    "sqlalchemy": ("bot/store/", "engine/"),  # Rasa has a database and an SQLAlchemy of its own
    "alembic": ("bot/store/",),
    "starlette": ("bot/web/",),
    "socketio": ("bot/web/",),
}


def python_files() -> list[Path]:
    return [path for top in OWN for path in sorted((ROOT / top).rglob("*.py")) if not {".venv", "node_modules"} & set(path.parts)]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative imports hide where things come from"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = {module_name(path): path for path in python_files()}
FOLDERS = {module_name(path.parent / "__init__.py") for path in MODULES.values()}


def own_imports(name: str) -> set[str]:
    return {target for target in imports(MODULES[name]) if target in MODULES} - {name}


def part_of(module: str) -> str:
    """The second level below bot, or the top folder: the unit between which arrows are drawn."""
    return ".".join(module.split(".")[:2]) if module.startswith("bot.") else module.split(".")[0]


def folder_of(module: str) -> str:
    """The folder that a module stands in."""
    return module if module in FOLDERS else module.rpartition(".")[0]


def parts_used_by(part: str) -> dict[str, set[str]]:
    used: dict[str, set[str]] = defaultdict(set)
    for name in MODULES:
        if part_of(name) == part:
            for target in own_imports(name):
                if part_of(target) != part and part_of(target) != "bot":
                    used[part_of(target)].add(name)
    return used


@pytest.mark.parametrize("part", sorted(KERNEL))
def test_the_kernel_imports_only_the_kernel(part: str) -> None:
    assert set(parts_used_by(part)) <= KERNEL


@pytest.mark.parametrize("part", sorted(CORE_ARROWS))
def test_the_core_imports_the_kernel_and_follows_its_arrows(part: str) -> None:
    assert set(parts_used_by(part)) <= KERNEL | CORE_ARROWS[part]


@pytest.mark.parametrize("part", sorted(ADAPTERS))
def test_an_adapter_imports_kernel_and_core_but_no_other_adapter_and_no_door(part: str) -> None:
    assert set(parts_used_by(part)) <= KERNEL | set(CORE_ARROWS)


@pytest.mark.parametrize("part", ["actions", "scheduler", "bot.gateway", "bot.web", "bot.commands", "bot.run"])
def test_a_door_names_no_adapter(part: str) -> None:
    assert not set(parts_used_by(part)) & (ADAPTERS - {"bot.dialogue"})


def test_nothing_imports_actions_or_scheduler() -> None:
    users = {name for name in MODULES for target in own_imports(name) if part_of(target) in {"actions", "scheduler"}}
    assert {part_of(name) for name in users} <= {"actions", "scheduler"}


def test_the_engine_and_the_product_share_no_code() -> None:
    crossings = [
        (name, target) for name in MODULES for target in own_imports(name) if (part_of(name) == "engine") != (part_of(target) == "engine")
    ]
    assert crossings == []


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_stays_where_it_belongs(library: str) -> None:
    users = [
        path.relative_to(ROOT).as_posix() for path in MODULES.values() if any(target.split(".")[0] == library for target in imports(path))
    ]
    assert [user for user in users if not user.startswith(ONLY_IN[library])] == []


def test_imports_never_go_round() -> None:
    TopologicalSorter({name: own_imports(name) for name in MODULES}).prepare()


def test_no_parts_import_each_other_in_a_ring() -> None:
    parts = {part_of(name) for name in MODULES} - {"bot"}
    TopologicalSorter({part: parts & set(parts_used_by(part)) for part in parts}).prepare()


def test_no_folders_of_a_part_import_each_other_in_a_ring() -> None:
    """The folder of a part itself holds what its folders share and what puts them together, and does not count."""
    used: dict[str, set[str]] = defaultdict(set)
    for name in MODULES:
        used[folder_of(name)] |= {folder_of(target) for target in own_imports(name)} - {folder_of(name)}
    within = {folder for folder in used if part_of(folder) != folder}
    TopologicalSorter({folder: used[folder] & within for folder in within}).prepare()


def test_migrations_are_one_line_without_gaps_or_doubles() -> None:
    texts = {path.name[:4]: path.read_text("utf-8") for path in sorted((ROOT / "bot/store/migrations/versions").glob("0*.py"))}
    numbers = [path.name[:4] for path in sorted((ROOT / "bot/store/migrations/versions").glob("0*.py"))]
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]
    for number, before in zip(numbers[1:], numbers, strict=False):
        assert f'\nrevision = "{number}"\ndown_revision = "{before}"\n' in texts[number], number
