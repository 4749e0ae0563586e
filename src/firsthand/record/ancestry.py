"""Why an incident has as many independent sources as it has: the ways from origins to reports, and reasons in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.model.ancestry import Ancestry, Answer
from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Incident, Reading, Way
from firsthand.model.lineage import Lineage
from firsthand.model.value import Count

OWN = "own reporting of "
HOW = {
    "named": ("names this source", "name this source"),
    "beside": ("quotes this source in the same sentences", "quote this source in the same sentences"),
    "heard": (
        "quotes this source on the event and says this in its own words",
        "quote this source on the event and say this in their own words",
    ),
    "event": (
        "has the event from this source and says this in its own words",
        "have the event from this source and say this in their own words",
    ),
    "credited": ("is credited to it", "are credited to it"),
    "shared": ("shares its text", "share its text"),
    "own": ("is its own", "are its own"),
    "lent": (
        "names nobody for this and gives no figure that others do not have from there",
        "name nobody for this and give no figure that others do not have from there",
    ),
}
"""How one report, and several, have something from an origin."""
Given = Mapping[str, Sequence[str]]
"""For each origin the readings that it gives, in words."""
LISTED = 6
"""So many reports are named in a sentence; the rest is counted."""


def ancestry(incident: Incident, folded: Folded) -> Ancestry:
    """The ways from origins to reports of one incident of the record, and the reasons for each count of sources."""
    return Ancestries(folded).of(incident)


class Ancestries:
    """The ancestry of many incidents of one record: reports and lineages are looked up, and not gone through for each."""

    def __init__(self, folded: Folded) -> None:
        self._entries = {entry.id: entry for entry in folded.reports if entry.id is not None}
        self._names = {key: entry.name for key, entry in self._entries.items()}
        self._lineages = folded.lineages
        self._by_report: dict[str, list[int]] = {}
        for place, lineage in enumerate(folded.lineages):
            for report in set(lineage.reports) if lineage.kind != "boilerplate" else ():
                self._by_report.setdefault(report, []).append(place)

    def of(self, incident: Incident) -> Ancestry:
        """Who said one of its incidents first, through whom it reached each report, and why."""
        told = {telling.report for telling in incident.tellings}
        often = Counter(place for report in told for place in self._by_report.get(report, ()))
        shared = [self._lineages[place] for place in sorted(often) if often[place] > 1]
        reports = sorted((self._entries[key] for key in told if key in self._entries), key=lambda entry: entry.name)
        return _ancestry(incident, reports, shared, self._names)


def _ancestry(
    incident: Incident, reports: Sequence[ReportEntry], shared: Sequence[Lineage], names: Mapping[str, str]
) -> Ancestry:
    answers = [(found.field, reading) for found in incident.counts for reading in found.readings]
    labels = _labels(answers)
    return Ancestry(
        incident=incident,
        reports=tuple(reports),
        ways=tuple(way for origin in incident.origins for way in origin.ways),
        answers=tuple(
            Answer(
                field=field,
                label=labels[reading],
                reading=reading,
                why=tuple(_answered(reading, shared, names)),
            )
            for field, reading in answers
        ),
        lineages=tuple(shared),
        why=tuple(_whole(incident, shared, names, _given(labels))),
    )


def _labels(answers: Iterable[tuple[str, Reading]]) -> dict[Reading, str]:
    """Each reading in words; of those with the same words also whom they count."""
    plain = {reading: label(field, reading.count) for field, reading in answers}
    often = Counter(plain.values())
    return {
        reading: f"{text} ({' '.join(reading.count.who.split())[:40]})"
        if often[text] > 1 and reading.count.who
        else text
        for reading, text in plain.items()
    }


def label(field: str, count: Count) -> str:
    """A reading in two or three words: "killed 12", "wounded at least 30"."""
    bound = "" if count.bound in ("exact", "none_reported", "between", "vague") else count.bound.replace("_", " ") + " "
    if count.number is not None:
        number = str(count.number)
    elif count.low is not None and count.high is not None:
        number = f"{count.low} to {count.high}"
    else:
        number = f"'{' '.join(count.wording.split())[:40]}'" if count.wording else "a number that is not told"
    return f"{field.replace('_', ' ')} {bound}{number}"


def _given(labels: Mapping[Reading, str]) -> Given:
    """For each origin the readings that it gives."""
    out: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for reading, text in labels.items():
        for origin in reading.origins:
            out[origin].setdefault(text)
    return {origin: list(texts) for origin, texts in out.items()}


def _whole(incident: Incident, shared: Sequence[Lineage], names: Mapping[str, str], given: Given) -> Iterator[str]:
    """Why an incident has so many sources: what makes reports one, and what keeps origins apart."""
    reports = {telling.report for telling in incident.tellings}
    yield f"{_counted(len(incident.origins), 'independent source')} in {_counted(len(reports), 'report')}"
    for origin in incident.origins:
        yield _told(origin.name, origin.ways, names)
        yield from _merged(origin.name, origin.ways)
        for lineage in shared:
            both = set(origin.reports).intersection(lineage.reports)
            if len(both) > 1:
                how = "word for word" if lineage.how == "verbatim" else "in other words"
                changed = f"; changed on the way: {', '.join(lineage.changed)}" if lineage.changed else ""
                yield f"{_listed(both, names)} have one text {how} ({_of(lineage)}): {'; '.join(lineage.why)}{changed}"
    if len(incident.origins) > 1:
        yield from _apart([origin.name for origin in incident.origins], given)


def _answered(reading: Reading, shared: Sequence[Lineage], names: Mapping[str, str]) -> Iterator[str]:
    """Why a reading has so many sources; what is plain from its ways is left out."""
    reports = {way.report for way in reading.ways}
    yield f"{_counted(len(reading.origins), 'independent source')} in {_counted(len(reports), 'report')}"
    for origin in reading.origins:
        ways = [way for way in reading.ways if way.origin == origin]
        told = {way.report for way in ways}
        if len(told) > 1 or any(way.how != "named" for way in ways):
            yield _told(origin, ways, names)
        yield from _merged(origin, ways)
        for lineage in shared:
            both = told.intersection(lineage.reports)
            if len(both) > 1:
                yield f"{_listed(both, names)} have one text: {_of(lineage)}"
        yield from dict.fromkeys(
            why.replace("the report", names.get(way.report, way.report), 1)
            for way in ways
            for why in way.why[1:]
            if " does not say who " in why
        )
    if len(reading.origins) > 1:
        yield f"{_and(reading.origins)} are counted apart: none is said to have it from another"


def _told(origin: str, ways: Sequence[Way], names: Mapping[str, str]) -> str:
    """What reports have from one origin, and that they count once."""
    # A report that has it in several ways is told with the surest.
    by_how: dict[str, set[str]] = {}
    seen: set[str] = set()
    for how in HOW:
        by_how[how] = {way.report for way in ways if way.how == how} - seen
        seen |= by_how[how]
    told = [f"{_listed(found, names)} {HOW[how][len(found) > 1]}" for how, found in by_how.items() if found]
    reports = {way.report for way in ways}
    if origin.startswith(OWN) and not any("reporter" in way.why[0] for way in ways if way.why):
        return f"{_listed(reports, names)} names no source: it counts as one of its own"
    several = f": {_counted(len(reports), 'report')}, one source" if len(reports) > 1 else ""
    return f"{origin}: {'; '.join(told)}{several}"


def _merged(origin: str, ways: Sequence[Way]) -> Iterator[str]:
    """Who passes on what the origin says, and which other names were taken for it."""
    passing = sorted({name for way in ways for name in way.chain[1:]})
    if passing:
        one = len(passing) == 1
        verb, no = ("passes", "no source of its own") if one else ("pass", "no sources of their own")
        yield f"{_and(passing)} {verb} on what {origin} says: {no}"
    yield from dict.fromkeys(
        why for way in ways for why in way.why[1:] if any(words in why for words in (" taken for ", " has it from "))
    )


def _apart(origins: Sequence[str], given: Given) -> Iterator[str]:
    """Why origins are counted apart: each said it first, and what only one of them gives."""
    yield (
        f"{_and(origins)} are counted apart: no report has one of them from another, "
        "and none of the names is a looser word for another"
    )
    for origin in origins:
        others = {text for name in origins if name != origin for text in given.get(name, ())}
        alone = [text for text in given.get(origin, ()) if text not in others]
        if alone and others:
            yield f"from {_short(origin)} alone: {', '.join(alone[:LISTED])}"


def _of(lineage: Lineage) -> str:
    return "of unknown origin" if lineage.origin == "unknown" else lineage.origin


def _short(origin: str) -> str:
    return origin.removeprefix(OWN)


def _listed(reports: Iterable[str], names: Mapping[str, str]) -> str:
    """Names of reports in a sentence."""
    found = sorted(names.get(key, key) for key in reports)
    if len(found) > LISTED:
        return f"{', '.join(found[:LISTED])} and {len(found) - LISTED} more"
    return _and(found) or "no report"


def _and(names: Sequence[str]) -> str:
    """Names in a sentence."""
    shown = [_short(name) for name in names]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
