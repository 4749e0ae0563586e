"""The texts, clocks and scales of `make bench`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools import bench
from tools.speed import size, texts, timing

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Gunmen on motorcycles attacked the eastern village before sunrise and wounded several traders near the station"


def samples(folder: Path) -> Path:
    """A folder of samples with one report."""
    (folder / "reports").mkdir(parents=True)
    said = f"In Karbelo on 3 March, {WORDS.lower()}. {WORDS} in Karbelo, seven residents told reporters.\n"
    (folder / "reports/one.txt").write_text(said)
    (folder / "reports/page.html").write_text("<p>left out</p>")
    expected = {"incidents": [{"title": "Not A Place", "places": [{"name": "Karbelo", "as_written": ["Karbelo"]}]}]}
    (folder / "expected.json").write_text(json.dumps(expected))
    return folder


def test_copies_are_told_apart_by_place_month_and_words(tmp_path: Path) -> None:
    assert texts.write(samples(tmp_path / "samples"), tmp_path / "out", 3) == 3
    first, second, third = [path.read_text() for path in sorted((tmp_path / "out").iterdir())]
    assert first == (tmp_path / "samples/reports/one.txt").read_text()
    assert len({first, second, third}) == 3
    for copy in (second, third):
        assert "Karbelo" not in copy
        assert "March" not in copy
        assert len(copy.split()) == len(first.split())


def test_the_same_copies_are_made_each_time(tmp_path: Path) -> None:
    source = samples(tmp_path / "samples")
    texts.write(source, tmp_path / "a", 4)
    texts.write(source, tmp_path / "b", 4)
    assert [p.read_bytes() for p in sorted((tmp_path / "a").iterdir())] == [
        p.read_bytes() for p in sorted((tmp_path / "b").iterdir())
    ]


def test_memory_is_that_of_the_largest_process_of_the_command() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'x = bytearray(200_000_000)'], check=True)"
    # From a small process: what a command needs is counted from its start, when it still is a copy of whoever starts it.
    asked = f"from tools.speed import timing; print(timing.timed([{sys.executable!r}, '-c', {child!r}]).memory_mb)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True)
    assert 200 < float(done.stdout) < 400


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(timing.CommandError, match=r"ended with 3.*no such report"):
        timing.timed([sys.executable, "-c", "import sys; sys.stderr.write('no such report'); sys.exit(3)"])


def test_the_first_line_is_timed_not_the_end() -> None:
    slow = "import time; print('first', flush=True); time.sleep(1.5)"
    assert timing.first_line_seconds([sys.executable, "-c", slow]) < 1.2
    with pytest.raises(timing.CommandError, match="printed nothing"):
        timing.first_line_seconds([sys.executable, "-c", ""])


def test_the_installation_is_what_is_pinned_and_here(tmp_path: Path) -> None:
    pins = tmp_path / "runtime.txt"
    pins.write_text("msgspec==1.0 \\\n    --hash=sha256:00\n    # via\nnot-to-be-found==2 ; sys_platform == 'x'\n")
    assert size.runtime_packages(pins) == ["msgspec", "not-to-be-found"]
    assert size.package_bytes("msgspec") > 100_000
    assert size.package_bytes("not-to-be-found") == 0


def test_compiled_python_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_bytes(b"1234")
    (tmp_path / "a.py").write_bytes(b"12")
    assert size.folder_bytes(tmp_path) == 2


def test_a_limit_that_is_not_kept_is_said() -> None:
    over = bench.Figure(name="help", value=0.42, unit="s", limit=0.3)
    assert bench.shown(over) == ("help", "0.42 s", "at most 0.3 s: NOT KEPT")
    assert bench.shown(bench.Figure(name="help", value=0.3, unit="s", limit=0.3))[2] == "at most 0.3 s"


def test_the_section_is_put_between_its_markers_each_time(tmp_path: Path) -> None:
    page = tmp_path / "reference/speed.md"
    bench.write(page, "first \\1 figures")
    page.write_text(page.read_text() + "\nA closing word.\n")
    bench.write(page, "second figures")
    text = page.read_text()
    assert "second figures" in text
    assert "first" not in text
    assert text.endswith("A closing word.\n")
