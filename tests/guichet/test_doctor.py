"""What `guichet doctor` finds, with real servers."""

import asyncio
import io
from pathlib import Path

from config.settings import load_settings
from guichet.doctor import examine
from tests.guichet.running import mail_settings, telegram_settings, until
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack
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


async def test_a_webhook_is_told_with_what_waits_and_what_went_wrong(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}/telegram"
    async with Emulator("42:TEST") as telegram:
        settings = telegram_settings(telegram.url) | {"GUICHET_TELEGRAM_WEBHOOK": url}
        _, before = await found(tmp_path, settings)
        telegram.user(7).send("bonjour")
        telegram.do_setwebhook({"url": url})
        await until(lambda: telegram.hook.get("last_error_date"), "a call that failed")
        status, said = await found(tmp_path, settings)
        _, polling = await found(tmp_path, telegram_settings(telegram.url))
    assert f"  bien  Telegram : @emulated_bot, appellera {url} quand `guichet run` tournera, 0 message en attente" in before
    assert status == 1
    assert f"À VOIR  Telegram : Telegram n’arrive pas à appeler {url} (1 message en attente) : Connection refused" in said
    assert "un webhook est encore posé" in polling


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


async def test_the_mailbox_is_described_and_what_it_cannot_do_is_told(tmp_path: Path) -> None:
    with DovecotStack(more="imap_capability = IMAP4rev1") as mail:
        settings = mail_settings(mail.imap_port, free_port())
        _, said = await found(tmp_path, settings)
        assert (
            f"boîte aux lettres : stages sur 127.0.0.1:{mail.imap_port}, dossier INBOX, sans IDLE, relevé toutes les 15 s" in said
        )
        _, said = await found(tmp_path, settings | {"GUICHET_IMAP_SHARED": "yes"})
        assert "partagée, rien n’y est marqué ni déplacé" in said
        status, said = await found(tmp_path, settings | {"GUICHET_IMAP_DONE": "Traitées"})
        assert status == 1 and "À VOIR  boîte aux lettres : le serveur n’offre ni MOVE ni UIDPLUS" in said
        _, said = await found(tmp_path, settings | {"GUICHET_IMAP_PASSWORD": "faux"})
        assert "À VOIR  boîte aux lettres : the mailbox at" in said and "refuses user stages or the password" in said


async def test_settings_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    settings = mail_settings(free_port(), free_port())
    _, said = await found(tmp_path, settings | {"GUICHET_IMAP_SHARED": "yes", "GUICHET_IMAP_DONE": "Traitées"})
    assert "GUICHET_IMAP_DONE: nothing is moved in a shared mailbox" in said
    _, said = await found(tmp_path, settings | {"GUICHET_IMAP_REFUSED": "INBOX"})
    assert "GUICHET_IMAP_REFUSED: this is the folder that is read" in said


async def test_the_door_for_lmtp_is_told(tmp_path: Path) -> None:
    settings = mail_settings(free_port(), free_port()) | {"GUICHET_LMTP_HOST": "127.0.0.1"}
    with PymapStack("stages") as other:
        _, said = await found(tmp_path, settings | {"GUICHET_LMTP_PORT": str(other.smtp_port)})
        assert "À VOIR  remise par LMTP : un autre programme écoute" in said
    _, said = await found(tmp_path, settings | {"GUICHET_LMTP_PORT": str(free_port())})
    assert "  bien  remise par LMTP : 127.0.0.1:" in said and "ouverte quand `guichet run` tourne" in said
    _, said = await found(tmp_path, settings | {"GUICHET_LMTP_HOST": str(tmp_path / "absent/lmtp")})
    assert "À VOIR  remise par LMTP : GUICHET_LMTP_HOST : le dossier" in said


async def test_half_a_mailbox_is_told(tmp_path: Path) -> None:
    settings = mail_settings(free_port(), free_port())
    without = {half: {name: value for name, value in settings.items() if name != half} for half in settings}
    status, said = await found(tmp_path, without["GUICHET_SMTP_HOST"])
    assert status == 1 and "À VOIR  envoi de courriel : GUICHET_SMTP_HOST manque" in said
    status, said = await found(tmp_path, without["GUICHET_IMAP_HOST"])
    assert status == 1 and "À VOIR  boîte aux lettres : GUICHET_IMAP_HOST ou GUICHET_LMTP_HOST manque" in said
