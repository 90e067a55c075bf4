"""What was typed into our own letter is found by comparing, and our own words are never taken for an answer."""

from time import process_time

import pytest

from dialogs.typed_in import answered_lines, compared

SENT = """Bonjour Anne,

Il me manque 2 précisions :
a. Combien de jeunes pouvez-vous accueillir ?
b. À quelles dates ? Par exemple « du 1er au 19 février ».

Métier :
Répondez dans vos mots à ce message. Sans autre correction, votre réponse vaudra accord et j’enregistre l’offre. Répondez oui."""


@pytest.mark.parametrize(
    ("quoted", "typed"),
    [
        (SENT, []),
        (SENT.replace("accueillir ?", "accueillir ? 2"), ["2"]),
        (SENT.replace("Métier :", "Métier : plomberie"), ["Métier : plomberie"]),
        (SENT.replace("février ».", "février ».\n12 au 16 mars"), ["12 au 16 mars"]),
        (SENT + "\noui", ["oui"]),
        (SENT.replace("vaudra accord et", "vaudra accord\net"), []),
        (SENT.replace("votre réponse vaudra accord", "votre\nréponse\nvaudra accord"), []),
        (SENT.replace("«", '"').replace("»", '"').replace("’", "'").upper(), []),
        ("", []),
    ],
)
def test_only_what_is_not_ours_is_an_answer(quoted: str, typed: list[str]) -> None:
    assert answered_lines(quoted, SENT) == typed


def test_an_answer_after_a_line_that_a_mailer_broke_is_told_from_it() -> None:
    broken = SENT.replace("Par exemple « du 1er", "Par exemple\n« du 1er").replace("février ».", "février ». 12 au 16 mars")
    assert [pair for pair in compared(broken, SENT) if pair[1]] == [("« du 1er au 19 février ».", "12 au 16 mars")]


@pytest.mark.parametrize("long", ["x y " * 2000, "Combien de jeunes pouvez-vous accueillir ? " + "mot " * 1900, "- " * 4000])
def test_a_line_without_end_costs_no_more_than_a_moment(long: str) -> None:
    began = process_time()
    compared(f"{SENT}\n{long}", SENT * 8)
    assert process_time() - began < 1
