"""What one report tells of one event, in the form that tellings are compared in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from firsthand.link.days import Days, days_of
from firsthand.link.subjects import subject
from firsthand.model.claim import COUNTS, Claim, Mention, Role
from firsthand.model.extraction import Extraction, Name
from firsthand.model.lineage import Lineage
from firsthand.model.place import Place
from firsthand.model.value import Count, Party, Weapon, Where
from firsthand.model.when import UNKNOWN, TimeSpan

HAPPENED = frozenset({"occurred", "ongoing", "attempted"})
"""Statuses that make an incident. A denied event is one only where another telling claims it."""
NAMED = frozenset({"person", "organisation", "group", "unit"})
BODIES = frozenset({"organisation", "group", "unit"})
WORD = re.compile(r"[\w'’-]{1,60}")
LOOSE = 6
"""Days between the ends of a stretch ("this week") that may hold more than one event of a kind."""
NEWS = frozenset({"headline", "body", "quote"})
SO_MANY = re.compile(
    r"(?:(?:at least|at most|up to|as many as|more than|fewer than|less than|about|around|nearly|almost|over|some|the|all|both|"
    r"another|other|further|additional|an estimated|estimated|approximately|roughly)\s+){0,3}"
    r"(?:\d[\d,.]{0,12}(?![\w,.-]| (?:year|month|week|day))|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|several|many|few|multiple|"
    r"scores)\b(?![ -](?:year|month|week|day)))",
    re.IGNORECASE,
)
"""People told by their number: "17 soldiers", "at least two civilians"; not by their age, "17-year-old boy"."""

AFTERMATH = frozenset({"arrest", "trial", "execution of sentence", "statement", "visit"})
"""Kinds that follow a deed on days of their own."""

Shared = tuple[int, int, str, str]
"""Start and end of a passage, id and kind of the lineage it belongs to."""


class Told(NamedTuple):
    """A count as compared: the field it stands in, its interval, and whose it is."""

    field: str
    low: int | None
    high: int | None
    number: int | None
    bound: str
    side: str


class Said(NamedTuple):
    """The values that a telling gives. Parties are entity names; what is only described stands in `described`."""

    places: tuple[Place, ...]
    unplaced: frozenset[str]
    actors: frozenset[str]
    suffered: frozenset[str]
    described: frozenset[str]
    counts: tuple[Told, ...]
    weapons: frozenset[str]


class Wording(NamedTuple):
    """Lemmas and names of the sentences that tell it, and (id, kind) of the lineages that hold one of them."""

    words: frozenset[str]
    names: frozenset[str]
    lineages: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Account:
    """One report's telling of one event.

    `lead`: the first news of its report; `subject`: what the report is about, as far as it is about one event. `happened`: not
    only planned, threatened, supposed or denied.
    """

    event: str
    report: str
    mentions: tuple[str, ...]
    role: Role
    happened: bool
    denied: bool
    lead: bool
    kinds: tuple[str, ...]
    days: Days
    published: Days
    said: Said
    wording: Wording
    subject: bool = False

    @property
    def smallest(self) -> str:
        """Its smallest mention id."""
        return self.mentions[0]

    @property
    def vague(self) -> bool:
        """Tell whether it gives neither a day nor a figure nor a place smaller than a country."""
        placed = self.said.unplaced or any(p.precision != "country" for p in self.said.places)
        return not self.days.said and not self.said.counts and not placed

    @property
    def loose(self) -> bool:
        """Tell whether it is too vague, or lies in too many days, to hold others together."""
        first, last = self.days.first, self.days.last
        return self.vague or (first is not None and last is not None and last - first >= LOOSE)


def accounts(
    extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan], shared: Mapping[str, Sequence[Shared]]
) -> tuple[Account, ...]:
    """Every event of every report, sorted by id. `shared`: passages of lineages by report."""
    found: list[Account] = []
    for key in sorted(extractions):
        told = list(_of_report(extractions[key], dated.get(key, UNKNOWN), shared.get(key, [])))
        about = subject(told)
        found += [replace(account, subject=True) if account.event == about else account for account in told]
    return tuple(sorted(found, key=lambda account: account.event))


def tellings(
    extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan], shared: Mapping[str, Sequence[Shared]]
) -> tuple[Account, ...]:
    """The events that linking is about: what happened, and what is denied; see `accounts`."""
    return tuple(a for a in accounts(extractions, dated, shared) if a.happened or a.denied)


def _of_report(extraction: Extraction, published: TimeSpan, shared: Sequence[Shared]) -> Iterator[Account]:
    events: dict[str, list[Mention]] = {}
    for mention in sorted(extraction.mentions, key=lambda m: (m.trigger.start, m.trigger.end)):
        events.setdefault(mention.event, []).append(mention)
    lead = next((e for e, told in events.items() if any(m.role == "main" and m.status in HAPPENED for m in told)), None)
    sentences = Sentences(extraction, shared)
    for event, told in events.items():
        # What is news of it in the report speaks for itself; what is recalled beside it may be older.
        news = [m for m in told if m.role == "main"] or told
        claims = [c for m in news for c in m.claims if c.voice.stance != "denies"]
        yield Account(
            event=event,
            report=extraction.report,
            mentions=tuple(sorted(m.id for m in told)),
            role="main" if any(m.role == "main" for m in told) else "background",
            happened=any(m.status in HAPPENED for m in told),
            denied=any(m.status == "denied" for m in told),
            lead=event == lead,
            kinds=tuple(sorted({m.kind for m in news})),
            days=days_of(_of_deed(news, claims), published),
            published=Days.between(published.earliest, published.latest, published.basis == "stated"),
            said=_said(claims),
            wording=sentences.wording(news, claims, shared),
        )


def _of_deed(mentions: Iterable[Mention], claims: Sequence[Claim]) -> list[Claim]:
    """Claims of the deed itself, where what became of it (an arrest, a trial) is told with it and has days of its own."""
    deed = {m.id for m in mentions if m.kind not in AFTERMATH}
    return [c for c in claims if not deed or c.mention in deed]


LAND = "ground.country"
"""The rule that infers a country: it says where the news plays, not that two events are one."""


def _said(claims: Sequence[Claim]) -> Said:
    parties = [(c.field, c.value) for c in claims if isinstance(c.value, Party)]
    where = [c.value for c in claims if isinstance(c.value, Where) and c.by != LAND]
    weapons = [c.value for c in claims if isinstance(c.value, Weapon)]
    places = {(w.place.geonames_id or 0, w.place.name): w.place for w in where if w.place is not None}
    return Said(
        places=tuple(places[key] for key in sorted(places)),
        unplaced=frozenset(folded(w.text) for w in where if w.place is None),
        actors=frozenset(p.entity for field, p in parties if field == "actor" and p.entity),
        suffered=frozenset(p.entity for field, p in parties if field != "actor" and p.entity),
        described=frozenset(folded(p.text) for _, p in parties if not p.entity),
        counts=tuple(sorted({_told(c) for c in claims if isinstance(c.value, Count)}, key=repr)),
        weapons=frozenset(w.entity or w.class_ or folded(w.text) for w in weapons),
    )


def _told(claim: Claim) -> Told:
    count = claim.value
    assert isinstance(count, Count)  # noqa: S101 - the caller chose
    assert claim.field in COUNTS  # noqa: S101
    return Told(claim.field, count.low, count.high, count.number, count.bound, count.side)


def folded(words: str) -> str:
    """Words in the form that they are compared in."""
    return " ".join(words.casefold().split())


class Sentences:
    """The sentences of a report by place, to collect what stands in those that tell an event.

    `common`: stretches that other reports print too whatever they tell.
    """

    def __init__(self, extraction: Extraction, common: Iterable[Shared] = ()) -> None:
        self._passages = extraction.passages
        self._common = common_passages(extraction, common)
        self._named = named_words(extraction)
        self._starts = [passage.start for passage in extraction.passages]
        self._names: dict[int, set[str]] = {}
        for name in extraction.names:
            if _stands(name):
                self._names.setdefault(self._at(name.span.start), set()).add(name.entity)

    def wording(self, mentions: Sequence[Mention], claims: Iterable[Claim], shared: Iterable[Shared]) -> Wording:
        """Words, names and shared texts of the sentences in which the mentions and their claims stand."""
        places = {self._at(m.trigger.start) for m in mentions} | {self._at(c.span.start) for c in claims}
        inside = sorted(place for place in places if 0 <= place < len(self._passages))
        # What is only recalled is told nowhere else than there: its own words are all that speaks for it.
        skipped = self._common if any(m.role == "main" for m in mentions) else frozenset[int]()
        return Wording(
            words=frozenset(w for i in inside if i not in skipped for w in self._passages[i].lemmas) - self._named,
            names=frozenset(name for i in inside for name in self._names.get(i, ())),
            lineages=frozenset((name, kind) for start, end, name, kind in shared if self._meets(inside, start, end)),
        )

    def _at(self, offset: int) -> int:
        """Index of the passage that an offset stands in, -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def _meets(self, inside: Iterable[int], start: int, end: int) -> bool:
        return any(min(self._passages[i].end, end) > max(self._passages[i].start, start) for i in inside)


