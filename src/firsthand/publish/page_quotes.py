"""The words behind a value: the quote in its sentence, the report it stands in, and who says so there."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.voice import Voice

__all__ = ["Ground", "Quotes", "Said", "ground", "quotes"]

AROUND = 160
"""Characters that are shown on each side of a quote at most; less where its sentence or line ends."""
SHOWN = 4
"""Quotes that are shown of one value; the rest is counted."""
SENTENCE = re.compile(r"(?P<word>[^\W_]{1,12})?[.!?][\"”’')\]]{0,2} (?=[\"“‘'(\[]{0,2}[A-Z0-9])")
"""Where a sentence may end: only what is shown around a quote depends on it, never a value."""
AHEAD = 4
"""Characters after the space that can tell whether a sentence has ended."""
SHORTENED = frozenset(
    "adm apr aug brig capt cmdr col cpl dec dr feb fr gen gov jan jr jul jun lt maj mar mr mrs ms mt no nov oct prof pvt "
    "rep rev sen sept sgt sr st vs".split()
)
"""Words that a full stop shortens, and seldom a sentence's last."""


class Said(NamedTuple):
    """One place where the words stand: before, the words, after, the report's name and id, who says so, and how firmly."""

    before: str
    quote: str
    after: str
    report: str
    key: str
    voice: str
    stance: str


class Quotes(NamedTuple):
    """The places that are shown, and how many more there are."""

    said: tuple[Said, ...] = ()
    more: int = 0


class Ground(NamedTuple):
    """What the parts of a page are made from: claims, reports and texts by id, and titles of incidents."""

    claims: Mapping[str, StatedClaim]
    reports: Mapping[str, ReportEntry]
    texts: Mapping[str, str]
    titles: Mapping[str, str]


def ground(folded: Folded, texts: Mapping[str, str]) -> Ground:
    """Index a record. `texts`: stored texts by id of the report."""
    return Ground(
        {stated.id: stated for stated in folded.claims},
        {entry.id: entry for entry in folded.reports if entry.id is not None},
        texts,
        {incident.id: incident.title for incident in folded.incidents},
    )


def quotes(claims: Iterable[str], known: Ground) -> Quotes:
    """The words of claims, once for each place in a report, those of different reports first."""
    found: dict[tuple[str, int], Said] = {}
    for stated in (known.claims[key] for key in claims if key in known.claims):
        claim = stated.claim
        before, after = around(known.texts.get(claim.report, ""), claim.span.start, claim.span.end)
        entry = known.reports.get(claim.report)
        name = entry.name if entry else claim.report
        stance = "" if claim.voice.stance == "asserts" else claim.voice.stance
        said = Said(before, claim.span.quote, after, name, claim.report, voiced(claim.voice), stance)
        found.setdefault((claim.report, claim.span.start), said)
    ordered = [found[key] for key in sorted(found)]
    first: dict[str, Said] = {}
    for one in ordered:
        first.setdefault(one.key, one)
    rest = [one for one in ordered if first[one.key] is not one]
    shown = (*first.values(), *rest)[:SHOWN]
    return Quotes(shown, len(ordered) - len(shown))


def voiced(voice: Voice) -> str:
    """From who said it to who passed it on; empty for the outlet's own voice."""
    return " → ".join(voice.chain) or voice.speaker or ""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the words in their sentence and line, cut between words."""
    begin = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    limit = text.find("\n", end)
    stop = min(len(text) if limit < 0 else limit, end + AROUND)
    sentences = _ends(text, begin, start)
    whole = bool(sentences) or not begin or text[begin - 1] in "\n "
    before = text[sentences[-1] if sentences else begin : start]
    ended = [place for place in _ends(text, start, stop) if place >= end]
    after = text[end : ended[0]] if ended else text[end:stop]
    if not whole:
        before = "… " + before.partition(" ")[2]
    if not ended and stop < len(text) and text[stop] not in "\n ":
        after = after.rpartition(" ")[0] + " …"
    return " ".join(before.split()) + (" " if before[-1:].isspace() else ""), after.rstrip()


def _ends(text: str, begin: int, stop: int) -> list[int]:
    """Where sentences end within bounds; what follows tells it, so a little more is looked at."""
    found = SENTENCE.finditer(text, begin, stop + AHEAD)
    words = ((one.end(), (one["word"] or "").lower()) for one in found)
    return [end for end, word in words if end <= stop and len(word) != 1 and word not in SHORTENED]
