"""The house rules that no type checker holds: floors, sizes, words about the code, what may be imported where."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("guichet", "bot", "mail", "dialogs", "core", "config")
# Where a library may be imported; what is not named may be imported anywhere.
HOMES = {
    "aiogram": "bot",
    "aiosmtplib": "mail",
    "imap_tools": "mail",
    "imaplib": "mail",
    "smtplib": "mail",
    "pydantic": "config",
    "pydantic_settings": "config",
}
VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "service", "services", "misc", "common"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
DOCUMENTED = 0.85
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """Our code, without the migrations (they are history, not to be polished)."""
    return [file for floor in FLOORS for file in sorted((ROOT / floor).rglob("*.py")) if "versions" not in file.parts]


def checks() -> list[Path]:
    """The tests and the benches."""
    return [file for folder in ("tests", "bench") for file in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def at(file: Path, line: int = 1) -> str:
    return f"{file.relative_to(ROOT)}:{line}"


def functions(file: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, Function))


def imported(file: Path) -> Iterator[tuple[str, int]]:
    """The dotted names that a file imports, with their lines."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def public(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The functions, classes and methods that others may call."""
    for node in tree(file).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from (part for part in node.body if isinstance(part, Function) and not part.name.startswith("_"))
        elif isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def modules(*floors: str) -> list[str]:
    """The dotted names of every module of these floors; migrations are run by their own tool."""
    files = (file for floor in floors for file in sorted((ROOT / floor).rglob("*.py")) if "migrations" not in file.parts)
    return [".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files]


def loaded_after(names: list[str], libraries: tuple[str, ...]) -> list[str]:
    """Which of the libraries a fresh Python has loaded once it has imported these modules."""
    code = "import importlib, sys\n" + "".join(f"importlib.import_module({name!r})\n" for name in names)
    code += f"print(*(name for name in {libraries!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_imports_only_go_down() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_two_modules_import_each_other() -> None:
    graph = grimp.build_graph(*FLOORS, cache_dir=None)
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


def test_each_library_is_imported_on_its_own_floor_only() -> None:
    strangers = [
        f"{at(file, line)} {name}"
        for file in sources()
        for name, line in imported(file)
        if file.relative_to(ROOT).parts[0] != HOMES.get(name.split(".")[0], file.relative_to(ROOT).parts[0])
    ]
    assert strangers == []


def test_only_the_bot_pays_for_aiogram() -> None:
    assert loaded_after(modules("core", "mail", "dialogs", "config"), ("aiogram",)) == []


def test_understanding_loads_neither_a_database_nor_a_channel() -> None:
    if find_spec("dialogs.understanding.hear") is None:
        pytest.skip("there is no dialogs.understanding.hear")
    assert loaded_after(["dialogs.understanding.hear"], ("sqlalchemy", "aiogram", "imap_tools")) == []


def test_only_config_reads_the_environment() -> None:
    readers = [
        at(file, node.lineno)
        for file in sources()
        if file.relative_to(ROOT).parts[0] != "config"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "putenv"}
    ]
    assert readers == []


def test_files_are_short() -> None:
    lengths = {at(file): len(file.read_text(encoding="utf-8").splitlines()) for file in sources() + checks()}
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{at(file, node.lineno)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in sources() + checks()
        for node in functions(file)
    }
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_folders_are_at_most_two_deep() -> None:
    assert [at(file) for file in sources() if len(file.relative_to(ROOT).parts) > 3] == []


def test_every_module_says_why_it_exists() -> None:
    assert [at(file) for file in sources() + checks() if file.name != "__init__.py" and not ast.get_docstring(tree(file))] == []


def test_public_functions_say_their_rule() -> None:
    everything = [(file, node) for file in sources() for node in public(file)]
    silent = [f"{at(file, node.lineno)} {node.name}" for file, node in everything if not ast.get_docstring(node)]
    assert len(silent) <= (1 - DOCUMENTED) * len(everything), "\n".join(silent)


def test_names_say_what_a_thing_does() -> None:
    named = [(at(file), file.stem) for file in sources()] + [
        (at(file, node.lineno), node.name)
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, (Function, ast.ClassDef))
    ]
    words = {where: set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")) for where, name in named}
    assert {where: found & VAGUE for where, found in words.items() if found & VAGUE} == {}


def test_nothing_is_put_off_in_a_comment() -> None:
    late = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|pragma: no cover", re.IGNORECASE)
    found = []
    for file in sources() + checks():
        comments = tokenize.generate_tokens(io.StringIO(file.read_text(encoding="utf-8")).readline)
        found += [at(file, word.start[0]) for word in comments if word.type == tokenize.COMMENT and late.search(word.string)]
    assert found == []


def test_the_tests_replace_nothing() -> None:
    doubles = [
        at(file, node.lineno)
        for file in checks()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"setattr", "setitem"} and ast.unparse(node.value) == "monkeypatch"
    ]
    mocks = [at(file, line) for file in checks() for name, line in imported(file) if name.startswith(("unittest.mock", "mock."))]
    assert doubles + mocks == []
