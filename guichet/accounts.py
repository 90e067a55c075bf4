"""The settings as the channels take them: how to reach Telegram, the mailbox and the relay; the same for `run` and `doctor`."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from config.errors import SettingsInvalid
from config.settings import Settings
from dialogs.house import House
from mail.accounts import ImapAccount, MailIdentity, SmtpAccount

if TYPE_CHECKING:
    from bot.client import Access
    from bot.hook import Door
    from mail.arriving.lmtp import LmtpDoor
    from mail.leaving.seal import Seal


def telegram_access(settings: Settings) -> "Access":
    """The way to Telegram; its library is loaded only here, when it is needed. Raises SettingsInvalid: a SOCKS proxy."""
    if settings.proxy and not settings.proxy.startswith("http"):
        raise SettingsInvalid(where="GUICHET_PROXY", reason="Telegram is reached by an http:// proxy, not by socks5://")
    from bot.client import Access

    return Access(settings.telegram_token or "", settings.telegram_api, settings.proxy, _authorities(settings))


def telegram_door(settings: Settings, house: House) -> "Door | None":
    """Where Telegram calls us; None when we ask for messages ourselves."""
    if not settings.telegram_webhook:
        return None
    from bot.hook import Door, secret_of

    host, port = settings.telegram_listen
    secrets = tuple(secret_of(key) for key in (house.key, *house.former_keys))
    return Door(settings.telegram_webhook, urlsplit(settings.telegram_webhook).path or "/", host, port, secrets)


def mail_identity(settings: Settings, public_name: str, key: bytes = b"") -> MailIdentity:
    """Whom our letters come from; without an address of the pôle nothing leaves, but a letter can be shown."""
    return MailIdentity(settings.mail_address or "guichet@localhost", public_name, settings.mail_plus, key)


def imap_account(settings: Settings) -> ImapAccount:
    """The mailbox. Raises SettingsInvalid: a letter would be moved where it may not be."""
    folders = {"GUICHET_IMAP_DONE": settings.imap_done, "GUICHET_IMAP_REFUSED": settings.imap_refused}
    for name, folder in folders.items():
        if folder and settings.imap_shared:
            raise SettingsInvalid(where=name, reason="nothing is moved in a shared mailbox (GUICHET_IMAP_SHARED): leave it unset")
        if folder and _is_same(folder, settings.imap_folder):
            raise SettingsInvalid(where=name, reason="this is the folder that is read (GUICHET_IMAP_FOLDER)")
    return ImapAccount(
        settings.imap_host or "",
        settings.imap_port,
        settings.imap_user or "",
        settings.imap_password or "",
        settings.imap_security,
        settings.imap_folder,
        _authorities(settings),
        authserv=settings.mail_authserv or (),
        proxy=settings.proxy,
        done=settings.imap_done,
        refused=settings.imap_refused,
        shared=settings.imap_shared,
        since_days=settings.imap_since_days,
        unread_days=settings.imap_unread_days,
        max_bytes=largest_letter(settings),
    )


def lmtp_door(settings: Settings) -> "LmtpDoor":
    """Where letters are handed over to us."""
    from mail.arriving.lmtp import LmtpDoor

    trusted = settings.mail_authserv or ()
    address = settings.mail_address or ""
    return LmtpDoor(settings.lmtp_host or "", settings.lmtp_port, address, trusted, largest_letter(settings))


def largest_letter(settings: Settings) -> int:
    """The bytes that a letter may have, whichever way it comes."""
    return settings.mail_max_mib * 1024 * 1024


def _is_same(folder: str, other: str) -> bool:
    """Whether two names are of one folder: that of INBOX may be written in any case (RFC 3501)."""
    return folder == other or {folder.upper(), other.upper()} == {"INBOX"}


def dkim_seal(settings: Settings) -> "Seal | None":
    """What signs our letters, None unless both settings say so; raises SettingsInvalid."""
    if not settings.dkim_key and not settings.dkim_selector:
        return None
    from mail.leaving.seal import DkimKey, NoSignature, Seal

    if not settings.dkim_key or not settings.dkim_selector:
        missing = "GUICHET_DKIM_SELECTOR" if settings.dkim_key else "GUICHET_DKIM_KEY"
        raise SettingsInvalid(where=missing, reason="letters are signed with a selector and a key: set both or neither")
    domain = (settings.mail_address or "").rpartition("@")[2]
    try:
        return Seal(DkimKey(settings.dkim_selector, domain, settings.dkim_key))
    except NoSignature as error:
        raise SettingsInvalid(where="GUICHET_DKIM_KEY", reason=str(error)) from None


def smtp_account(settings: Settings) -> SmtpAccount:
    """The relay."""
    return SmtpAccount(
        settings.smtp_host or "",
        settings.smtp_port,
        settings.smtp_user,
        settings.smtp_password,
        settings.smtp_security,
        _authorities(settings),
        connections=settings.smtp_connections,
        per_domain=settings.smtp_per_domain,
        proxy=settings.proxy,
    )


def _authorities(settings: Settings) -> str | None:
    return str(settings.ca_file) if settings.ca_file else None
