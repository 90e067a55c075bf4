"""Hours for a call are read beside a number or a call, and told as people write them; other hours are left alone."""

import time

import pytest

from dialogs.understanding.text import Text, prepare
from dialogs.understanding.wire import write_heard
from dialogs.who.hours import find_hours
from dialogs.who.phones import find_phones
from tests.dialogs.understanding.hearing import hear


def without_numbers(said: str) -> Text:
    text = prepare(said)
    return text.without(span for _, span in find_phones(text, ("RE",)))


def hours(said: str, asking: str | None = None) -> str | None:
    found = find_hours(without_numbers(said), asking)
    return found.text.replace("\u00a0", " ") if found else None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("0692 00 00 27 apres 11h", "après 11 h"),
        ("0692000027, le matin", "le matin"),
        ("Dany Payet (0692 00 00 27, entre midi et deux)", "entre midi et deux"),
        ("0692 00 00 27 sauf le samedi", "sauf le samedi"),
        ("Tél. 0692 00 00 27. Plutôt en fin de journée.", "plutôt en fin de journée"),
        ("Appelez-moi après 17h30, merci", "après 17 h 30"),
        ("rappelez Jean-Marc au 0692 00 00 27 a partir de 14 heures", "à partir de 14 h"),
        ("Je suis joignable du lundi au vendredi de 8h à 12h", "du lundi au vendredi de 8 h à 12 h"),
        ("0692 00 00 27, en semaine, jamais le lundi", "en semaine, jamais le lundi"),
        ("call me after 5 pm", "after 5 pm"),
        ("My number is 0692 00 00 27, not on Saturdays", "not on Saturdays"),
        ("You can reach me on 0692 00 00 27 between 9 and 11 am", "between 9 and 11 am"),
    ],
)
def test_hours_are_kept_as_people_write_them(said: str, kept: str) -> None:
    assert hours(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "0692 00 00 27",
        "Stage de 8h à 16h, le matin surtout. 0692 00 00 27",
        "0692 00 00 27. Le matin, les élèves aident en cuisine.",
        "Ouvert du lundi au samedi de 8h à 18h. Tél. 0692 00 00 27",
        "0692 00 00 27, le lundi 5 janvier",
        "tel 0692 00 00 27 du 1er au 19 février",
        "Nous appelons les élèves le matin",
        "oui mais pas le lundi on est fermé",
        "appelez-moi pour les horaires de 8h à 16h",
        "Our students work in the morning, call 0692 00 00 27",
    ],
)
def test_other_hours_are_left_alone(said: str) -> None:
    assert hours(said) is None


def test_a_bare_answer_counts_when_the_number_was_asked_for() -> None:
    assert hours("plutôt le matin svp", "contact") == "plutôt le matin"
    assert hours("plutôt le matin svp") is None
    assert hours("le fournil", "contact") is None


def test_a_day_without_calls_is_no_day_of_closing() -> None:
    heard = hear("1 élève de 3e du 7 au 11 décembre à Saint-Leu, 0692 00 00 27, pas le lundi")
    assert (heard.hours, heard.closed_days) == ("pas le lundi", ())


def test_the_answer_of_the_contract_has_no_hours() -> None:
    answer = write_heard("a", hear("1 élève de 3e du 7 au 11 décembre, Dany Payet, 0692 00 00 27 après 11h"))
    assert set(answer["contact"]) == {"name", "email", "phone"} and "hours" not in answer


@pytest.mark.parametrize("said", ["appeler ", "\0", "appelez entre 8h et ", "0692 00 00 27, le lundi ou ", "joindre a a a a a "])
def test_any_text_is_read_in_bounded_time(said: str) -> None:
    began = time.process_time()
    find_hours(without_numbers(said * (10_000 // len(said))), "contact")
    assert time.process_time() - began < 0.5