def _stands(name: Name) -> bool:
    """Tell whether it is compared as a name is. How many people are told of is compared among the counts."""
    return name.type in NAMED and not (name.described and SO_MANY.match(name.entity))


def news_words(extraction: Extraction, common: Iterable[Shared] = ()) -> frozenset[str]:
    """Lemmas of all sentences of a report that are news of its own, names of bodies aside."""
    skipped = common_passages(extraction, common)
    news = (p for i, p in enumerate(extraction.passages) if p.role == "main" and p.section in NEWS and i not in skipped)
    return frozenset(lemma for p in news for lemma in p.lemmas) - named_words(extraction)


def common_passages(extraction: Extraction, shared: Iterable[Shared]) -> frozenset[int]:
    """Places of passages that are boilerplate: printed under reports of any incident."""
    stretches = [(start, end) for start, end, _, kind in shared if kind == "boilerplate"]
    return frozenset(
        i
        for i, p in enumerate(extraction.passages)
        if any(2 * (min(p.end, end) - max(p.start, start)) > p.end - p.start for start, end in stretches)
    )


def shared_texts(lineages: Iterable[Lineage]) -> dict[str, list[Shared]]:
    """Passages of lineages by report."""
    found: dict[str, list[Shared]] = {}
    for lineage in lineages:
        for passage in lineage.passages:
            found.setdefault(passage.report, []).append((passage.start, passage.end, lineage.id, lineage.kind))
    return found


def named_words(extraction: Extraction) -> frozenset[str]:
    """Words that a report uses in names of bodies: those are compared as what they name."""
    spans = [n.span for n in extraction.names if n.type in BODIES]
    return frozenset(word for span in spans for word in WORD.findall(span.quote.casefold()))
