"""The floors: what is a loss, what may be lowered and how, and what is remembered of it."""

import json
from pathlib import Path

import pytest

from tools.measuring.floors import Floors, RefusedError, Result, judge


def result(values: dict[str, float], *, corpus: str = "c1", bench: str = "b1", first: int | None = 10) -> Result:
    """A run of an invented set."""
    noise = dict.fromkeys(values, 0.5)
    return Result(name="coast", first=first, corpus=corpus, bench=bench, values=values, noise=noise)


def pinned(values: dict[str, float]) -> Floors:
    """Floors with one run pinned."""
    floors = Floors()
    floors.update("quick", [result(values)], lower=False, repin=False, reason="")
    return floors


@pytest.mark.parametrize(
    ("floor", "now", "verdict"),
    [
        (None, 40.0, "new"),
        (40.0, None, "gone"),
        (40.0, 40.0, "held"),
        (40.0, 39.5, "held"),
        (40.0, 39.49, "loss"),
        (40.0, 40.01, "gain"),
        (0.0, 0.0, "held"),
    ],
)
def test_what_a_value_is_against_its_floor(floor: float | None, now: float | None, verdict: str) -> None:
    assert judge(floor, now, 0.5) == verdict


def test_an_update_raises_floors_and_adds_new_ones() -> None:
    floors = pinned({"date": 50.0})
    lines = floors.update("quick", [result({"date": 61.5, "place": 9.0})], lower=False, repin=False, reason="")
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 61.5, "place": 9.0}
    assert lines == ["coast date: 50.00 -> 61.50", "coast place: - -> 9.00"]
    assert floors.history == []


def test_a_value_within_the_bound_does_not_lower_its_floor() -> None:
    """Else the floor would sink a little with each update."""
    floors = pinned({"date": 50.0})
    for _ in range(3):
        floors.update("quick", [result({"date": 49.6})], lower=False, repin=False, reason="")
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 50.0}


def test_a_floor_is_not_lowered_without_permission() -> None:
    floors = pinned({"date": 50.0, "place": 20.0})
    with pytest.raises(RefusedError, match=r"coast date.*--allow-regression"):
        floors.update("quick", [result({"date": 40.0, "place": 30.0})], lower=False, repin=False, reason="it is so")
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 50.0, "place": 20.0}


def test_a_measure_that_is_gone_is_not_dropped_without_permission() -> None:
    floors = pinned({"date": 50.0, "place": 20.0})
    with pytest.raises(RefusedError, match="coast place"):
        floors.update("quick", [result({"date": 60.0})], lower=False, repin=False, reason="")
    assert floors.compare("quick", [result({"date": 60.0})])[1].verdict == "gone"


@pytest.mark.parametrize("reason", ["", "because", "  ", "no idea"])
def test_permission_needs_a_reason(reason: str) -> None:
    floors = pinned({"date": 50.0})
    with pytest.raises(RefusedError, match="--reason"):
        floors.update("quick", [result({"date": 40.0})], lower=True, repin=False, reason=reason)
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 50.0}


def test_a_lowering_is_remembered_with_its_reason() -> None:
    floors = pinned({"date": 50.0, "place": 20.0})
    why = "weekdays without a report date are no longer guessed"
    floors.update("quick", [result({"date": 40.0, "place": 25.0})], lower=True, repin=False, reason=why)
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 40.0, "place": 25.0}
    entry = floors.history[0]
    assert (entry["measure"], entry["from"], entry["to"], entry["reason"]) == ("date", 50.0, 40.0, why)
    assert len(floors.history) == 1


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"corpus": "c2"}, "texts"),
        ({"bench": "b2"}, "measuring scripts"),
        ({"first": 20}, "number of reports"),
    ],
)
def test_another_corpus_is_not_compared_but_said_and_pinned_anew(other: dict[str, object], what: str) -> None:
    floors = pinned({"date": 50.0})
    run = Result(**{**vars(result({"date": 90.0})), **other})
    assert floors.what_changed("quick", run) == [what]
    assert [row.verdict for row in floors.compare("quick", [run])] == ["changed"]
    with pytest.raises(RefusedError, match="--repin"):
        floors.update("quick", [run], lower=True, repin=False, reason="the texts were mended upstream")
    floors.update("quick", [run], lower=False, repin=True, reason="the texts were mended upstream")
    assert floors.what_changed("quick", run) == []
    assert floors.parts["quick"]["coast"]["measures"] == {"date": 90.0}
    assert floors.history[0]["changed"] == [what]


def test_permission_to_pin_anew_is_none_to_lower_what_did_not_change() -> None:
    floors = pinned({"date": 50.0})
    with pytest.raises(RefusedError, match="--allow-regression"):
        floors.update("quick", [result({"date": 10.0})], lower=False, repin=True, reason="the texts were mended")


def test_the_quick_and_the_full_part_have_floors_of_their_own() -> None:
    floors = pinned({"date": 50.0})
    assert [row.verdict for row in floors.compare("full", [result({"date": 10.0}, first=None)])] == ["new"]


def test_floors_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = pinned({"date": 50.0})
    floors.update("quick", [result({"date": 40.0})], lower=True, repin=False, reason="the parser was replaced")
    floors.write(path)
    again = Floors.read(path)
    assert (again.parts, again.history) == (floors.parts, floors.history)
    assert "floating-point" in json.loads(path.read_text())["why_noise"]


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"format": "something else"}')
    with pytest.raises(RefusedError):
        Floors.read(path)


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert Floors.read(tmp_path / "none.json") == Floors()
