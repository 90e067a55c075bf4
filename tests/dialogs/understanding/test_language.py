"""French or English."""

import pytest

from dialogs.understanding.language import find_language
from dialogs.understanding.text import prepare

ENGLISH = "Hello, we can take two students|yes|Thanks|1 student in May|We would like to offer one|no thanks|from 1 to 5 February"
FRENCH = "bonjour je prends un stagiaire|ok|2 bac pro|cap cuisine|help|marketing manager|stage in Le Port|👍|jpren 1 stg"


@pytest.mark.parametrize("said", ENGLISH.split("|"))
def test_english_is_told_by_its_small_words(said: str) -> None:
    assert find_language(prepare(said)) == "en"


@pytest.mark.parametrize("said", FRENCH.split("|"))
def test_whatever_is_not_clearly_english_is_french(said: str) -> None:
    assert find_language(prepare(said)) == "fr"
