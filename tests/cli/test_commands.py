"""The command line: what it prints, how it ends, and that no traceback reaches anybody."""

import csv
import functools
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from tests import factories
from tools import manual

SAMPLES = {
    "a.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "b.txt": "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6),
    "c.txt": factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2),
    "empty.txt": "",
}
HELP = Path(__file__).parent / "help"
COMMANDS = tuple(name for name in manual.COMMANDS if name not in manual.PARTS)


@pytest.fixture(autouse=True)
def idiom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands extract the plain idiom of the tests: what is extracted is tested elsewhere."""
    for name in ("build", "extract"):
        monkeypatch.setattr(api, name, functools.partial(getattr(api, name), extractor=factories.IDIOM))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERMINAL_WIDTH", "100")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in SAMPLES.items():
        (folder / name).write_text(text)
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def record(reports: Path, tmp_path: Path) -> Path:
    out = tmp_path / "r.db"
    assert run("build", reports, "--out", out, "--read-on", "2025-01-01", "--quiet").exit_code == 0
    return out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_as_it_was(command: str) -> None:
    """To accept a change: run the tests with BLESS=1 and look at the difference."""
    result = run(*([command] if command else []), "--help")
    assert result.exit_code == 0
    pinned = HELP / f"{command or 'firsthand'}.txt"
    if os.environ.get("BLESS"):
        pinned.write_text(result.stdout)
    assert result.stdout == pinned.read_text()
    assert command == "" or "Examples:" in result.stdout


def test_help_comes_at_once() -> None:
    """Best of three, as the machine may be busy; measured without the start of Python itself by `make bench`."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "firsthand", "--help"], check=True, capture_output=True)
        took.append(time.perf_counter() - begun)
    assert min(took) < 1.0


def test_help_loads_nothing_heavy() -> None:
    heavy = {"spacy", "sqlalchemy", "numpy", "rich.table", "msgspec"}
    code = f"import sys, firsthand, firsthand.cli.main; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_build_prints_a_table_and_what_needs_a_person(reports: Path, tmp_path: Path) -> None:
    result = run("build", reports, "--out", tmp_path / "r.db", "--read-on", "2025-01-01")
    assert result.exit_code == 0
    for words in (
        "Oldford",
        "2024-03-04",
        "shelling",
        "Northmen",
        "killed",
        "Needs a person",
        "empty.txt",
        "firsthand show",
    ):
        assert words in result.stdout


def test_build_can_be_quiet_and_can_speak_json(reports: Path, tmp_path: Path) -> None:
    assert run("build", reports, "--out", tmp_path / "r.db", "-q").output == ""
    summary = json.loads(run("build", reports, "--out", tmp_path / "r.db", "--json").stdout)
    assert (summary["reports"], summary["again"], summary["refused"], summary["changed"]) == (3, 3, 1, 0)


def test_strict_tells_that_something_was_refused(reports: Path, tmp_path: Path) -> None:
    assert run("build", reports, "--out", tmp_path / "r.db", "-q", "--strict").exit_code == 3
    assert run("extract", reports, "-q", "--strict").exit_code == 3
    (reports / "empty.txt").unlink()
    assert run("extract", reports, "-q", "--strict").exit_code == 0


def test_extract_prints_a_line_a_report_by_name(reports: Path) -> None:
    result = run("extract", reports)
    assert result.exit_code == 0
    assert [json.loads(line)["report"]["name"] for line in result.stdout.splitlines()] == ["a.txt", "b.txt", "c.txt"]
    assert "empty.txt" in result.stderr


def test_extract_shows_one_report_for_files_with_the_same_bytes(reports: Path) -> None:
    (reports / "d.txt").write_text(SAMPLES["a.txt"])
    first = json.loads(run("extract", reports).stdout.splitlines()[0])
    assert first["report"]["names"] == ["a.txt", "d.txt"]


def test_export_gives_every_format(record: Path, tmp_path: Path) -> None:
    exported = json.loads(run("export", record).stdout)
    assert exported["format"] == "firsthand-record/1"
    rows = list(csv.DictReader(io.StringIO(run("export", record, "--format", "csv").stdout)))
    assert len(rows) == len(exported["incidents"])
    features = json.loads(run("export", record, "-f", "geojson").stdout)["features"]
    assert [one["id"] for one in features] == [one["id"] for one in exported["incidents"]]
    assert run("export", record, "--out", tmp_path / "x.json").output == ""
    assert json.loads((tmp_path / "x.json").read_text()) == exported


