"""When, as employers write it: every form of a period, the year it means, and the dates that are not of the stay."""

import time
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool.draft import Period
from dialogs.understanding.text import prepare
from dialogs.when.periods import find_periods
from dialogs.wording.period_words import say_period
from tests.dialogs.when.builders import RECEIVED, a_territory, dates, timing

FORMS = """
du 8 au 26 février | 2027-02-08 2027-02-26
du 8 au 26 février 2027 | 2027-02-08 2027-02-26
du 08/02 au 26/02 | 2027-02-08 2027-02-26
dispo du 18/01/27 au 05/02/27 | 2027-01-18 2027-02-05
18.01.2027 - 05.02.2027 | 2027-01-18 2027-02-05
2027-02-08 au 2027-02-26 | 2027-02-08 2027-02-26
8-26 février | 2027-02-08 2027-02-26
du 31 mai au 25 juin | 2027-05-31 2027-06-25
entre le 24 mai et le 2 juillet | 2027-05-24 2027-07-02
from 1 to 5 February 2027 | 2027-02-01 2027-02-05
February 8 to 26, 2027 | 2027-02-08 2027-02-26
from March 1st to March 26th | 2027-03-01 2027-03-26
between 3 and 14 May 2027 | 2027-05-03 2027-05-14
du lundi 7 au vendredi 11 décembre | 2026-12-07 2026-12-11
du vingt-deux au vingt-six mars | 2027-03-22 2027-03-26
du 8 au 26 fevirer | 2027-02-08 2027-02-26
du 14 décembre au 8 janvier | 2026-12-14 2027-01-08
du 4 au 15 et du 22 au 26 février | 2027-02-04 2027-02-15, 2027-02-22 2027-02-26
2 du 1er au 26 février et 1 du 5 au 30 avril | 2027-02-01 2027-02-26, 2027-04-05 2027-04-30
février : du 8 au 26 | 2027-02-08 2027-02-26
en avril, du 5 au 30 | 2027-04-05 2027-04-30
les 8, 9 et 10 février | 2027-02-08 2027-02-10
la semaine du 14 juin | 2027-06-14 2027-06-18
la sem du 7 dec | 2026-12-07 2026-12-11
un 3e la semaine du 7/12 et 2 bac pro | 2026-12-07 2026-12-11
la semaine du 7 et celle du 14 décembre | 2026-12-07 2026-12-11, 2026-12-14 2026-12-18
semaine 7 | 2027-02-15 2027-02-19
semaine 50 | 2026-12-07 2026-12-11
sem. 6 et 7 | 2027-02-08 2027-02-19
S48 à S51 | 2026-11-23 2026-12-18
première semaine de février | 2027-02-01 2027-02-05
2e semaine de février | 2027-02-08 2027-02-12
les deux premières semaines de mars | 2027-03-01 2027-03-12
dernière semaine de juin | 2027-06-28 2027-07-02
the first two weeks of March | 2027-03-01 2027-03-12
la semaine prochaine | 2026-11-30 2026-12-04
la semaine pro | 2026-11-30 2026-12-04
mi-mai à fin juin | 2027-05-15 2027-06-30
mi-mai à mi-juin | 2027-05-15 2027-06-15
de janvier à mars | 2027-01-01 2027-03-31
début mars | 2027-03-01 2027-03-10
mi mars | 2027-03-11 2027-03-20
fin mars | 2027-03-21 2027-03-31
première quinzaine de mars | 2027-03-01 2027-03-15
en mars | 2027-03-01 2027-03-31
Mars | 2027-03-01 2027-03-31
oui mais en mars | 2027-03-01 2027-03-31
mars/avril | 2027-03-01 2027-04-30
en mai-juin | 2027-05-01 2027-06-30
4 semaines en mai-juin | 2027-05-01 2027-06-30
sept stagiaires en sept. | 2027-09-01 2027-09-30
le mois prochain | 2026-12-01 2026-12-31
à partir du 1er septembre | 2027-09-01 2027-09-01
a partir de janvier | 2027-01-01 2027-01-01
4 semaines à partir du lundi 8 mars | 2027-03-08 2027-04-02
dès le 4 janvier pour 3 semaines | 2027-01-04 2027-01-22
1 stg bacpro elec debut fev 3 sem | 2027-02-01 2027-02-19
5 jours entre le 30/11 et le 18/12 | 2026-11-30 2026-12-18
la semaine avant les vacances de Noël | 2026-12-14 2026-12-18
la sem avant les vacances | 2026-12-14 2026-12-18
après les vacances | 2027-02-01 2027-02-01
aprè la rantré févrié | 2027-02-01 2027-02-01
08/02-26/02 | 2027-02-08 2027-02-26
du 7 au 11/12 | 2026-12-07 2026-12-11
du 8 février jusqu’au 26 | 2027-02-08 2027-02-26
du 3 mai au 20 août 2027 | 2027-05-03 2027-08-20
entre mars et mai | 2027-03-01 2027-05-31
2 jeunes mars | 2027-03-01 2027-03-31
c’est pour mars | 2027-03-01 2027-03-31
un stage à la ferme en mai | 2027-05-01 2027-05-31
10/12 | 2026-12-10 2026-12-10
le 14 decembre pas plus tot | 2026-12-14 2026-12-14
2 smnes en juillt | 2027-07-01 2027-07-31
pendant les vacances de mars | 2027-03-16 2027-03-29
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_period_is_read_in_all_its_forms(line: str) -> None:
    said, expected = line.split(" | ")
    assert dates(said) == expected.split(", ")


CORRECTED = """
du 5 au 30 mai, euh non avril | 2027-04-05 2027-04-30
en fait pas février, mars | 2027-03-01 2027-03-31
c'est du 10 au 28 mai et pas du 3 | 2027-05-10 2027-05-28
du 8 mars au 2 avril, pardon du 15 mars au 9 avril | 2027-03-15 2027-04-09
au lieu du 3 au 21 mai, ce sera du 10 au 28 mai | 2027-05-10 2027-05-28
"""


@pytest.mark.parametrize("line", CORRECTED.strip().splitlines())
def test_second_thoughts_win(line: str) -> None:
    said, expected = line.split(" | ")
    assert dates(said) == [expected]


OUTSIDE = """
réponse souhaitée avant le 30 juin
pas en decembre, trop de monde
pas février
toute l'année sauf juillet/août
On ferme du 1er au 21 août
suite à votre mail du 12 novembre
réunion des tuteurs le 12 mars
le 12 mars à 14h
14 rue du 8 mai 1945, 06 92 08 02 26
nous avions accueilli Emma du 3 au 21 novembre 2025
rapelez moi en janvier
Saint-Denis, le 23 novembre 2026
depuis 2012, 97410, 16 ans, 22 ans de métier
8h-12h et 14h-18h du lundi au vendredi
l'année prochaine
rentrée 2027
1er trimestre
d'ici fin mars
merci de répondre pour le 15 janvier
fermé en août
sauf juillet/août
née en mai 1980
mars dernier
noté 10/12 par nos clients
0692 12 34 56
06 74 20 51 83
01/02/03/04/05
97430
SIRET 123 456 789 00012
"""


@pytest.mark.parametrize("said", OUTSIDE.strip().splitlines())
def test_dates_that_are_not_of_the_stay_are_left_out(said: str) -> None:
    assert dates(said) == []


@pytest.mark.parametrize("said", ["le 31 juin", "du 30 fevrier au 12 mars", "du 12 au 16", "le 5"])
def test_an_impossible_or_incomplete_date_is_a_doubt(said: str) -> None:
    found = timing(said)
    assert found.periods == () and [doubt.slot for doubt in found.doubts] == ["periods"]


def test_a_weekday_that_is_not_that_days_is_a_doubt() -> None:
    assert timing("le lundi 9 mars").doubts and not timing("le mardi 9 mars").doubts


def test_a_stay_that_has_begun_is_of_this_year_and_an_old_one_of_the_next() -> None:
    assert dates("du 16 novembre au 4 décembre") == ["2026-11-16 2026-12-04"]
    assert dates("du 1er septembre au 30 novembre") == ["2027-09-01 2027-11-30"]


def test_evidence_points_at_the_words_of_the_original() -> None:
    shown = timing("Je peux : 3 smn, dès le 1er Février…").evidence
    assert [(item.slot, item.text) for item in shown] == [("periods", "dès le 1er Février"), ("weeks", "3 smn")]


def test_a_start_with_a_duration_and_a_closed_day_are_read_together() -> None:
    found = timing("3 semaines à partir du 8 mars, fermé le lundi, dates flexibles")
    assert (found.weeks, found.closed_days, found.flexible) == (3, (0,), True)
    assert found.periods == (Period(date(2027, 3, 8), date(2027, 3, 26)),)


def test_the_offers_after_the_first_may_have_its_dates_or_those_said_for_all() -> None:
    first, all_of_them = timing("3 semaines à partir du 26 avril"), timing("de mai à juin, dates flexibles")
    longer, same = timing("6 semaines, même date de début"), timing("aux mêmes dates")
    assert longer.echo(first).periods == (Period(date(2027, 4, 26), date(2027, 6, 4)),)
    assert same.echo(first).periods == first.periods and timing("en mars").echo(first) == timing("en mars")
    filled = timing("4 semaines").filled(all_of_them)
    assert (filled.weeks, filled.flexible, filled.periods) == (4, True, all_of_them.periods)


def test_only_the_end_of_a_stay_gives_no_stay() -> None:
    assert dates("la durée passe à 8 semaines, la date de fin devenant le 9 juillet") == ["2027-07-09 2027-07-09"]


AHEAD = st.integers(0, 730).map(lambda days: RECEIVED + timedelta(days=days))
WAYS = {
    "as it is": str,
    "in capitals": str.upper,
    "without accents": lambda said: "".join(c for c in unicodedata.normalize("NFD", said) if not unicodedata.combining(c)),
    "with accents apart": lambda said: unicodedata.normalize("NFD", said),
    "with blanks to spare": lambda said: said.replace(" ", "   "),
    "with narrow no-break spaces": lambda said: said.replace(" ", "\u202f"),
    "in a sentence": lambda said: f"Bonjour, un élève {said}. Merci, à bientôt",
}


@pytest.mark.parametrize("way", WAYS)
@given(start=AHEAD, end=AHEAD, language=st.sampled_from(["fr", "en"]))
def test_a_period_said_is_read_back_the_same(way: str, start: date, end: date, language: str) -> None:
    period = Period(min(start, end), max(start, end))
    if period.start == period.end == RECEIVED:  # today's date alone heads a letter
        return
    said = WAYS[way](say_period(period, language))
    assert find_periods(prepare(said), RECEIVED, a_territory()).periods == (period,)


WORDS = (
    "1 12 31 2027 27 1/1 01/03/27 1. - / > ( ) , ; \n du au de le la les et ou à en entre jusqu'au from to mars mai juin fin mi "
    "début lundi vendredi semaine semaines S12 mois jours quinzaine vacances zone rentrée prochaine dans huit sept vingt twenty "
    "deux mille premier dernière avant après pas sauf non pardon euh week-end h toute l'année dates quand vous voulez même"
).split(" ")
LONGEST = 10_000


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_no_words_make_it_fail(said: str) -> None:
    found = timing(said)
    assert all(period.start <= period.end for period in found.periods)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.sampled_from(["", " ", "-", "/", ", "]))
def test_ten_thousand_characters_of_anything_have_an_answer(words: list[str], between: str) -> None:
    timing((between.join(words) + between) * (LONGEST // 5))


HOSTILE = (
    "1 ", "1", "1-", "1, ", "1/1 ", "1.1.1", "1/1-", "01/02/03/04/", "27 ", "du ", "du 1 au ", "de ", "d ", "a ", "(", "()",
    "le 1 mars (", "1 mars a 8 h ", "mars ", "mars/", "mai juin ", "lundi, ", "lundi et ", "les 1, 2, 3 mars ", "    ", "\n \n",
    "semaine ", "semaine 1, ", "s10-", "entre mars et ", "ferme ", "é", "a1", "twenty twenty ", "vingt-", "week-", "dates ",
    "la semaine avant les vacances de ", "premiere semaine de ", "quand vous ", "mars pardon ", "1 euh ", "2 semaines ",
)  # fmt: skip


def seconds(piece: str, length: int) -> float:
    """The quickest of three readings: the machine is not ours alone."""
    taken = []
    for _ in range(3):
        text = prepare((piece * length)[:length])
        start = time.process_time()
        find_periods(text, RECEIVED, a_territory())
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_of_a_hostile_text_grows_with_its_length_and_not_with_its_square(piece: str) -> None:
    short, long = seconds(piece, LONGEST // 8), seconds(piece, LONGEST)
    assert long < 24 * max(short, 0.001)  # eight times as long: a square would be 64 times
