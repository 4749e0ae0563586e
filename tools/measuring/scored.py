"""What came of reports that were dated without their day: the figures, and the aims they are held against."""

import re
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from firsthand.model.when import TimeSpan

AIM_HELD = 98.0
AIM_FALSE = 2.0
AIM_WIDTH = 7
"""The true day lies in the interval in so many of 100, a single day is false in so many, and the median width in days where a
dated report tells the same incident."""
MONTH = 31
"""Days after one of several days that are left in which the report may have appeared."""


@dataclass(kw_only=True)
class Score:
    """What came of the stripped reports of a set."""

    reports: int = 0
    holds: int = 0
    dated: int = 0
    dated_holds: int = 0
    single: int = 0
    single_false: int = 0
    partly: int = 0
    wrong: list[str] = field(default_factory=list)
    company: int = 0
    widths: list[int] = field(default_factory=list)

    def add(self, name: str, day: date, span: TimeSpan, *, accompanied: bool) -> None:
        """Count one report; `accompanied`: a dated one tells the same incident."""
        held = holds(span, day)
        width = span.width if span.basis in ("stated", "inferred") else None
        self.reports += 1
        self.holds += held
        self.partly += width is None and span.edtf is not None
        self.company += accompanied
        if width is not None:
            self.dated += 1
            self.dated_holds += held
            self.single += width == 0
            self.single_false += width == 0 and not held
            if accompanied:
                self.widths.append(width)
        if not held:
            self.wrong.append(f"{name}: {day}, taken for {span.edtf}: " + "; ".join(span.why))

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in vars(self)})

    def missed(self) -> list[str]:
        """The aims that these figures miss, a sentence each."""
        held, false = 100 * self.holds / max(1, self.reports), 100 * self.single_false / max(1, self.reports)
        found = [f"the true day lies in the interval in {held:.1f} of 100, not {AIM_HELD:g}"] if held < AIM_HELD else []
        found += [f"a single day is false in {false:.1f} of 100, more than {AIM_FALSE:g}"] if false > AIM_FALSE else []
        wide = median(self.widths) if self.widths else 0
        return found + ([f"the median width is {wide:g} days, more than {AIM_WIDTH}"] if wide > AIM_WIDTH else [])

    def line(self, name: str) -> str:
        """The figures in one row."""
        undated = self.reports - self.dated
        middle = f"{median(self.widths):g} d" if self.widths else "–"
        cells = (
            f"{self.reports}", share(self.holds, self.reports), share(undated, self.reports),
            share(self.dated_holds, self.dated), share(self.single, self.reports),
            share(self.single_false, self.reports), f"{self.company}", share(len(self.widths), self.company), middle,
        )  # fmt: skip
        return f"{name:7s}" + "".join(f"{cell:>11s}" for cell in cells)


HEAD = f"{'set':7s}" + "".join(
    f"{name:>11s}"
    for name in (
        "reports", "day held", "undated", "of dated", "one day", "false day", "with same", "of which", "median",
    )
)  # fmt: skip
UNDER = f"{'':7s}" + "".join(
    f"{name:>11s}"
    for name in ("", "all", "share", "day held", "share", "share", "incident", "dated", "width")
)  # fmt: skip


def share(part: int, whole: int) -> str:
    """Points of 100 with one place."""
    return f"{100 * part / whole:.1f}" if whole else "–"


def holds(span: TimeSpan, day: date) -> bool:
    """The day lies in the interval, or in one of those that are left."""
    if day < (span.earliest or day) or day > (span.latest or day):
        return False
    if span.edtf and span.edtf.startswith("XXXX-"):
        return span.edtf[5:] == f"{day:%m-%d}"
    if span.edtf and span.edtf.startswith("["):
        starts = [date.fromisoformat(found) for found in re.findall(r"\d{4}-\d\d-\d\d", span.edtf)]
        return any(0 <= (day - start).days <= MONTH for start in starts)
    return True
