"""Data frames: typed, the same rows in both libraries, and a word on what to install where one is not there."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import firsthand
from firsthand import api
from firsthand.errors import SetupError, UsageError
from firsthand.publish.data_frames import Library
from firsthand.publish.tables import TABLES, Table
from tests import factories

BOTH: tuple[Library, ...] = ("pandas", "polars")
TEXTS = (
    "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6),
    factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2),
    "",
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frames")
    (folder / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (folder / "in" / f"{number}.txt").write_text(text)
    api.build([folder / "in"], folder / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    shelled = next(one for one in incidents(folder / "r.db") if one.kind == "shelling")
    api.judge(folder / "r.db", "split", [shelled.id, "1.txt"], by="A. Reader", why="another day")
    return folder / "r.db"


def incidents(record: Path) -> Any:  # noqa: ANN401 - a tuple of incidents
    with api.open_record(record) as view:
        return view.incidents()


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell
    """A cell of pandas as polars has it."""
    import pandas

    if isinstance(value, list):
        return value
    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.to_pydatetime() if value.tzinfo else value.date()
    return value


@pytest.mark.parametrize("table", TABLES)
def test_both_libraries_have_the_same_rows(record: Path, table: Table) -> None:
    one = firsthand.frame(record, table)
    other = firsthand.frame(record, table, library="polars")
    assert len(one) > 0
    assert list(one.columns) == other.columns
    assert [{k: plain(v) for k, v in row.items()} for row in one.to_dict("records")] == other.to_dicts()


def test_columns_are_typed_and_what_is_not_known_is_missing(record: Path) -> None:
    found = firsthand.frame(record)
    assert {str(found[name].dtype) for name in ("killed_low", "reports", "ucdp_date_prec", "wounded_best")} == {"Int64"}
    assert str(found["date_earliest"].dtype) == "datetime64[s]"
    shelled = found[found["kind"] == "shelling"].sort_values("killed_low").iloc[0]
    where = factories.place("Oldford")
    assert (shelled["killed_low"], shelled["actors"], shelled["lat"]) == (4, ["Northmen"], where.lat)
    assert found["wounded_best"].isna().all()
    days = firsthand.frame(record, library="polars")["date_earliest"].to_list()
    assert set(days) == {date(2024, 3, 4), date(2024, 2, 1)}
    claims = firsthand.frame(record, "claims", library="polars")
    assert set(claims["incident"]) == set(found["id"])
    assert sorted(claims["low"].drop_nulls()) == [2, 4, 6]
    (at,) = firsthand.frame(record, "decisions", library="polars")["at"].to_list()
    assert isinstance(at, datetime)
    assert at.tzinfo is not None
    assert at <= datetime.now(UTC)
    refused = firsthand.frame(record, "reports")
    assert list(refused[refused["refused"].notna()]["name"]) == ["3.txt"]


def test_an_empty_table_has_its_columns_all_the_same(record: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing of note.")
    api.build([tmp_path / "a.txt"], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    tables: tuple[Table, ...] = ("incidents", "claims", "decisions")
    for table in tables:
        one, other = (firsthand.frame(tmp_path / "r.db", table, library=name) for name in BOTH)
        assert (len(one), len(other)) == (0, 0)
        assert list(one.columns) == other.columns
        assert other.schema == firsthand.frame(record, table, library="polars").schema
        assert list(one.dtypes) == list(firsthand.frame(record, table).dtypes)


@pytest.mark.parametrize("library", BOTH)
def test_a_library_that_is_not_there_is_named_with_what_to_install(
    record: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SetupError, match=f"{library} is not installed") as caught:
        firsthand.frame(record, library=library)
    assert caught.value.hint == f"Install it: pip install 'firsthand[{library}]'"


def test_what_there_is_not_is_answered_with_what_there_is(record: Path) -> None:
    with pytest.raises(UsageError, match="no table 'goats'") as caught:
        firsthand.frame(record, "goats")  # type: ignore[arg-type]
    assert "incidents, claims, reports, decisions" in caught.value.hint
    with pytest.raises(UsageError, match="no library 'excel'"):
        firsthand.frame(record, library="excel")  # type: ignore[arg-type]
