"""Installing, training and serving: when they act, when they refuse, and what they say."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from bot.secrets import load_or_make
from tests.engine.conftest import ROOT, Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


def wheel(folder: Path, name: str, version: str) -> Path:
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "")
        archive.writestr(f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_published_pipeline_is_taken_when_its_hash_is_right(run_in_engine: Run, tmp_path: Path) -> None:
    release = wheel(tmp_path, "nl_core_news_sm", "3.8.0")
    installed = run_in_engine(
        f"""
import install_spacy_model as install, state
install.RELEASE, install.SHA256 = {release.as_uri()!r}, {sha256(release)!r}
install.main()
result = state.installed_pipeline().name
"""
    )
    assert installed == "nl_core_news_sm"


@pytest.mark.parametrize(("digest", "reason"), [("0" * 64, "sha256"), (None, "No such file")])
def test_our_own_is_made_when_it_cannot_be_had_or_is_not_what_was_pinned(
    run_in_engine: Run, tmp_path: Path, digest: str | None, reason: str
) -> None:
    own, release = wheel(tmp_path, "nl_duwtje", "1.0.0"), wheel(tmp_path, "nl_core_news_sm", "3.8.0")
    address = release.as_uri() if digest else (tmp_path / "gone.whl").as_uri()
    name, said = run_in_engine(
        f"""
from pathlib import Path
import install_spacy_model as install, state
said = []
install.say = lambda key, **values: said.append([key, values["reason"]])
install.build = lambda folder: Path({str(own)!r})
install.RELEASE, install.SHA256 = {address!r}, {digest or "0" * 64!r}
install.main()
result = [state.installed_pipeline().name, said]
"""
    )
    assert name == "nl_duwtje"
    assert said[0][0] == "spacy_own"
    assert reason in said[0][1]


def test_what_is_installed_stays(run_in_engine: Run, tmp_path: Path) -> None:
    own = wheel(tmp_path, "nl_duwtje", "1.0.0")
    said = run_in_engine(
        f"""
from pathlib import Path
import install_spacy_model as install, state
state.home().mkdir()
install.unpack(Path({str(own)!r}), state.spacy_folder())
said = []
install.say = lambda key, **values: said.append(key)
install.fetch = lambda *_: 1 / 0
install.main()
result = said
"""
    )
    assert said == ["spacy_there"]


def test_the_fingerprint_follows_whatever_a_model_is_made_from(run_in_engine: Run, tmp_path: Path) -> None:
    def print_of(**pipeline: str) -> str:
        given = {"name": "nl_duwtje", "version": "1.0.0", **pipeline}
        return run_in_engine(
            f"import train, pathlib\nresult = train.fingerprint(train.Pipeline(**{given}), pathlib.Path({str(tmp_path)!r}))"
        )

    sources = ("data/dialogues/hoi.yml", "domain.yml", "config.yml", "engine/uv.lock", "engine/components/counting.py", "data/places.csv")
    for name in sources:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a")
    (tmp_path / "data" / "notes.txt").write_text("a")
    before = print_of()
    assert print_of() == before
    (tmp_path / "data" / "notes.txt").write_text("b")
    assert print_of() == before
    assert print_of(version="1.0.1") != before
    (tmp_path / "data" / "dialogues" / "hoi.yml").write_text("b")
    assert print_of() != before


_SERVE = """
import serve, state
state.models_folder().mkdir(parents=True)
(state.models_folder() / "m.tar.gz").write_bytes(b"")
state.write_trained(state.Trained("m.tar.gz", "f", "nl_duwtje", "1.0.0"))
try:
    result = str(serve.checked().path)
except SystemExit as refusal:
    result = refusal.code
