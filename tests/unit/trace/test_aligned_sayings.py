"""Sayings over reports as the whole program finds them, from text to kinds and changed words."""

from collections.abc import Callable
from datetime import date

import pytest

from firsthand.model.base import sha256
from firsthand.model.report import Report
from firsthand.pipeline import extract_all
from firsthand.resources.kit import Kit
from firsthand.trace import trace
from tests.unit.trace.aligned_sayings import FIRST, NOT_YET, SECOND, Saying

Found = tuple[str, int, set[frozenset[str]]]
Align = Callable[[tuple[str, ...]], list[Found]]


@pytest.fixture(scope="module")
def align() -> Align:
    """Texts of reports -> kind, number of reports and changed words of each saying."""
    kit = Kit.open()

    def found(texts: tuple[str, ...]) -> list[Found]:
        reports = [
            Report(
                sha256=sha256(t.encode()),
                text=t,
                names=(f"{k}.txt",),
                media_type="text/plain",
                read_on=date(2026, 1, 1),
            )
            for k, t in enumerate(texts)
        ]
        extractions = {e.report: e for e in extract_all(reports, kit)}
        said = trace({r.id: r for r in reports}, extractions).sayings
        for saying in said:
            for w in saying.wordings:
                text = next(r.text for r in reports if r.id == w.report)
                assert text[w.start : w.end] == w.quote
        return [
            (
                s.kind,
                len({w.report for w in s.wordings}),
                {frozenset((e.before, e.after)) for w in s.wordings for e in w.edits if e.op == "replace"},
            )
            for s in said
        ]

    return found


def matches(found: list[Found], wanted: list[Saying]) -> bool:
    """Tell whether the sayings are those, with the wanted changes among theirs."""
    one, two = sorted(found, key=lambda s: s[:2]), sorted(wanted, key=lambda s: s[:2])
    return [s[:2] for s in one] == [s[:2] for s in two] and all(
        {frozenset(pair) for pair in w[2]} <= f[2] for f, w in zip(one, two, strict=True)
    )


@pytest.mark.parametrize(
    ("texts", "wanted"), [row[1:] for row in [*FIRST, *SECOND]], ids=[r[0] for r in [*FIRST, *SECOND]]
)
def test_one_saying_over_reports(align: Align, texts: tuple[str, ...], wanted: list[Saying]) -> None:
    found = align(texts)
    assert matches(found, wanted), found


@pytest.mark.parametrize(("texts", "wanted"), [row[1:] for row in NOT_YET], ids=[row[0] for row in NOT_YET])
def test_what_is_not_aligned_yet(align: Align, texts: tuple[str, ...], wanted: list[Saying]) -> None:
    """Two translations that share no word: to move up once they are found."""
    assert not matches(align(texts), wanted)
