"""Settings are read from two places, and every mistake is one clear line without a secret."""

from dataclasses import fields
from pathlib import Path

import pytest

from config.errors import SettingsInvalid
from config.setting_table import SETTINGS, environment_names
from config.settings import Settings, load_settings


def refusal(folder: Path, toml: str = "", **environ: str) -> str:
    if toml:
        (folder / "guichet.toml").write_text(toml, "utf-8")
    with pytest.raises(SettingsInvalid) as refused:
        load_settings(environ, folder)
    message = str(refused.value)
    assert "\n" not in message
    return message


def test_everything_has_a_default_that_works(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    assert (settings.database_url, settings.territory, settings.imap_port) == ("sqlite:///guichet.db", "reunion", 993)
    assert (settings.smtp_port, settings.smtp_security, settings.mail_plus) == (587, "starttls", True)
    assert settings.telegram_token is None


def test_the_table_and_the_settings_name_the_same_things() -> None:
    assert [setting.name for setting in SETTINGS] == [each.name for each in fields(Settings)]
    assert all(setting.meaning for setting in SETTINGS)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "guichet.toml").write_text('territory = "mayotte"\nimap_port = 143\n[smtp]\nhost = "smtp.example.org"\n')
    settings = load_settings({"GUICHET_IMAP_PORT": "1143"}, tmp_path)
    assert (settings.territory, settings.imap_port, settings.smtp_host) == ("mayotte", 1143, "smtp.example.org")


def test_the_file_may_lie_elsewhere_and_its_paths_start_there(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "own.toml").write_text('communes = "communes.csv"')
    (tmp_path / "etc" / "communes.csv").write_text("")
    assert load_settings({"GUICHET_CONFIG": "etc/own.toml"}, tmp_path).communes == tmp_path / "etc" / "communes.csv"


def test_a_configuration_that_is_named_must_exist(tmp_path: Path) -> None:
    assert refusal(tmp_path, GUICHET_CONFIG="none.toml").startswith("GUICHET_CONFIG: cannot read")


def test_other_variables_and_empty_ones_are_left_alone(tmp_path: Path) -> None:
    assert load_settings({"HOME": "/", "GUICHET_TELEGRAM_TOKEN": ""}, tmp_path).telegram_token is None


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("GUICHET_IMAP_PROT", "1", "unknown setting (did you mean GUICHET_IMAP_PORT?)"),
        ("GUICHET_ZZZZZ", "", "unknown setting"),
        ("GUICHET_TOKEN_DAYS", "0", "« 0 » is no number of days: from 1 to 3650"),
        ("GUICHET_MAIL_AUTHSERV", "mx.example.org, https://x", "« https://x » is no server name"),
        ("GUICHET_IMAP_PORT", "0", "« 0 » is no port: a number from 1 to 65535"),
        ("GUICHET_SMTP_PORT", "²", "« ² » is no port: a number from 1 to 65535"),
        ("GUICHET_SMTP_CONNECTIONS", "5", "« 5 »: write a number from 1 to 4"),
        ("GUICHET_SMTP_PER_DOMAIN", "-1", "« -1 »: write a number from 0 to 100000"),
        ("GUICHET_DKIM_KEY", "secret", "no private key: PEM"),
        ("GUICHET_IMAP_SECURITY", "tsl", "« tsl » is not one of tls, starttls, none"),
        ("GUICHET_DATABASE_URL", "mysql://x/y", "unknown database « mysql »"),
        ("GUICHET_DATABASE_URL", "sqlite://", "SQLite needs a file: write sqlite:///guichet.db"),
        ("GUICHET_DATABASE_URL", "postgresql+psycopg://host", "the name of the database is missing"),
        ("GUICHET_MAIL_ADDRESS", "stages", "« stages » is no e-mail address"),
        ("GUICHET_MAIL_PLUS", "perhaps", "« perhaps »: write yes or no"),
        ("GUICHET_COMMUNES", "none.csv", "no such file: "),
        ("GUICHET_CA_FILE", "none.pem", "no such file: "),
        ("GUICHET_TERRITORY", "reunon", "neither a folder nor one of mayotte, reunion (did you mean reunion?)"),
        ("GUICHET_TELEGRAM_TOKEN", "secret", "no bot token"),
        ("GUICHET_TELEGRAM_API", "telegram", "no URL"),
        ("GUICHET_PROXY", "http://[", "no proxy"),
        ("GUICHET_PROXY", "https://proxy:3128", "no proxy: write http://host:port or socks5://host:port"),
        ("GUICHET_IMAP_SINCE_DAYS", "-1", "no number of days"),
        ("GUICHET_IMAP_HOST", "https://imap.example.org", "is no server name"),
        ("GUICHET_SECRET_KEY", "short", "too short"),
    ],
)
def test_a_wrong_variable_is_refused_in_one_line(tmp_path: Path, variable: str, value: str, reason: str) -> None:
    message = refusal(tmp_path, **{variable: value})
    assert message.startswith(f"{variable}: ")
    assert reason in message


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("databse_url = 'x'", "guichet.toml, databse_url: unknown setting (did you mean database_url?)"),
        ("[imap]\nprot = 1", "guichet.toml, imap_prot: unknown setting (did you mean imap_port?)"),
        ("telegram_token = '1:a'", "set GUICHET_TELEGRAM_TOKEN or GUICHET_TELEGRAM_TOKEN_FILE"),
        ("[smtp]\npassword = 'a'", "secrets never stand in a file of settings"),
        ("database_url = 'postgresql+psycopg://me:pw@host/db'", "set GUICHET_DATABASE_URL or GUICHET_DATABASE_URL_FILE"),
        ("imap_port = [1]", "guichet.toml, imap_port: must be a text or a number"),
        ("mail_plus = ", "guichet.toml: not TOML"),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(tmp_path: Path, toml: str, reason: str) -> None:
    assert reason in refusal(tmp_path, toml)


def test_no_refusal_shows_a_secret(tmp_path: Path) -> None:
    for setting in SETTINGS:
        if setting.secret:
            assert "hush" not in refusal(tmp_path, **{setting.variable: "hush\nhush"})


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("12:abc\n")
    assert load_settings({"GUICHET_TELEGRAM_TOKEN_FILE": "token"}, tmp_path).telegram_token == "12:abc"
    assert "keep one" in refusal(tmp_path, GUICHET_TELEGRAM_TOKEN="1:a", GUICHET_TELEGRAM_TOKEN_FILE="token")
    assert "cannot read" in refusal(tmp_path, GUICHET_IMAP_PASSWORD_FILE="none")


def test_only_what_may_hold_a_password_has_a_file() -> None:
    files = {name for name in environment_names() if name.endswith("_FILE") and name != "GUICHET_CA_FILE"}
    secrets = {"SECRET_KEY", "SECRET_KEY_OLD", "TELEGRAM_TOKEN", "IMAP_PASSWORD", "SMTP_PASSWORD", "DKIM_KEY", "DATABASE_URL"}
    secrets |= {"PROXY"}
    assert files == {f"GUICHET_{name}_FILE" for name in secrets}


def test_settings_do_not_print_their_secrets(tmp_path: Path) -> None:
    assert "hush" not in repr(load_settings({"GUICHET_SMTP_PASSWORD": "hush"}, tmp_path))
