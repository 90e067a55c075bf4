"""Letters with what must be read from them, the project's own and those beside it, and the rule that says who read them right."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from core.post.inbound import Inbound
from mail.read import read_letter

ROOT = Path(__file__).parent.parent
OWN = ROOT / "bench" / "letters"
HELD = OWN / "held"  # only measured: nothing is mended on these
SHARED = ROOT.parent / "shared" / "corpus" / "letters"
RECEIVED = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
SETS: dict[str, tuple[Path, ...]] = {
    "reply": (SHARED / "french", OWN / "replies", HELD),
    "machine": (SHARED / "french_auto", OWN / "machines", HELD),
    "bounce": (SHARED / "bounces", OWN / "bounces", HELD),
}


@dataclass(frozen=True)
class Sample:
    """A letter and its line of `expected.jsonl`."""

    row: dict[str, Any]
    raw: bytes


def read(raw: bytes) -> Inbound:
    """A letter as an assistant without an address of its own reads it."""
    return read_letter(raw, own_address=None, received=RECEIVED)


def folders(kind: str) -> list[Path]:
    """The folders of one kind of letters that are there."""
    return [folder for folder in SETS[kind] if (folder / "expected.jsonl").is_file()]


@cache
def samples(folder: Path, kind: str) -> tuple[Sample, ...]:
    """The letters of a folder that are of this kind and whose file is there."""
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["kind"] == kind and row.get("format", "eml") == "eml"]
    return tuple(Sample(row, (folder / row["file"]).read_bytes()) for row in rows if (folder / row["file"]).is_file())


def everything(kind: str) -> Iterator[Sample]:
    """The letters of one kind, of all folders."""
    return (one for folder in folders(kind) for one in samples(folder, kind))


def is_right(row: dict[str, Any], heard: Inbound) -> bool:
    """The rule of the document: replies by their lines, robots by their verdict, bounces by those whom they name."""
    match row["kind"]:
        case "reply":
            return is_reply(row, heard.text)
        case "machine":
            return (heard.kind not in ("bounce", "auto_reply", "own", "refused")) == bool(row["human"])
        case _:
            return heard.kind == "bounce" and wanted(row) <= {one.recipient.lower() for one in heard.bounces}


def is_reply(row: dict[str, Any], text: str) -> bool:
    """Every line of `reply` is there, and no other line than those of `signature`; spaces count once."""
    got, expected, allowed = lines(text), lines(row["reply"]), lines(row.get("signature"))
    return all(line in got for line in expected) and all(line in expected or line in allowed for line in got)


def lines(text: str | None) -> list[str]:
    """The lines that are not empty, their spaces made one."""
    plain = (text or "").replace("\xa0", " ").replace("\u202f", " ")
    return [" ".join(line.split()) for line in plain.splitlines() if line.strip()]


def wanted(row: dict[str, Any]) -> set[str]:
    """The recipients that a bounce must name."""
    return {one["recipient"].lower() for one in row.get("decoded", []) if one.get("recipient")}


def name(folder: Path) -> str:
    """A folder as the tables call it."""
    return f"bench/letters/{folder.name}" if folder.parent == OWN else f"shared, {folder.name}"


def count(found: Sequence[bool]) -> str:
    """`48/50 (96.0 %)`."""
    return f"{sum(found)}/{len(found)} ({sum(found) / len(found):.1%})".replace("%)", " %)") if found else "none"
