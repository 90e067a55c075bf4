"""`guichet doctor`: look at everything that a deployment needs, say what is well and what to mend."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TextIO
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text

from config.errors import GuichetError
from config.settings import Settings
from config.territory_files import load_territory
from core.database import open_engine, transaction
from core.migrations import head, revision
from core.post.inbox import Incoming
from core.post.outbox import Outgoing
from dialogs.desk import now_utc
from guichet.opening import answering

Examination = Callable[[Settings], str]


class Unwell(GuichetError):
    """{reason}"""


def examine(settings: Settings, out: TextIO) -> int:
    """Run every examination; the exit status: 0 when all is well, 1 when something is to be mended."""
    unwell = 0
    for name, examination in EXAMINATIONS.items():
        try:
            print(f"  bien  {name} : {examination(settings)}", file=out)
        except Exception as error:  # every fault found is to be told, whatever its kind
            unwell = 1
            print(f"À VOIR  {name} : {' '.join(str(error).split()) or type(error).__name__}", file=out)
    return unwell


def _territory(settings: Settings) -> str:
    territory = load_territory(settings.territory)
    fictional = sum(one.placeholder for one in territory.coordinators.values())
    if fictional and settings.mail_address:
        raise Unwell(reason=f"{territory.academie} : {fictional} coordinateurs sont fictifs (colonne placeholder)")
    return f"{territory.academie}, {len(territory.communes)} communes, {len(territory.poles)} pôles"


def _time_zone(settings: Settings) -> str:
    zone = load_territory(settings.territory).timezone
    return f"{zone}, il y est {now_utc().astimezone(ZoneInfo(zone)):%H:%M}"


def _database(settings: Settings) -> str:
    engine = open_engine(settings.database_url)
    with answering():
        found, wanted = revision(engine), head()
    if found is None:
        return "vide : lancez `guichet db upgrade` (sur SQLite, `guichet run` le fait)"
    if found != wanted:
        raise Unwell(reason=f"la base est en {found}, il faut {wanted} : lancez `guichet db upgrade`")
    with transaction(engine) as session:
        session.execute(text("select 1"))
        waiting = session.scalar(select(func.count()).where(Incoming.status == "waiting"))
        parked = session.scalar(select(func.count()).where(Incoming.status == "parked"))
        failed = session.scalar(select(func.count()).where(Outgoing.status == "failed"))
        late = session.scalar(
            select(func.count()).where(
                Incoming.status == "waiting", Incoming.attempts == 0, Incoming.recorded_at < now_utc() - timedelta(minutes=5)
            )
        )
    if parked or late:
        raise Unwell(reason=f"{parked} messages mis de côté (`guichet parked`), {late} en attente depuis plus de 5 minutes")
    return f"forme {found}, {waiting} messages en attente, {failed} envois abandonnés"


def _telegram(settings: Settings) -> str:
    if not settings.telegram_token:
        return "non configuré"
    from bot.client import Access, open_bot, username

    async def ask() -> str:
        ca_file = str(settings.ca_file) if settings.ca_file else None
        bot = open_bot(Access(settings.telegram_token or "", settings.telegram_api, settings.proxy, ca_file))
        try:
            return await username(bot)
        finally:
            await bot.session.close()

    return f"@{asyncio.run(ask())}"


def _mailbox(settings: Settings) -> str:
    if not settings.imap_host:
        return "non configurée"
    from mail.accounts import ImapAccount
    from mail.receive import Mailbox

    s = settings
    account = ImapAccount(
        s.imap_host or "",
        s.imap_port,
        s.imap_user or "",
        s.imap_password or "",
        s.imap_security,
        s.imap_folder,
        str(s.ca_file) if s.ca_file else None,
        timeout=15,
    )
    mailbox = Mailbox(account, s.mail_address, lambda _arrivals: None)
    try:
        mailbox.check()
    finally:
        mailbox.close()
    return f"{s.imap_user} sur {s.imap_host}:{s.imap_port}, dossier {s.imap_folder}"


def _relay(settings: Settings) -> str:
    if not settings.smtp_host:
        return "non configuré"
    if not settings.mail_address:
        raise Unwell(reason="GUICHET_MAIL_ADDRESS manque : c’est l’adresse publique du pôle")
    from mail.accounts import MailIdentity, SmtpAccount
    from mail.send import Postman

    s = settings
    account = SmtpAccount(
        s.smtp_host or "",
        s.smtp_port,
        s.smtp_user,
        s.smtp_password,
        s.smtp_security,
        str(s.ca_file) if s.ca_file else None,
        timeout=15,
    )

    async def ask() -> None:
        postman = Postman(account, MailIdentity(s.mail_address or "", "Guichet", s.mail_plus))
        await postman.check()
        await postman.close()

    asyncio.run(ask())
    return f"{s.smtp_host}:{s.smtp_port}"


EXAMINATIONS: dict[str, Examination] = {
    "territoire": _territory,
    "fuseau horaire": _time_zone,
    "base de données": _database,
    "Telegram": _telegram,
    "boîte aux lettres": _mailbox,
    "envoi de courriel": _relay,
}
