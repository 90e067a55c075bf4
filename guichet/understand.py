"""`guichet understand`: the understanding stage alone, line by line; no database, no network."""

import json
from dataclasses import asdict
from typing import Any, TextIO

from dialogs.understanding.hear import understand
from dialogs.understanding.wire import BadLine, House, read_message, write_heard

from config.catalogue_files import load_catalogue
from config.commune_files import load_communes
from config.settings import Settings
from config.territory_files import load_territory
from core.territory.places import Gazetteer


def understand_lines(settings: Settings, lines: TextIO, out: TextIO, *, explain: bool = False) -> int:
    """Answer each line with a line; a bad one with a line that says why. The exit status: 1 when a line was bad."""
    territory = load_territory(settings.territory)
    gazetteer = Gazetteer(territory, load_communes(settings.communes) if settings.communes else ())
    house, bad = House(territory, load_catalogue(), gazetteer), 0
    for number, line in enumerate(lines, 1):
        answer: dict[str, Any]
        try:
            id, text, setting = read_message(line, house)
            heard = understand(text, setting)
            answer = write_heard(id, heard)
            if explain:
                answer["evidence"] = [asdict(one) for one in heard.evidence]
        except BadLine as error:
            answer, bad = {"id": None, "error": f"line {number}: {error}"}, 1
        print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)
    return bad
