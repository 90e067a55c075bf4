"""How fast letters are written and handed to a relay: ours beside the stdlib's EmailMessage and a bare aiosmtplib connection.

`python -m bench.mail_send`: the relay is Postfix's `smtp-sink`, which keeps nothing. CPU is this process's alone.
"""

import asyncio
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage

import aiosmtplib

from core.post.parcel import Block, Parcel
from dialogs.wording.page import plain
from mail.accounts import MailIdentity, SmtpAccount
from mail.leaving.compose import compose
from mail.leaving.html_page import html_page
from mail.leaving.send import Postman

HOST = "127.0.0.1"
US = MailIdentity("stages@example.org", "Pôle de stages Ouest", True, b"sixteen bytes of")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ENTRY = "Pharmacie de la Baie, Saint-Paul\u00a0: 1 élève de 3e, du 30 novembre au 4 décembre.\nMme Lauret, 0262 00 00 12."
DIGEST = (
    Block("Bonjour Madame Técher,"),
    Block("À VOUS DE DÉCIDER", "heading"),
    *(Block(ENTRY, "item", number) for number in range(1, 9)),
    Block("Répondez à ce message dans vos mots, une ligne par numéro."),
    Block("Guichet, l’assistant automatique du pôle de stages Ouest", "small"),
)
REMINDER = (Block("Bonjour,"), Block(ENTRY), Block("Votre offre est-elle toujours valable\u00a0?"), Block("Guichet", "small"))
LETTERS = 1000


@dataclass(frozen=True)
class Measure:
    """What was measured: letters a second by the wall, and CPU a letter in milliseconds."""

    name: str
    a_second: float
    cpu_ms: float

    def line(self) -> str:
        """A row of the table."""
        return f"| {self.name} | {self.a_second:,.0f} | {self.cpu_ms:.2f} |"


def a_parcel(number: int, blocks: tuple[Block, ...]) -> Parcel:
    token = f"{number}.abcdefghij234567"
    return Parcel(
        number, "email", f"e{number}@d{number % 50}.example", blocks, subject=f"4 réponses attendues (n° {number})",
        recipient_name="Madame Técher", thread=number, token=token, solicited=False, series="digest",
    )  # fmt: skip


def by_stdlib(parcel: Parcel) -> bytes:
    """The same letter by EmailMessage: what most programs do."""
    letter = EmailMessage()
    letter["From"], letter["To"] = f"{US.public_name} <{US.address}>", parcel.address
    letter["Subject"], letter["Message-ID"] = parcel.subject, f"<o{parcel.id}@example.org>"
    letter["Auto-Submitted"], letter["Reply-To"] = "auto-generated", US.address
    letter.set_content(plain(parcel.blocks))
    letter.add_alternative(html_page(parcel.blocks, subject=parcel.subject or "", language="fr"), subtype="html")
    return letter.as_bytes()


def written(name: str, write: Callable[[Parcel], bytes], blocks: tuple[Block, ...], letters: int) -> Measure:
    """Time the writing of so many letters."""
    parcels = [a_parcel(number, blocks) for number in range(1, letters + 1)]
    write(parcels[0])  # what is compiled once
    wall, cpu = time.perf_counter(), time.process_time()
    for parcel in parcels:
        write(parcel)
    return _measure(name, letters, wall, cpu)


async def sent(name: str, send: Callable[[Parcel], Awaitable[object]], letters: int, abreast: int) -> Measure:
    """Time the sending of so many letters, `abreast` at a time."""
    parcels = iter([a_parcel(number, REMINDER) for number in range(1, letters + 1)])

    async def worker() -> None:
        for parcel in parcels:
            await send(parcel)

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(abreast)))
    return _measure(name, letters, wall, cpu)


def _measure(name: str, letters: int, wall: float, cpu: float) -> Measure:
    return Measure(name, letters / (time.perf_counter() - wall), 1000 * (time.process_time() - cpu) / letters)


@contextmanager
def sink() -> Iterator[int]:
    """Postfix's smtp-sink on a free port."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        port = int(one.getsockname()[1])
    program = shutil.which("smtp-sink", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if program is None:
        raise FileNotFoundError("smtp-sink is not installed: sudo make servers")
    run = subprocess.Popen([program, "-u", "nobody", f"{HOST}:{port}", "200"])
    try:
        until = time.monotonic() + 10
        while time.monotonic() < until:
            with socket.socket() as one:
                if one.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        run.terminate()
        run.wait()


async def bare(port: int, letters: int) -> list[Measure]:
    """What a connection of aiosmtplib gives by itself: ready bytes, and a connection for each letter."""
    raw = compose(a_parcel(1, REMINDER), sender=US, date=NOON)
    client = aiosmtplib.SMTP(hostname=HOST, port=port, start_tls=False)
    await client.connect()
    kept = await sent("bare: one connection, ready bytes", lambda p: client.sendmail(US.address, [p.address], raw), letters, 1)
    await client.quit()

    async def anew(parcel: Parcel) -> None:
        await aiosmtplib.send(raw, sender=US.address, recipients=[parcel.address], hostname=HOST, port=port, start_tls=False)

    return [kept, await sent("bare: a connection a letter, ready bytes", anew, letters // 5, 1)]


async def ours(port: int, letters: int) -> list[Measure]:
    """Letters written and sent, as the courier has it done."""
    found = []
    for connections in (1, 2, 4):
        account = SmtpAccount(HOST, port, security="none", connections=connections, per_domain=0)
        postman = Postman(account, US, lambda: NOON)
        name = f"ours: written and sent, {connections} connection{'s' * (connections > 1)}"
        found.append(await sent(name, postman.send, letters, 60))
        await postman.close()
    return found


def measure(letters: int = LETTERS) -> list[Measure]:
    """Every measure; raises FileNotFoundError without smtp-sink."""

    def write(parcel: Parcel) -> bytes:
        return compose(parcel, sender=US, date=NOON)

    rows = [
        written("written: digest of eight entries", write, DIGEST, letters),
        written("written: the same by EmailMessage", by_stdlib, DIGEST, letters // 4),
        written("written: reminder", write, REMINDER, letters),
        written("written: the same by EmailMessage", by_stdlib, REMINDER, letters // 4),
    ]
    with sink() as port:
        rows += asyncio.run(bare(port, letters))
        rows += asyncio.run(ours(port, letters))
    return rows


def main() -> int:
    """Print the table."""
    print("| letters | a second | CPU ms each |\n| --- | --- | --- |")
    try:
        for row in measure():
            print(row.line())
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
