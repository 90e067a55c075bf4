"""How people answer a digest, and what is read in it."""

import textwrap
from datetime import date
from time import process_time

import pytest

from dialogs.pole.asking_words import Question, What
from dialogs.pole.orders import Order, Orders, read_orders

TODAY = date(2026, 11, 24)
MARCH = date(2027, 3, 31)


def read(text: str) -> Orders:
    return read_orders(text, TODAY)


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("1 ok", Order("ok", (1,))),
        ("1ok", Order("ok", (1,))),
        ("1. OK", Order("ok", (1,))),
        ("1) ok merci", Order("ok", (1,))),
        ("n° 1 : ok", Order("ok", (1,))),
        ("1 : oui", Order("ok", (1,))),
        ("1 d’accord", Order("ok", (1,))),
        ("1 validé", Order("ok", (1,))),
        ("valider 1", Order("ok", (1,))),
        ("ok pour 1 et 3", Order("ok", (1, 3))),
        ("1, 3 et 5 ok", Order("ok", (1, 3, 5))),
        ("1,3,5 ok", Order("ok", (1, 3, 5))),
        ("les 1, 2 et 3 ok", Order("ok", (1, 2, 3))),
        ("1 à 4 ok", Order("ok", (1, 2, 3, 4))),
        ("1-4 ok", Order("ok", (1, 2, 3, 4))),
        ("1 – 4 Ok.", Order("ok", (1, 2, 3, 4))),
        ("tout ok", Order("ok")),
        ("Tout OK, merci !", Order("ok")),
        ("tout ok sauf 2", Order("ok", but=(2,))),
        ("tout est ok sauf 2 et 3", Order("ok", but=(2, 3))),
        ("2 non", Order("no", (2,))),
        ("2 non : doublon", Order("no", (2,), words="doublon")),
        ("2 : non, c’est un doublon", Order("no", (2,), words="c’est un doublon")),
        ("2 refuser", Order("no", (2,))),
        ("refuser 2 : doublon", Order("no", (2,), words="doublon")),
        ("3 demander : quels horaires ?", Order("ask", (3,), words="quels horaires ?")),
        ("3 question : quels horaires ?", Order("ask", (3,), words="quels horaires ?")),
        ("3 Demander : quels horaires ?", Order("ask", (3,), words="quels horaires ?")),
        ("1 répondre : oui, à 8 h", Order("answer", (1,), words="oui, à 8 h")),
        ("1 RÉPONDRE : « Oui, à 8 h »", Order("answer", (1,), words="Oui, à 8 h")),
        ("1 repondre oui", Order("answer", (1,), words="oui")),
        ("1 répondre : le lundi / mardi", Order("answer", (1,), words="le lundi / mardi")),
        ("1 répondre : oui, 2 places prises", Order("answer", (1,), words="oui, 2 places prises")),
        ("1 répondre : le mardi, 2 ok", Order("answer", (1,), words="le mardi, 2 ok")),
        ("5 2 prises", Order("taken", (5,), seats=2)),
        ("5 : 2 places prises", Order("taken", (5,), seats=2)),
        ("5 deux prises", Order("taken", (5,), seats=2)),
        ("5 une place prise", Order("taken", (5,), seats=1)),
        ("5 complet", Order("full", (5,))),
        ("5 pourvue", Order("full", (5,))),
        ("5 et 6 complet", Order("full", (5, 6))),
        ("5 reste 1", Order("left", (5,), seats=1)),
        ("5 il reste 1 place", Order("left", (5,), seats=1)),
        ("5 reste 0", Order("left", (5,), seats=0)),
        ("6 jusqu'au 31/03", Order("until", (6,), day=MARCH)),
        ("6 jusqu’au 31 mars", Order("until", (6,), day=MARCH)),
        ("6 prolonger jusqu'au 31/03/2027", Order("until", (6,), day=MARCH)),
        ("6 prolonger 31/03", Order("until", (6,), day=MARCH)),
        ("6 jusqu'à fin mars", Order("until", (6,), day=MARCH)),
        ("4 je m’en occupe", Order("mine", (4,))),
        ("4 : je m'en charge, merci", Order("mine", (4,))),
        ("4 je l'appelle", Order("mine", (4,))),
        ("4 et 5 je les rappelle", Order("mine", (4, 5))),
        ("4 attendre 5/12", Order("wait", (4,), day=date(2026, 12, 5))),
        ("4 attendre jusqu’au 31/03", Order("wait", (4,), day=MARCH)),
        ("4 plus tard : le 31 mars", Order("wait", (4,), day=MARCH)),
        ("4 pour le Sud", Order("pass", (4,), words="le Sud")),
        ("4 pour Fanny", Order("pass", (4,), words="Fanny")),
        ("4 pour le CFA : c’est un contrat", Order("pass", (4,), words="le CFA : c’est un contrat")),
        ("4 transférer à Fanny", Order("pass", (4,), words="Fanny")),
        ("6 note : rappeler en mars", Order("note", (6,), words="rappeler en mars")),
        ("note 6 : rappeler en mars", Order("note", (6,), words="rappeler en mars")),
    ],
)
def test_an_order_is_read_as_people_write_it(said: str, order: Order) -> None:
    assert read(said) == Orders((order,))


