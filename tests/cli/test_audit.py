"""`firsthand audit`: claims are drawn, asked, marked and counted; marks change nothing that the record says."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from firsthand.errors import RecordBusy, UsageError
from firsthand.model.audit import Verdict
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.value import Count
from firsthand.model.voice import OUTLET
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.store.history import snapshot
from firsthand.store.sqlite import Store
from tests import factories

Json = dict[str, Any]
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
PLACES = ("Oldford", "Newbridge", "Hillham", "Stonewick", "Marshby", "Fenton", "Woodley", "Ashby")


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    (folder / "reports").mkdir()
    for number, place in enumerate(PLACES):
        verb = "shelled" if number % 3 else "ambushed"
        told = factories.sentence("Northmen", verb, place, f"2024-03-0{number + 1}", number + 1, "Hill Monitor")
        (folder / "reports" / f"{number}.txt").write_text(f"2024-03-09 Rain fell. {told} Nobody else was there.\n")
    api.build([folder / "reports"], folder / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    return folder / "r.db"


@pytest.fixture
def record(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "110")
    shutil.copy(made, tmp_path / "r.db")
    return tmp_path / "r.db"


def audit(record: Path, typed: str, *more: str, by: str = "A. Reader") -> Result:
    return run("audit", record, "--by", by, *more, typed=typed)


def results(record: Path, *more: str) -> Json:
    found: Json = json.loads(run("audit", record, "--results", "--json", *more).stdout)
    return found


def held(record: Path) -> list[str]:
    """Ids of the claims that are marked, and how, sorted."""
    from firsthand.audit.marks import Claims, marks_of
    from firsthand.audit.sample import population

    with api.open_record(record) as view:
        marks = marks_of("A. Reader", view.decisions, Claims(population(view.folded)))
    return sorted(f"{claim} {mark.kind} {mark.fault}" for claim, mark in marks.held.items())


def test_a_claim_is_shown_with_its_words_and_what_is_pressed_is_logged(record: Path) -> None:
    done = audit(record, "r\nw\nv\nn\nq\n", "--sample", "6")
    assert done.exit_code == 0, done.output
    for words in (
        "Claim 1 of 6",
        "Northmen",
        "«",
        "Rain fell.",
        "Hill Monitor says so",
        "[r]ight  [w]rong  [n]ot sure",
    ):
        assert words in done.stdout
    found = results(record)["results"][0]
    overall = found["overall"]
    assert (overall["right"], overall["wrong"], overall["unsure"], found["left"]) == (1, 1, 1, 3)
    assert [row["name"] for row in found["rules"]] == ["tests.idiom"]
    assert "tests.idiom" in run("audit", record, "--results", "--rules").stdout
    assert found["faults"] == [{"fault": "value", "claims": 1}]
    assert done.stderr.count("logged: mrk_") == 3


def test_the_same_command_goes_on_where_it_stopped(record: Path) -> None:
    first = audit(record, "r\nr\nq\n", "--sample", "6").stdout
    second = audit(record, "r\nq\n").stdout
    assert "Claim 3 of 6" in first
    assert "Claim 3 of 6" in second
    assert "Claim 1 of 6" not in second
    assert results(record)["results"][0]["overall"]["right"] == 3


def test_more_claims_are_added_to_those_that_were_drawn(record: Path) -> None:
    audit(record, "r\n" * 6 + "q\n", "--sample", "6")
    done = audit(record, "q\n", "--sample", "10")
    assert "Claim 7 of 10" in done.stdout
    (found,) = results(record)["results"]
    assert (found["overall"]["right"], found["left"], found["outside"]) == (6, 4, 0)


def test_the_last_mark_is_taken_back_and_its_claim_asked_again(record: Path) -> None:
    done = audit(record, "r\nw\ne\nu\nr\nu\nu\nu\nq\n", "--sample", "6")
    assert done.stderr.count("taken back: mrk_") == 3
    assert "there is no mark in this sample to take back" in done.stderr
    assert held(record) == []


def test_a_mark_can_be_taken_back_at_the_end_and_by_decide(record: Path) -> None:
    audit(record, "r\n" * 4 + "u\nr\nq\n", "--sample", "4")
    assert len(held(record)) == 4
    last = [line.split()[0] for line in run("decisions", record).stdout.splitlines() if line.startswith("mrk_")][-1]
    done = run("decide", record, "undo", last[:12], "--by", "A. Reader", "--why", "slip")
    assert done.exit_code == 0, done.output
    assert len(held(record)) == 3
    assert "(taken back)" in run("decisions", record).stdout


def test_a_claim_left_for_later_is_asked_in_the_next_session(record: Path) -> None:
    done = audit(record, "s\n" * 4 + "q\n", "--sample", "4")
    assert "0 of 4 claims are marked, 4 are left for later" in done.stdout
    assert "Claim 1 of 4" in audit(record, "q\n").stdout


def test_more_shows_more_of_the_report_and_other_keys_are_refused(record: Path) -> None:
    done = audit(record, "m\nx\nq\n", "--sample", "4")
    assert done.stdout.count("Claim 1 of 4") == 2
    assert "'x' is no answer" in done.stderr
    assert held(record) == []


def test_marks_change_nothing_that_the_record_says(record: Path) -> None:
    before = api.export(record), api.export(record, "csv"), api.page(record)
    with Store.open(record) as store:
        cached = snapshot(store, dict)
    audit(record, "w\nn\n" * 5 + "u\nr\nq\n", "--sample", "8")
    with Store.open(record) as store:
        assert snapshot(store, dict) == cached, "the cached view still holds: nothing is to be concluded anew"
    with api.open_record(record) as view:
        assert view.complete
    assert (api.export(record), api.export(record, "csv"), api.page(record)) == before
    verified = run("verify", record).stdout
    assert "Cached view: equal to one made anew." in verified


def test_a_build_after_an_audit_concludes_nothing_anew(record: Path, made: Path) -> None:
    audit(record, "r\nr\nq\n", "--sample", "4")
    summary = api.build([made.parent / "reports"], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert summary.changed == 0
    assert len(held(record)) == 2


def test_a_second_person_goes_through_the_same_claims_and_sees_no_marks(record: Path) -> None:
    audit(record, "r\n" * 6 + "q\n", "--sample", "6")
    done = audit(record, "r\n" * 3 + "w\ns\nr\nr\nq\n", "--same-as", "A. Reader", by="B. Reader")
    assert "A. Reader" not in done.stdout + done.stderr
    found = results(record)
    assert {one["sample"]["id"] for one in found["results"]} == {found["results"][0]["sample"]["id"]}
    (both,) = found["agreement"]
    assert (both["claims"], both["decided"], both["same"], both["kappa"]) == (6, 6, 5, None)
    told = run("audit", record, "--agreement").stdout
    assert "Agree on 5 of the 6 that both call right or wrong: 83 %" in told
    assert "A. Reader: right; B. Reader: wrong (speaker)" in told


def test_fields_and_kinds_are_drawn_from_alone(record: Path) -> None:
    audit(record, "r\nq\n", "--field", "killed", "--kind", "shelling", "--sample", "4")
    (found,) = results(record)["results"]
    assert [row["name"] for row in found["fields"]] == ["killed"]
    assert [row["name"] for row in found["kinds"]] == ["shelling"]
    assert found["overall"]["claims"] == sum(number % 3 > 0 for number in range(len(PLACES)))


def test_another_seed_draws_another_sample_and_both_are_kept(record: Path) -> None:
    audit(record, "q\n", "--sample", "5")
    audit(record, "q\n", "--sample", "5", "--seed", "2")
    audit(record, "q\n", "--seed", "2", "--sample", "6")
    found = [one["sample"] for one in results(record)["results"]]
    assert [one["number"] for one in found] == [0, 2]
    assert [one["size"] for one in found] == [5, 6]


def test_two_records_that_say_the_same_draw_the_same(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(record, other)

    def drawn(path: Path) -> list[str]:
        with api.audit(path, by="A. Reader", sample=12) as session:
            return _all(session)

    first = drawn(record)
    run("audit", other, "--by", "C. Reader", typed="r\nr\nq\n")
    assert drawn(other) == first


def _all(session: api.Audit) -> list[str]:
    found = []
    while (question := session.next()) is not None:
        found.append(question.judged.claim)
        session.leave(question.judged.claim)
    return found


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--field", "colour"], "is no field of a claim"), (["--kind", "picnic"], "is no kind of event"),
        (["--same-as", "Nobody"], "has drawn no such sample"), (["--field", "seized"], "no claim to draw from"),
        (["--json"], "--results --json"),
    ],
)  # fmt: skip
def test_what_cannot_be_audited_is_refused_with_a_hint(record: Path, more: list[str], said: str) -> None:
    done = audit(record, "q\n", *more)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "hint: " in done.stderr
    with api.open_record(record) as view:
        assert view.decisions == ()


def test_an_audit_needs_a_name_and_results_someone_who_marked(record: Path) -> None:
    assert "needs a name" in run("audit", record).stderr
    assert "Nothing was audited yet" in run("audit", record, "--results").stdout
    assert "No claim was marked by two people" in run("audit", record, "--agreement").stdout
    nobody = run("audit", record, "--results", "--by", "Nobody")
    assert nobody.exit_code == 1
    assert "Who has: nobody yet." in nobody.stderr


def test_an_audit_is_the_only_writer(record: Path) -> None:
    with api.audit(record, by="A. Reader"), pytest.raises(RecordBusy):
        api.audit(record, by="B. Reader")
    with api.audit(record, by="B. Reader") as session, pytest.raises(UsageError):
        session.mark("clm_none", "right", now=NOW)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["right", "wrong", "unsure", "undo", "leave", "again"]), max_size=14))
def test_marks_are_what_was_said_less_what_was_taken_back(made: Path, tmp_path: Path, steps: list[str]) -> None:
    """Whatever is done, in however many sessions: undo restores what was before the last mark, and nothing else."""
    path = tmp_path / f"{random.random()}.db"  # noqa: S311 - a name
    shutil.copy(made, path)
    expected: list[tuple[str, str]] = []
    session = api.audit(path, by="A. Reader", sample=9)
    for number, step in enumerate(steps):
        now = datetime(2026, 3, 1, 9, 0, number, tzinfo=UTC)
        question = session.next()
        if step == "again":
            session.__exit__()
            session = api.audit(path, by="A. Reader")
        elif step == "undo":
            assert (session.undo(now=now) is not None) == bool(expected)
            expected = expected[:-1]
        elif question is not None and step == "leave":
            session.leave(question.judged.claim)
        elif question is not None:
            verdict: Verdict = step  # type: ignore[assignment]
            session.mark(question.judged.claim, verdict, now=now)
            expected.append((question.judged.claim, step))
    session.__exit__()
    assert held(path) == sorted(f"{claim} {verdict} None" for claim, verdict in expected)


def test_whenever_it_is_killed_every_mark_before_is_kept(record: Path) -> None:
    """The process is killed while it waits for a key; the next one goes on after what was pressed."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for number in range(1, 3):
        command = [sys.executable, "-m", "firsthand", "audit", str(record), "--by", "A. Reader", "--sample", "8"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as process:
            assert process.stdin is not None
            assert process.stderr is not None
            process.stdin.write(b"r\n")
            process.stdin.flush()
            assert process.stderr.readline().startswith(b"logged: mrk_")
            process.send_signal(signal.SIGKILL)
        assert len(held(record)) == number
    assert run("verify", record).exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_in_a_terminal_single_keys_answer_and_ctrl_c_loses_nothing(record: Path) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "firsthand", "audit", str(record), "--by", "A. Reader", "--sample", "8"]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=subprocess.PIPE) as process:
        os.close(slave)
        assert process.stderr is not None
        _until(master, b"[q]uit > ")
        os.write(master, b"r")
        assert process.stderr.readline().startswith(b"logged: mrk_")
        _until(master, b"[q]uit > ")
        os.write(master, b"w")
        _until(master, b"leave open > ")
        os.write(master, b"e")
        assert b"wrong (event)" in process.stderr.readline()
        _until(master, b"[q]uit > ")
        os.write(master, b"\x03")
        assert process.wait(30) == 130
    os.close(master)
    assert len(held(record)) == 2


