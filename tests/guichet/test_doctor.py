"""What `guichet doctor` finds, with real servers."""

import asyncio
import io
from pathlib import Path

from config.settings import load_settings
from guichet.doctor import examine
from tests.guichet.running import mail_settings, telegram_settings
from tests.mail.servers import PymapStack
from tests.postgres import free_port
from tests.tgemu import Emulator


async def found(folder: Path, environ: dict[str, str]) -> tuple[int, str]:
    """The status and what was told."""
    out = io.StringIO()
    settings = load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'g.db'}"} | environ, folder)
    return await asyncio.to_thread(examine, settings, out), out.getvalue()


async def test_a_refused_token_is_told(tmp_path: Path) -> None:
    async with Emulator("42:TEST") as telegram:
        status, said = await found(tmp_path, telegram_settings(telegram.url, "43:WRONG"))
    assert status == 1
    assert "À VOIR  Telegram : Telegram refuses the bot's token: Unauthorized" in said


async def test_servers_that_answer_are_well(tmp_path: Path) -> None:
    async with Emulator("42:TEST") as telegram:
        with PymapStack("stages") as mail:
            _, said = await found(tmp_path, telegram_settings(telegram.url) | mail_settings(mail.imap_port, mail.smtp_port))
    assert [name for name in ("Telegram", "boîte aux lettres", "envoi de courriel") if f"  bien  {name} : " not in said] == []


async def test_a_mailbox_that_does_not_answer_is_told_beside_what_is_well(tmp_path: Path) -> None:
    status, said = await found(tmp_path, mail_settings(free_port(), free_port()))
    assert status == 1
    assert "À VOIR  boîte aux lettres : " in said and "À VOIR  envoi de courriel : " in said
    assert "  bien  fuseau horaire : " in said