@pytest.mark.parametrize(
    "text", ["1 ok\n2 non : doublon", "1 ok / 2 non : doublon", "1 ok ; 2 non : doublon", "1 ok, 2 non : doublon"]
)
def test_several_orders_stand_on_lines_or_apart(text: str) -> None:
    assert read(text) == Orders((Order("ok", (1,)), Order("no", (2,), words="doublon")))


@pytest.mark.parametrize(
    "said",
    [
        "1 ok mais seulement en mars",
        "5 2 ok",
        "4 à 1 ok",
        "6 jusqu’au 45/13",
        "6 jusqu’au 30/02",
        "5 prise",
        "1 peut-être",
        "3",
        "j’hésite",
    ],
)
def test_what_is_not_certain_is_left_unread(said: str) -> None:
    assert read(said) == Orders(unread=(said,))


@pytest.mark.parametrize(
    ("said", "what", "words"),
    [
        ("offres cuisine mars", "offers", "cuisine mars"),
        ("Offres élec. en février au Port ?", "offers", "élec. en février au Port"),
        ("les offres", "offers", ""),
        ("fiche Carrefour", "card", "Carrefour"),
        ("Fiche de la pharmacie de la Baie", "card", "pharmacie de la Baie"),
        ("manques mars", "gaps", "mars"),
        ("Qu’est-ce qui manque en février ?", "gaps", "février"),
        ("chiffres", "figures", ""),
        ("chiffres de novembre", "figures", "novembre"),
        ("tableau", "table", ""),
        ("le tableau des offres", "table", ""),
    ],
)
def test_questions(said: str, what: What, words: str) -> None:
    found = read(said)
    assert found == Orders(questions=(Question(what, words),)) and found.only_asks


@pytest.mark.parametrize(
    "said",
    [
        "fiche",
        "offre complète, me dit-on : je vous laisse voir avec la mairie de Saint-Paul qui en sait bien plus que moi",
        "manquent les dates",
        "note : rappeler",
    ],
)
def test_what_is_no_question(said: str) -> None:
    assert read(said) == Orders(unread=(said,))


def test_orders_and_questions_in_one_answer() -> None:
    found = read("1 ok\noffres cuisine")
    assert [order.verb for order in found.orders] == ["ok"] and found.questions and not found.only_asks


@pytest.mark.parametrize("said", ["ok", "Merci", "OK merci !", "d’accord", "oui", "très bien"])
def test_assent_without_a_number_decides_nothing(said: str) -> None:
    assert read(said) == Orders(bare=True)