def _until(master: int, words: bytes) -> None:
    """Read what the terminal shows until these words stand there, and the keys are read one by one."""
    seen = b""
    while words not in seen:
        seen += os.read(master, 65536)
    time.sleep(0.05)


class Better(factories.Idiom):
    """Gives everything to the outlet's own voice, so that each claim has another id, and counts one more killed."""

    digest = "kit_better"

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        for one in map(factories.extraction, reports):
            mentions = tuple(replace(told, claims=tuple(map(self._bettered, told.claims))) for told in one.mentions)
            yield replace(one, mentions=mentions)

    @staticmethod
    def _bettered(claim: Claim) -> Claim:
        value = claim.value
        if isinstance(value, Count):
            value = replace(value, low=(value.low or 0) + 1, high=(value.high or 0) + 1)
        return replace(claim, value=value, voice=OUTLET)


def open_better(_: Supplied = NOTHING) -> Better:
    """For the engine."""
    return Better()


def test_marks_outlive_a_better_extraction_where_the_same_is_said(record: Path, made: Path) -> None:
    audit(record, "r\n" * 12 + "q\n", "--sample", "12")
    before = results(record)["results"][0]
    marked = {row["name"]: row["right"] for row in before["fields"]}
    better = f"{__name__}:open_better"
    api.build([made.parent / "reports"], record, read_on=factories.READ_ON, extractor=better)
    (after,) = results(record)["results"]
    assert {row["name"]: row["right"] for row in after["fields"]} == {**marked, "killed": 0}
    assert after["gone"] == marked["killed"] > 0
    assert after["left"] == marked["killed"]
    told = run("audit", record, "--results").stdout
    assert f"{after['gone']} marks on claims that the record no longer makes as they were are not counted." in told


def test_hostile_words_do_nothing_in_a_card(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    told = factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")
    text = f"2024-03-07 \x1b[2J\u202e[bold] {told} [/bold] \x9b31m\u200b"
    (tmp_path / "reports" / "a\u202e.txt").write_text(text, encoding="utf-8")
    api.build([tmp_path / "reports"], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    done = run("audit", tmp_path / "r.db", "--by", "\x1b[31mA. Reader", typed="m\nr\nq\n")
    assert done.exit_code == 0, done.output
    shown = (
        done.output + run("audit", tmp_path / "r.db", "--results").output + run("decisions", tmp_path / "r.db").output
    )
    assert "[bold] " in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", shown)
