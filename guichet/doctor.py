"""`guichet doctor`: look at everything that a deployment needs, say what is well and what to mend."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text

from config.errors import GuichetError
from config.settings import Settings
from config.territory_files import load_territory
from core.database import open_engine, transaction
from core.migrations import head, revision
from core.post.inbox import Incoming
from core.post.outbox import Outgoing
from guichet.accounts import dkim_seal, imap_account, mail_identity, smtp_account, telegram_access
from guichet.clock import now_utc
from guichet.opening import answering

if TYPE_CHECKING:
    from bot.client import Calls

PATIENCE = 15.0  # seconds for a server to answer
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
    from bot.client import calls_of, open_bot, username

    async def ask() -> str:
        bot = open_bot(telegram_access(settings))
        try:
            name, calls = await username(bot), await calls_of(bot)
        finally:
            await bot.session.close()
        return f"@{name}, {_calls(settings.telegram_webhook, calls)}"

    return asyncio.run(ask())


def _calls(wanted: str | None, calls: "Calls") -> str:
    waiting = f"{calls.waiting} message{'s' if calls.waiting > 1 else ''} en attente"
    if not wanted:
        return f"relevé par Guichet, {waiting}" if not calls.url else "un webhook est encore posé : `guichet run` l’enlèvera"
    if calls.url != wanted:
        return f"appellera {wanted} quand `guichet run` tournera, {waiting}"
    if calls.error and calls.failed_at and calls.failed_at > now_utc() - timedelta(minutes=10):
        raise Unwell(reason=f"Telegram n’arrive pas à appeler {wanted} ({waiting}) : {calls.error}")
    return f"appelle {wanted}, {waiting}"


def _mailbox(settings: Settings) -> str:
    if not settings.imap_host:
        if settings.mail_address and not settings.lmtp_host:
            raise Unwell(reason="GUICHET_IMAP_HOST ou GUICHET_LMTP_HOST manque : aucune réponse ne serait lue")
        return "non configurée"
    from mail.arriving.checkup import look_at

    account = imap_account(settings)
    found = look_at(replace(account, timeout=PATIENCE))
    if (account.done or account.refused) and not found.moves:
        raise Unwell(reason="le serveur n’offre ni MOVE ni UIDPLUS : les lettres resteront dans le dossier, marquées comme lues")
    facts = [f"{account.user} sur {account.host}:{account.port}", f"dossier {account.folder}"]
    facts.append("IDLE" if found.idle else f"sans IDLE, relevé toutes les {account.poll_seconds:.0f} s")
    facts += [f"dossier {folder} à créer (fait à la première lettre)" for folder in found.absent]
    facts += ["partagée, rien n’y est marqué ni déplacé"] if account.shared else []
    facts += ["par le mandataire"] if account.proxy else []
    servers = ", ".join(account.authserv)
    facts += [f"expéditeurs vérifiés par {servers}" if servers else "expéditeurs non vérifiés (GUICHET_MAIL_AUTHSERV)"]
    return ", ".join(facts)


def _door(settings: Settings) -> str:
    if not settings.lmtp_host:
        return "non configurée"
    if not settings.mail_address:
        raise Unwell(reason="GUICHET_MAIL_ADDRESS manque : les lettres remises sont celles de cette adresse")
    path = settings.lmtp_host.startswith("/")
    if path and not Path(settings.lmtp_host).parent.is_dir():
        raise Unwell(reason=f"GUICHET_LMTP_HOST : le dossier {Path(settings.lmtp_host).parent} n’existe pas")
    where = settings.lmtp_host if path else f"{settings.lmtp_host}:{settings.lmtp_port}"
    with socket.socket(socket.AF_UNIX if path else socket.AF_INET) as line:
        line.settimeout(PATIENCE)
        if line.connect_ex(settings.lmtp_host if path else (settings.lmtp_host, settings.lmtp_port)):
            return f"{where}, ouverte quand `guichet run` tourne"
        if not line.recv(100).endswith(b"Guichet\r\n"):
            raise Unwell(reason=f"un autre programme écoute sur {where}")
    return f"{where}, ouverte"


def _relay(settings: Settings) -> str:
    if not settings.smtp_host:
        if settings.mail_address or settings.imap_host or settings.lmtp_host:
            raise Unwell(reason="GUICHET_SMTP_HOST manque : sans lui, `guichet run` ne lit ni n’envoie aucune lettre")
        return "non configuré"
    if not settings.mail_address:
        raise Unwell(reason="GUICHET_MAIL_ADDRESS manque : c’est l’adresse publique du pôle")
    from mail.leaving.send import Postman

    async def ask() -> None:
        account = replace(smtp_account(settings), timeout=PATIENCE)
        postman = Postman(account, mail_identity(settings, "Guichet"), seal=dkim_seal(settings))
        await postman.check()
        await postman.close()

    asyncio.run(ask())
    return f"{settings.smtp_host}:{settings.smtp_port}"


EXAMINATIONS: dict[str, Examination] = {
    "territoire": _territory,
    "fuseau horaire": _time_zone,
    "base de données": _database,
    "Telegram": _telegram,
    "boîte aux lettres": _mailbox,
    "remise par LMTP": _door,
    "envoi de courriel": _relay,
}
