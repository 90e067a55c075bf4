"""What becomes of letters that are on record: marked as read, or moved to a folder; never a letter that is not named."""

from imap_tools import BaseMailBox
from imap_tools.utils import encode_folder

from mail.arriving.fetch import answered
from mail.arriving.uids import compact, slices

AT_ONCE = 500  # letters named in one command


def put_away(box: BaseMailBox, uids: list[int], folder: str | None) -> None:
    """Mark these letters as read and, with a folder and where the server can, move them to it; what is gone is no error.

    Raises imaplib's error: the server refuses. Doing it twice does no harm.
    """
    for some in slices(uids, AT_ONCE):
        answered(box.client.uid("STORE", compact(some), "+FLAGS.SILENT", r"(\Seen)"))
        if folder is not None and can_move(box):
            _move(box, compact(some), folder)


def can_move(box: BaseMailBox) -> bool:
    """Whether the server can move letters without touching others."""
    return "MOVE" in box.client.capabilities or "UIDPLUS" in box.client.capabilities


def _move(box: BaseMailBox, uids: str, folder: str) -> None:
    moves = "MOVE" in box.client.capabilities
    name = encode_folder(folder).decode("ascii")
    status, _ = answer = box.client.uid("MOVE" if moves else "COPY", uids, name)
    if status == "NO":  # the folder may not be there yet
        box.client.create(name)
        answer = box.client.uid("MOVE" if moves else "COPY", uids, name)
    answered(answer)
    if not moves:
        # A bare EXPUNGE would destroy what people have marked as deleted; UIDPLUS's touches these letters alone.
        answered(box.client.uid("STORE", uids, "+FLAGS.SILENT", r"(\Deleted)"))
        answered(box.client.uid("EXPUNGE", uids))
