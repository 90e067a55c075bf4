"""Dates left open and days closed, as employers say them."""

import time

import pytest

from dialogs.understanding.text import prepare
from dialogs.when.openness import closed_days, leaves_open
from dialogs.when.plain import say_plainly


def plain(said: str) -> str:
    return say_plainly(prepare(said)).folded


OPEN = """
choisissez celles qui vous conviennent
prenez la période qui vous arrange
nous nous calerons sur vos calendriers
on s'adaptera à votre planning
toute l'année
toute l'année sauf en août
tout au long de l'année
quand vous voulez
qd vs voulez
quand ça vous arrange
quand le lycée voudra
kan zot i veu
dates à convenir
dates : à voir avec vous
les dates sont à définir ensemble
dates flexibles
dates négociables
du 8 au 26 mars (dates ajustables)
du 8 au 26 mars mais c'est décalable
du 8 au 26 mars mais on peut décaler si besoin
ça peut bouger
peu importe la date
la période m'importe peu
n'importe quand
n importe quelle semaine
à votre convenance
aux dates qui arrangent le lycée
les dates seront celles du lycée
nous sommes flexibles sur les dates
je ne suis pas bloqué sur les dates
aucune contrainte de date
pas de préférence de dates
selon votre calendrier
je m'organiserai en fonction des dates du lycée
on s'adapte à vos dates
on se calera sur votre planning
à vous de me dire pour les dates
horaires fixes, dates à convenir
any time
flexible dates
our dates are flexible
dates are up to you
whenever suits you
we can work around the school calendar
souple
"""
SHUT = """
choisissez le jeune qui vous convient
du 8 au 26 février
en mars
stage libre
ouvert toute l'année
restaurant ouvert toute l'année 7j/7
horaires
horaires flexibles
dates fixes, horaires flexibles
salaire à convenir
le salaire est à convenir
lieu à définir
rendez-vous à votre convenance
rappelez-moi quand vous voulez
appelez quand vous pouvez
dites-moi quand ils arrivent
quand est-ce que le stage commence ?
nous ne sommes pas flexibles sur les dates
dates non négociables
on s'adapte à l'élève
comme vous voulez pour le niveau
il faut être souple et sportif
"""


@pytest.mark.parametrize("said", OPEN.strip().splitlines())
def test_dates_left_to_us_are_flexible(said: str) -> None:
    assert leaves_open(plain(said))


@pytest.mark.parametrize("said", SHUT.strip().splitlines())
def test_dates_said_or_opening_hours_are_not_flexible(said: str) -> None:
    assert not leaves_open(plain(said))


CLOSED = (
    ("pas le lundi", (0,)), ("fermé dimanche et lundi", (6, 0)), ("sauf le mercredi", (2,)), ("le lundi on est fermé", (0,)),
    ("fermé le samedi, dimanche", (5, 6)), ("closed on Mondays", (0,)), ("fermé le mercredi après-midi", ()),
    ("le lundi et mardi", ()),
)  # fmt: skip


@pytest.mark.parametrize(("said", "days"), CLOSED)
def test_closed_weekdays_are_whole_days(said: str, days: tuple[int, ...]) -> None:
    assert closed_days(plain(said)) == days


@pytest.mark.parametrize("piece", ["fermé lundi, ", "lundi et ", "dates ", "flexible ", "pas le ", "ouvert "])
def test_a_long_message_is_read_quickly(piece: str) -> None:
    said = plain((piece * 20_000)[:20_000])
    start = time.process_time()
    leaves_open(said), closed_days(said)
    assert time.process_time() - start < 3  # a pattern that explodes takes minutes
