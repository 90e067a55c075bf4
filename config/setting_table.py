"""The table of settings: name, default, meaning, and how its text is read. Documentation and loading come from it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from config.setting_values import (
    Given,
    a_campaign_limit,
    a_database,
    a_file,
    a_hold,
    a_host,
    a_host_or_socket,
    a_number,
    a_pace,
    a_pem,
    a_port,
    a_proxy,
    a_secret,
    a_security,
    a_territory,
    a_text,
    a_token,
    a_url,
    an_address,
    an_endpoint,
    an_escalation,
    some_days,
    some_names,
    yes_or_no,
)

A_COUNT = partial(a_number, least=1, most=1000)


@dataclass(frozen=True)
class Setting:
    """One setting; `default` None is « not configured ».

    A `secret` is taken from the environment or its `_FILE` only; `file` allows `_FILE` for what may hold a password.
    """

    name: str
    default: str | None
    meaning: str
    read: Callable[[Given], object]
    secret: bool = False
    holds_password: bool = False

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return f"GUICHET_{self.name.upper()}"

    @property
    def file(self) -> bool:
        """Whether the value may be the content of the file that `<variable>_FILE` names."""
        return self.secret or self.holds_password


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "database_url", "sqlite:///guichet.db", "the database: sqlite:/// and a file, or postgresql+psycopg://…",
        a_database, holds_password=True,
    ),
    Setting("territory", "reunion", "a shipped example (reunion, mayotte) or a folder of the same form", a_territory),
    Setting("communes", None, "a CSV of communes beyond the territory, so that places elsewhere are recognised", a_file),
    Setting(
        "secret_key", None,
        "signs reply tokens, 16 characters at least; kept in the database when unset; must be set where several processes "
        "share a PostgreSQL",
        a_secret, secret=True,
    ),
    Setting(
        "secret_key_old", None, "the key before this one: what it signed is accepted until it expires; it signs nothing more",
        a_secret, secret=True,
    ),
    Setting("token_days", "180", "for how many days an answer to a letter of ours proves which talk it belongs to", some_days),
    Setting(
        "keep_raw_days", "365",
        "for how many days the bytes and words of a message are kept once it is dealt with; then only its key is",
        some_days,
    ),
    Setting(
        "hold_days", "5/2",
        "working days that a school has to answer for seats held for it; the second number when the stay starts within 15 days",
        a_hold,
    ),
    Setting(
        "campaign_limit", "1/6",
        "how often an employer who agreed to it may be asked for seats: times, in so many weeks",
        a_campaign_limit,
    ),
    Setting(
        "escalation_days", "5/10",
        "days of a coordinator's own after which what they have not answered is shown to their deputy, then to the academy",
        an_escalation,
    ),
    Setting("telegram_token", None, "the bot's token, as BotFather gave it", a_token, secret=True),
    Setting("telegram_api", "https://api.telegram.org", "the Bot API server; may be a local one", partial(a_url, plain=True)),
    Setting("telegram_webhook", None, "the public URL that Telegram calls; long polling when unset", partial(a_url, plain=True)),
    Setting("telegram_listen", "127.0.0.1:8081", "where we listen for Telegram's calls: address:port or a socket", an_endpoint),
    Setting("telegram_pace", "30/1", "messages a second in all and in one chat; Telegram refuses more", a_pace),
    Setting("coordinators_telegram", "no", "whether coordinators may have their digests on Telegram too", yes_or_no),
    Setting("mail_address", None, "the one public address; replies use local+token@domain", an_address),
    Setting(
        "mail_plus", "yes",
        "no for mailboxes without plus addresses: signed Message-ID and « [n° 1042] » in the subject instead", yes_or_no,
    ),
    Setting("mail_answers_hour", "3", "repeated answers to one sender about one subject in an hour, before silence", A_COUNT),
    Setting("mail_answers_day", "10", "repeated answers to one sender in a day, before silence", A_COUNT),
    Setting(
        "mail_authserv", None,
        "the name by which the receiving server signs its Authentication-Results, or microsoft365; several with commas",
        some_names,
    ),
    Setting(
        "mail_max_mib", "20", "a letter larger than so many MiB is not read: its author is told",
        partial(a_number, least=1, most=100),
    ),
    Setting("imap_host", None, "the mailbox's IMAP server", a_host),
    Setting("imap_port", "993", "its port", a_port),
    Setting("imap_user", None, "the login, often the address", a_text),
    Setting("imap_password", None, "the password", a_text, secret=True),
    Setting("imap_security", "tls", "tls, starttls or none", a_security),
    Setting("imap_folder", "INBOX", "the folder that is read", a_text),
    Setting("imap_done", None, "the folder that letters on record are moved to; they stay where they are when unset", a_text),
    Setting("imap_refused", None, "the folder that letters which cannot be read are moved to", a_text),
    Setting("imap_shared", "no", "yes for a mailbox that people use too: nothing in it is marked or moved", yes_or_no),
    Setting(
        "imap_since_days", "7",
        "at the first reading of a folder, letters already read are taken when not older than so many days",
        partial(some_days, least=0),
    ),
    Setting(
        "imap_unread_days", "14", "at the first reading of a folder, unread letters are taken when not older than so many days",
        partial(some_days, least=0),
    ),
    Setting(
        "lmtp_host", None, "where letters are taken in by LMTP: an address of this machine, or the path of a socket",
        a_host_or_socket,
    ),
    Setting("lmtp_port", "2424", "its port", a_port),
    Setting("smtp_host", None, "the server that letters leave by", a_host),
    Setting("smtp_port", "587", "its port", a_port),
    Setting("smtp_user", None, "the login", a_text),
    Setting("smtp_password", None, "the password", a_text, secret=True),
    Setting("smtp_security", "starttls", "tls, starttls or none", a_security),
    Setting("smtp_connections", "2", "how many connections to it at once, 1 to 4", partial(a_number, least=1, most=4)),
    Setting(
        "smtp_per_domain", "600", "letters a minute to one recipient domain, 0 for no limit; known providers get fewer",
        partial(a_number, least=0, most=100_000),
    ),
    Setting("dkim_selector", None, "under which the key that signs our letters is published", a_host),
    Setting("dkim_key", None, "that key, RSA in PEM", a_pem, secret=True),
    Setting("proxy", None, "outbound proxy, http://host:port or socks5://host:port", a_proxy, holds_password=True),
    Setting("ca_file", None, "own certificate authorities (PEM), on every channel", a_file),
)  # fmt: skip

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}


def environment_names() -> dict[str, Setting | None]:
    """Each variable that is known, `_FILE` variants included, with its setting."""
    names: dict[str, Setting | None] = {}
    for setting in SETTINGS:
        names[setting.variable] = setting
        if setting.file:
            names[f"{setting.variable}_FILE"] = setting
    return names