def test_schema_prints_each(record: Path) -> None:
    for name in ("record", "extraction", "geojson"):
        assert json.loads(run("schema", name).stdout)["$id"] == f"firsthand-{name}/1"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 2), (("--day", "2024-03-04"), 1), (("--day", "2024-02/2024-03"), 2), (("--day", "2023"), 0),
        (("--place", "oldford"), 1), (("--kind", "ambush"), 1), (("--actor", "HILL"), 1), (("--actor", "Nobody"), 0),
    ],
)  # fmt: skip
def test_incidents_are_filtered(record: Path, options: tuple[str, ...], found: int) -> None:
    assert len(json.loads(run("incidents", record, "--json", *options).stdout)) == found


def test_incidents_are_sorted(record: Path) -> None:
    by = {
        key: [i["kind"] for i in json.loads(run("incidents", record, "--json", "--sort", key).stdout)]
        for key in ("day", "killed")
    }
    assert by == {"day": ["ambush", "shelling"], "killed": ["shelling", "ambush"]}


def test_show_gives_the_words_the_report_and_who_says_so(record: Path) -> None:
    listed = json.loads(run("incidents", record, "--json", "--kind", "shelling").stdout)
    result = run("show", record, listed[0]["id"].removeprefix("inc_")[:8])
    assert result.exit_code == 0
    for words in ("“4”", "“6”", "a.txt", "b.txt", "Hill Monitor", "the outlet itself"):
        assert words in result.stdout


def claims(record: Path, field: str) -> list[str]:
    """Short ids of the claims to a field, in the order of the export."""
    exported = json.loads(run("export", record).stdout)
    return [claim["id"].removeprefix("clm_")[:10] for claim in exported["claims"] if claim["field"] == field]


def test_show_prints_ids_that_why_takes(record: Path) -> None:
    listed = json.loads(run("incidents", record, "--json", "--kind", "ambush").stdout)
    shown = run("show", record, listed[0]["id"]).stdout
    ids = re.findall(r"\[([0-9a-f]{8})\]", shown)
    assert len(ids) >= 4
    assert all(run("why", record, id_).exit_code == 0 for id_ in ids)


def test_why_gives_words_rule_voice_event_and_where_it_ended(record: Path) -> None:
    found = next(id_ for id_ in claims(record, "killed") if "Hill Monitor" in run("why", record, id_).stdout)
    result = run("why", record, found)
    for words in (
        "killing «4» (Hill Monitor)", "a.txt, characters", "tests.idiom", "number 4, low 4, high 4", "Hill Monitor says so",
        "“shelled”", "occurred, told as main", "killed: the reading 4 (exact)", "inc_",
    ):  # fmt: skip
        assert words in result.stdout


def test_why_tells_how_a_time_became_a_day_and_a_word_a_place(record: Path) -> None:
    days = [run("why", record, id_).stdout for id_ in claims(record, "date")]
    assert any("means day(2024, 3, 4)" in shown and "as the day: 2024-03-04" in shown for shown in days)
    places = [run("why", record, id_).stdout for id_ in claims(record, "place")]
    assert any("“Oldford” was taken for Oldford (settlement; Midland, SY;" in shown for shown in places)


def test_why_speaks_json(record: Path) -> None:
    for field in ("killed", "date", "place", "actor"):
        for id_ in claims(record, field):
            found = json.loads(run("why", record, id_, "--json").stdout)
            span = found["claim"]["span"]
            assert span["quote"] in found["sentence"]["quote"]
            assert found["rules"][0]["name"] == found["claim"]["by"]
            assert found["uses"] or found["unused"]


def lines(shown: str) -> list[str]:
    return [re.sub(r" {2,}", "  ", line).strip() for line in shown.splitlines() if line.strip()]


