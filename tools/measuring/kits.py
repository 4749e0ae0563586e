"""Reports read in this process; those of a set that taught scorers with weights that were learnt without their fold."""

from collections.abc import Sequence

from firsthand.engine.extractor import Extractor, open_kit
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.resources.supplied import Supplied
from tools.measuring.held_out import FOLDS, taught
from tools.training.model import fold_of


class Kits:
    """The kits for the texts of one set, each opened when first needed. A report bears the set's own id as its name."""

    def __init__(self, name: str) -> None:
        self._folded = bool(taught(name))
        self._open: dict[int | None, Extractor] = {}

    def extract(self, reports: Sequence[Report]) -> list[Extraction]:
        """What each report says, in order."""
        parts: dict[int | None, list[int]] = {}
        for i, report in enumerate(reports):
            parts.setdefault(fold_of(report.name) if self._folded else None, []).append(i)
        found: dict[int, Extraction] = {}
        for fold, places in parts.items():
            if fold not in self._open:
                weights = None if fold is None else str(FOLDS / str(fold))
                self._open[fold] = open_kit(Supplied(weights=weights))
            found.update(zip(places, self._open[fold]([reports[i] for i in places]), strict=True))
        return [found[i] for i in range(len(reports))]
