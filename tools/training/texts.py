"""The texts of a set as the program reads them, each with its gold row: what tasks make their examples from."""

import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from firsthand.api import read
from firsthand.model.report import ANALYSED, Report
from firsthand.resources.kit import Kit
from tools.measuring.corpus import Corpus

READ_ON = date(2026, 11, 22)


@dataclass(frozen=True, kw_only=True)
class Taught:
    """One text: its id in the set, the gold row, the report and its parse. `shift`: characters that the set does not count."""

    id: str
    row: dict[str, Any]
    report: Report
    doc: Doc
    shift: int


def bench(corpus: Corpus, module: str) -> Any:  # noqa: ANN401 - the measuring scripts have no types
    """A module of the measuring scripts (adapters, muc_score, run ...)."""
    if str(corpus.bench) not in sys.path:
        sys.path.append(str(corpus.bench))
    return importlib.import_module(module)


def taught(corpus: Corpus, name: str, kit: Kit, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Taught]:
    """The texts of a set, in the order of their ids. `wanted`: takes an id, leaves the others out."""
    task = bench(corpus, "run").tasks()[name]
    headers: dict[str, int] = task.headers()
    rows = {str(row["id"]): row for row in task.rows}
    with tempfile.TemporaryDirectory() as folder:
        for key, text in task.texts().items():
            if wanted(key):
                (Path(folder) / f"{key}.txt").write_text(text, encoding="utf-8", newline="")
        reports = sorted((r for r in read([folder], read_on=READ_ON) if isinstance(r, Report)), key=lambda r: r.name)
    docs = kit.parser.pipe([r.text[:ANALYSED] for r in reports])
    for report, doc in zip(reports, docs, strict=True):
        key = Path(report.name).stem
        yield Taught(id=key, row=rows[key], report=report, doc=doc, shift=headers.get(key, 0))
