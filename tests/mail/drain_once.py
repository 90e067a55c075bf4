"""A process that drains one mailbox into one database, to be killed: `python -m tests.mail.drain_once PORT USER FOLDER`."""

import sys
from pathlib import Path

from mail.accounts import ImapAccount
from mail.arriving.receive import Mailbox
from tests.mail.builders import OWN
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, PASSWORD


def main() -> None:
    """Say that it begins, drain, say that it is done."""
    port, user, folder = sys.argv[1:]
    books = Books(Path(folder))
    box = Mailbox(ImapAccount(HOST, int(port), user, PASSWORD, "none", done="Traitees"), OWN, books)
    print("begun", flush=True)
    box.drain()
    box.close()
    print("done", flush=True)


if __name__ == "__main__":
    main()
