"""From settings to the mail accounts: what belongs together is set together."""

from pathlib import Path

import pytest

from config.errors import SettingsInvalid
from config.settings import Settings, load_settings
from guichet.accounts import dkim_seal, imap_account, smtp_account


def settings(tmp_path: Path, **given: str) -> Settings:
    return load_settings({"GUICHET_MAIL_ADDRESS": "stages@pole.example", **given}, tmp_path)


def test_the_relay_is_reached_as_the_settings_say(tmp_path: Path) -> None:
    account = smtp_account(
        settings(
            tmp_path, GUICHET_SMTP_HOST="relay.example", GUICHET_SMTP_CONNECTIONS="4", GUICHET_SMTP_PER_DOMAIN="0",
            GUICHET_PROXY="http://proxy.example:3128",
        )
    )  # fmt: skip
    assert (account.host, account.connections, account.per_domain) == ("relay.example", 4, 0)
    assert account.proxy == "http://proxy.example:3128"


def test_letters_are_not_signed_unless_both_settings_say_so(tmp_path: Path) -> None:
    assert dkim_seal(settings(tmp_path)) is None
    with pytest.raises(SettingsInvalid, match="GUICHET_DKIM_KEY: letters are signed with a selector and a key"):
        dkim_seal(settings(tmp_path, GUICHET_DKIM_SELECTOR="guichet"))


def test_a_key_that_cannot_sign_is_told_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    with pytest.raises(SettingsInvalid, match="letters cannot be signed") as told:
        dkim_seal(settings(tmp_path, GUICHET_DKIM_SELECTOR="guichet", GUICHET_DKIM_KEY_FILE="key.pem"))
    assert "AAAA" not in str(told.value)


def test_letters_are_not_moved_to_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match="GUICHET_IMAP_DONE: this is the folder that is read"):
        imap_account(settings(tmp_path, GUICHET_IMAP_HOST="imap.example", GUICHET_IMAP_DONE="Inbox"))
