"""Tables of sentences with the time expressions that they hold, and what those come to.

A line holds, parted by tabs: the report's day, the class, the sentence, and for each mark in it what is meant.
  [words]    an expression as `times` gives it; [a ~b~~ c]: what is before ~ and after ~~ may belong to it or not
  {words}    a stretch over others
For each mark in order, parted by " ; ": days, and for [..] TIMEX3 type and value ("*": any; "a|b": either).
  2019-03    exactly these days, and ~ at least these, and < within these; ? not known; ..=198X with this EDTF
A line that begins with "!" is not read rightly yet.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from firsthand.extract.times import find_times
from firsthand.model.calendar import resolve, timex
from firsthand.model.daycount import month_end
from firsthand.model.timeref import TimeExpr
from firsthand.model.when import TimeSpan

SLACK = 6
"""Days that an interval marked "~" may be wider than what it has to hold."""


class Line(NamedTuple):
    """One line of a table."""

    day: date
    kind: str
    marked: str
    wanted: tuple[str, ...]
    missed: bool


class Mark(NamedTuple):
    """Where an expression may begin and end, and whether it is a stretch over others."""

    starts: frozenset[int]
    ends: frozenset[int]
    over: bool

    def meets(self, one: TimeExpr) -> bool:
        """Tell whether the two share a letter."""
        return one.span.start < max(self.ends) and one.span.end > min(self.starts)


def lines(path: Path) -> list[Line]:
    """All lines of a table that are no remark."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            day, kind, marked, wanted = line.removeprefix("!").split("\t")
            wants = tuple(want.strip() for want in wanted.split(" ; ") if want.strip())
            found.append(Line(date.fromisoformat(day), kind, marked, wants, line.startswith("!")))
    return found


def marks(marked: str) -> tuple[str, list[Mark]]:
    """The sentence without its marks, and the marks in the order in which they open."""
    text, found, opened = "", [], []
    for part in marked.replace("~~", "\0"):
        if part in "[{":
            opened.append(({len(text)}, set[int](), part == "{"))
            found.append(opened[-1])
        elif part in "]}":
            opened.pop()[1].add(len(text))
        elif part == "~":
            opened[-1][0].add(len(text))
        elif part == "\0":
            opened[-1][1].add(len(text))
        else:
            text += part
    return text, [Mark(frozenset(starts), frozenset(ends), over) for starts, ends, over in found]


def faults(line: Line) -> list[str]:
    """What the program reads otherwise than the table says; [] where all is right."""
    text, wanted = marks(line.marked)
    anchor = TimeSpan(edtf=line.day.isoformat(), earliest=line.day, latest=line.day, basis="stated")
    whole = find_times(text)
    leaves = [leaf for one in whole for leaf in (one.ends or (one,))]
    found: list[str] = []
    for mark, want in zip(wanted, line.wanted, strict=True):
        fits = [
            one
            for one in (whole if mark.over else leaves)
            if one.span.start in mark.starts and one.span.end in mark.ends
        ]
        met = [one.span.quote for one in leaves if mark.meets(one)]
        found += _wrong(fits[0], want, anchor) if fits else [f"found {met} where {mark} is wanted"]
    spurious = [one for one in leaves if not any(mark.meets(one) for mark in wanted)]
    return found + [f"“{one.span.quote}” is no time" for one in spurious]


def _wrong(one: TimeExpr, want: str, anchor: TimeSpan) -> list[str]:
    days, _, rest = want.partition(" ")
    span = resolve(one.ref, anchor)
    found = []
    if not any(_same(each, span) for each in days.split("|")):
        found.append(f"“{one.span.quote}” is {span.earliest} to {span.latest} ({span.edtf}), not {days}")
    if rest:
        kind, value = rest.split(" ")
        given = timex(one.ref, anchor)
        if one.type not in kind.split("|") or (value != "*" and given not in value.split("|")):
            found.append(f"“{one.span.quote}” is {one.type} {given}, not {rest}")
    return found


def _same(want: str, span: TimeSpan) -> bool:
    want, _, edtf = want.partition("=")
    if edtf and span.edtf != edtf:
        return False
    if want == "*":
        return True
    if span.earliest is None or span.latest is None:
        return want == "?" and span.earliest == span.latest
    if want == "?":
        return False
    first, _, last = want.lstrip("~<").partition("/")
    start, end = _end(first, last=False), _end(last or first, last=True)
    if want.startswith("~"):
        wide = (span.latest - span.earliest).days - (end - start).days
        return span.earliest <= start and end <= span.latest and wide <= SLACK
    if want.startswith("<"):
        return start <= span.earliest and span.latest <= end
    return (span.earliest, span.latest) == (start, end)


def _end(text: str, *, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
    if len(parts) == 2:
        return month_end(parts[0], parts[1]) if last else date(parts[0], parts[1], 1)
    return date(parts[0], parts[1], parts[2])
