"""`territory.toml`: what the académie is called, its clock, whom the messages name."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from config.closest import did_you_mean
from config.problems import Problems
from config.rows import is_email
from config.tables import read_text

FILE = "territory.toml"
TEXTS = ("academie", "timezone", "school_year", "public_name", "signature", "controller", "dpo")
KEYS = (*TEXTS, "phone_regions")


@dataclass(frozen=True)
class About:
    """The facts of territory.toml; empty where one was refused."""

    academie: str = ""
    timezone: str = ""
    school_year: str = ""
    public_name: str = ""
    signature: str = ""
    controller: str = ""
    dpo: str = ""
    phone_regions: tuple[str, ...] = ()


def read_about(folder: Path, problems: Problems) -> About:
    """All keys are required, unknown ones refused; the time zone must exist, the school year be two following years."""
    text = read_text(folder / FILE, problems)
    if text is None:
        return About()
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        problems.add(FILE, int(found[1]) if found else 1, f"not TOML: {error}")
        return About()
    for key in facts:
        if key not in KEYS:
            problems.add(FILE, _line(text, key), f"unknown key « {key} »{did_you_mean(key, KEYS)}")
    for key in KEYS:
        if reason := _refusal(key, facts.get(key)):
            problems.add(FILE, _line(text, key), reason)
    regions = facts.get("phone_regions")
    return About(
        **{key: facts[key] for key in TEXTS if isinstance(facts.get(key), str)},
        phone_regions=tuple(str(region) for region in regions) if isinstance(regions, list) else (),
    )


def _refusal(key: str, value: object) -> str | None:
    if value is None:
        return f"missing key « {key} »"
    if key == "phone_regions":
        fine = isinstance(value, list) and value and all(re.fullmatch("[A-Z]{2}", str(region)) for region in value)
        return None if fine else 'phone_regions: write countries in two letters, ["RE", "FR"]'
    if not isinstance(value, str) or not value.strip():
        return f"« {key} » must be a text"
    if key == "timezone" and not _zone_exists(value):
        return f"unknown time zone « {value} »: write Indian/Reunion, Europe/Paris…"
    if key == "school_year" and not _two_years(value):
        return f"school year « {value} »: write 2026-2027"
    if key == "dpo" and not is_email(value):
        return f"« {value} » is no e-mail address"
    return None


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _two_years(value: str) -> bool:
    found = re.fullmatch(r"(\d{4})-(\d{4})", value)
    return found is not None and int(found[2]) == int(found[1]) + 1


def _line(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.partition("=")[0].strip().strip('"') == key:
            return number
    return 1
