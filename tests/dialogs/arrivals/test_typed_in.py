"""What was typed into our own letter is found by comparing, and our own words are never taken for an answer."""

import textwrap
from time import process_time

import pytest
from sqlalchemy import func, select

from core.database import transaction
from core.pool.records import Offer
from dialogs.arrivals.typed_in import compared, written
from tests.correspondents import Office, opened, words_of
from tests.mail.builders import a_letter

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
    assert [answer for _, answer in compared(quoted, SENT) if answer] == typed


def test_an_answer_after_a_line_that_a_mailer_broke_is_told_from_it() -> None:
    broken = SENT.replace("Par exemple « du 1er", "Par exemple\n« du 1er").replace("février ».", "février ». 12 au 16 mars")
    assert [pair for pair in compared(broken, SENT) if pair[1]] == [("« du 1er au 19 février ».", "12 au 16 mars")]


@pytest.mark.parametrize("long", ["x y " * 2000, "Combien de jeunes pouvez-vous accueillir ? " + "mot " * 1900, "- " * 4000])
def test_a_line_without_end_costs_no_more_than_a_moment(long: str) -> None:
    began = process_time()
    compared(f"{SENT}\n{long}", SENT * 8)
    assert process_time() - began < 1


@pytest.mark.parametrize("width", [30, 38, 50, 60, 72, 200])
@pytest.mark.parametrize("said", ["Merci beaucoup !", "Bonjour,\n2 jeunes, du 12 au 16 mars\nDany", "oui"])
def test_our_letter_quoted_without_marks_is_taken_out_of_the_words(said: str, width: int) -> None:
    wrapped = [textwrap.wrap(line, width) for line in SENT.split("\n")]
    quoted = "\n".join(line for lines in wrapped for line in lines)
    assert written(f"{said}\n\n{quoted}", SENT) == said
    assert written(f"{said}\n\n{quoted}\nnon", SENT) == f"{said}\nnon"


def test_who_repeats_a_line_of_ours_has_written_it() -> None:
    said = "Bonjour,\nb. À quelles dates ? Par exemple « du 1er au 19 février ».\n2 jeunes"
    assert written(said, SENT) == said and written(said, "") == said


@pytest.mark.parametrize("width", [50, 72])
@pytest.mark.parametrize("announced", ["", "Le mar. 24 nov. 2026 à 10:00, Pôles de stages <stages@pole.example> a écrit :\n\n"])
def test_thanks_above_a_badly_quoted_letter_of_ours_file_nothing(announced: str, width: int) -> None:
    office, who = Office("stages@pole.example"), "d.payet@garage.example"
    offer = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"
    office.hear(a_letter(offer, From=who))
    (filed,) = office.letters()
    lines = words_of(filed).replace("\r", "").replace("\xa0", " ").split("\n")
    quoted = "\n".join("> " + "\n".join(textwrap.wrap(line, width)) for line in lines)  # the mark is lost where a line breaks
    office.hear(
        a_letter(f"Merci beaucoup !\n\n{announced}{quoted}", From=who, To=str(opened(filed)["Reply-To"]), Message_ID="<2@x>")
    )
    (thanked,) = office.letters()
    assert "Avec plaisir" in words_of(thanked)
    with transaction(office.engine) as session:
        assert session.scalar(select(func.count()).select_from(Offer)) == 1
    office.close()
