"""The day of news that carries no word for its day: how far such reports lag behind what they tell, as measured.

Counted over the annotated development texts (shootings in US news, releases of a force in Afghanistan), incidents that no report
dates and that are the first news of a report whose day is known:
- no word of the law, of mourning or of longer stretches of time in it: 8 of 9 were on its day or the day before;
- such words, but no day more than a week back: 60 of 65 were within the week before it;
- a day more than a week back: 6 of 76 were within a week, so nothing is inferred but that it was told by then.
The report's own day alone was right for about half: no single day is ever inferred. It is told as a reason beside the bound,
and is no value: no words of a report say so. It neither links nor keeps apart.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from firsthand.model.calendar import resolve
from firsthand.model.extraction import Extraction
from firsthand.model.when import TimeSpan
from firsthand.weigh.evidence import Case

FOLLOWS = frozenset(
    "anniversary arraign arraignment arrest autopsy bail charge convict court custody funeral guilty hearing identify indict "
    "indictment judge jury mourn mourner plea plead prosecutor sentence suspect trial update verdict vigil warrant "
    "week month year".split()
)
"""Words of reports that follow an event, and of stretches of time longer than fresh news looks back."""
HAPPENED = frozenset({"occurred", "ongoing", "attempted"})
WEEK = timedelta(days=7)


def lag(case: Case) -> str | None:
    """How far back the first news of an event mostly looks; None where it is not news of a known day, or looks far back."""
    found = [
        (published, key)
        for key in case.tellings("main")
        if (published := case.published(key)).width == 0 and published.latest is not None and _leads(case, key)
    ]
    if not found:
        return None
    published, key = min(found, key=lambda one: (one[0].latest, one[1]))
    day, extraction = published.latest, case.extractions.get(key)
    if day is None or extraction is None or _looks_back(extraction, published, day - WEEK):
        return None
    if _follows(extraction):
        return f"news of {day} that looks back no further is mostly of {day - WEEK} or later (60 of 65 counted)"
    return f"fresh news of {day} is mostly of that day or the day before (8 of 9 counted)"


def _leads(case: Case, key: str) -> bool:
    """Tell whether the event is what a report tells first: what it tells beside that may be older."""
    told = (m for m in case.extractions[key].mentions if m.role == "main" and m.status in HAPPENED)
    first = min(told, key=lambda m: m.trigger.start, default=None)
    return first is not None and any(first.event == t.event for t in case.group.tellings)


def _looks_back(extraction: Extraction, published: TimeSpan, since: date) -> bool:
    """Tell whether a report names a time before `since`, however coarse."""
    spans: Iterable[TimeSpan] = (
        resolve(time.ref, published) for time in extraction.times if time.type in ("DATE", "TIME")
    )
    return any(span.latest is not None and span.latest < since for span in spans)


def _follows(extraction: Extraction) -> bool:
    """Tell whether a report has words of what follows an event."""
    news = (p for p in extraction.passages if p.section != "furniture")
    return any(not FOLLOWS.isdisjoint(p.lemmas) for p in news)
