"""Days and periods in words, the year only once; what is said here is read back to the same days."""

from datetime import date

from core.pool.draft import Period

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SHORT_MONTHS = {
    "fr": "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split(),
    "en": "Jan Feb March April May June July Aug Sept Oct Nov Dec".split(),
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
FAR = 180  # days: beyond, a date needs its year
SHORT = 7  # days: up to a week, weekdays are worth saying


def say_period(period: Period, language: str) -> str:
    """« du lundi 7 au vendredi 11 décembre 2026 », « du 1er au 26 février 2027 », « le mardi 8 décembre 2026 »."""
    start, end = period.start, period.end
    weekdays = (end - start).days < SHORT
    last = f"{_day(end, language, weekdays)} {_month(end, language)} {end.year}"
    if start == end:
        return f"le {last}" if language == "fr" else f"on {last}"
    first = _day(start, language, weekdays)
    if (start.year, start.month) != (end.year, end.month):
        first += f" {_month(start, language)}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"du {first} au {last}" if language == "fr" else f"from {first} to {last}"


def say_short(period: Period, language: str) -> str:
    """« 7 au 11 déc. », « 22 févr. au 5 mars »: short enough for a button, near enough to need no year."""
    start, end, months = period.start, period.end, SHORT_MONTHS[language]
    last = f"{_day(end, language, False)} {months[end.month - 1]}"
    first = _day(start, language, False) + (f" {months[start.month - 1]}" if start.month != end.month else "")
    return last if start == end else f"{first} au {last}" if language == "fr" else f"{first} to {last}"


def say_day(day: date, language: str, today: date | None = None) -> str:
    """« mardi 1er décembre », its year when far from `today` or when no `today` is given; English: « Tuesday 1 December »."""
    year = f" {day.year}" if today is None or abs((day - today).days) > FAR else ""
    return f"{_day(day, language, True)} {_month(day, language)}{year}"


def say_start(day: date, language: str) -> str:
    """« 1er janvier 2027 »; English: « 1 January 2027 »."""
    return f"{_day(day, language, False)} {_month(day, language)} {day.year}"


def _day(day: date, language: str, weekday: bool) -> str:
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{WEEKDAYS[language][day.weekday()]} {number}" if weekday else number


def _month(day: date, language: str) -> str:
    return MONTHS[language][day.month - 1]
