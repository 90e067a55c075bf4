"""The documents say what is there: every setting with its default, links that lead somewhere, examples that work."""

import re
from pathlib import Path

import pytest

from config.setting_table import SETTINGS, environment_names
from config.settings import CONFIG, load_settings
from guichet.commands import COMMANDS
from tests.documents import PARTS, drawn

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
SETTINGS_DOCUMENT = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(GUICHET_\w+)` \| ([^|]+) \|", re.MULTILINE)


def test_every_setting_is_documented_and_nothing_else() -> None:
    assert sorted(name for name, _ in ROW.findall(SETTINGS_DOCUMENT)) == sorted([CONFIG, *(s.variable for s in SETTINGS)])


def test_the_defaults_are_those_of_the_code() -> None:
    documented = dict(ROW.findall(SETTINGS_DOCUMENT))
    defaults = {setting.variable: f"`{setting.default}`" for setting in SETTINGS if setting.default is not None}
    assert {name: documented[name] for name in defaults} == defaults


@pytest.mark.parametrize("name", ["README.md", "docs/settings.md", "CONTRIBUTING.md"])
def test_a_document_names_only_settings_that_exist(name: str) -> None:
    named = set(re.findall(r"\bGUICHET_[A-Z_]*[A-Z]\b", (ROOT / name).read_text(encoding="utf-8")))
    assert named - environment_names().keys() - {CONFIG} == set()


def test_the_settings_file_of_the_documents_works(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", SETTINGS_DOCUMENT, re.DOTALL)
    (tmp_path / "guichet.toml").write_text(example, encoding="utf-8")
    settings = load_settings({}, tmp_path)
    assert (settings.imap_host, settings.smtp_host, settings.imap_port) == ("imap.example.org", "smtp.example.org", 993)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(document: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readme_shows_only_targets_that_make_has() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        target for file in DOCUMENTS
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }  # fmt: skip
    assert named - targets == set()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part[1])
def test_what_is_drawn_from_the_code_is_up_to_date(part: tuple[str, str]) -> None:
    document = (ROOT / part[0]).read_text(encoding="utf-8")
    assert f"<!-- {part[1]} -->" in document
    assert drawn(document, part[1], PARTS[part]()) == document, "run: python -m tests.documents"


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `guichet (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [command.name for command in COMMANDS]