def test_dates_gives_interval_basis_and_every_reason(record: Path) -> None:
    assert lines(run("dates", record).stdout) == [
        "Report  Appeared  Earliest  Latest  Basis  Why",
        "a.txt  2024-03-05  2024-03-05  2024-03-05  stated  - the text opens with '2024-03-05'",
        "b.txt  2024-03-06  2024-03-06  2024-03-06  stated  - the text opens with '2024-03-06'",
        "c.txt  –  –  –  unknown  - undated",
        "3 reports: 2 stated, 0 inferred, 0 undated with a weekday, 1 undated.",
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [(("b.txt",), ["b.txt"]), (("B.T",), ["b.txt"]), ((".txt", "--undated"), ["c.txt"]), (("a.txt", "--undated"), [])],
)
def test_dates_are_filtered_by_name_and_by_what_is_wanting(
    record: Path, options: tuple[str, ...], found: list[str]
) -> None:
    said = json.loads(run("dates", record, *options, "--json").stdout)
    assert [one["name"] for one in said["reports"]] == found
    assert sum(said["counts"].values()) == len(found)


def test_dates_speaks_json(record: Path) -> None:
    said = json.loads(run("dates", record, "a.txt", "--json").stdout)
    assert said == {
        "counts": {"stated": 1, "inferred": 0, "partly": 0, "weekday": 0, "undated": 0},
        "reports": [{
            "name": "a.txt", "names": ["a.txt"], "standing": "stated",
            "published": {
                "edtf": "2024-03-05", "earliest": "2024-03-05", "latest": "2024-03-05", "basis": "stated",
                "why": ["the text opens with '2024-03-05'"],
            },
        }],
    }  # fmt: skip


def test_verify_tells_that_all_holds_or_what_fails(record: Path) -> None:
    import sqlite3

    assert "All holds: 3 reports" in run("verify", record).stdout
    raw = sqlite3.connect(record)
    raw.execute("UPDATE raw SET bytes = x'00' WHERE seq = (SELECT min(seq) FROM raw)")
    raw.commit()
    raw.close()
    result = run("verify", record)
    assert result.exit_code == 1
    assert result.stderr.startswith("error E204: raw row ")


def test_wrong_requests_name_their_code_and_say_what_to_do(record: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("No record. " * 100)
    cases = [
        (("build", tmp_path / "none", "--out", tmp_path / "x.db"), "E101"),
        (("show", record, "ffffffff"), "E103"),
        (("why", record, "ffffffff"), "E105"),
        (("why", record, "c"), "E105"),
        (("incidents", record, "--day", "Tuesday"), "E100"),
        (("incidents", record, "--kind", "rumour"), "E100"),
        (("dates", record, "rumour"), "E100"),
        (("export", tmp_path / "none.db"), "E101"),
        (("export", record, "--format", "xml"), "E100"),
        (("verify", text), "E201"),
    ]
    for arguments, code in cases:
        result = run(*arguments)
        assert result.exit_code == 1, arguments
        first, second = result.stderr.splitlines()[:2]
        assert first.startswith(f"error {code}: ")
        assert second.startswith("hint: ")
        assert "Traceback" not in result.output
    assert not (tmp_path / "x.db").exists()


def test_wrong_usage_ends_with_two() -> None:
    assert run("build").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_an_unexpected_error_is_one_line_unless_debug_asks_for_more(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the moon fell")

    monkeypatch.setattr(api, "export", fail)
    result = run("export", record)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "error E000: unexpected RuntimeError: the moon fell",
    )
    assert isinstance(run("--debug", "export", record).exception, RuntimeError)


def test_ctrl_c_ends_with_130_and_says_what_stays(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "build", interrupted)
    result = run("build", reports, "--out", tmp_path / "r.db")
    assert result.exit_code == 130
    assert "committed" in result.stderr


def test_what_reports_say_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = "2024-03-05 Northmen shelled Oldford on 2024-03-04, killing 4 (Hill Monitor).\x1b[2J\x1b]0;x\x07 [red]\u202eevil"
    (tmp_path / "a\x1b[31m\u202e.txt").write_text(hostile)
    result = run("build", tmp_path / "a\x1b[31m\u202e.txt", "--out", tmp_path / "r.db")
    shown = run("show", tmp_path / "r.db", json.loads(run("incidents", tmp_path / "r.db", "--json").stdout)[0]["id"])
    assert (result.exit_code, shown.exit_code) == (0, 0)
    for character in ("\x1b", "\x07", "\u202e"):
        assert character not in result.output + shown.output


def test_a_closed_pipe_ends_quietly(record: Path) -> None:
    command = f"{sys.executable} -m firsthand export {record} | head -c 5"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)  # noqa: S607 - any bash
    assert (done.stdout, done.stderr) == ('{\n "f', "")
