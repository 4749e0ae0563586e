"""A user's own names: found in texts, put before the program's, and refused with every mistake named."""

from pathlib import Path

import pytest

from firsthand.errors import BadTable
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_user import COLUMNS, SORTS, TYPES


def table(folder: Path, *lines: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(["name,aliases,type,sort,country,source", *lines, ""]), encoding="utf-8")
    return path


def test_a_user_adds_names(tmp_path: Path) -> None:
    mine = Lexicon.open([table(tmp_path, "River Wolves,RWF; Wolves of the River,,militia,ML,field notes")])
    for words in ("wolves of the river", "the River Wolves", "RWF"):
        entry = mine.find(words)
        assert entry is not None
        assert (entry.name, entry.sort, entry.country, entry.type) == ("River Wolves", "militia", "ML", "organisation")
    assert mine.digest != Lexicon.open().digest


def test_the_name_alone_is_enough_and_capitals_of_columns_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("﻿Name\r\nRiver Wolves\r\n".encode())
    entry = Lexicon.open([path]).find("River Wolves")
    assert entry is not None
    assert (entry.sort, entry.country) == ("unknown", None)


def test_a_row_of_a_known_name_adds_to_it(tmp_path: Path) -> None:
    own = Lexicon.open().find("Hamas")
    entry = Lexicon.open([table(tmp_path, "HAMAS,Men of the Green Band,,,,")]).find("men of the green band")
    assert own is not None
    assert entry is not None
    assert (entry.sort, entry.country, entry.type) == (own.sort, own.country, own.type)
    assert set(own.aliases) < set(entry.aliases)


def test_what_a_row_says_holds_against_the_program(tmp_path: Path) -> None:
    entry = Lexicon.open([table(tmp_path, "Hamas,,organisation,political,,")]).find("Hamas")
    assert entry is not None
    assert entry.sort == "political"


def test_a_user_abbreviation_comes_before_the_programs(tmp_path: Path) -> None:
    entry = Lexicon.open([table(tmp_path, "Plains Liberation Front,PKK,,rebel group,,")]).find("PKK")
    assert entry is not None
    assert entry.name == "Plains Liberation Front"


@pytest.mark.parametrize(
    ("line", "mistake", "remedy"),
    [
        (",Wolves,,,,", "no name", "fill the column `name`"),
        ("River Wolves,,castle,,,", "type 'castle'", "give one of person, organisation"),
        ("River Wolves,,,pirates,,", "sort 'pirates'", "give one of state force"),
        ("River Wolves,,,,Mali,", "country 'Mali'", "two capital letters"),
        ("River Wolves,W,,,,", "'W' is too short", "at least 2 letters"),
        ("River Wolves,us,,,,", "'us' is an everyday word", "in capitals"),
        ("River Wolves,,,,ML,notes,1999", "more cells than columns", "quotation marks"),
        ("River Wolves,,,,,\nRiver wolves,,,,,", "line 3: 'River wolves' was given before", "into one"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_remedy(tmp_path: Path, line: str, mistake: str, remedy: str) -> None:
    path = table(tmp_path, line)
    with pytest.raises(BadTable) as caught:
        Lexicon.open([path])
    told = str(caught.value)
    assert f"{path}, line " in told
    assert mistake in told
    assert remedy in told


def test_all_mistakes_of_all_tables_are_named_at_once(tmp_path: Path) -> None:
    one = table(tmp_path, "A Band,,castle,,,", "B Band,,,,Mali,")
    two = table(tmp_path, "C Band,,,pirates,,", name="other.csv")
    with pytest.raises(BadTable, match="3 mistakes") as caught:
        Lexicon.open([one, two])
    assert all(place in str(caught.value) for place in ("mine.csv, line 2", "mine.csv, line 3", "other.csv, line 2"))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"title\nX\n", "no column `name`"), (b"name;aliases\nX;Y\n", "parted by semicolons"), (b"", "no column `name`"),
        (b"name,names\nX,Y\n", "unknown column 'names'"), (b"name,name\nX,Y\n", "stands there twice"),
        (b"\xff\xfen\x00", "not in UTF-8"), (b'name\n"X\n', "no row of a CSV table"),
    ],
)  # fmt: skip
def test_what_is_no_such_table_is_refused(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(raw)
    with pytest.raises(BadTable, match=told) as caught:
        Lexicon.open([path])
    assert "bad.csv" in str(caught.value)
    assert caught.value.hint


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="cannot be read"):
        Lexicon.open([tmp_path / "none.csv"])


def test_the_page_tells_every_column_type_and_sort() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs/how-to/add-your-actors.md").read_text(encoding="utf-8")
    assert all(f"`{word}`" in page for word in (*COLUMNS, *TYPES, *SORTS))


def test_every_row_that_ships_would_be_taken_from_a_user() -> None:
    entries = Lexicon.open().entries
    assert {entry.type for entry in entries} <= set(TYPES)
    assert {entry.sort for entry in entries} <= set(SORTS)
