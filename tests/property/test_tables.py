"""A user's table of names: what is written into it is found by each of its names, and nothing else of it changes."""

import csv
import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from firsthand.errors import BadTable
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import fold

WORD = st.text(alphabet="abcdefghijklmnoprstuvz\u00e9\u00fc\u0219", min_size=4, max_size=9).map(str.capitalize)
NAME = st.lists(WORD, min_size=2, max_size=4).map(" ".join)
ANY = st.text(max_size=20)


def opened(rows: list[list[str]]) -> Lexicon:
    """The lexicon with a table of these rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["name", "aliases", "type", "sort", "country", "source"], *rows])
        return Lexicon.open([path])


@given(name=NAME, aliases=st.lists(NAME, max_size=3))
@settings(max_examples=25, deadline=None)
def test_each_name_of_a_row_leads_to_it(name: str, aliases: list[str]) -> None:
    assume(len({fold(one) for one in (name, *aliases)}) == 1 + len(aliases))
    found = opened([[name, "; ".join(aliases), "", "militia", "ML", "field notes"]])
    for words in (name, *aliases):
        entry = found.find(words)
        assert entry is not None
        assert (entry.name, entry.sort, entry.country) == (name, "militia", "ML")


@given(st.lists(st.lists(ANY, min_size=1, max_size=7), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_table_is_taken_or_named_by_its_lines(rows: list[list[str]]) -> None:
    told = "line 0"
    try:
        opened(rows)
    except BadTable as e:
        told = str(e)
    assert "line " in told
