"""`firsthand review`: what linking is least sure of is asked, answered, logged and concluded upon."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

TEXTS = {
    "a.txt": "2024-03-05\nFour soldiers were killed when gunmen ambushed an army convoy near Kutum on Monday, 4 March.\n",
    "b.txt": "2024-03-06\nGunmen ambushed an army convoy near Kutum, killing four soldiers, the army said on Tuesday.\n",
    "e.txt": "2024-04-02\nA bomb went off at the market of Mellit on Saturday, killing three traders.\n",
    "f.txt": "2024-04-08\nAn explosion in North Darfur hurt a dozen people, aid workers said. Its cause is not known.\n",
    "g.txt": "2024-04-20\nShelling of Mellit killed two children, doctors said, days after a blast there.\n",
}


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text)
    made = run("build", folder / "reports", "--out", folder / "r.db", "--read-on", "2025-01-01", "--quiet")
    assert made.exit_code == 0
    return folder / "r.db"


@pytest.fixture
def record(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "140")
    shutil.copy(made, tmp_path / "r.db")
    return tmp_path / "r.db"


def review(record: Path, typed: str) -> Result:
    return run("review", record, "--by", "A. Reader", typed=typed)


def groups(record: Path) -> set[frozenset[str]]:
    incidents = json.loads(api.export(record))["incidents"]
    return {frozenset(told["name"] for told in one["reports"]) for one in incidents}


def first(record: Path) -> tuple[bool, set[str]]:
    """Whether the first question is about one incident so far, and the reports that it shows."""
    question = json.loads(run("review", record, "--json").stdout)[0]
    return question["together"], {question["left"]["report"], question["right"]["report"]}


def test_the_questions_are_listed_nearest_to_turning_first(record: Path) -> None:
    found = json.loads(run("review", record, "--json").stdout)
    off = [abs(one["mean"] - one["needed"]) for one in found]
    assert found
    assert off == sorted(off)
    assert all(one["prior"] + sum(f["millibits"] for f in one["features"]) == one["millibits"] for one in found)
    listed = run("review", record, "--list", "--limit", "1").stdout
    assert "bits from turning" in listed
    assert found[0]["left"]["report"] in listed


def test_an_answer_joins_or_parts_and_is_logged(record: Path) -> None:
    together, reports = first(record)
    answer = "d" if together else "s"
    done = review(record, f"{answer}\nread both\nq\n")
    assert done.exit_code == 0, done.stderr
    assert "Question 1" in done.stdout
    joined = any(reports <= group for group in groups(record))
    assert joined is not together
    with api.open_record(record) as view:
        (decision,) = view.decisions
        assert view.complete
    assert (decision.by, decision.why) == ("A. Reader", "read both")
    assert run("verify", record).exit_code == 0


def test_what_was_answered_is_not_asked_again(record: Path) -> None:
    before = len(json.loads(run("review", record, "--json").stdout))
    _, reports = first(record)
    review(record, "d\nread both\nq\n")
    after = json.loads(run("review", record, "--json").stdout)
    assert len(after) < before
    assert all({one["left"]["report"], one["right"]["report"]} != reports for one in after)


def test_an_answer_can_be_taken_back(record: Path) -> None:
    before = groups(record)
    together, _ = first(record)
    done = review(record, ("d" if together else "s") + "\nmistaken\nu\n")
    assert "taken back: dec_" in done.stderr
    assert groups(record) == before
    with api.open_record(record) as view:
        assert [one.kind for one in view.decisions][-1] == "undo"


def test_an_answer_needs_a_reason_and_a_key(record: Path) -> None:
    done = review(record, "x\ns\n\nq\n")
    assert "'x' is no answer" in done.stderr
    assert "needs a reason" in done.stderr
    with api.open_record(record) as view:
        assert not view.decisions


def test_leaving_all_open_changes_nothing(record: Path) -> None:
    before = record.read_bytes()
    done = review(record, "l\n" * 20)
    assert done.exit_code == 0, done.stderr
    assert api.export(record)
    assert groups(record)
    with api.open_record(record) as view:
        assert not view.decisions
    assert len(record.read_bytes()) == len(before)


def test_a_review_needs_a_name_and_a_record(record: Path, tmp_path: Path) -> None:
    nameless = run("review", record)
    assert nameless.exit_code == 1
    assert "needs a name" in nameless.stderr
    assert run("review", tmp_path / "none.db", "--by", "A. Reader").exit_code == 1


def test_a_review_is_the_only_writer(record: Path) -> None:
    with api.review(record, by="A. Reader"):
        busy = run("review", record, "--by", "B. Reader")
    assert busy.exit_code == 1
    assert "another run is writing" in busy.stderr
    assert review(record, "q\n").exit_code == 0


def test_a_review_answers_at_once_for_what_follows(record: Path) -> None:
    """What follows from an answer is known before the next question: a pair that an answer settles is not asked."""
    with api.review(record, by="A. Reader") as session:
        asked = []
        for doubt, _ in session.questions():
            asked.append(frozenset({*doubt.left, *doubt.right}))

            session.answer(
                doubt, "different", why="weeks lie between", now=datetime(2025, 1, 1, 0, 0, len(asked), tzinfo=UTC)
            )
        assert (session.conclude() or 0) > 0
    assert len(asked) == len(set(asked))
    assert json.loads(run("review", record, "--json").stdout) == []


def test_a_record_of_other_names_is_not_concluded_anew(record: Path, tmp_path: Path) -> None:
    """As for `decide`: the answers are logged, and what they change is seen when the record is built with its own names."""
    names = tmp_path / "names.csv"
    names.write_text("name,aliases,type,sort,country,source\nHill Rangers,Rangers of the Hill,group,militia,SD,own\n")
    done = run("review", record, "--by", "A. Reader", "--lexicon", names, typed="d\nread both\nq\n")
    assert done.exit_code == 0, done.stderr
    assert "build again to see what changes" in done.stderr
    with api.open_record(record) as view:
        assert len(view.decisions) == 1
