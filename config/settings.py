"""What is configured, from `guichet.toml` and the environment, which wins; the table below is also the documentation."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from config.closest import did_you_mean
from config.errors import SettingsInvalid
from config.setting_table import BY_NAME, SETTINGS, Setting, environment_names
from config.setting_values import Given

CONFIG = "GUICHET_CONFIG"
PREFIX = "GUICHET_"
LARGEST = 100_000  # bytes of guichet.toml or of a secret's file
Security = Literal["tls", "starttls", "none"]


@dataclass(frozen=True)
class Settings:
    """Every setting, checked. None is « not configured »; secrets are left out of its repr."""

    database_url: str = field(repr=False)
    territory: str
    communes: Path | None
    secret_key: str | None = field(repr=False)
    secret_key_old: str | None = field(repr=False)
    token_days: int
    keep_raw_days: int
    hold_days: tuple[int, int]
    campaign_limit: tuple[int, int]
    escalation_days: tuple[int, int]
    telegram_token: str | None = field(repr=False)
    telegram_api: str
    telegram_webhook: str | None
    telegram_listen: tuple[str, int]
    telegram_pace: tuple[int, int]
    coordinators_telegram: bool
    mail_address: str | None
    mail_plus: bool
    mail_answers_hour: int
    mail_answers_day: int
    mail_authserv: tuple[str, ...] | None
    mail_max_mib: int
    imap_host: str | None
    imap_port: int
    imap_user: str | None
    imap_password: str | None = field(repr=False)
    imap_security: Security
    imap_folder: str
    imap_done: str | None
    imap_refused: str | None
    imap_shared: bool
    imap_since_days: int
    imap_unread_days: int
    lmtp_host: str | None
    lmtp_port: int
    smtp_host: str | None
    smtp_port: int
    smtp_user: str | None
    smtp_password: str | None = field(repr=False)
    smtp_security: Security
    smtp_connections: int
    smtp_per_domain: int
    dkim_selector: str | None
    dkim_key: str | None = field(repr=False)
    proxy: str | None = field(repr=False)
    ca_file: Path | None


def load_settings(environ: Mapping[str, str] = os.environ, folder: Path | None = None) -> Settings:
    """The settings of `guichet.toml` in `folder` (the working directory by default) or of GUICHET_CONFIG, under the environment.

    An empty variable counts as unset. Raises SettingsInvalid with one line for the first thing that is wrong.
    """
    folder = folder if folder is not None else Path.cwd()
    given = {**_from_file(environ, folder), **_from_environment(environ, folder)}
    values: dict[str, Any] = {setting.name: _value(setting, given.get(setting.name), folder) for setting in SETTINGS}
    return Settings(**values)


def _value(setting: Setting, given: Given | None, folder: Path) -> object:
    if given is None and setting.default is None:
        return None
    given = given or Given(setting.default or "", "default", folder)
    try:
        return setting.read(given)
    except ValueError as error:
        raise SettingsInvalid(where=given.where, reason=str(error)) from None


def _from_environment(environ: Mapping[str, str], folder: Path) -> dict[str, Given]:
    known = {**environment_names(), CONFIG: None}
    found: dict[str, Given] = {}
    for variable in sorted(environ):
        if not variable.startswith(PREFIX) or not environ[variable].strip():
            if variable.startswith(PREFIX) and variable not in known:
                raise SettingsInvalid(where=variable, reason=f"unknown setting{did_you_mean(variable, known)}")
            continue
        if variable not in known:
            raise SettingsInvalid(where=variable, reason=f"unknown setting{did_you_mean(variable, known)}")
        setting = known[variable]
        if setting is None:
            continue
        if setting.name in found:
            raise SettingsInvalid(where=variable, reason=f"{setting.variable} is set too: keep one of the two")
        by_file = variable != setting.variable
        text = _secret(variable, folder / environ[variable].strip()) if by_file else environ[variable].strip()
        found[setting.name] = Given(text, variable, folder)
    return found


def _secret(variable: str, path: Path) -> str:
    text = _read(path, variable).strip()
    if not text:
        raise SettingsInvalid(where=variable, reason=f"{path} is empty")
    return text


def _read(path: Path, where: str) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsInvalid(where=where, reason=f"{path} is larger than {LARGEST} bytes")
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise SettingsInvalid(where=where, reason=f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsInvalid(where=where, reason=f"{path} is not UTF-8") from None


def _from_file(environ: Mapping[str, str], folder: Path) -> dict[str, Given]:
    named = environ.get(CONFIG, "").strip()
    path = folder / (named or "guichet.toml")
    if not named and not path.exists():
        return {}
    try:
        facts = tomllib.loads(_read(path, CONFIG if named else path.name))
    except tomllib.TOMLDecodeError as error:
        raise SettingsInvalid(where=path.name, reason=f"not TOML: {error}") from None
    return dict(_from_fact(name, value, path) for name, value in _flat(facts).items())


def _flat(facts: Mapping[str, object]) -> dict[str, object]:
    """A table counts as the beginning of its names: `[imap]` `host` is `imap_host`."""
    flat: dict[str, object] = {}
    for name, value in facts.items():
        if isinstance(value, dict) and name not in BY_NAME:
            flat |= {f"{name}_{inner}": fact for inner, fact in value.items()}
        else:
            flat[name] = value
    return flat


def _from_fact(name: str, value: object, path: Path) -> tuple[str, Given]:
    where = f"{path.name}, {name}"
    setting = BY_NAME.get(name)
    if setting is None:
        raise SettingsInvalid(where=where, reason=f"unknown setting{did_you_mean(name, BY_NAME)}")
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if not isinstance(value, str | int):
        raise SettingsInvalid(where=where, reason="must be a text or a number")
    if setting.secret or (setting.file and _holds_password(str(value))):
        reason = f"secrets never stand in a file of settings: set {setting.variable} or {setting.variable}_FILE"
        raise SettingsInvalid(where=where, reason=reason)
    return name, Given(str(value).strip(), where, path.parent)


def _holds_password(url: str) -> bool:
    user = url.partition("://")[2].rpartition("@")[0]
    return ":" in user
