"""Sets that taught the learnt scorers are measured out of fold: each text with weights that were learnt without its fold."""

from pathlib import Path

from tools.training.model import fold_of
from tools.training.tasks import tasks

ROOT = Path(__file__).resolve().parents[2]
FOLDS = ROOT / "tests/gate/folds"


def taught(name: str) -> list[str]:
    """The scorers that a set taught."""
    return [task.name for task in tasks().values() if name in task.sources]


def parts(texts: Path) -> dict[Path, list[Path]]:
    """The texts of a folder by the weights to read them with."""
    found: dict[Path, list[Path]] = {}
    for text in sorted(texts.glob("*.txt")):
        found.setdefault(FOLDS / str(fold_of(text.stem)), []).append(text)
    return found
