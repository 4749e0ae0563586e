"""The gate from outside: a small corpus with a scorer of its own, and a program that says what the test wants."""

import json
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tools import gate

RUN = """
    import json, pathlib, sys
    if sys.argv[1] == "list":
        print("isaf         extraction an invented set")
        print("harbour      record     another")
    elif sys.argv[2] == "--texts":
        folder = pathlib.Path(sys.argv[3])
        folder.mkdir(parents=True)
        (folder / "one.txt").write_text("Two were hurt.")
    else:
        score = float(pathlib.Path(sys.argv[3]).read_text())
        said = {"headline": {"name": "x", "value": score}, "scores": {"mean_11": score, "fields": {"start_date": 0.5}}}
        print(json.dumps(said))
"""
EVIDENCE = """
    import pathlib, sys
    bad = (pathlib.Path(sys.argv[1]).parent.parent.parent / "no-evidence").exists()
    if bad:
        print("no evidence: something")
    print("1 of 2 have their words (50.00%)" if bad else "2 of 2 have their words (100.00%)")
    sys.exit(1 if bad else 0)
"""
PROGRAM = """
    #!{python}
    import pathlib, shutil, sys
    said = pathlib.Path({answer!r}).read_text()
    if said == "crash":
        sys.exit("E999 nothing goes")
    if sys.argv[1] == "build":
        pathlib.Path(sys.argv[sys.argv.index("--out") + 1]).write_text(said)
    else:
        print(said)
"""


class World:
    """A corpus, a program and a floors file in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        bench = folder / "shared/bench"
        bench.mkdir(parents=True)
        for name in ("isaf", "harbour"):
            (folder / "shared/data" / name).mkdir(parents=True)
            (folder / "shared/data" / name / "dev.jsonl").write_text("{}")
        (bench / "run.py").write_text(dedent(RUN))
        (bench / "evidence.py").write_text(dedent(EVIDENCE))
        self.answer = folder / "answer"
        program = folder / "program"
        program.write_text(dedent(PROGRAM).format(python=sys.executable, answer=str(self.answer)).lstrip())
        program.chmod(0o755)
        self.say(0.5)

    def say(self, score: float | str) -> None:
        """What the program answers, and so what it scores."""
        self.answer.write_text(str(score))

    def gate(self, *options: str) -> int:
        """Run the gate on this world."""
        places = {"--program": "program", "--shared": "shared", "--floors": "floors.json", "--out": "out"}
        fixed = [part for option, name in places.items() for part in (option, str(self.folder / name))]
        return gate.main([*fixed, *options])

    def floors(self) -> dict[str, dict[str, float]]:
        """The pinned quick measures by set."""
        said = json.loads((self.folder / "floors.json").read_text())
        return {name: entry["measures"] for name, entry in said["parts"]["quick"].items()}


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    assert made.gate("--update") == 0
    return made


def test_what_is_pinned_holds(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert world.gate() == 0
    assert "measures hold" in capsys.readouterr().out
    assert world.floors()["isaf"] == {"headline": 50.0, "mean of 11": 50.0, "date": 50.0}
    assert world.floors()["harbour"] == {"headline": 50.0}


def test_a_loss_fails_and_is_named(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.say(0.45)
    assert world.gate() == 1
    said = capsys.readouterr().out
    assert "gate: FAILED: isaf headline fell from 50.00 to 45.00" in said
    assert "isaf date" not in said


def test_a_loss_is_pinned_only_with_flag_and_reason(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.say(0.45)
    assert world.gate("--update") == 1
    assert "--allow-regression" in capsys.readouterr().out
    assert world.floors()["isaf"]["headline"] == 50.0
    with pytest.raises(SystemExit):
        world.gate("--update", "--allow-regression")
    assert world.gate("--update", "--allow-regression", "--reason", "figures are no longer guessed") == 0
    assert world.floors()["isaf"]["headline"] == 45.0
    assert world.gate() == 0


def test_a_gain_passes_and_is_pinned_by_update(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.say(0.6)
    assert world.gate() == 0
    assert "3 gained" in capsys.readouterr().out
    assert world.gate("--update", "--only", "isaf") == 0
    assert (world.floors()["isaf"]["headline"], world.floors()["harbour"]["headline"]) == (60.0, 50.0)


def test_what_has_not_its_words_fails_however_good_the_figures(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.say(0.9)
    (world.folder / "no-evidence").touch()
    assert world.gate() == 1
    assert "isaf: evidence is 1 of 2, must be all" in capsys.readouterr().out
    assert world.gate("--update") == 1
    assert world.floors()["isaf"]["headline"] == 50.0


def test_a_program_that_fails_fails_the_gate(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.say("crash")
    assert world.gate() == 1
    said = capsys.readouterr().out
    assert "E999 nothing goes" in said
    assert "isaf could not be measured" in said


def test_a_changed_corpus_is_said_and_pinned_anew(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    (world.folder / "shared/data/isaf/dev.jsonl").write_text("{ }")
    assert world.gate() == 1
    said = capsys.readouterr().out
    assert "texts, scripts or size of isaf are not those of the pin" in said
    assert "--repin" in said
    assert world.gate("--update", "--repin", "--reason", "a text was mended upstream") == 0
    assert world.gate() == 0


def test_a_pinned_set_that_is_no_longer_measured_fails(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    script = world.folder / "shared/bench/run.py"
    script.write_text(script.read_text().replace("harbour      record ", "quay         record "))
    assert world.gate() == 1
    assert "harbour is pinned but is no set any more" in capsys.readouterr().out


def test_nothing_pinned_is_no_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert World(tmp_path).gate() == 1
    assert "nothing is pinned" in capsys.readouterr().out


def test_a_set_that_is_none_is_named(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert world.gate("--only", "isaf,nowhere") == 1
    assert "no set nowhere" in capsys.readouterr().out


def test_without_the_corpus_it_says_so_and_passes_but_not_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert gate.main(["--shared", str(tmp_path / "shared")]) == 0
    assert "was not measured" in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    assert gate.main(["--shared", str(tmp_path / "shared")]) == 1
    assert "FAILED" in capsys.readouterr().out
