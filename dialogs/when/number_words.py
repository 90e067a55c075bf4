"""Numbers in words, French and English, from one to sixty-nine: the table, and one pattern that finds them."""

_UNITS = {
    2: "deux two", 3: "trois three", 4: "quatre quatres four", 5: "cinq five", 6: "six", 7: "sept seven",
    8: "huit eight", 9: "neuf nine",
}  # fmt: skip
_TEENS = {
    10: "dix ten", 11: "onze eleven", 12: "douze twelve", 13: "treize thirteen", 14: "quatorze fourteen",
    15: "quinze fifteen", 16: "seize sixteen", 17: "dix+sept seventeen", 18: "dix+huit eighteen", 19: "dix+neuf nineteen",
}  # fmt: skip
_TENS = {20: "vingt twenty", 30: "trente thirty", 40: "quarante forty", 50: "cinquante fifty", 60: "soixante sixty"}
ONES = {"un": 1, "une": 1, "one": 1}


def _table() -> dict[str, int]:
    small = {word: value for row in (_UNITS, _TEENS) for value, words in row.items() for word in words.split()}
    digits = {word: value for value, words in _UNITS.items() for word in words.split()} | ONES
    tens = {word: value for value, words in _TENS.items() for word in words.split()}
    both = {f"{ten}+{one}": value + more for ten, value in tens.items() for one, more in digits.items()}
    return small | tens | both


NUMBERS = _table()  # words joined by +
# « vingt et un », « vingt-deux »: whatever joins the words. One and its feminine stand alone nowhere here: see ONES.
NUMBER_WORDS = "(?:" + "|".join(word.replace("+", "(?:[ -](?:et[ -])?)") for word in sorted(NUMBERS, key=len, reverse=True)) + ")"


def to_number(said: str) -> int:
    """The value of digits or of folded number words; KeyError on anything else."""
    if said.isdigit():
        return int(said)
    words = said.replace("-", " ").replace(" et ", " ").split()
    return (NUMBERS | ONES)["+".join(words)]
