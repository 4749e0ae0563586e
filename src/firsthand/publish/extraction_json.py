"""`firsthand-extraction/1`: all that was taken from one report, one JSON object a report."""

from collections.abc import Callable

from firsthand.model.calendar import resolve, timex
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction, Figure
from firsthand.model.meant import day_meant
from firsthand.model.place import PlaceName
from firsthand.model.report import Report
from firsthand.model.timeref import TimeExpr
from firsthand.model.voice import Attribution
from firsthand.model.when import TimeSpan
from firsthand.publish.parts import (
    Json,
    alternatives_json,
    claim_json,
    kind_json,
    place_json,
    published_json,
    span_json,
    through,
    voice_json,
    weight_json,
)
from firsthand.resources.kinds import Kinds

FORMAT = "firsthand-extraction/1"


def extraction_json(
    report: Report, published: TimeSpan, extraction: Extraction, kinds: Kinds, passes_on: Callable[[str], bool]
) -> Json:
    """One line of the format. `published`: when the report appeared, as far as it tells by itself. `passes_on`: tells of a name
    whether it is of an agency or outlet.
    """
    return {
        "format": FORMAT,
        "report": {
            "id": report.id, "name": report.name, "names": list(report.names), "sha256": report.sha256,
            "title": report.title, "outlet": report.outlet, "url": report.url, "language": report.language,
            "published": published_json(published), "text": report.text,
        },
        "mentions": [_mention(mention, published, kinds, passes_on) for mention in extraction.mentions],
        "places": [_place(place) for place in extraction.places],
        "times": [_time(t, published) for time in extraction.times for t in (time.ends or (time,))],
        "names": [{**span_json(n.span), "type": n.type, "entity": n.entity} for n in extraction.names if not n.plain],
        "attributions": [_attribution(a) for a in extraction.attributions],
        "figures": [_figure(figure, published) for figure in extraction.figures],
        "credits": [{**span_json(c.span), "name": c.name or None, "form": c.form} for c in extraction.credits],
    }  # fmt: skip


def _mention(mention: Mention, published: TimeSpan, kinds: Kinds, passes_on: Callable[[str], bool]) -> Json:
    """One telling of an event, with its claims."""
    return {
        "id": mention.id, "event": mention.event, **kind_json(mention.kind, kinds),
        "trigger": span_json(mention.trigger), "status": mention.status, "role": mention.role,
        "claims": [_claim(claim, published, passes_on) for claim in mention.claims],
    }  # fmt: skip


def _claim(claim: Claim, published: TimeSpan, passes_on: Callable[[str], bool]) -> Json:
    """One claim, with who passed on what another said."""
    out = claim_json(claim, day_meant(claim, published))
    return {**out, "voice": {**out["voice"], "through": through(claim.voice, passes_on)}}


def _place(place: PlaceName) -> Json:
    return {
        **span_json(place.span), **place_json(place.place), "use": place.use, "weight": weight_json(place.weights),
        "alternatives": alternatives_json(place.others, place.weights),
    }  # fmt: skip


def _time(time: TimeExpr, published: TimeSpan) -> Json:
    meant = resolve(time.ref, published)
    return {**span_json(time.span), "type": time.type, "timex": timex(time.ref, published), "edtf": meant.edtf}


def _attribution(a: Attribution) -> Json:
    """One act of saying; `source` is null where the words name nobody."""
    return {
        "source": {"start": a.source.start, "end": a.source.end} if a.source else None,
        "cue": [{"start": span.start, "end": span.end} for span in a.cue],
        "content": [{"start": span.start, "end": span.end} for span in a.content],
        "speaker": a.speaker, "direct": a.direct, "chain": list(a.chain), "stance": a.stance,
    }  # fmt: skip


def _figure(figure: Figure, published: TimeSpan) -> Json:
    """A standing figure; without a time of its own it is as of the day the report appeared."""
    meant = resolve(figure.when.ref, published) if figure.when else published
    return {
        **span_json(figure.span), "what": figure.what, "where": figure.where, "number": figure.number,
        "bound": figure.bound, "low": figure.low, "high": figure.high, "as_of": meant.edtf,
        "voice": voice_json(figure.voice), "changed": figure.changed,
    }  # fmt: skip
