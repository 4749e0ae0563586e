"""Scorers: weights that add up, files that are checked, files that take the place of others."""

from pathlib import Path

import pytest

from firsthand.errors import SetupError
from firsthand.resources.scorers import Scorers


def made(**tables: str) -> Scorers:
    return Scorers({name: text.encode() for name, text in tables.items()})


def test_a_score_is_the_sum_of_the_weights_and_says_its_parts() -> None:
    scorer = made(raids="feature,millibits\n(bias),-500\nverb,1200\nold,-300\n")["raids"]

    assert scorer.score(["verb", "verb", "never seen"]) == 700
    assert scorer.parts(["verb", "old", "never seen"]) == [("(bias)", -500), ("verb", 1200), ("old", -300)]
    assert sum(weight for _, weight in scorer.parts(["verb", "old"])) == scorer.score(["verb", "old"])


@pytest.mark.parametrize("line", ["verb", "verb,1.5", "verb,", ",12", "verb,1\nverb,2", "verb,١"])
def test_a_line_that_is_no_weight_is_named(line: str) -> None:
    with pytest.raises(SetupError, match=r"raids.*line"):
        made(raids=f"feature,millibits\n(bias),1\n{line}\n")


def test_a_feature_may_hold_a_comma() -> None:
    assert made(raids="feature,millibits\nword:a,b,10\n")["raids"].score(["word:a,b"]) == 10


def test_other_weights_change_the_digest() -> None:
    assert made(raids="(bias),1\n").digest != made(raids="(bias),2\n").digest


def test_what_ships_can_be_opened() -> None:
    assert Scorers.open().digest == Scorers.open().digest


def test_weights_of_no_scorer_are_refused(tmp_path: Path) -> None:
    (tmp_path / "nosuch.csv").write_text("feature,millibits\n")

    with pytest.raises(SetupError, match="no scorer named nosuch"):
        Scorers.open([tmp_path])


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be read"):
        Scorers.open([tmp_path / "none.csv"])
    with pytest.raises(SetupError, match="holds no weights"):
        Scorers.open([tmp_path])
