"""The commands as people and programs type them: bad input gets a clear answer and the right status, never a traceback."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.guichet.running import TRACEBACK, command

ROOT = Path(__file__).parents[2]
NOW = "2026-11-24T10:00:00+04:00"
OFFER = "Garage Alizé à Saint-Pierre : 2 élèves en CAP carrossier, du 1er au 19 février 2027. Dany Payet, 0692 60 47 12"
REFERENCE = "OF-2026-00001"


def guichet(folder: Path, *arguments: str, given: bytes = b"", status: int = 0, **environ: str) -> list[str]:
    """The lines of a command's answer: standard output, or standard error when it failed."""
    settings = {"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'guichet.db'}"} | environ
    done = command(*arguments, environ=settings, folder=folder, given=given)
    said = done.stderr.decode()
    assert TRACEBACK not in said, said
    assert done.returncode == status, said
    return (done.stdout or done.stderr).decode().splitlines()


def chat(folder: Path, *turns: object) -> list[dict[str, Any]]:
    """Talk as a program does: each turn an object, or the raw bytes of a line."""
    lines = [turn if isinstance(turn, bytes) else json.dumps(turn).encode() for turn in turns]
    said = guichet(folder, "chat", "--json", "--now", NOW, given=b"\n".join(lines) + b"\n")
    answers = [json.loads(line) for line in said]
    assert len(answers) == len(turns)
    return answers


def test_understand_answers_a_bad_line_with_a_line(tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "channel": "telegram", "received": NOW, "text": OFFER}).encode()
    bad = [b"no JSON", b"", b"[1]", b'{"id": "b"}', b"\xff\xfe\x00", b"[" * 100_000, b'{"id": "c", "received": "x", "text": ""}']
    said = [json.loads(line) for line in guichet(tmp_path, "understand", given=b"\n".join([*bad, good]) + b"\n", status=1)]
    assert [bool(answer.get("error")) for answer in said] == [True] * len(bad) + [False]
    assert [answer["id"] for answer in said[-2:]] == ["c", "a"]


def test_understand_keeps_half_a_character_from_ending_it(tmp_path: Path) -> None:
    lines = f'{{"id": "\\ud800", "received": "{NOW}", "text": "bonjour \\udfff"}}\n'.encode()
    [said] = guichet(tmp_path, "understand", given=lines)
    assert json.loads(said)["intent"]


def test_a_turn_that_is_none_is_told_so_and_the_talk_goes_on(tmp_path: Path) -> None:
    bad = [b"no JSON", b"", b"{}", b"[]", b'{"text": 3}', b'{"text": "a", "press": 5}', b"\xff\x00", b"[" * 100_000]
    *refused, answered = chat(tmp_path, *bad, {"text": OFFER})
    assert all(one["messages"][0]["text"].startswith("Je n’ai pas pu lire cette ligne") for one in refused)
    assert answered["asking"] == "confirm"


def test_the_strangest_texts_get_an_answer(tmp_path: Path) -> None:
    turns = [
        {"text": "é" * 100_000},
        {"text": "🙂🎉"},
        {"text": "\ud800"},
        {"text": "a\0b"},
        {"text": ""},
        {"press": "zz:unknown"},
    ]
    said = chat(tmp_path, *turns, {"text": OFFER}, {"press": "Oui"})
    assert all(answer["messages"] for answer in said)
    assert said[-1]["filed"] == [REFERENCE]


def test_the_pool_is_listed_in_its_form(tmp_path: Path) -> None:
    chat(tmp_path, {"text": OFFER}, {"text": "oui"})
    [line] = guichet(tmp_path, "offers", "--json")
    offer = json.loads(line)
    wanted = {
        "reference",
        "status",
        "pole",
        "coordinator",
        "channel",
        "filed_at",
        "seats_left",
        "seats_held",
        "organisation",
        "contact",
    }
    assert (
        wanted | {"accessible", "kind", "levels", "programmes", "fields", "seats", "periods", "weeks", "flexible", "place"}
        <= offer.keys()
    )
    assert (offer["reference"], offer["status"], offer["seats_left"]) == (REFERENCE, "to_check", 2)
    assert REFERENCE in guichet(tmp_path, "offers", "--pole", "sud")[0]
    assert guichet(tmp_path, "offers", "--pole", "pole-nord") == ["Aucune offre."]


