"""Background that recurs under different news is told as background, whatever tense it is written in."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from firsthand.model.claim import Mention
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import PassageRef, Traced
from firsthand.trace.words import WORD

BY = "roles.boilerplate"
TELLING = 5
"""Words of the shortest passage that tells anything: dates and names of outlets stand above the news."""


def with_recalled(
    extractions: Mapping[str, Extraction], texts: Mapping[str, str], traced: Traced
) -> dict[str, Extraction]:
    """The extractions, with what stands in boilerplate told as background; but of a report that opens with it nothing."""
    found: dict[str, list[PassageRef]] = {}
    for lineage in traced.lineages:
        for passage in lineage.passages if lineage.kind == "boilerplate" else ():
            found.setdefault(passage.report, []).append(passage)
    out = dict(extractions)
    for report, passages in found.items():
        extraction = extractions.get(report)
        if extraction is not None and not _opens(extraction, texts[report], passages):
            mentions = tuple(_recalled(m) if _inside(m.trigger.start, passages) else m for m in extraction.mentions)
            out[report] = replace(extraction, mentions=mentions)
    return out


def _recalled(mention: Mention) -> Mention:
    return mention if mention.role == "background" else replace(mention, role="background", by=BY)


def _opens(extraction: Extraction, text: str, passages: Sequence[PassageRef]) -> bool:
    """The report's first telling sentence is among these passages: what others recall is its news."""
    told = [p for p in extraction.passages if p.role != "noise" and len(WORD.findall(text[p.start : p.end])) >= TELLING]
    return not told or _inside(min(p.start for p in told), passages)


def _inside(at: int, passages: Sequence[PassageRef]) -> bool:
    return any(p.start <= at < p.end for p in passages)
