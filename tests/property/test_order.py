"""Same reports, same bytes: in whatever order they come, however they are cut into runs."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand import api
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
SAYINGS = st.builds(
    factories.sentence,
    actor=st.sampled_from(["Northmen", "Hillmen"]),
    verb=st.sampled_from(["shelled", "ambushed"]),
    place=st.sampled_from(["Oldford", "Newbridge", "Stonewell"]),
    day=st.sampled_from(["2024-03-04", "2024-03-05", "2024-04-01"]),
    killed=st.integers(0, 9),
    voice=st.sampled_from([None, "Hill Monitor", "Plain Wire"]),
)
HEADS = st.sampled_from(["", "2024-03-05 ", "2024-03-06 ", "2024-04-02 "])
REPORTS = st.builds(lambda head, sayings: head + " ".join(sayings) + "\n", HEADS, st.lists(SAYINGS, max_size=3))
# Few names, so that different reports share one and equal reports have several.
FILES = st.lists(st.tuples(st.sampled_from(["a.txt", "b.txt", "c.txt"]), REPORTS), min_size=1, max_size=6)


def add(folder: Path, record: Path, files: list[tuple[str, str]]) -> None:
    """One run over these files, each under a folder of its own so that names may repeat."""
    paths = []
    for number, (name, text) in enumerate(files):
        path = folder / str(number) / name
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())
        paths.append(path.parent)
    api.build(paths, record, read_on=factories.READ_ON, extractor=factories.IDIOM)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=FILES, seed=st.integers(0, 2**16))
def test_any_order_and_any_cut_gives_the_export_of_building_at_once(files: list[tuple[str, str]], seed: int) -> None:
    shuffled = random.Random(seed).sample(files, len(files))  # noqa: S311 - an order to try, drawn by hypothesis
    cut = seed % (len(files) + 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        add(folder / "once", folder / "once.db", files)
        for number, part in enumerate((shuffled[:cut], shuffled[cut:])):
            if part:
                add(folder / f"part{number}", folder / "parts.db", part)
        assert api.export(folder / "parts.db") == api.export(folder / "once.db")
        assert api.export(folder / "parts.db", "csv") == api.export(folder / "once.db", "csv")
        with api.open_record(folder / "parts.db") as record:
            assert record.verify().fault is None


def test_building_again_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.txt").write_text(factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    record = tmp_path / "r.db"
    for _ in range(2):
        api.build([tmp_path / "reports"], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
        if not (tmp_path / "first").exists():
            (tmp_path / "first").write_bytes(record.read_bytes())
    with api.open_record(record) as view:
        again = view.verify()
    (tmp_path / "copy.db").write_bytes((tmp_path / "first").read_bytes())
    with api.open_record(tmp_path / "copy.db") as view:
        assert (view.verify().head, view.verify().lines) == (again.head, again.lines)


def test_real_reports_with_the_real_kit_in_two_orders(tmp_path: Path) -> None:
    files = sorted((ROOT / "samples/reports").iterdir())[:6]
    api.build(files, tmp_path / "once.db", read_on=factories.READ_ON)
    for part in (files[4:], files[:4:-1], files[:5]):
        api.build(part, tmp_path / "parts.db", read_on=factories.READ_ON)
    assert api.export(tmp_path / "parts.db") == api.export(tmp_path / "once.db")
    assert b'"inc_' in api.export(tmp_path / "once.db")


@pytest.mark.parametrize("workers", [1, 2])
def test_any_number_of_workers_gives_the_same_export(tmp_path: Path, workers: int) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(70):
        text = factories.sentence("Northmen", "shelled", f"Town{chr(97 + number % 26)}", "2024-03-04", number)
        (reports / f"{number}.txt").write_text(text)
    exports = set()
    for name, count in (("one", 1), ("many", workers)):
        api.build([reports], tmp_path / name, read_on=factories.READ_ON, workers=count, extractor=factories.IDIOM)
        exports.add(api.export(tmp_path / name))
    assert len(exports) == 1
