"""The order of the stages: what is done with one report, and what is concluded from all. Pure, given the kit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from firsthand.date import date_all, date_one
from firsthand.errors import PartlyAnalysed
from firsthand.link import Index, explain, index_of, likely_pairs, link
from firsthand.link.taught import Lesson, lesson
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.incident import Group
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision, Weighing
from firsthand.model.report import ANALYSED, Refusal, Report
from firsthand.model.when import TimeSpan
from firsthand.record.choices import settled
from firsthand.record.fold import fold
from firsthand.record.naming import with_unique_names
from firsthand.record.parting import parted
from firsthand.record.rulings import found_again
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.supplied import Supplied
from firsthand.resources.trust import NOBODY, Trust
from firsthand.resources.weights import Weights
from firsthand.trace import trace
from firsthand.trace.recalled import with_recalled
from firsthand.weigh import weigh

if TYPE_CHECKING:
    from firsthand.resources.kit import Kit

LANGUAGES = ("en", None)
"""Languages that the extractors read (None: not told). A report in another is kept, and nothing is taken from it."""


def extract_all(reports: Sequence[Report], kit: "Kit") -> Iterator[Extraction]:
    """Extract from each report, in order; one in another language yields an empty extraction."""
    # The parser's library takes a second to load: whoever only concludes, or reads a record, does without.
    from firsthand.extract import extract
    from firsthand.resources.legible import legible

    seen = [legible(r.text[:ANALYSED], kit.casing) for r in reports if r.language in LANGUAGES]
    parsed = zip(seen, kit.parser.pipe(seen), strict=True)
    for report in reports:
        if report.language not in LANGUAGES:
            yield Extraction(report=report.id)
            continue
        text, doc = next(parsed)
        found = extract(report, doc, kit, seen=text)
        yield found if len(report.text) <= ANALYSED else replace(found, refused=(*found.refused, _rest(report)))


class Reading:
    """The program's own extractor, open: what `firsthand.plugins` calls `Adds`. It comes first: nothing was found before it."""

    def __init__(self, kit: "Kit") -> None:
        self._kit = kit
        self.digest = kit.reading

    def __call__(self, report: Report, extraction: Extraction) -> Extraction:
        """Extract from one report."""
        return self.batch([report], [extraction])[0]

    def batch(self, reports: Sequence[Report], _: Sequence[Extraction]) -> list[Extraction]:
        """Extract from several, which is faster."""
        return list(extract_all(reports, self._kit))


def open_reading(supplied: Supplied) -> Reading:
    """Open the program's own extractor. Errors: SetupError, BadTable."""
    from firsthand.resources.kit import Kit

    return Reading(Kit.open(supplied))


def _rest(report: Report) -> Refusal:
    """What of a very long report was kept but not analysed."""
    reason = f"only the first {ANALYSED:,} of its {len(report.text):,} characters were analysed; cut it into reports"
    return Refusal(stage="extract", subject=report.id, code=PartlyAnalysed.code, reason=reason, sha256=report.sha256)


def date_alone(report: Report, extraction: Extraction) -> TimeSpan:
    """When a report appeared, as far as it tells by itself."""
    return date_one(report, extraction)


def conclude(
    reports: Iterable[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    refusals: Iterable[Refusal],
    *,
    kinds: Kinds,
    weights: Weights,
    lexicon: Lexicon,
    model: str,
    trust: Trust = NOBODY,
) -> Folded:
    """Everything that is concluded from all reports together: people's choices, trace, date, link, weigh, fold.

    `extractions` by report id; a report without one counts as read and silent. Dating learns only from pairs that are likely
    without any day, so that no date proves itself (see docs/explanation on dating).
    """
    named = with_unique_names(reports)
    found = compared(named, extractions, decisions, kinds=kinds, weights=weights)
    groups = link(found.said, found.dated, found.traced, kinds, weights, found.decisions)
    weighed = weigh(groups, found.read, found.said, found.dated, found.traced, kinds, lexicon, trust)
    return fold(named, found.said, found.dated, found.traced, weighed, refusals, model=model)


class Compared(NamedTuple):
    """All that linking rests on: reports and what they say by id, as people decided; lineages; when reports appeared."""

    read: Mapping[str, Report]
    said: Mapping[str, Extraction]
    decisions: tuple[Decision, ...]
    traced: Traced
    dated: Mapping[str, TimeSpan]


def compared(
    named: Sequence[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    *,
    kinds: Kinds,
    weights: Weights,
) -> Compared:
    """The stages before linking: people's choices, trace, date."""
    read = {report.id: report for report in named}
    given = {key: extractions.get(key) or Extraction(report=key) for key in read}
    decided = found_again(decisions, given)
    said = parted(settled(given, decided), decided)
    traced = trace(read, said)
    said = with_recalled(said, {report.id: report.text for report in named}, traced)
    dated = date_all(read, said, traced, likely_pairs(said, traced, kinds, weights, decided))
    return Compared(read, said, decided, traced, dated)


def weighed_apart(
    left: Sequence[str],
    right: Sequence[str],
    reports: Iterable[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    *,
    kinds: Kinds,
    weights: Weights,
) -> Weighing:
    """Why the events of two groups (by id) are thought one incident or not. Errors: as for `link.explain`."""
    found = compared(with_unique_names(reports), extractions, decisions, kinds=kinds, weights=weights)
    return explain(left, right, found.said, found.dated, found.traced, kinds, weights, found.decisions)


def linked(
    reports: Iterable[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    *,
    kinds: Kinds,
    weights: Weights,
) -> tuple[Group, ...]:
    """The groups of tellings alone, as `conclude` makes them: what other weights would change."""
    found = compared(with_unique_names(reports), extractions, decisions, kinds=kinds, weights=weights)
    return link(found.said, found.dated, found.traced, kinds, weights, found.decisions)


def indexed(
    reports: Iterable[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    *,
    kinds: Kinds,
    weights: Weights,
) -> tuple[Compared, Index]:
    """All that linking rests on, and an index that holds the groups as `conclude` makes them and takes in further decisions."""
    found = compared(with_unique_names(reports), extractions, decisions, kinds=kinds, weights=weights)
    return found, index_of(found.said, found.dated, found.traced, kinds, weights, found.decisions)


def taught(
    reports: Iterable[Report],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    *,
    kinds: Kinds,
    weights: Weights,
) -> Lesson:
    """What the decisions on these reports teach about `weights`."""
    found = compared(with_unique_names(reports), extractions, decisions, kinds=kinds, weights=weights)
    return lesson(found.said, found.dated, found.traced, kinds, weights, found.decisions)
