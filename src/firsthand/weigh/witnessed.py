"""Reports whose own reporters were there: what they tell in their own words is their own."""

from collections.abc import Iterable, Sequence

from firsthand.model.extraction import Credit, Extraction
from firsthand.weigh.evidence import Stated


def witnesses(extraction: Extraction, told: Iterable[Stated]) -> set[str]:
    """Whose reporters are told of in the sentences that tell the event in the report's own words: agencies, or "" the outlet."""
    return _inside(extraction, [s for s in told if s.claim.voice.speaker is None], "own")


def _inside(extraction: Extraction, told: Iterable[Stated], form: str) -> set[str]:
    given = [credit for credit in extraction.credits if credit.form == form]
    if not given:
        return set()
    spans = [s.claim.span for s in told]
    inside = [p for p in extraction.passages if any(span.touches(p.start, p.end) for span in spans)]
    return {credit.name for credit in given if any(credit.span.touches(p.start, p.end) for p in inside)}


def credited(extraction: Extraction, *forms: str) -> Sequence[Credit]:
    """Those who are credited with a report's text, in order; `forms`: only in these."""
    given = [c for c in extraction.credits if c.text and (c.form in forms if forms else True)]
    return sorted(given, key=lambda credit: credit.span.start)
