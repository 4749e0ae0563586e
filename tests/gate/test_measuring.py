"""Which scores are watched, how they are read, and the digest of the corpus."""

from pathlib import Path

import pytest

from tools.measuring.corpus import digest_of
from tools.measuring.runs import RunError, score_five
from tools.measuring.sets import SETS, UNLISTED_FIRST, Measure, known, value

SCORES = {"all": {"F1": 0.5, "right": 3}, "facts": {"city": 30}, "items": 40, "none": None, "nothing": 0}


@pytest.mark.parametrize(
    ("measure", "points"),
    [
        (Measure(name="f", path="all/F1"), 50.0),
        (Measure(name="city", path="facts/city", of="items"), 75.0),
        (Measure(name="false incidents", path="all/F1", inverted=True), 50.0),
        (Measure(name="absent", path="all/F2"), None),
        (Measure(name="too deep", path="items/F1"), None),
        (Measure(name="null", path="none"), None),
        (Measure(name="of nothing", path="items", of="nothing"), None),
    ],
)
def test_a_measure_is_read_in_points_of_100(measure: Measure, points: float | None) -> None:
    assert value(measure, SCORES) == points


def test_names_of_sets_and_measures_are_told_apart() -> None:
    assert len({measured.name for measured in SETS}) == len(SETS)
    for measured in SETS:
        names = ["headline", *(measure.name for measure in measured.measures)]
        assert len(set(names)) == len(names), measured.name


def test_a_set_that_is_not_in_the_table_is_measured_by_its_headline() -> None:
    found = known("harbour", "extraction")
    assert (found.name, found.quick, found.measures) == ("harbour", UNLISTED_FIRST, ())


def test_the_facts_of_the_five_reports() -> None:
    assert score_five("missed: a day\nmissed: a place\n102 of 136 facts hold (75.0%)\n") == 75.0
    with pytest.raises(RunError):
        score_five("Traceback")


def test_a_digest_depends_on_names_and_contents_alone(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "a.txt").write_text("Two were hurt.")
        (tmp_path / name / "deep/b.txt").write_text("Nobody was hurt.")
    before = digest_of(tmp_path / "one")
    assert before == digest_of(tmp_path / "two")
    (tmp_path / "one/__pycache__").mkdir()
    (tmp_path / "one/__pycache__/x.pyc").write_text("")
    assert before == digest_of(tmp_path / "one")
    (tmp_path / "one/a.txt").write_text("Three were hurt.")
    assert before != digest_of(tmp_path / "one")
    (tmp_path / "two/a.txt").rename(tmp_path / "two/c.txt")
    assert before != digest_of(tmp_path / "two")


def test_a_digest_may_leave_files_out(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text("1")
    before = digest_of(tmp_path, "*.py")
    (tmp_path / "README.md").write_text("words")
    assert before == digest_of(tmp_path, "*.py") != digest_of(tmp_path)
