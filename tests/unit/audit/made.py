"""Made-up claims and marks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from firsthand.model.audit import Fault, Judged, Sample, Verdict
from firsthand.model.base import digest
from firsthand.model.claim import Field
from firsthand.model.match import Decision

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def claims(many: int, field: Field = "killed", kind: str = "shelling", first: int = 0) -> list[Judged]:
    """So many claims of one field and kind, each in a report of its own."""
    return [
        Judged(
            claim=digest("clm", field, kind, number), report=f"rpt_{number}", mention=f"mnt_{number}", field=field, kind=kind,
            start=number, end=number + 4, value="4 (soldiers)", by=f"counts.{kind} voices.own",
        )
        for number in range(first, first + many)
    ]  # fmt: skip


def mark(
    judged: Judged, verdict: Verdict = "right", by: str = "A. Reader", *, at: int = 0, fault: Fault | None = None
) -> Decision:
    """What somebody said of a claim."""
    when = WHEN + timedelta(seconds=at)
    return Decision(kind=verdict, by=by, why="read it", at=when, judged=judged, report=judged.report, fault=fault)


def drew(sample: Sample, by: str = "A. Reader") -> Decision:
    """That somebody drew a sample."""
    return Decision(kind="sample", by=by, why="to begin", at=WHEN, drawn=sample)


def judge(wanted: list[Judged], is_right: Callable[[Judged], bool], by: str = "A. Reader") -> list[Decision]:
    """Marks on these, as somebody who knows would make them."""
    return [mark(one, "right" if is_right(one) else "wrong", by, at=number) for number, one in enumerate(wanted)]
