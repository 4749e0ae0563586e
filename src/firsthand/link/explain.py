"""Why two tellings are thought one incident, in values and sentences whose bits add up."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from firsthand.link.accounts import Account, Told
from firsthand.link.compare import Compared
from firsthand.link.days import Days
from firsthand.link.scales import Finding
from firsthand.model.edtf import edtf
from firsthand.model.match import Feature, Match

SENTENCES: Final[Mapping[str, str]] = {
    "kind_same": "both tell the same kind of event",
    "kind_refines": "one kind is a finer word for the other",
    "kind_akin": "the kinds are forms of one kind",
    "kind_alike": "reports use these kinds for one event",
    "kind_other": "the kinds do not go together",
    "day_same": "the days agree",
    "day_next": "the days are one apart, as with events at night",
    "day_off": "the days are {} apart",
    "day_bound_near": "one gives the day, and the other appeared within a week after it",
    "day_bound_late": "one gives the day, and the other appeared {} days after it as news",
    "day_bound_after": "one appeared before the day that the other gives",
    "told_near": "neither gives a day, and both appeared within three days",
    "told_far": "neither gives a day, and they appeared {} days apart",
    "place_site": "both happened at {}",
    "place_settlement": "both happened at {}",
    "place_district": "both happened in {}",
    "place_province": "both happened in {}",
    "place_region": "both happened in {}",
    "place_country": "both happened in {}",
    "place_within": "one place lies in the other, {}",
    "place_near": "the places lie close together: {}",
    "place_apart": "the places lie apart: {}",
    "place_far": "the places lie far apart: {}",
    "place_word": "both name {}",
    "place_name": "both name {}, though it was taken for different places",
    "country_apart": "the places lie in different countries",
    "actor_named": "both name {} as who did it",
    "actor_other": "they name others as who did it",
    "suffered_named": "both name {} as who suffered it",
    "party_turned": "who acts in one suffers in the other, from somebody else",
    "suffered_other": "they name others as who suffered it",
    "party_word": "both describe {}",
    "name_rare": "both speak of {}",
    "count_same": "both give {}",
    "count_near": "the figures for {} meet",
    "count_later": "one figure for {} may replace the other",
    "count_small_other": "the small figures for {} differ",
    "count_far_other": "no update explains how the figures for {} differ",
    "weapon_same": "both name {}",
    "weapon_other": "they name other weapons",
    "lineage_statement": "both carry one statement",
    "lineage_reprint": "one text was printed in both",
    "lineage_agency": "both carry one agency text",
    "wording": "their sentences share {} of 1000 parts of their rarer words",
    "report": "the news of both reports shares {} of 1000 parts of its rarer words",
    "undated": "a day is unknown, and little but kind, place and parties agrees",
    "side": "one of them is not the first news of its report",
    "vague": "one says neither when nor where nor how many",
}


def match(a: Account, b: Account, compared: Compared, prior: int, *, ruled: str | None = None) -> Match:
    """The comparison of two tellings as a match. `ruled`: what a person decided about them."""
    if b.event < a.event:
        a, b = b, a
    features = tuple(feature(a, b, finding) for finding in compared.findings)
    veto = "a person's word" if ruled == "different" else None if ruled == "same" else compared.veto
    return Match(left=a.event, right=b.event, prior=prior, features=features, millibits=compared.millibits, veto=veto)


def feature(a: Account, b: Account, finding: Finding) -> Feature:
    """One finding with both values and a sentence."""
    left, right = _value(a, finding), _value(b, finding)
    why = SENTENCES[finding.reason].format(finding.detail)
    return Feature(name=finding.feature, left=left, right=right, millibits=finding.millibits, why=why)


def _value(a: Account, finding: Finding) -> str:
    said = a.said
    simple: Mapping[str, Iterable[str]] = {
        "kind": a.kinds,
        "places": [*(p.name for p in said.places), *sorted(said.unplaced)],
        "actors": sorted(said.actors),
        "targets": sorted(said.suffered),
        "parties": [f"{', '.join(sorted(said.actors))} → {', '.join(sorted(said.suffered))}"],
        "described": sorted(said.described),
        "counts": sorted({_count(c) for c in said.counts}),
        "weapons": sorted(said.weapons),
        "names": sorted(a.wording.names),
        "shared text": sorted(kind for _, kind in a.wording.lineages),
    }
    if finding.feature in simple:
        return ", ".join(simple[finding.feature])
    if finding.feature in ("days", "undated"):
        return _days(a)
    return ""


def _days(a: Account) -> str:
    if a.days.said:
        return _edtf(a.days)
    return f"told by {_edtf(a.published)}" if a.published.last is not None else "unknown"


def _edtf(days: Days) -> str:
    first = date.fromordinal(days.first) if days.first is not None else None
    last = date.fromordinal(days.last) if days.last is not None else None
    return edtf(first, last) or "unknown"


def _count(told: Told) -> str:
    number = told.number if told.number is not None else f"{told.low or ''}-{told.high or ''}"
    return f"{told.field} {number}"
