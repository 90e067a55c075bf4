"""What correspondents answer to a letter with numbers; what is not certain is left unread."""

import pytest

from dialogs.pole.school_answers import Said, asks_for_list, read_school_answer

NEEDS, OFFERS = (1, 2), (3, 4, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3 je prends 2", [Said(3, "take", 2)]),
        ("3 : je prends 2 places", [Said(3, "take", 2)]),
        ("3 je prends", [Said(3, "take")]),
        ("3 pour nous", [Said(3, "take")]),
        ("3 : 2 places", [Said(3, "take", 2)]),
        ("3 oui", [Said(3, "take")]),
        ("n° 3 on en prend deux, merci", [Said(3, "take", 2)]),
        ("Je prends le 3", [Said(3, "take")]),
        ("Nous prenons 2 places du 3", [Said(3, "take", 2)]),
        ("3, 4 je prends 1", [Said(3, "take", 1), Said(4, "take", 1)]),
        ("3 je prends 2, 4 je prends 1", [Said(3, "take", 2), Said(4, "take", 1)]),
        ("3 je prends 2 ; 5 rendu", [Said(3, "take", 2), Said(5, "back")]),
        ("3 pris", [Said(3, "settle")]),
        ("3 : 1 pris", [Said(3, "settle", 1)]),
        ("3 rendu", [Said(3, "back")]),
        ("1 : 4", [Said(1, "still", 4)]),
        ("1 4\n2 0", [Said(1, "still", 4), Said(2, "still", 0)]),
        ("1 et 2 : 0", [Said(1, "still", 0), Said(2, "still", 0)]),
        ("1 : il en reste trois", [Said(1, "still", 3)]),
        ("1 tous placés, 2 : 5 élèves", [Said(1, "still", 0), Said(2, "still", 5)]),
        ("> 2. tle, Bac pro MELEC : 12 élèves\n4\n> 3. Garage\nje prends 1", [Said(2, "still", 4), Said(3, "take", 1)]),
        ("Bonjour,\n1 : 4\nBien cordialement\nMme Payet", [Said(1, "still", 4)]),
    ],
)
def test_what_is_read(text: str, said: list[Said]) -> None:
    found = read_school_answer(text, NEEDS, OFFERS)
    assert (found.said == said and not found.unread) or found.unread == ["Mme Payet"]


@pytest.mark.parametrize(
    "text",
    ["4", "je prends 2", "3 peut-être", "1 : environ 4 ou 5", "3 je prends 2 si c’est à Saint-Paul", "Payé ?", "1 ok"],
)
def test_what_is_not_certain_is_left_unread(text: str) -> None:
    found = read_school_answer(text, NEEDS, OFFERS)
    assert (found.said, found.unread) == ([], [text])


def test_without_number_it_is_meant_for_the_only_entry_it_can_be_about() -> None:
    assert read_school_answer("4", (1,), ()).said == [Said(1, "still", 4)]
    assert read_school_answer("4", (1,), (2, 3)).said == [Said(1, "still", 4)]
    assert read_school_answer("tous placés, merci !", (1,), (2,)).said == [Said(1, "still", 0)]
    assert read_school_answer("je prends 2", (), (1,)).said == [Said(1, "take", 2)]
    assert read_school_answer("je prends 2", (1,), (2,)).said == [Said(2, "take", 2)]


def test_other_words() -> None:
    assert read_school_answer("annuler", (), OFFERS).undo == [()]
    assert read_school_answer("annuler 3", (), OFFERS).undo == [(3,)]
    assert read_school_answer("Stop svp", (), OFFERS).stop and read_school_answer("plus de lettres", (), OFFERS).stop
    assert read_school_answer("aide", (), OFFERS).help and read_school_answer("la liste", (), OFFERS).again
    assert asks_for_list("Bonjour, la liste, merci !") and asks_for_list("offres")
    assert not asks_for_list("Nos offres de stage : 2 élèves de 3e en mars") and not asks_for_list("")
