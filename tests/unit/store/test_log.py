"""The hash chain."""

from pathlib import Path

import pytest
from sqlalchemy import text

from firsthand.store.check import torn
from firsthand.store.log import ROOT, line, line_hash, row_digest
from firsthand.store.reports import add_report
from firsthand.store.sqlite import Store
from tests import factories


def test_a_line_names_its_place_its_content_and_the_line_before() -> None:
    first = line(1, "report", "d" * 64, ROOT)
    second = line(2, "report", "d" * 64, first.hash)
    assert first.hash != second.hash
    assert second.hash == line_hash(2, "report", "d" * 64, first.hash)
    assert line(1, "claim", "d" * 64, ROOT).hash != first.hash


def test_a_rows_digest_takes_in_every_column_and_its_type_but_not_its_number() -> None:
    row = {"id": "x", "body": b"1"}
    assert row_digest("t", {"seq": 7, **row}) == row_digest("t", row)
    assert row_digest("t", {"id": "x", "body": "1"}) != row_digest("t", row)
    assert row_digest("u", row) != row_digest("t", row)


def change(path: Path, statement: str) -> list[str]:
    """What is torn once someone ran `statement` on a record of one report."""
    with Store.create(path, program="tests") as store:
        with store.transaction():
            add_report(store, factories.report("Fog."), b"Fog.")
        assert list(torn(store)) == []
        with store._engine.connect() as raw:
            raw.execute(text(statement))
            raw.commit()
        return [f"{found.what} {found.which}" for found in torn(store)]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE report SET id = 'rpt_0'", "report row 3"),
        ("UPDATE raw SET bytes = x'00'", "raw row 2"),
        ("UPDATE raw SET bytes = 'Fog.'", "raw row 2"),
        ("DELETE FROM name", "name row 4"),
        ("INSERT INTO name (seq, report, name, read_on) VALUES (9, 'a', 'b', 'c')", "name row 9"),
        ("UPDATE log SET digest = 'x' WHERE seq = 2", "log line 2"),
        ("DELETE FROM log WHERE seq = 2", "log line 3"),
        ("UPDATE log SET what = 'raw' WHERE seq = 4", "log line 4"),
    ],
)
def test_whatever_is_changed_is_named(tmp_path: Path, statement: str, named: str) -> None:
    assert change(tmp_path / "r.db", statement)[0] == named
