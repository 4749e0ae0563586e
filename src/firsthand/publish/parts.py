"""The pieces that both formats are made of, as plain JSON values."""

from collections.abc import Callable, Sequence
from typing import Any

from firsthand.model.claim import Claim
from firsthand.model.incident import Reading
from firsthand.model.place import Place
from firsthand.model.span import Span
from firsthand.model.value import Count, Day, Denial, Party, Value, Weapon, Where
from firsthand.model.voice import Voice
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.resources.kinds import Kinds

Json = dict[str, Any]


def iso(day: object) -> str | None:
    """A day as ISO 8601, None where there is none."""
    return None if day is None else str(day)


def span_json(span: Span) -> Json:
    """Where words stand, and the words."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def interval_json(span: TimeSpan) -> Json:
    """An interval of days without its reasons."""
    return {"edtf": span.edtf, "earliest": iso(span.earliest), "latest": iso(span.latest), "basis": span.basis}


def published_json(span: TimeSpan) -> Json:
    """When a report appeared: stated by itself, inferred from reasons, or unknown."""
    basis = "inferred" if span.basis == "relative" else span.basis
    return {**interval_json(span), "basis": basis, "why": list(span.why)}


def place_json(place: Place | None) -> Json:
    """A place with its bounds; every key is null where the words could not be resolved."""
    if place is None:
        keys = ("name", "lat", "lon", "radius_km", "precision", "admin1", "country", "geonames_id")
        return dict.fromkeys(keys)
    return {
        "name": place.name, "lat": place.lat, "lon": place.lon, "radius_km": place.radius_km,
        "precision": place.precision, "admin1": place.admin1, "country": place.country,
        "geonames_id": place.geonames_id,
    }  # fmt: skip


def weight_json(weights: Sequence[int]) -> float | None:
    """How likely the place that is taken is, 0 to 1; null where nothing was weighed."""
    return weights[0] / 1000 if weights else None


def alternatives_json(others: Sequence[Place], weights: Sequence[int]) -> list[Json]:
    """What else a name may mean, likeliest first, each with its weight."""
    told = (*weights[1:], *(None for _ in others))
    return [
        {**place_json(place), "weight": None if weight is None else weight / 1000}
        for place, weight in zip(others, told, strict=False)
    ]


def kind_json(kind: str, kinds: Kinds) -> Json:
    """A kind with its maps to ACLED and PLOVER."""
    entry = kinds[kind]
    return {
        "kind": kind,
        "acled": {"event_type": entry.acled.event_type, "sub_event_type": entry.acled.sub_event_type},
        "plover": {"type": entry.plover.type, "mode": entry.plover.mode},
    }


def through(voice: Voice, passes_on: Callable[[str], bool]) -> str | None:
    """The agency or outlet that passed on what somebody else said, the last of several; None where nobody did."""
    return next((name for name in reversed(voice.chain[1:]) if passes_on(name)), None)


def voice_json(voice: Voice) -> Json:
    """Who says so, through whom, and how firmly."""
    span = span_json(voice.span) if voice.span else None
    return {"speaker": voice.speaker, "chain": list(voice.chain), "stance": voice.stance, "span": span}


def count_json(count: Count) -> Json:
    """A number as an interval with its words."""
    return {
        "number": count.number, "bound": count.bound, "low": count.low, "high": count.high, "who": count.who,
        "side": count.side, "part_of": count.part_of, "wording": count.wording,
    }  # fmt: skip


def within(readings: Sequence[Reading]) -> list[tuple[Reading, tuple[Reading, ...]]]:
    """The readings of a count in their order, each with those that count some of its people."""
    whole = {claim: number for number, one in enumerate(readings) if one.count.part_of is None for claim in one.claims}
    holder = [whole.get(one.count.part_of or "") for one in readings]
    parts: dict[int, list[Reading]] = {}
    for one, held in zip(readings, holder, strict=True):
        if held is not None:
            parts.setdefault(held, []).append(one)
    return [(one, tuple(parts.get(number, ()))) for number, one in enumerate(readings) if holder[number] is None]


def value_json(value: Value, span: Span, day: TimeSpan | None) -> Json:
    """The value of a claim. `day`: what a time means, given the day of its report."""
    if isinstance(value, Count):
        return count_json(value)
    if isinstance(value, Party):
        return {
            "text": value.text, "entity": value.entity, "type": value.type, "country": value.country,
            "side": value.side, "count": value.count,
        }  # fmt: skip
    if isinstance(value, Weapon):
        return {"text": value.text, "entity": value.entity, "class": value.class_}
    if isinstance(value, Where):
        return {
            **span_json(span), "text": value.text, **place_json(value.place), "weight": weight_json(value.weights),
            "alternatives": alternatives_json(value.others, value.weights),
        }  # fmt: skip
    if isinstance(value, Day):
        return {**interval_json(day or UNKNOWN), "expression": value.expression}
    if isinstance(value, Denial):
        return {"of": value.of}
    return {"text": value.text}


def claim_json(claim: Claim, day: TimeSpan | None, *, id_: str | None = None) -> Json:
    """A claim, as both formats have it."""
    return {
        "id": id_ or claim.id, "field": claim.field, "value": value_json(claim.value, claim.span, day),
        "span": span_json(claim.span), "voice": voice_json(claim.voice), "by": claim.by,
    }  # fmt: skip
