"""CSV as people save it, and line numbers that lead to the mistake."""

from pathlib import Path

import pytest

from config.problems import Problems
from config.tables import Columns, read_table

COLUMNS = Columns(("a", "b"), ("c",))


def read(tmp_path: Path, content: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    (tmp_path / "t.csv").write_bytes(content)
    problems = Problems()
    rows = [(row.line, row.cells) for row in read_table(tmp_path / "t.csv", COLUMNS, problems)]
    return rows, [str(problem) for problem in problems.found]


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xef\xbb\xbfa;b\r\n1;2\r\n", b"A , B\n 1 , 2 \n", b"\n\na,b\n\n1,2"])
def test_separator_bom_blanks_and_line_ends_do_not_matter(tmp_path: Path, content: bytes) -> None:
    rows, problems = read(tmp_path, content)
    assert ([cells for _, cells in rows], problems) == ([{"a": "1", "b": "2"}], [])


def test_a_record_is_on_the_line_where_it_begins(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, b'a,b\n"1\n1",2\n\n3,4\n')
    assert [line for line, _ in rows] == [2, 5]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "t.csv:1: empty file: a first line with the columns is needed"),
        (b"a,d\n", "t.csv:1: missing column « b »"),
        (b"a,b,cc\n", "t.csv:1: unknown column « cc »"),
        (b"a,b,b\n", "t.csv:1: column « b » stands twice"),
        (b"a,b\n1,2,3\n", "t.csv:2: 3 cells instead of 2"),
        (b"a,b\n\xe9,2\n", "t.csv:2: not UTF-8: save the file as « CSV UTF-8 »"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    assert told in read(tmp_path, content)[1]


def test_a_quote_that_never_ends_is_told(tmp_path: Path) -> None:
    assert "broken quotation marks" in read(tmp_path, b'a,b\n"1,2\n')[1][0]
