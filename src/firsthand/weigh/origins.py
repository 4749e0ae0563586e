"""Who it all goes back to: the first to say it, an agency, a shared text, or the outlet itself."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model.incident import Origin
from firsthand.model.lineage import Lineage
from firsthand.model.voice import Voice
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated


class Source(NamedTuple):
    """Whom one telling goes back to, and why."""

    name: str
    why: str


class Sources:
    """The origins of one incident: of each claim, of each telling, and all of them."""

    def __init__(self, case: Case, lineages: Iterable[Lineage], naming: Naming) -> None:
        self._case = case
        self._naming = naming
        self._lineages = [lineage for lineage in lineages if lineage.kind != "boilerplate"]
        self._passed = _passed_on(case, naming)
        self._tellings = {t.report: self._of_report(t.report) for t in case.group.tellings}

    def first(self, voice: Voice) -> str | None:
        """Who first said what a voice says, None for the outlet's own voice."""
        name = voice.chain[0] if voice.chain else voice.speaker
        if name is None:
            return None
        name = self._naming.entity(speaker_name(name))
        # Who passes on one other's words and is named alone elsewhere has them from there.
        return self._passed.get(name, name)

    def of(self, stated: Stated) -> tuple[str, ...]:
        """Origins of one claim: its own speaker, or those of the report where the outlet says it."""
        first = self.first(stated.claim.voice)
        return (first,) if first else tuple(s.name for s in self._tellings.get(stated.claim.report, ()))

    def all(self) -> tuple[Origin, ...]:
        """Every origin with the reports that go back to it, those with most reports first."""
        found: dict[str, list[tuple[str, str]]] = {}
        for report, sources in self._tellings.items():
            for source in sources:
                found.setdefault(source.name, []).append((report, source.why))
        entries = [
            Origin(name=name, reports=tuple(sorted({r for r, _ in told})), why=_joined(w for _, w in sorted(told)))
            for name, told in found.items()
        ]
        return tuple(sorted(entries, key=lambda origin: (-len(origin.reports), origin.name)))

    def _of_report(self, report: str) -> tuple[Source, ...]:
        voices = [s.claim.voice for s in self._case.stated if s.claim.report == report]
        spoken = sorted({name for name in map(self.first, voices) if name})
        if spoken:
            return tuple(Source(name, f"{name} is named as the source") for name in spoken)
        credits = sorted({self._naming.entity(c.name) for c in self._case.extractions[report].credits})
        if credits:
            return tuple(Source(self._passed.get(c, c), f"the report is credited to {c}") for c in credits)
        shared = self._shared(report)
        if shared is not None:
            return (shared,)
        known = self._case.reports.get(report)
        name = (known.outlet if known else None) or f"own reporting of {known.name if known else report}"
        return (Source(name, "the report names no source"),)

    def _shared(self, report: str) -> Source | None:
        """The text that the report shares with another telling of the incident."""
        told = {t.report for t in self._case.group.tellings}
        for lineage in sorted(self._lineages, key=lambda x: (x.speaker is None, x.id)):
            others = sorted(set(lineage.reports) & told - {report})
            if report in lineage.reports and others:
                name = self._naming.entity(speaker_name(lineage.speaker)) if lineage.speaker else lineage.origin
                return Source(name, f"the report shares its text with others: {lineage.origin}")
        return None


def speaker_name(name: str) -> str:
    """A speaker's name without article and with single spaces."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def _passed_on(case: Case, naming: Naming) -> Mapping[str, str]:
    """Those who pass on the words of exactly one other speaker in this incident, and whose."""
    firsts: dict[str, set[str]] = {}
    for stated in case.stated:
        chain = [naming.entity(speaker_name(name)) for name in stated.claim.voice.chain]
        for name in chain[1:]:
            if name != chain[0]:
                firsts.setdefault(name, set()).add(chain[0])
    single = {name: found for name, found in sorted(firsts.items()) if len(found) == 1}
    return {name: next(iter(found)) for name, found in single.items() if name not in _heads(found, firsts)}


def _heads(found: set[str], firsts: Mapping[str, set[str]]) -> set[str]:
    """Speakers that those in `found` are themselves said to have it from: no circles."""
    return {head for name in found for head in firsts.get(name, ())}


def _joined(reasons: Iterable[str]) -> str:
    counted = Counter(reasons)
    return "; ".join(sorted(counted, key=lambda why: (-counted[why], why)))