def test_assent_beside_an_order_is_politeness() -> None:
    assert read("Bonjour,\n\n1 ok\n\nMerci\nBonne journée") == Orders((Order("ok", (1,)),))


@pytest.mark.parametrize(
    ("said", "numbers"), [("annuler", ()), ("Annuler.", ()), ("annuler 3", (3,)), ("annuler 3 et 4", (3, 4))]
)
def test_undoing_is_asked_with_or_without_a_number(said: str, numbers: tuple[int, ...]) -> None:
    assert read(said) == Orders(undo=(numbers,))


@pytest.mark.parametrize("said", ["aide", "Aide !", "?", "help"])
def test_help_is_asked(said: str) -> None:
    assert read(said) == Orders(help=True)


def test_an_answer_goes_on_until_an_empty_line() -> None:
    assert read("1 répondre : oui,\nà partir de 8 h\n\n2 ok") == Orders(
        (Order("answer", (1,), words="oui,\nà partir de 8 h"), Order("ok", (2,)))
    )


def test_words_under_a_quoted_entry_count_for_it() -> None:
    text = "> 1. En retard : Hôtel\n>    M. Fontaine\n\nrépondre : oui, à 8 h\n\n> 2. Commence lundi\n> Mme Lauret\nok"
    assert read(text).orders == (Order("answer", (1,), words="oui, à 8 h"), Order("ok", (2,)))


@pytest.mark.parametrize("between", ["\n>\n\n", "\n", "\n\n", "\n>\n>\n"])
def test_an_empty_quoted_line_leaves_the_entry_above_the_answer(between: str) -> None:
    assert read(f"> 2. Commence lundi{between}ok{between}> 3. En retard{between}complet") == Orders(
        (Order("ok", (2,)), Order("full", (3,)))
    )


def test_words_under_another_part_of_the_quoted_letter_count_for_nothing() -> None:
    assert read("> 2. Commence lundi\n>\n> NOUVELLES OFFRES\nok") == Orders(bare=True)


def test_the_examples_of_the_quoted_letter_are_no_orders() -> None:
    assert read("1 ok\n> Répondez : « 2 non »\n> 3 ok") == Orders((Order("ok", (1,)),))


@pytest.mark.parametrize(
    "piece", ["1, ", "1 et ", "ok ", "merci ", "1 à ", "tout ok sauf 1, ", "5 2 ", "> 1. ", "; / ", "je m'en "]
)
def test_a_hostile_answer_is_read_in_bounded_time(piece: str) -> None:
    begun = process_time()
    read(piece * 20_000)
    read("\n".join([piece * 40] * 500))
    assert process_time() - begun < 10


HINT = (
    "une ligne par numéro : « 1 ok », « 2 non : doublon », « 3 demander : quels horaires ? ». Vous pouvez annuler. « aide » donne"
)


@pytest.mark.parametrize("mark", ["", "> ", "| "])
def test_our_own_examples_are_no_orders_however_a_mailer_wraps_them(mark: str) -> None:
    for width in range(20, 100):
        quoted = "\n".join(textwrap.wrap(HINT, width))
        assert [order.numbers for order in read_orders(f"4 ok\n\n{mark}{quoted}", TODAY).orders] == [(4,)], width
        below = quoted.partition("\n")[2]  # the line above bore a mark, and was cut as a quote
        assert [order.numbers for order in read_orders(f"4 ok\n\n{below}", TODAY).orders] == [(4,)], width
        assert [order.numbers for order in read_orders(f"4 ok\n\n{textwrap.indent(quoted, mark)}", TODAY).orders] == [(4,)], width


def test_words_between_guillemets_that_go_on_below_are_kept() -> None:
    (order,) = read_orders("1 répondre : je cite « les horaires\nsont à revoir », merci", TODAY).orders
    assert order.words == "je cite « les horaires sont à revoir », merci"
