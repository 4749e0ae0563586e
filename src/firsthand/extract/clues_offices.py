"""Holders of high offices as clues to the day of a report: none is called President before the term, or "former" within it.

That somebody still held an office bounds a report from above only where its sentence tells the days of the report itself
("have spoken in recent days", "said on Tuesday") and no year: a report may tell what a president did long ago.
"""

import re
from collections.abc import Iterator

from firsthand.model.report import DateClue
from firsthand.model.span import Span
from firsthand.resources.offices import Offices

RECENT = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|this (?:week|morning|afternoon|evening)"
    r"|in recent (?:days|hours)|in the (?:past|last) (?:few )?(?:days|hours|week))\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:year|years|month|months|decade|decades)\b|\bthen-|\bat the time\b")
EDGE = re.compile(r"[.!?][\"”’)]{0,2}\s+(?=[A-Z\"“])|\n")
AROUND = 400
"""Characters on either side of a name that are looked through for the ends of its sentence."""


def office_clues(text: str, offices: Offices) -> Iterator[DateClue]:
    """The clues of each holder that is named with the title, the first of a kind."""
    seen: set[tuple[str, str]] = set()
    for naming in offices.find(text):
        holder, span = naming.holder, Span.cut(text, naming.start, naming.end)
        if naming.how == "gone":
            if holder.last is not None and (holder.name, "gone") not in seen:
                seen.add((holder.name, "gone"))
                why = f"it names '{span.quote}', who held that office until {holder.last} ({holder.source})"
                yield DateClue(kind="began", span=span, day=holder.last, trust="low", why=why)
            continue
        if (holder.name, "began") not in seen:
            seen.add((holder.name, "began"))
            why = f"it names '{span.quote}', who held that office from {holder.first} on ({holder.source})"
            yield DateClue(kind="began", span=span, day=holder.first, trust="low", why=why)
        if (
            holder.last is not None
            and (holder.name, "ended") not in seen
            and _of_these_days(text, naming.start, naming.end)
        ):
            seen.add((holder.name, "ended"))
            why = f"it tells what '{span.quote}' did in those days, who held that office until {holder.last} ({holder.source})"
            yield DateClue(kind="ended", span=span, day=holder.last, trust="low", why=why)


def _of_these_days(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence of a name tells the days of the report, and no year."""
    before = [m.end() for m in EDGE.finditer(text, max(0, start - AROUND), start + 1)]
    after = EDGE.search(text, end, end + AROUND)
    first = before[-1] if before else max(0, start - AROUND)
    last = after.start() if after is not None else min(len(text), end + AROUND)
    return RECENT.search(text, first, last) is not None and YEAR.search(text, first, last) is None
