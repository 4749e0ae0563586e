"""Who it all goes back to: the first to say it, an agency, a shared text, or the outlet itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.model.extraction import AGENCIES
from firsthand.model.incident import Origin, Way
from firsthand.model.value import Party
from firsthand.model.voice import Voice
from firsthand.weigh.bearing import stray
from firsthand.weigh.evidence import Case, Stated
from firsthand.weigh.given import Given
from firsthand.weigh.heard import Heard
from firsthand.weigh.lent import Lent
from firsthand.weigh.one_source import Names, meant
from firsthand.weigh.passed_on import passed_on
from firsthand.weigh.recalled import once
from firsthand.weigh.shared import Lines
from firsthand.weigh.source import Source, each_once, joined, taken, unsaid
from firsthand.weigh.witnessed import credited, witnesses

OWN = "own reporting of "
LOOSE = frozenset({"moments.sentence"})
"""Rules whose claims only stand in the sentence: whoever is heard in it need not have said them of this event."""


class Sources:
    """The origins of one incident: of each claim, of each telling, and all of them."""

    def __init__(self, case: Case, lines: Lines, names: Names) -> None:
        self._case = case
        speakers = self._speakers = names.speakers
        self._lines = lines
        self._reports = frozenset(t.report for t in case.group.tellings)
        self._said: dict[str, tuple[str, ...]] = {}
        self._sources: dict[str, tuple[Source, ...]] = {}
        self._passed = passed_on(case, speakers)
        self._heard = Heard(case, speakers, self.first)
        self._lent = Lent(case, speakers, names, self._heard)
        # Known once all names are: until then every name is its own.
        self._same: Mapping[str, str] = {}
        self._meant: Mapping[str, tuple[str, ...]] = {}
        tellings = {report: self._of_report(report) for report in sorted(self._reports)}
        tellings = once(case, lines, tellings)
        named = Counter(s.name for sources in tellings.values() for s in sources if s.how != "own" or s.named)
        self._meant = meant(sorted(named), names, named)
        self._same = {name: others[0] for name, others in self._meant.items()}
        self._said.clear()
        self._given = self._figures()
        self._tellings = self._settled(tellings)
        self._weight = Counter(s.name for sources in self._tellings.values() for s in sources)

    def _figures(self) -> Given:
        """Who gives which figure by name, agencies and outlets aside."""
        told = ((stated, self.said(stated)) for stated in self._case.stated if stated.claim.voice.stance != "denies")
        return Given((stated, [n for n in names if not self._speakers.media(n)]) for stated, names in told)

    def first(self, voice: Voice) -> str | None:
        """Who first said what a voice says, None for the outlet's own voice."""
        name = self._speakers.first(voice)
        return None if name is None else self._settled_name(name)

    def _settled_name(self, name: str) -> str:
        """The name that a speaker has here; who passes on one other's words and is named alone has them from there."""
        return self._same_name(self._passed.get(name, name))

    def named(self, voice: Voice) -> bool:
        """Tell whether it is told who speaks: a name or description, or the outlet's own voice."""
        return voice.speaker is None or self.first(voice) is not None

    def said(self, stated: Stated) -> tuple[str, ...]:
        """Who first said a claim, each once; none for the outlet's own voice; of an outlet that somebody told, who told it."""
        found = self._said.get(stated.id)
        if found is None:
            found = self._said[stated.id] = self._first_said(stated)
        return found

    def _first_said(self, stated: Stated) -> tuple[str, ...]:
        span = stated.claim.voice.span
        names = self._speakers.several(self._voiced(stated), span.quote if span is not None else "")
        found = tuple(dict.fromkeys(self._settled_name(name) for name in names))
        if len(found) != 1 or not (self._speakers.media(found[0]) or self._tells(stated.claim.report, found[0])):
            return found
        told = self._heard.told(stated)
        if len(told) == 1:
            return tuple(told)
        outlet = self.outlet(stated.claim.report)
        return () if outlet is not None and self._speakers.name(outlet) == found[0] else found

    def said_by(self, stated: Stated) -> str | None:
        """The same as words, None for the outlet's own voice."""
        return " and ".join(self.said(stated)) or None

    def _tells(self, report: str, name: str) -> bool:
        """Tell whether a name is that of the report's own outlet by its head, no body that speaks for itself."""
        return self._is_outlet(report, name) and not self._speakers.body(name)

    def _voiced(self, stated: Stated) -> str | None:
        """The speaker of a claim; of a claim of responsibility whoever claims it."""
        claim = stated.claim
        if claim.voice.speaker is None and claim.voice.stance == "claims" and isinstance(claim.value, Party):
            return self._speakers.first(Voice(speaker=claim.value.entity or claim.value.text))
        return self._speakers.first(claim.voice)

    def of(self, stated: Stated) -> tuple[str, ...]:
        """Origins of one claim: its own speaker, or of those of the report whoever gives it, where the outlet says it."""
        return tuple(dict.fromkeys(source.name for source in self._from(stated)))

    def _from(self, stated: Stated) -> tuple[Source, ...]:
        """Whom one claim goes back to."""
        found = self._sources.get(stated.id)
        if found is None:
            found = self._sources[stated.id] = self._traced(stated)
        return found

    def _traced(self, stated: Stated) -> tuple[Source, ...]:
        said, by = self.said(stated), self._given.by(stated)
        if said and by and all(self._speakers.media(name) for name in said):
            # An agency that gives the figure of somebody who is named has it from there.
            name = min(by, key=lambda name: (-self._weight.get(name, 0), name))
            why = f"{said[0]} gives the figure of {name} and names no other source"
            return (Source(name, why, False, "lent", (f"{said[0]} passes it on",)),)
        if said:
            return tuple(self._spoken(stated, name) for name in said)
        return unsaid(self._given.back(stated, self._tellings.get(stated.claim.report, ()), self._weight))

    def ways(self, told: Iterable[Stated]) -> tuple[Way, ...]:
        """How each report has these claims from whom, in the order of reports and names."""
        found: dict[tuple[str, tuple[str, ...], Source], list[str]] = {}
        for stated in told:
            report, said = stated.claim.report, self.said(stated)
            for source in self._from(stated):
                chain = (source.name, *(self._between(stated, source.name) if len(said) == 1 else ()))
                found.setdefault((report, chain, source), []).append(stated.id)
        return tuple(
            Way(report=report, chain=chain, how=s.how, why=(s.why, *s.also), claims=tuple(sorted(set(claims))))
            for (report, chain, s), claims in sorted(found.items())
        )

    def _spoken(self, stated: Stated, first: str) -> Source:
        """The source of a claim with a voice, and how its name was come by."""
        voice = stated.claim.voice
        said, also = self._speakers.first(voice), []
        if said is not None and self._speakers.media(said) and said != first:
            also.append(f"{said} passes it on")
        elif said is not None and said not in self._speakers.chain(voice):
            also.append(f"{self._speakers.chain(voice)[0]} speaks for {said}")
        if said is not None and said in self._passed:
            also.append(f"{said} has it from {self._passed[said]} elsewhere in this incident")
            said = self._passed[said]
        if said is not None and said in self._same:
            also.append(taken(said, self._meant[said]))
        return Source(first, f"named as the source: {first}", True, "named", tuple(also))

    def _between(self, stated: Stated, origin: str) -> list[str]:
        """Those who passed a claim on, from the origin to the report; names that mean the origin are left out."""
        names = dict.fromkeys(self._speakers.chain(stated.claim.voice))
        return [
            name for name in names if self._same_name(name) != origin and not self._is_outlet(stated.claim.report, name)
        ]

    def _is_outlet(self, report: str, name: str) -> bool:
        outlet = self.outlet(report)
        return outlet is not None and self._speakers.name(outlet) == name

    def _way(self, report: str, source: Source) -> Way:
        """How a whole telling has it from a source: through those who are told to pass on most of its claims."""
        told = [s for s in self._said_in(report) if self.said(s) == (source.name,)]
        chains = Counter((source.name, *self._between(s, source.name)) for s in told)
        chain = min(chains, key=lambda c: (-chains[c], len(c), c), default=(source.name,))
        return Way(report=report, chain=chain, how=source.how, why=(source.why, *source.also))

    def outlet(self, report: str) -> str | None:
        """The name of the outlet, or the agency or body whose report it is by its head; None where nothing tells it."""
        known = self._case.reports.get(report)
        if known is not None and known.outlet:
            return known.outlet
        heads = [c for c in credited(self._case.extractions[report], "byline") if c.name != AGENCIES]
        return self._speakers.name(heads[0].name) if heads else None

    def teller(self, report: str) -> str | None:
        """Who speaks where a report speaks for itself: its outlet, else the agency of its dateline."""
        lines = [c for c in credited(self._case.extractions[report], "dateline") if c.name != AGENCIES]
        return self.outlet(report) or (self._speakers.name(lines[0].name) if lines else None)

    def all(self) -> tuple[Origin, ...]:
        """Every origin with the reports that go back to it, those with most reports first."""
        found: dict[str, list[tuple[str, Source]]] = {}
        for report, sources in self._tellings.items():
            for source in sources:
                found.setdefault(source.name, []).append((report, source))
        entries = [
            Origin(
                name=name,
                reports=tuple(sorted({r for r, _ in told})),
                why=joined(s.why for _, s in sorted(told)),
                ways=tuple(self._way(r, s) for r, s in sorted(told)),
            )
            for name, told in found.items()
        ]
        return tuple(sorted(entries, key=lambda origin: (-len(origin.reports), origin.name)))

    def _same_name(self, name: str) -> str:
        return self._same.get(name, name)

    def _said_in(self, report: str) -> list[Stated]:
        """What a report says of the event; whoever said the words that a place is inferred from did not say it of this one."""
        known = self._case.reports.get(report)
        aside = stray(self._case.told_by(report), known)
        told = [s for s in self._case.stated_by(report) if not s.claim.inferred]
        return [s for s in told if s.claim.mention not in aside and s.claim.by not in LOOSE]

    def _of_report(self, report: str) -> tuple[Source, ...]:
        told = self._said_in(report)
        spoken = sorted({name for stated in told for name in self.said(stated)})
        spoken = sorted({*spoken, *self._heard.denying(report)})
        # An agency named beside others passes on what they say; alone it may have it from whoever says the same.
        own = [name for name in spoken if not self._speakers.media(name)]
        seen = tuple(self._seen(report, told))
        if spoken:
            named = tuple(Source(name, f"named as the source: {name}", bool(own), "named") for name in own or spoken)
            return (*named, *(source for source in seen if source.name not in spoken))
        if seen:
            return seen
        beside = self._heard.beside(report, told)
        if beside:
            return tuple(Source(name, f"{name} is quoted in the same sentences", True, "beside") for name in beside)
        heard = self._heard.elsewhere(report)
        if heard:
            return tuple(Source(name, f"{name} is quoted on the event", True, "heard") for name in heard)
        outlet = self.outlet(report)
        given = credited(self._case.extractions[report])
        credits = sorted(
            {self._speakers.name(c.name) for c in given} - ({self._speakers.name(outlet)} if outlet else set())
        )
        if credits:
            return tuple(
                Source(self._passed.get(c, c), f"the report is credited to {c}", c != AGENCIES, "credited")
                for c in credits
            )
        return (self._shared(report) or self._own(report),)

    def _seen(self, report: str, told: Iterable[Stated]) -> Iterator[Source]:
        """The outlet or agency whose own reporter is told of where the report tells the event in its own words."""
        found = witnesses(self._case.extractions[report], told)
        for name in sorted({self._speakers.name(name) if name else self._alone(report) for name in found}):
            yield Source(name, f"a reporter of {name.removeprefix(OWN)} was there or was told", True, "own")

    def _shared(self, report: str) -> Source | None:
        """The text that the report shares with another telling of the incident."""
        for shared in sorted(self._lines.others(report), key=lambda one: (one.lineage.speaker is None, one.id)):
            lineage = shared.lineage
            if len(self._reports & shared.reports) > 1:
                name = self._speakers.name(lineage.speaker) if lineage.speaker else lineage.origin
                why = f"the report shares its text with others: {lineage.origin}"
                return Source(name, why, lineage.speaker is not None, "shared", lineage.why)
        return None

    def _own(self, report: str) -> Source:
        outlet, name = self.outlet(report), self._alone(report)
        # A body that reports for itself is a source that others may have it from; a paper is none.
        own = outlet is not None and self._speakers.body(outlet) and not self._speakers.media(outlet)
        return Source(name, "the report is its own" if own else "the report names no source", own, "own")

    def _alone(self, report: str) -> str:
        """The name of a report's outlet as a source of its own."""
        known = self._case.reports.get(report)
        return self.outlet(report) or f"{OWN}{known.name if known else report}"

    def _settled(self, tellings: Mapping[str, Sequence[Source]]) -> dict[str, tuple[Source, ...]]:
        """Names that mean one source taken together; who names nobody has it from those who say the same, if any."""
        named = {r: each_once(map(self._merged, found)) for r, found in tellings.items()}
        settled: dict[str, tuple[Source, ...]] = {}
        for report, found in named.items():
            lent = None if any(s.named for s in found) else self._lent.of(report, named)
            settled[report] = (lent,) if lent else found
        return settled

    def _merged(self, source: Source) -> Source:
        """A source by the name that its own means in this incident."""
        name = self._same_name(source.name)
        return (
            source
            if name == source.name
            else source._replace(name=name, also=(taken(source.name, self._meant[source.name]),))
        )
