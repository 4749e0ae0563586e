"""What a process needs to extract: the kit, opened once, behind one small interface."""

import importlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from firsthand.engine.program import READING, code
from firsthand.errors import ExtractionFailed, ModelFailed, ModelStopped
from firsthand.model.base import Record, digest
from firsthand.model.extraction import Extraction
from firsthand.model.report import Refusal, Report
from firsthand.plugins.chain import Chain
from firsthand.resources.supplied import NOTHING, Supplied

KIT = "firsthand.engine.extractor:open_kit"
"""Where the program's own extractor is opened, as `module:function`."""


class Extractor(Protocol):
    """Extracts from reports, in order. `digest` names all that its answers depend on besides the reports."""

    @property
    def digest(self) -> str: ...

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]: ...


class Outcome(Record, frozen=True, kw_only=True):
    """What came of one report: an extraction, or a refusal where the extractor failed on it."""

    report: str
    extraction: Extraction | None = None
    refusal: Refusal | None = None


class KitExtractor:
    """The program's own extractor with the kit that comes with it and what the user supplied, and those of plugins."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        own = str(getattr(chain.first, "digest", ""))
        self.digest: str = digest("kit", own, code(READING), *chain.others)

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        return self._chain(reports)

    def spent(self) -> Counter[str]:
        """What was counted since this was last asked."""
        return self._chain.spent()

    def close(self) -> None:
        """Let go of what extractors hold."""
        self._chain.close()


def open_kit(supplied: Supplied = NOTHING) -> Extractor:
    """Open all extractors that were asked for; takes a second or two.

    Errors: SetupError for a resource that is missing, BadPlugin, PluginFailed, UsageError.
    """
    return KitExtractor(Chain.open(supplied))


def opened(where: str, supplied: Supplied = NOTHING) -> Extractor:
    """Open the extractor that `module:function` makes of what the user supplied."""
    module, _, name = where.partition(":")
    make: Callable[[Supplied], Extractor] = getattr(importlib.import_module(module), name)
    return make(supplied)


def outcomes(extractor: Extractor, reports: Sequence[Report]) -> list[Outcome]:
    """Extract a batch. Where that fails, each report is tried alone, and those that fail alone are refused."""
    try:
        return [_outcome(x) for x in extractor(reports)]
    except ModelStopped:
        raise
    except Exception as e:  # noqa: BLE001 - one report must not end a run; what happened is kept as a refusal
        if len(reports) == 1:
            return [failed(reports[0], f"{type(e).__name__}: {e}")]
    return [outcome for report in reports for outcome in outcomes(extractor, [report])]


def _outcome(extraction: Extraction) -> Outcome:
    """What came of a report; one that a model is still to answer about is as good as not read, so that the next run does it."""
    unanswered = next((r for r in extraction.refused if r.code == ModelFailed.code), None)
    if unanswered is not None:
        return Outcome(report=extraction.report, refusal=unanswered)
    return Outcome(report=extraction.report, extraction=extraction)


def counted(extractor: Extractor) -> Counter[str]:
    """What an extractor counted since it was last asked; nothing for one that does not count."""
    spent = getattr(extractor, "spent", None)
    return spent() if callable(spent) else Counter()


def failed(report: Report, reason: str) -> Outcome:
    """The outcome of a report that the extractor could not take."""
    refusal = Refusal(
        stage="extract", subject=report.id, code=ExtractionFailed.code, reason=reason[:500], sha256=report.sha256
    )  # fmt: skip
    return Outcome(report=report.id, refusal=refusal)
