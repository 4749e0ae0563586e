"""Whether what an extractor of a plugin answers can be used at all. Whether it has its words is asked later, of everybody."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from firsthand.model.claim import COUNTS, Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.place import Place
from firsthand.model.report import Report
from firsthand.model.value import Count, Day, Denial, Party, Value, Weapon, Where, Words

SHAPES: dict[str, type[Value]] = {
    **dict.fromkeys(("actor", "target", "victim"), Party), **dict.fromkeys(COUNTS, Count),
    **dict.fromkeys(("motive", "outcome", "seized"), Words),
    "weapon": Weapon, "date": Day, "place": Where, "denial": Denial,
}  # fmt: skip
"""What kind of value each field has."""
EVENT = re.compile(r"evt_[0-9a-f]{20}")


def fault(answer: object, before: Extraction, report: Report, name: str) -> str | None:
    """What is wrong with an answer, None where it can be used. `name`: the extractor's, with which `by` of its claims begins."""
    if not isinstance(answer, Extraction):
        return f"answers with {type(answer).__name__}, not an Extraction"
    if answer.report != report.id:
        return f"answers for report {answer.report}"
    try:
        answer = msgspec.msgpack.decode(msgspec.msgpack.encode(answer), type=Extraction)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError) as e:
        return f"answers with values of other types: {e}"
    said = {claim for mention in before.mentions for claim in mention.claims}
    known = {mention.id for mention in before.mentions}
    for mention in answer.mentions:
        new = [claim for claim in mention.claims if claim not in said]
        found = [*_mention_faults(mention, answer, name, new=mention.id not in known), *_claims_faults(new, name)]
        if found:
            return found[0]
    return next((f for named in answer.places for place in named.options for f in _place_faults(place)), None)


def _mention_faults(mention: Mention, answer: Extraction, name: str, *, new: bool) -> Iterator[str]:
    if not 0 <= mention.sentence < len(answer.passages):
        yield f"mention {mention.id} stands in passage {mention.sentence} of {len(answer.passages)}"
    if not EVENT.fullmatch(mention.event):
        yield f"mention {mention.id} is of event {mention.event[:40]!r}, which is no id (evt_ and 20 hex digits)"
    if new and not _is_by(name, mention.by):
        yield f"mention {mention.id} says that it is by {mention.by[:40]!r}, not by {name!r}"


def _claims_faults(claims: Sequence[Claim], name: str) -> Iterator[str]:
    """Of claims that were not there before."""
    for claim in claims:
        if not _is_by(name, claim.by):
            yield f"claim {claim.id} says that it is by {claim.by[:40]!r}, not by {name!r}"
        if not isinstance(claim.value, SHAPES[claim.field]):
            shape = SHAPES[claim.field].__name__
            yield f"the value of a claim to {claim.field} is {type(claim.value).__name__}, not {shape}"
        if isinstance(claim.value, Count):
            yield from _count_faults(claim.value)
        elif isinstance(claim.value, Where):
            for place in (claim.value.place, *claim.value.others):
                yield from _place_faults(place) if place else ()


def _is_by(name: str, by: str) -> bool:
    return by == name or by.startswith(f"{name}.")


def _count_faults(count: Count) -> Iterator[str]:
    numbers = [n for n in (count.number, count.low, count.high) if n is not None]
    if any(n < 0 for n in numbers):
        yield f"a count below nothing: {min(numbers)}"
    if count.low is not None and count.high is not None and count.low > count.high:
        yield f"a count from {count.low} down to {count.high}"


def _place_faults(place: Place) -> Iterator[str]:
    if (place.lat is None) != (place.lon is None):
        yield f"place {place.name[:40]!r} has half a point"
    if place.lat is not None and place.lon is not None and not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        yield f"place {place.name[:40]!r} has a point that is nowhere: {place.lat}, {place.lon}"
    if not place.radius_km >= 0:
        yield f"place {place.name[:40]!r} has a radius of {place.radius_km}"
