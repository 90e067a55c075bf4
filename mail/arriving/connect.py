"""The way to the mailbox: TCP or a proxy, TLS, the login, the folder; and in plain words what went wrong on it."""

import imaplib
import socket
import ssl
from contextlib import suppress

from imap_tools import BaseMailBox
from imap_tools.errors import ImapToolsError, UnexpectedCommandStatusError

from config.errors import GuichetError
from mail.accounts import ImapAccount, NoAuthorities, tls_context
from mail.tunnel import ProxyRefuses, open_tunnel

BROKEN = (imaplib.IMAP4.error, ImapToolsError, OSError)  # imaplib's abort is an error of it, and TimeoutError an OSError


class MailboxClosed(GuichetError):
    """the mailbox at {where}: {reason}"""


class LoginRefused(MailboxClosed):
    """the mailbox at {where}: {reason}"""


def connect(account: ImapAccount) -> BaseMailBox:
    """A connection that is logged in and has the folder open, read-only in a shared mailbox. Raises MailboxClosed, in words."""
    where = f"{account.host}:{account.port}"
    try:
        box = Box(account)
    except BROKEN as error:
        raise MailboxClosed(where=where, reason=fault(error, account)) from error
    try:
        _log_in(box, account)
        _open_folder(box, account)
    except MailboxClosed:
        hang_up(box)
        raise
    except BROKEN as error:
        hang_up(box)
        raise MailboxClosed(where=where, reason=fault(error, account)) from error
    return box


def hang_up(box: BaseMailBox) -> None:
    """Close the connection without a word."""
    interrupt(box)
    with suppress(OSError):
        box.client.shutdown()


def interrupt(box: BaseMailBox) -> None:
    """From another thread: whoever waits for the server sees the connection broken."""
    with suppress(OSError):
        box.client.sock.shutdown(socket.SHUT_RDWR)


class Box(BaseMailBox):
    """imap-tools' mailbox on a connection of our own making."""

    def __init__(self, account: ImapAccount) -> None:
        self.account = account
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        if self.account.security == "tls":
            return Encrypted(self.account)
        client = Plain(self.account)
        if self.account.security == "starttls":
            try:
                client.starttls(tls_context(self.account.ca_file))
            except BaseException:
                with suppress(OSError):  # a refused certificate has closed it
                    client.shutdown()
                raise
        return client


class Plain(imaplib.IMAP4):
    """A connection without TLS, or not yet with it."""

    def __init__(self, account: ImapAccount) -> None:
        self._account = account
        super().__init__(account.host, account.port, timeout=account.timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return _dial(self._account)


class Encrypted(imaplib.IMAP4_SSL):
    """A connection that is TLS from its first byte."""

    def __init__(self, account: ImapAccount) -> None:
        self._account = account
        super().__init__(account.host, account.port, ssl_context=tls_context(account.ca_file), timeout=account.timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        sock = _dial(self._account)
        try:
            encrypted: ssl.SSLSocket = self.ssl_context.wrap_socket(sock, server_hostname=self.host)
            return encrypted
        except BaseException:
            sock.close()
            raise


def _dial(account: ImapAccount) -> socket.socket:
    if account.proxy:
        return open_tunnel(account.proxy, account.host, account.port, account.timeout)
    return socket.create_connection((account.host, account.port), account.timeout)


def _log_in(box: BaseMailBox, account: ImapAccount) -> None:
    plain = (account.user + account.password).isascii()
    try:
        if plain:
            box.login(account.user, account.password, None)
        else:  # LOGIN is for ASCII alone
            box.login_utf8(account.user, account.password, None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        if "[UNAVAILABLE]" in str(error):  # of the moment: not the password's fault
            raise
        reason = f"the server refuses user {account.user} or the password: {one_line(error)}"
        raise LoginRefused(where=f"{account.host}:{account.port}", reason=reason) from error
    # IDLE, MOVE and UIDPLUS may be announced only after the login.
    box.client._get_capabilities()


def _open_folder(box: BaseMailBox, account: ImapAccount) -> None:
    try:
        box.folder.set(account.folder, readonly=account.shared)
    except imaplib.IMAP4.readonly:
        reason = f"folder {account.folder} may only be read; GUICHET_IMAP_SHARED=yes asks for no more than that"
        raise MailboxClosed(where=f"{account.host}:{account.port}", reason=reason) from None
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        names = ", ".join(one.name for one in box.folder.list()[:20])
        reason = f"folder {account.folder} cannot be opened ({one_line(error)}); there are: {names}"
        raise MailboxClosed(where=f"{account.host}:{account.port}", reason=reason) from error


def fault(error: Exception, account: ImapAccount) -> str:
    """What went wrong with a connection, in plain words, and what may mend it."""
    match error:
        case ProxyRefuses() | NoAuthorities():
            return str(error)
        case ssl.SSLCertVerificationError():
            why = error.verify_message or one_line(error)
            return f"its certificate is not to be trusted ({why}); name the authority that signed it in GUICHET_CA_FILE"
        case ssl.SSLError() if account.security == "tls":
            return f"it does not speak TLS here ({one_line(error)}); GUICHET_IMAP_SECURITY may have to be starttls"
        case socket.gaierror():
            return f"no server of that name ({error.strerror})"
        case TimeoutError():
            return f"no answer within {account.timeout:.0f} seconds"
        case imaplib.IMAP4.error() if account.security == "starttls" and "TLS" in str(error):
            return "it offers no STARTTLS: nothing is sent unencrypted; GUICHET_IMAP_SECURITY may have to be tls"
        case OSError():
            return f"it cannot be reached ({error.strerror or one_line(error)})"
    return one_line(error)


def one_line(error: BaseException) -> str:
    """An error on one line, at most 300 characters; of a refused command the server's own words."""
    words = str(error)
    if isinstance(error, UnexpectedCommandStatusError):
        said = error.command_result[1]
        words = " ".join(one.decode("utf-8", "replace") for one in said if isinstance(one, bytes)) or words
    return " ".join(words.split())[:300] or type(error).__name__