@pytest.mark.parametrize("form", ["text", "html", "eml"])
def test_a_digest_is_shown_and_not_sent(tmp_path: Path, form: str) -> None:
    assert guichet(tmp_path, "digest", "c-sud", "--format", form, "--date", "2026-11-24")


def test_what_is_due_at_a_given_moment_is_done_once(tmp_path: Path) -> None:
    chat(tmp_path, {"text": OFFER}, {"text": "oui"})
    assert guichet(tmp_path, "tick", "--now", "2026-11-25T08:00:00+04:00") == ["1 done"]
    assert guichet(tmp_path, "tick", "--now", "2026-11-25T08:00:00+04:00") == ["0 done"]


def test_a_letter_of_any_bytes_is_read(tmp_path: Path) -> None:
    for name, content in {
        "empty": b"",
        "binary": bytes(range(256)) * 40,
        "long": b"From: a@b.example\n\n" + b"x" * 3_000_000,
    }.items():
        (tmp_path / name).write_bytes(content)
        [line] = guichet(tmp_path, "mail", "read", name)
        assert json.loads(line)["verdict"] in {"message", "refused"}


def test_doctor_is_well_when_nothing_is_configured(tmp_path: Path) -> None:
    assert all(line.startswith("  bien") for line in guichet(tmp_path, "doctor"))


def test_the_database_is_brought_to_todays_form_once(tmp_path: Path) -> None:
    assert guichet(tmp_path, "db", "upgrade") == ["the database was brought to today's form"]
    assert guichet(tmp_path, "db", "upgrade") == ["the database has today's form already"]


def test_nothing_is_parked_in_a_new_house(tmp_path: Path) -> None:
    assert guichet(tmp_path, "parked") == ["Aucun message mis de côté."]
    assert guichet(tmp_path, "parked", "--retry", "5", status=1) == ["no parked message 5"]


WRONG = """zut
db
mail
mail read missing.eml
tick --now tomorrow
chat --now 2026-11-24
offers --from 2027-99-01
offers --from 2027-05-01 --to 2027-01-01
offers --pole zut
offers --status zut
digest nobody
parked --retry 99999999999999999999"""


@pytest.mark.parametrize("line", WRONG.splitlines())
def test_a_command_that_is_typed_wrong_is_one_line_and_status_2(tmp_path: Path, line: str) -> None:
    [said] = guichet(tmp_path, *line.split(), status=2)
    assert said.startswith("guichet")


def test_no_command_at_all_is_answered_with_all_of_them(tmp_path: Path) -> None:
    assert "offers" in "".join(guichet(tmp_path, status=2))


@pytest.mark.parametrize("name", ["GUICHET_TELEGRM_TOKEN", "GUICHET_"])
def test_an_unknown_setting_is_one_line(tmp_path: Path, name: str) -> None:
    [line] = guichet(tmp_path, "offers", status=2, **{name: "x"})
    assert line.startswith(f"guichet: {name}: unknown setting")


NO_DATABASES = ["sqlite:////nonexistent/g.db", "sqlite:///notes.txt", "postgresql+psycopg://127.0.0.1:1/g", "mysql://x"]


@pytest.mark.parametrize("url", NO_DATABASES)
def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path, url: str) -> None:
    (tmp_path / "notes.txt").write_text("no database\n" * 100)
    [said] = guichet(tmp_path, "db", "upgrade", status=2, GUICHET_DATABASE_URL=url)
    assert said.startswith("guichet: GUICHET_DATABASE_URL: ")


def test_a_bassin_without_a_pole_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    shutil.copytree(ROOT / "config/territories/reunion", folder)
    lines = (folder / "communes.csv").read_text(encoding="utf-8").splitlines()
    (folder / "communes.csv").write_text(
        "\n".join([*lines[:2], lines[2].replace(",est,", ",nowhere,"), *lines[3:]]), encoding="utf-8"
    )
    said = guichet(tmp_path, "offers", status=2, GUICHET_TERRITORY=str(folder))
    assert said[0] == "guichet: communes.csv:3: no pôle covers the bassin « nowhere »"
    assert all(re.match(r"\w+\.csv:\d+: .", line) for line in said[1:])  # the schools of that commune
