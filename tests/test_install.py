"""What is installed: pinned by name, version and hash, from nowhere in particular, with every file that the code reads."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["setuptools"]["packages"]
FLOORS = sorted({package.split(".")[0] for package in PACKAGES})
HASHES = r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+"
ENTRY = re.compile(rf"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)?{HASHES}$", re.MULTILINE)


def pinned(lock: str) -> dict[str, str]:
    """The versions of a lock by name, as pip compares names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry["name"].lower().replace("_", "-"): entry["version"] for entry in ENTRY.finditer(text)}


def wanted(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project = PROJECT["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert [word for word in ("://", "file:", "--index", "--extra-index", "--find-links", "--trusted") if word in text] == []


@pytest.mark.parametrize("name", ["Makefile", "pyproject.toml", ".ci/run", ".ci/servers"])
def test_nothing_else_names_an_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"index-url|find-links|pypi\.org|pythonhosted", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_pinned_by_version_and_hash(lock: str) -> None:
    assert ENTRY.sub("", (ROOT / lock).read_text(encoding="utf-8")).strip() == ""


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ("build",)), ("requirements-dev.lock", ("build", "dev"))])
def test_the_locks_answer_what_the_project_asks(lock: str, extras: tuple[str, ...]) -> None:
    versions = pinned(lock)
    asked = {need.name.lower().replace("_", "-").replace(".", "-"): need.specifier for need in wanted(*extras)}
    assert [name for name, need in asked.items() if not need.contains(versions.get(name, "0"))] == []


def test_the_two_locks_agree() -> None:
    everything = pinned("requirements-dev.lock")
    assert {name: version for name, version in pinned("requirements.lock").items() if everything.get(name) != version} == {}


def test_every_package_is_installed() -> None:
    folders = {file.parent.relative_to(ROOT) for floor in FLOORS for file in (ROOT / floor).rglob("*.py")}
    assert {".".join(folder.parts) for folder in folders} == set(PACKAGES)


def test_every_file_the_code_reads_is_installed() -> None:
    kept = [
        f"{package.replace('.', '/')}/{pattern}"
        for package, patterns in PROJECT["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
    ]
    data = [file.relative_to(ROOT) for floor in FLOORS for file in (ROOT / floor).rglob("*.*") if file.is_file()]
    assert [str(file) for file in data if file.suffix not in {".py", ".pyc"} and not any(map(file.match, kept))] == []
