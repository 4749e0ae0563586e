"""The record on disk: appended once, read back the same, refused where it should be."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from firsthand.errors import CannotOpenRecord, DiskFull, NewerRecord, NoSuchPath, NotARecord, RecordBusy, RecordDamaged
from firsthand.store.check import torn
from firsthand.store.connect import translated
from firsthand.store.extractions import add_extraction, extracted, one_extraction
from firsthand.store.history import add_refusals, refusals, save_snapshot, snapshot
from firsthand.store.reports import add_report, reports
from firsthand.store.sqlite import Store
from tests import factories


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "r.db", program="tests") as opened:
        yield opened


def add(store: Store, words: str, *names: str, read_on: date = factories.READ_ON) -> str:
    with store.transaction():
        return add_report(store, factories.report(words, *names, read_on=read_on), words.encode())


def test_a_report_comes_back_as_it_was_read(store: Store) -> None:
    report = factories.report("Fog at dawn.\u202e\n", "a.txt")
    with store.transaction():
        assert add_report(store, report, report.text.encode()) == "new"
    assert [stored.report for stored in reports(store)] == [report]


def test_the_same_bytes_are_one_report_with_all_names_and_the_first_day(store: Store) -> None:
    assert add(store, "Fog.", "b.txt", read_on=date(2025, 3, 1)) == "new"
    assert add(store, "Fog.", "a.txt", read_on=date(2025, 2, 1)) == "again"
    [stored] = reports(store)
    assert stored.report.names == ("a.txt", "b.txt")
    assert stored.report.read_on == date(2025, 2, 1)


def test_adding_again_adds_nothing(store: Store) -> None:
    add(store, "Fog.", "a.txt")
    before = store.head
    add(store, "Fog.", "a.txt")
    add(store, "Fog.", "a.txt", read_on=date(2025, 6, 1))
    assert store.head == before


def test_the_same_bytes_read_in_two_ways_are_one_report_whichever_came_first(tmp_path: Path) -> None:
    plain = factories.report("# Fog.", "a.txt")
    marked = replace(plain, names=("a.md",), text="Fog.", media_type="text/markdown")
    found = []
    for number, order in enumerate(([plain, marked], [marked, plain])):
        with Store.create(tmp_path / f"{number}.db", program="tests") as store:
            with store.transaction():
                for report in order:
                    add_report(store, report, b"# Fog.")
            found.append(list(reports(store)))
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_bytes_that_are_not_the_reports_own_are_not_taken(store: Store) -> None:
    with pytest.raises(ValueError, match="bytes"), store.transaction():
        add_report(store, factories.report("Fog."), b"Rain.")
    assert list(reports(store)) == []


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    before = store.head

    def fail() -> None:
        with store.transaction():
            add_report(store, factories.report("Fog."), b"Fog.")
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        fail()
    assert store.head == before
    assert list(torn(store)) == []


def test_nothing_is_appended_outside_of_a_transaction(store: Store) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        add_report(store, factories.report("Fog."), b"Fog.")


SAID = factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")


def test_an_extraction_comes_back_with_its_claims_in_their_order(store: Store) -> None:
    add(store, SAID)
    [stored] = reports(store)
    given = factories.extraction(stored.report)
    with store.transaction():
        added = add_extraction(store, stored, "kit", given)
    assert (added.claims, added.refused) == (4, 0)
    assert one_extraction(store, "kit", stored) == given
    assert one_extraction(store, "other kit", stored) is None
    assert extracted(store, "kit") == {stored.content}


def test_a_claim_whose_quote_is_not_at_its_span_is_refused_and_counted(store: Store) -> None:
    add(store, SAID)
    [stored] = reports(store)
    with store.transaction():
        added = add_extraction(store, stored, "kit", factories.false_extraction(stored.report))
    assert (added.claims, added.refused) == (4, 1)
    kept = one_extraction(store, "kit", stored)
    assert kept is not None
    assert [claim.field for claim in kept.mentions[0].claims] == ["place", "date", "killed"]
    [refusal] = refusals(store, "kit")
    assert refusal.code == "E300"
    assert refusals(store) == ()


def test_refusals_are_noted_once(store: Store) -> None:
    from firsthand.model.report import Refusal

    refusal = Refusal(stage="read", subject="a.bin", code="E110", reason="not text", sha256="0" * 64)
    for _ in range(2):
        with store.transaction():
            add_refusals(store, [refusal])
    assert refusals(store) == (refusal,)


def test_a_cached_view_holds_until_something_is_added(store: Store) -> None:
    with store.transaction():
        save_snapshot(store, {"view": 1})
    assert snapshot(store, dict) == {"view": 1}
    add(store, "Fog.")
    assert snapshot(store, dict) is None
    assert snapshot(store, dict, even_old=True) == {"view": 1}


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.create(path, program="tests"), pytest.raises(RecordBusy):
        Store.create(path, program="tests")
    with Store.create(path, program="tests"):
        assert (tmp_path / "r.db-lock").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.db"]


def test_readers_read_beside_a_writer_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.create(path, program="tests") as writer:
        add(writer, "Fog.")
        with Store.open(path) as reader, writer.transaction():
            add_report(writer, factories.report("Rain."), b"Rain.")
            assert [stored.report.text for stored in reports(reader)] == ["Fog."]


def test_another_programs_write_lock_is_waited_for_and_then_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.store.connect.BUSY_SECONDS", 0.05)
    path = tmp_path / "r.db"
    Store.create(path, program="tests").close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordBusy):
        Store.create(path, program="tests")
    other.close()


def test_what_is_no_record_is_left_alone(tmp_path: Path) -> None:
    notes, other, folder = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path
    notes.write_text("Not a database at all, but long enough to be looked at. " * 40)
    sqlite3.connect(other).executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
    for path in (notes, other):
        before = path.read_bytes()
        with pytest.raises(NotARecord):
            Store.create(path, program="tests")
        with pytest.raises(NotARecord):
            Store.open(path)
        assert path.read_bytes() == before
    with pytest.raises(NotARecord):
        Store.open(folder)
    with pytest.raises(NoSuchPath):
        Store.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_is_no_record_to_read_but_one_to_make(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(NotARecord):
        Store.open(path)
    Store.create(path, program="tests").close()
    Store.open(path).close()


def test_a_newer_format_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.create(path, program="tests").close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NewerRecord):
        Store.create(path, program="tests")
    with pytest.raises(NewerRecord):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_leaves_the_record_whole(store: Store) -> None:
    add(store, "Fog.")
    pages = store.rows(text("PRAGMA page_count"))[0][0]
    store._connection.connection.cursor().execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        add(store, "Rain. " * 20_000)
    assert [stored.report.text for stored in reports(store)] == ["Fog."]
    assert list(torn(store)) == []


def test_a_torn_file_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.create(path, program="tests") as store:
        for number in range(40):
            add(store, f"Fog {number}. " * 200)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    def read() -> None:
        with Store.open(path) as store:
            list(reports(store))

    with pytest.raises(RecordDamaged):
        read()


def test_a_record_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    """What SQLite says of a file that nobody may open, or of a folder that is gone."""
    with pytest.raises(CannotOpenRecord, match=r"r\.db cannot be opened"), translated(tmp_path / "r.db"):
        sqlite3.connect(f"file:{tmp_path}/gone/r.db?mode=ro", uri=True)
