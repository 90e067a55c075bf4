"""The log of a running Guichet: whatever is written there, errors of servers and databases included, masks e-mail addresses."""

import logging
from typing import TextIO

from core.post.masked import masked_text


class Discreet(logging.Formatter):
    """A line of the log, its traceback included, with every address masked."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return masked_text(super().format(record))


def discreet_log(stream: TextIO) -> logging.Handler:
    """A handler that writes to this stream."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
