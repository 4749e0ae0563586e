"""Rule one: what is said quotes words that stand in the report, there. Checked here, whoever says it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from firsthand.errors import EvidenceError
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.report import Refusal, Report
from firsthand.model.span import Span
from firsthand.model.voice import Attribution

T = TypeVar("T")


class Admitted(NamedTuple):
    """What may enter, what may not, and how many claims there were (`claims` = admitted + refused ones)."""

    extraction: Extraction
    refused: tuple[Refusal, ...]
    claims: int
    claims_refused: int


def admit(report: Report, extraction: Extraction) -> Admitted:
    """Keep what has its words in `report`, and refuse the rest piece by piece.

    A mention without its trigger is refused with all its claims; of claims with one id, and of mentions with one
    trigger, the first stays (a content is named once, so the others say nothing more).
    """
    if extraction.report != report.id:
        raise EvidenceError(f"an extraction of {extraction.report} was offered for {report.id}")
    extraction = settled(extraction)
    refused: list[Refusal] = []
    mentions: dict[str, Mention] = {}
    seen = bad = 0
    for mention in extraction.mentions:
        distinct = tuple({claim.id: claim for claim in mention.claims}.values())
        seen += len(distinct)
        if mention.id in mentions or mention.report != report.id or not mention.trigger.holds_in(report.text):
            refused += [_refusal(report, mention.id, f"{mention.kind}: its trigger", mention.trigger)]
            refused += [_refusal(report, claim.id, claim.field, claim.span) for claim in distinct]
            bad += len(distinct)
            continue
        kept = tuple(claim for claim in distinct if _stands(claim, mention, report))
        refused += [_refusal(report, claim.id, claim.field, claim.span) for claim in distinct if claim not in kept]
        bad += len(distinct) - len(kept)
        mentions[mention.id] = replace(mention, claims=kept)
    clean = replace(
        extraction,
        mentions=tuple(mentions.values()),
        places=_keep(extraction.places, lambda p: (p.span, p.area), "place", report, refused),
        times=_keep(extraction.times, lambda t: (t.span,), "time", report, refused),
        names=_keep(extraction.names, lambda n: (n.span,), "name", report, refused),
        attributions=_keep(extraction.attributions, _attribution_spans, "attribution", report, refused),
        quotations=_keep(extraction.quotations, lambda q: (q.span,), "quotation", report, refused),
        figures=_keep(extraction.figures, lambda f: (f.span,), "figure", report, refused),
        credits=_keep(extraction.credits, lambda c: (c.span,), "credit", report, refused),
        clues=_keep(extraction.clues, lambda c: (c.span,) if c.span else (), "clue", report, refused),
        refused=(),
    )
    return Admitted(clean, (*extraction.refused, *refused), seen, bad)


def settled(extraction: Extraction) -> Extraction:
    """The extraction as it comes back from the record: a degree given as 36 is 36.0 there, and ids name content."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(extraction), type=Extraction)


def _stands(claim: Claim, mention: Mention, report: Report) -> bool:
    """Tell whether a claim belongs to its mention and report and has its words, and its voice's, in the text."""
    owned = claim.report == report.id and claim.mention == mention.id
    voice = claim.voice.span
    return owned and claim.span.holds_in(report.text) and (voice is None or voice.holds_in(report.text))


def _attribution_spans(a: Attribution) -> tuple[Span, ...]:
    """Every span of an attribution."""
    return (*((a.source,) if a.source else ()), *a.cue, *a.content, *a.presupposed)


def _keep(
    items: Sequence[T], spans: Callable[[T], Iterable[Span]], what: str, report: Report, refused: list[Refusal]
) -> tuple[T, ...]:
    """The items whose spans all hold; a Refusal is added for each other."""
    kept: list[T] = []
    for item in items:
        wrong = next((span for span in spans(item) if not span.holds_in(report.text)), None)
        if wrong is None:
            kept.append(item)
        else:
            refused.append(_refusal(report, f"{report.id}/{what}/{wrong.start}-{wrong.end}", what, wrong))
    return tuple(kept)


def _refusal(report: Report, subject: str, what: str, span: Span) -> Refusal:
    """The refusal of one thing that was said without its words."""
    return Refusal(
        stage="extract", subject=subject, code=EvidenceError.code, sha256=report.sha256,
        reason=f"{what}: {span.quote[:80]!r} does not stand at {span.start}..{span.end} of {report.id}",
    )  # fmt: skip
