"""SIGKILL while two thousand letters are drained: each is on record once, and each ends in the folder for handled ones."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.mail.boxes import Box
from tests.mail.builders import a_letter
from tests.mail.system_servers import DovecotStack

pytestmark = pytest.mark.kill
LETTERS, SEED = 2000, 974


def test_a_drain_that_is_killed_again_and_again_loses_nothing(tmp_path: Path) -> None:
    chance, kills = random.Random(SEED), 0
    with DovecotStack() as server:
        box = Box(server, tmp_path)
        with box.person() as other:
            for number in range(LETTERS):
                other.append(a_letter(f"lettre {number}", {"Message-ID": f"<{number}@x.example>"}))
        command = [sys.executable, "-m", "tests.mail.drain_once", str(server.imap_port), box.user, str(tmp_path / box.user)]
        root = Path(__file__).parents[3]
        while True:
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
                assert process.stdout
                assert process.stdout.readline() == "begun\n"
                if kills < 20:
                    time.sleep(chance.uniform(0, 0.8))
                    process.kill()
                    kills += process.wait() == -9
                if process.stdout.read() == "done\n":
                    break
        assert kills
        assert sorted(box.books.texts()) == sorted(f"lettre {number}" for number in range(LETTERS))
        assert (len(box.flags()), len(box.flags("Traitees"))) == (0, LETTERS)
        print(f"killed {kills} times")
        box.close()
