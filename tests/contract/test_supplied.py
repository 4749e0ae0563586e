"""What a user supplies reaches every process that extracts, is part of the model, and is checked before anything is read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from firsthand.errors import BadTable, SetupError, UsageError
from firsthand.resources import scorers as scorers_module
from firsthand.resources.kit import Kit
from firsthand.resources.scorers import Scorers
from firsthand.resources.supplied import Supplied
from tests import factories

TEXT = "2025-03-05. Wolves of the River ambushed an army patrol near Gao on Tuesday, killing four soldiers, officials said."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text("name,aliases,sort\nRiver Wolves,Wolves of the River,militia\n")
    return path


def actors(found: dict[str, object]) -> set[str]:
    said = json.loads(json.dumps(found))
    return {c["value"]["entity"] for m in said["mentions"] for c in m["claims"] if c["field"] == "actor"}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_name_of_the_user_is_found_by_every_process(reports: Path, table: Path, workers: int) -> None:
    (found,) = api.extract([reports], lexicon=[table], workers=workers)
    assert actors(found) == {"River Wolves"}


def test_the_table_is_part_of_the_model(reports: Path, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    plain = api.build([reports], out, read_on=factories.READ_ON)
    mine = api.build([reports], out, read_on=factories.READ_ON, lexicon=[table])
    again = api.build([reports], out, read_on=factories.READ_ON, lexicon=[table])
    assert plain.model != mine.model == again.model
    assert (mine.claims_refused, again.changed) == (0, 0)
    with api.open_record(out) as record:
        assert [one.name for incident in record.incidents() for one in incident.actors] == ["River Wolves"]
        assert record.verify().fault is None


def test_a_mistake_is_told_before_anything_is_read(reports: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,sort\nRiver Wolves,pirates\n")
    with pytest.raises(BadTable, match=r"wrong\.csv, line 2"):
        api.build([reports], tmp_path / "r.db", lexicon=[wrong])
    assert not (tmp_path / "r.db").exists()
    result = CliRunner().invoke(app, ["extract", str(reports), "--lexicon", str(wrong)])
    assert result.exit_code == 1
    assert result.stderr.startswith("error E106: 1 mistake")
    assert "hint: " in result.stderr
    with pytest.raises(UsageError, match="list"):
        list(api.extract([reports], lexicon=str(wrong)))


def test_weights_of_no_scorer_are_refused_before_anything_is_read(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "nosuch.csv").write_text("feature,millibits\n(bias),1\n")
    result = CliRunner().invoke(app, ["extract", str(reports), "--weights", str(tmp_path / "nosuch.csv")])
    assert result.exit_code == 1
    assert "no scorer named nosuch" in result.stderr
    with pytest.raises(SetupError, match="cannot be read"):
        api.build([reports], tmp_path / "r.db", weights=tmp_path / "none.csv")


def test_weights_are_part_of_the_kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a scorer that stands in for those that ship."""
    shipped = tmp_path / "firsthand/data/weights/scorers"
    shipped.mkdir(parents=True)
    (shipped / "raids.csv").write_text("feature,millibits\n(bias),1\n")
    other = tmp_path / "fold/raids.csv"
    other.parent.mkdir()
    other.write_text("feature,millibits\n(bias),2\n")
    monkeypatch.setattr(scorers_module, "files", lambda _: tmp_path / "firsthand")
    for given in (other, other.parent):
        kit = Kit.open(Supplied(weights=str(given)))
        assert kit.scorers["raids"].bias == 2
        assert kit.reading != Kit.open().reading
    assert Scorers.open()["raids"].bias == 1
