"""A shortage and whom to ask, in a coordinator's words; and what an employer is asked."""

from typing import cast

from core.agenda.campaigns import Campaign
from core.pool.draft import Draft, Kind, Level, Period
from core.territory.schools import school_name
from dialogs.house import House
from dialogs.wording.describe import say_fields, say_programme
from dialogs.wording.period_words import say_period
from dialogs.wording.words import Words


def campaign_words(one: Campaign, house: House, words: Words) -> str:
    """« Il manque 33 places en PFMP, électricité : 12 entreprises du métier à moins de 20 km acceptent d’être sollicitées. »"""
    return words.line(
        "digest-campaign",
        kind=words.line("digest-kind", kind=one.kind),
        family=", ".join(say_fields([one.family], words)) or "none",
        missing=one.missing,
        school=school_name(one.school, house.territory),
        students=one.students,
        programme=say_programme(one.programme, house.catalogue),
        period=say_period(Period(one.start, one.end), words.language),
        employers=one.employers,
    )


def draft_of(one: Campaign, seats: int | None, house: House) -> Draft:
    """The offer that « oui » makes of what was asked, but for its place."""
    observes = one.kind == "observation"
    return Draft(
        kind=cast(Kind, one.kind),
        levels=(cast(Level, one.level),),
        programmes=() if observes else (one.programme,),
        fields=() if observes else (one.family,),
        seats=seats,
        periods=(Period(one.start, one.end),),
    )
