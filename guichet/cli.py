"""The commands. Each loads only what it needs; a wrong setting is one clear line and status 2, never a traceback."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from config.errors import DataInvalid, GuichetError, SettingsInvalid
from guichet.discretion import discreet_log

DONE, FAILED, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 the work failed, 2 usage or settings wrong."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):  # JSON is UTF-8 whatever the terminal, and a bad byte ends nothing
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(argv)
    if not getattr(arguments, "work", None):
        parser().print_help()
        return USAGE
    logging.basicConfig(level=logging.INFO, handlers=[discreet_log(sys.stderr)])
    for quiet in ("alembic", "apscheduler"):
        logging.getLogger(quiet).setLevel(logging.WARNING)
    try:
        work: Callable[[argparse.Namespace], int] = arguments.work
        return work(arguments)
    except (SettingsInvalid, DataInvalid) as error:
        print(f"guichet: {error}", file=sys.stderr)
        return USAGE
    except GuichetError as error:
        print(f"guichet: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (Python flushes standard output once more at exit)
        return DONE
    except KeyboardInterrupt:
        return DONE


class OneLine(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, as every other refusal."""

    def error(self, message: str) -> NoReturn:
        """Refuse, with status 2."""
        self.exit(USAGE, f"{self.prog}: {message} ({self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    from guichet.commands import COMMANDS

    top = OneLine(prog="guichet", description="The single counter between employers and a pôle de stages.")
    kinds = top.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        sub = kinds.add_parser(command.name, help=command.help, description=command.help)
        for flags, options in command.arguments:
            sub.add_argument(*flags, **options)
        sub.set_defaults(work=command.work)
    return top
