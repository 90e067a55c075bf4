"""The table of commands: name, help, options, and what each does. Heavy parts are imported by the command that needs them."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.errors import SettingsInvalid
from config.settings import load_settings
from guichet.values import day, file, moment, number

Arguments = tuple[tuple[tuple[str, ...], dict[str, Any]], ...]


@dataclass(frozen=True)
class Command:
    """One command of `guichet`."""

    name: str
    help: str
    work: Callable[[argparse.Namespace], int]
    arguments: Arguments = ()


def _run(given: argparse.Namespace) -> int:
    import asyncio

    from guichet.opening import open_premises
    from guichet.run import run

    asyncio.run(run(open_premises(load_settings()), once=given.once))
    return 0


def _demo(given: argparse.Namespace) -> int:
    from guichet.demo import tell_story

    return tell_story(sys.stdin, sys.stdout)


def _chat(given: argparse.Namespace) -> int:
    from guichet.chat import Chat, converse, serve_json
    from guichet.opening import open_premises

    chat = Chat(open_premises(load_settings()), given.contact, given.language, given.now)
    serve_json(chat, sys.stdin, sys.stdout) if given.json else converse(chat, iter(sys.stdin))
    return 1 if chat.failed else 0


def _understand(given: argparse.Namespace) -> int:
    from guichet.understand import understand_lines

    return understand_lines(load_settings(), sys.stdin, sys.stdout, explain=given.explain)


def _mail(given: argparse.Namespace) -> int:
    from guichet.accounts import largest_letter
    from guichet.clock import now_utc
    from mail.read import read_letter
    from mail.report import as_json

    settings = load_settings()
    inbound = read_letter(
        given.letter.read_bytes(),
        own_address=settings.mail_address,
        received=now_utc(),
        max_bytes=largest_letter(settings),
    )
    print(json.dumps(as_json(inbound), ensure_ascii=False, indent=None if not sys.stdout.isatty() else 1))
    return 0


def _offers(given: argparse.Namespace) -> int:
    from guichet.listing import list_offers

    return list_offers(load_settings(), given, sys.stdout)


def _digest(given: argparse.Namespace) -> int:
    from guichet.listing import show_digest

    return show_digest(load_settings(), given, sys.stdout)


def _tick(given: argparse.Namespace) -> int:
    from guichet.listing import tick

    return tick(load_settings(), given.now, sys.stdout)


def _doctor(given: argparse.Namespace) -> int:
    from guichet.doctor import examine

    return examine(load_settings(), sys.stdout)


def _database(given: argparse.Namespace) -> int:
    from core.database import open_engine
    from core.migrations import upgrade
    from guichet.opening import answering

    with answering():
        changed = upgrade(open_engine(load_settings().database_url))
    print("the database was brought to today's form" if changed else "the database has today's form already")
    return 0


def _parked(given: argparse.Namespace) -> int:
    from guichet.listing import show_parked

    return show_parked(load_settings(), given.retry, sys.stdout)


def _chats(given: argparse.Namespace) -> int:
    from guichet.chats import show_chats

    return show_chats(load_settings(), given.unlink, sys.stdout)


def _retention(given: argparse.Namespace) -> int:
    from guichet.clock import now_utc
    from guichet.retention import keep_rule

    return keep_rule(load_settings(), now_utc(), sys.stdout, dry_run=given.dry_run)


def _files(given: argparse.Namespace) -> int:
    from guichet.files import show_files

    if (given.save is None) != (given.to is None):
        raise SettingsInvalid(where="--save, --to", reason="the two go together: --save ID --to FILE")
    return show_files(load_settings(), given, sys.stdout)


def _poster(given: argparse.Namespace) -> int:
    from guichet.poster import show_posters

    return show_posters(load_settings(), given.pole, sys.stdout)


def _import(given: argparse.Namespace) -> int:
    from guichet.importing import import_table

    return import_table(load_settings(), given.kind, given.file, sys.stdout, dry_run=given.dry_run)


def _export(given: argparse.Namespace) -> int:
    from guichet.exporting import export

    return export(load_settings(), given.kind, sys.stdout, excel=given.excel)


FORMATS = {"choices": ("text", "html", "eml"), "default": "text"}
COMMANDS = (
    Command(
        "run",
        "run what is configured, until Ctrl-C or SIGTERM",
        _run,
        ((("--once",), {"action": "store_true", "help": "handle all that waits now, then end"}),),
    ),
    Command("demo", "the whole story on a throw-away database", _demo),
    Command(
        "chat",
        "one conversation on the terminal",
        _chat,
        (
            (("--json",), {"action": "store_true", "help": "one JSON line in, one out, for programs"}),
            (("--now",), {"type": moment, "help": "fix the clock, as 2026-11-23T09:00:00+04:00"}),
            (("--contact",), {"help": "who is speaking; a new contact by default"}),
            (("--language",), {"choices": ("fr", "en"), "help": "the first language"}),
        ),
    ),
    Command(
        "understand",
        "what messages say: JSON lines in, JSON lines out",
        _understand,
        ((("--explain",), {"action": "store_true", "help": "add which words gave which slot"}),),
    ),
    Command(
        "mail",
        "`mail read FILE`: what a letter would be read as, JSON",
        _mail,
        ((("read",), {"choices": ("read",), "help": "read one letter"}), (("letter",), {"type": file, "metavar": "FILE"})),
    ),
    Command(
        "offers",
        "the pool of offers",
        _offers,
        (
            (("--json",), {"action": "store_true", "help": "one offer a line, JSON"}),
            (("--pole",), {"help": "of this pôle, by id or name"}),
            (("--status",), {"help": "with this status"}),
            (("--kind",), {"help": "of this kind"}),
            (("--programme",), {"help": "open to this programme, by code"}),
            (("--from",), {"type": day, "dest": "since", "help": "that end on this day or later"}),
            (("--to",), {"type": day, "dest": "until", "help": "that start on this day or earlier"}),
            (("--text",), {"help": "whose organisation, place or reference holds this"}),
        ),
    ),
    Command(
        "import",
        "read in a table, CSV or XLSX, as people keep them; read twice, it adds nothing",
        _import,
        (
            (("kind",), {"choices": ("members", "needs", "employers"), "metavar": "KIND", "help": "members, needs or employers"}),
            (("file",), {"type": file, "metavar": "FILE"}),
            (("--dry-run",), {"action": "store_true", "help": "tell what would be done, write nothing"}),
        ),
    ),
    Command(
        "export",
        "the pool or its employers as CSV on standard output",
        _export,
        (
            (("kind",), {"choices": ("offers", "employers"), "metavar": "KIND", "help": "offers or employers"}),
            (("--excel",), {"action": "store_true", "help": "as French spreadsheets open it"}),
        ),
    ),
    Command(
        "digest",
        "today's letter to a coordinator, not sent",
        _digest,
        (
            (("coordinator",), {"metavar": "COORDINATOR", "help": "their id, or an unambiguous part of their name"}),
            (("--date",), {"type": day, "help": "of this day"}),
            (("--format",), FORMATS),
        ),
    ),
    Command(
        "tick", "run what is due", _tick, ((("--now",), {"type": moment, "help": "as if it were this moment, for rehearsal"}),)
    ),
    Command("doctor", "check settings, database, territory and servers; say what to mend", _doctor),
    Command(
        "db",
        "`db upgrade`: bring the database to today's form",
        _database,
        ((("upgrade",), {"choices": ("upgrade",), "help": "run the migrations"}),),
    ),
    Command(
        "parked",
        "the messages set aside after five failed tries",
        _parked,
        ((("--retry",), {"type": number, "metavar": "ID", "help": "put this one back in the queue"}),),
    ),
    Command(
        "chats",
        "the coordinators who have their digests on Telegram too",
        _chats,
        ((("--unlink",), {"metavar": "COORDINATOR", "help": "end this one's, by id or a part of the name; the letters go on"}),),
    ),
    Command(
        "poster",
        "the words and the Telegram link of a poster",
        _poster,
        ((("pole",), {"nargs": "?", "metavar": "POLE", "help": "of this pôle, by id or a part of its name; of all by default"}),),
    ),
    Command(
        "files",
        "the tables and documents that came with letters",
        _files,
        (
            (("--json",), {"action": "store_true", "help": "one file a line, JSON"}),
            (("--save",), {"type": number, "metavar": "ID", "help": "write this one, as it came, to the file of --to"}),
            (("--to",), {"type": Path, "metavar": "FILE", "help": "a new file; nothing is overwritten"}),
        ),
    ),
    Command(
        "retention",
        "empty the messages kept long enough (GUICHET_KEEP_RAW_DAYS); `run` does it every night",
        _retention,
        ((("--dry-run",), {"action": "store_true", "help": "only say how many and how old; nothing is changed"}),),
    ),
)