"""


def installed(tmp_path: Path, name: str, version: str) -> None:
    folder = tmp_path / "home" / "spacy"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(wheel(tmp_path, name, version)) as archive:
        archive.extractall(folder)


def test_it_serves_with_the_pipeline_it_was_trained_with(run_in_engine: Run, tmp_path: Path) -> None:
    installed(tmp_path, "nl_duwtje", "1.0.0")
    assert run_in_engine(_SERVE).endswith("models/m.tar.gz")


@pytest.mark.parametrize(
    ("name", "version", "environment"),
    [
        ("nl_core_news_sm", "3.8.0", {}),
        ("nl_duwtje", "1.0.1", {}),
        ("nl_duwtje", "1.0.0", {"NL_SPACY_MODEL": "nl_core_news_sm"}),
    ],
)
def test_it_refuses_another_pipeline_in_one_line(
    run_in_engine: Run, tmp_path: Path, name: str, version: str, environment: dict[str, str]
) -> None:
    installed(tmp_path, name, version)
    refusal = run_in_engine(_SERVE, **environment)
    assert "make train" in refusal
    assert "\n" not in refusal


def test_it_refuses_without_a_model(run_in_engine: Run) -> None:
    refusal = run_in_engine("import serve\ntry:\n    serve.checked()\nexcept SystemExit as refusal:\n    result = refusal.code")
    assert "make train" in refusal


def test_conversations_are_sealed_with_the_secret_of_the_product(
    run_in_engine: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DUWTJE_SECRET", raising=False)
    code = "import serve\ntry:\n    result = serve.sealing_secret()\nexcept SystemExit as refusal:\n    result = refusal.code"
    refusal = run_in_engine(code)
    assert "DUWTJE_SECRET" in refusal
    assert "\n" not in refusal
    made = load_or_make(None, tmp_path / "home", "secret")
    assert run_in_engine(code) == made
    assert run_in_engine(code, DUWTJE_SECRET="") == made
    assert run_in_engine(code, DUWTJE_SECRET="given") == "given"


def test_rasa_listens_on_loopback_and_its_interface_is_closed_without_a_token(run_in_engine: Run) -> None:
    code = "import serve, state\nresult = serve.options(state.Trained('m.tar.gz', 'f', 'n', 'v'))"
    closed = run_in_engine(code, RASA_TOKEN="")
    assert (closed["interface"], closed["enable_api"], closed["auth_token"]) == ("127.0.0.1", False, None)
    opened = run_in_engine(code, RASA_TOKEN="t", RASA_PORT="1234")
    assert (opened["enable_api"], opened["auth_token"], opened["port"]) == (True, "t", 1234)


def test_rasa_has_every_option_that_it_is_given(run_in_engine: Run) -> None:
    code = """
import inspect, serve, state
from rasa.core.run import serve_application
given = {name: None for name in serve.options(state.Trained("m.tar.gz", "f", "n", "v"))} | {"model_path": None}
del given["model"]
result = sorted(inspect.signature(serve_application).bind(**given).arguments)
"""
    assert "auth_token" in run_in_engine(code)


def test_every_text_that_is_said_exists() -> None:
    import re

    import yaml

    texts = yaml.safe_load((ROOT / "engine" / "texts.yml").read_text("utf-8"))
    named = {
        key
        for path in (ROOT / "engine").glob("*.py")
        for key in re.findall(r'"((?:spacy|train|serve)_[a-z]+)"', path.read_text("utf-8"))
        if not key.endswith("_model")
    }
    assert named == set(texts)


def test_what_people_typed_is_not_in_the_log_when_an_action_fails(run_in_engine: Run) -> None:
    log = run_in_engine(
        """
import io, logging, launch, state
launch.prepare(state.Pipeline("nl_duwtje", "1.0.0"))
told = io.StringIO()
logging.basicConfig(stream=told, force=True)
try:
    raise ValueError("my boss is called Henk")
except ValueError:
    logging.getLogger("rasa.core.processor").exception("an action failed")
result = told.getvalue()
"""
    )
    assert "an action failed" in log
    assert "Henk" not in log
