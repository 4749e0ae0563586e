"""Sets that taught are measured out of fold: every text once, by weights that its own fold did not teach."""

from pathlib import Path

from tools.measuring.held_out import parts, taught
from tools.training.model import FOLDS, fold_of
from tools.training.tasks import tasks


def test_every_text_is_read_once_with_the_weights_of_its_own_fold(tmp_path: Path) -> None:
    for n in range(30):
        (tmp_path / f"report-{n}.txt").write_text("x")

    found = parts(tmp_path)

    assert len(found) == FOLDS
    assert sorted(p.name for paths in found.values() for p in paths) == sorted(p.name for p in tmp_path.iterdir())
    assert all(fold_of(p.stem) == int(weights.name) for weights, paths in found.items() for p in paths)


def test_every_scorer_has_the_weights_of_each_fold_and_a_card() -> None:
    root = Path(__file__).resolve().parents[2]
    for name in tasks():
        assert (root / f"src/firsthand/data/weights/scorers/{name}.md").is_file()
        assert all((root / f"tests/gate/folds/{fold}/{name}.csv").is_file() for fold in range(FOLDS))


def test_what_no_scorer_learnt_from_is_measured_whole() -> None:
    assert taught("cases") == []
    assert taught("muc4") == []
