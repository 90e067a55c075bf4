"""`guichet understand`: the understanding stage alone, line by line; no database, no network."""

import json
from typing import Any, TextIO

from config.settings import Settings
from dialogs.understanding.hear import understand
from dialogs.understanding.reasons import find_reasons
from dialogs.understanding.wire import LineRefused, read_line, read_message, write_heard, write_refusal
from guichet.loading import load


def understand_lines(settings: Settings, lines: TextIO, out: TextIO, *, explain: bool = False) -> int:
    """Answer each line with a line; a bad one with a line that says why. The exit status: 1 when a line was bad."""
    territory, catalogue, gazetteer = load(settings)
    bad = 0
    for line in lines:
        message: dict[str, Any] = {}
        try:
            message = read_line(line)
            text, setting = read_message(message, territory, catalogue, gazetteer)
            heard = understand(text, setting)
            answer = write_heard(message.get("id"), heard)
            if explain:
                answer["evidence"] = [one._asdict() for one in (*heard.evidence, *find_reasons(text, setting, heard.intent))]
        except LineRefused as refused:
            answer, bad = write_refusal(message.get("id"), refused), 1
        print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)
    return bad
