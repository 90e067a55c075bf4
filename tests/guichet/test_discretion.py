"""The log names no address in full, not even in the traceback of somebody else's error."""

import io
import logging

from guichet.discretion import discreet_log


def test_an_address_in_a_message_or_a_traceback_is_masked() -> None:
    stream, log = io.StringIO(), logging.Logger("apart")
    log.addHandler(discreet_log(stream))
    try:
        raise ValueError("rh@clinique.example was refused")
    except ValueError:
        log.exception("parcel 7 for %s failed", "anne@atelier.example")
    assert "parcel 7 for a…@atelier.example failed" in stream.getvalue()
    assert "ValueError: r…@clinique.example was refused" in stream.getvalue()
    assert "rh@" not in stream.getvalue() and "anne@" not in stream.getvalue()
