"""The words of time, as patterns over folded text: months with their short forms, days, years, weekdays."""

from dialogs.understanding.number_words import NUMBER_WORDS

FORMS = {
    1: "janvier|janv|jan|january", 2: "fevrier|fevr|fev|february|feb|fevier", 3: "mars|march", 4: "avril|avr|april", 5: "mai|may",
    6: "juin|june", 7: "juillet|juil|july", 8: "aout|august", 9: "septembre|sept|september", 10: "octobre|oct|october",
    11: "novembre|nov|november", 12: "decembre|dec|december",
}  # fmt: skip
WEEKDAYS = ("lundi|monday", "mardi|tuesday", "mercredi|wednesday", "jeudi|thursday", "vendredi|friday", "samedi|saturday", "dimanche|sunday")
ANY_MONTH = "|".join(sorted((form for forms in FORMS.values() for form in forms.split("|")), key=len, reverse=True))
ANY_WEEKDAY = "|".join(WEEKDAYS)
NUMBER = rf"\d{{1,2}}|{NUMBER_WORDS}|une?|one"
_NUMBERS = {form: number for number, forms in FORMS.items() for form in forms.split("|")}
_SHORT_WEEKDAY = r"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?|[a-z]{3,6}day)\s+"


def month(name: str) -> str:
    """The pattern of a month, as a group of this name."""
    return rf"(?P<{name}>{ANY_MONTH})\b\.?"


def day(name: str) -> str:
    """The pattern of a day of the month, with its weekday or without, as a group of this name."""
    return rf"(?:{_SHORT_WEEKDAY})?(?P<{name}>0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?(?![\d/:h])"


def year(name: str) -> str:
    """The pattern of a year of this century, as a group of this name."""
    return rf"(?P<{name}>20\d\d)"


def month_number(said: str) -> int:
    """1 to 12 from a month's name or number; ValueError for any other number."""
    number = int(said) if said.isdigit() else _NUMBERS[said]
    if not 1 <= number <= 12:
        raise ValueError(said)
    return number


def weekday_number(said: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return next(number for number, names in enumerate(WEEKDAYS) if said in names.split("|"))
