"""Two tellings compared: bits for and against that add up, and the few things that settle it."""

from collections.abc import Callable, Iterable, Sequence
from math import log2
from typing import NamedTuple

from firsthand.link.compare_counts import counts
from firsthand.link.compare_places import places
from firsthand.link.days import gap
from firsthand.link.scales import KINSHIP, Finding, Scales
from firsthand.link.sides import FAR, Side
from firsthand.link.terms import Vector

DISTINCTIVE = frozenset({"counts", "names", "shared text"})
"""Features that tell one raid from the next where kind, place and parties agree."""
WORDS = frozenset({"wording", "report"})
WORDS_MOST = 2500
APART = 2
"""Days between stated days from which two tellings are not one: events at night and time zones account for one."""
NAMED, ALIKE = 500, 1500
"""Millibits of rare names in both, and of those and wording, from which places far apart are rather a place that was mistaken."""
WEEK, NEAR = 7, 3
ORDER = (
    "kind", "days", "places", "actors", "targets", "parties", "described", "counts", "weapons", "names", "shared text", "wording",
    "report", "side",
)  # fmt: skip
"""Features as they are shown; they are looked at in another order, those first that most often settle it."""


Findings = Sequence[Finding]


class Compared(NamedTuple):
    """The findings on a pair, their sum with the prior, and the name of what rules it out."""

    millibits: int
    findings: tuple[Finding, ...]
    veto: str | None = None


def compare(a: Side, b: Side, scales: Scales) -> Compared:
    """Weigh whether `a` and `b` tell one incident; symmetric in both."""
    compared = compare_from(a, b, scales, None)
    assert compared is not None  # noqa: S101 - nothing is too little here
    return compared


def compare_from(a: Side, b: Side, scales: Scales, least: int | None) -> Compared | None:
    """As `compare`; None as soon as it is certain that the pair has less than `least` millibits. Most pairs go that way."""
    bits = scales.weights.limits.prior
    found: list[Finding] = []
    for step, features in enumerate(STEPS):
        if least is not None and (bits + a.most[step] < least or bits + b.most[step] < least):
            return None
        for feature in features:
            for finding in feature(a, b, scales):
                bits += finding.millibits
                found.append(finding)
    found = [finding for finding in found if finding.millibits]
    guards = _guards(a, b, found, scales)
    bits += sum(f.millibits for f in guards)
    if least is not None and bits < least:
        return None
    found.sort(key=_place)
    found += guards
    return Compared(bits, tuple(found), _veto(a, b, found, scales))


def _place(finding: Finding) -> int:
    return ORDER.index(finding.feature)


def _guards(a: Side, b: Side, found: Sequence[Finding], scales: Scales) -> list[Finding]:
    """What keeps tellings apart that only look alike."""
    guards: list[Finding] = []
    if not (scales.with_dates and a.bounded and b.bounded) and _distinctive(found) < scales.weights.limits.distinctive:
        guards.append(scales.fixed("undated", "undated"))
    if a.vague or b.vague:
        guards.append(scales.fixed("vague", "vague"))
    return guards


def _distinctive(found: Iterable[Finding]) -> int:
    """Millibits for the pair beside kind, day, place and parties."""
    total = sum(f.millibits for f in found if f.feature in DISTINCTIVE and f.millibits > 0)
    # Reports on two raids of one campaign are worded much alike: words alone do not tell which.
    return total + min(WORDS_MOST, sum(f.millibits for f in found if f.feature in WORDS and f.millibits > 0))


def _veto(a: Side, b: Side, found: Sequence[Finding], scales: Scales) -> str | None:
    reasons = {f.reason for f in found}
    apart = gap(a.days, b.days)
    if scales.with_dates and apart is not None and apart >= APART and min(a.days.sure, b.days.sure) > 0:
        return "stated days apart"
    if any(f.feature == "shared text" for f in found):
        return None
    if scales.with_dates and (_too_early(a, b) or _too_early(b, a)):
        return "told before it happened"
    named = sum(f.millibits for f in found if f.feature == "names")
    alike = named + sum(f.millibits for f in found if f.feature in WORDS)
    if "place_far" in reasons and (named < NAMED or alike < ALIKE):
        return "distant places"
    return None


def _too_early(a: Side, b: Side) -> bool:
    """Tell whether the report of `a` appeared before the day that `b` gives; more than a week before, where neither is sure."""
    if b.days.first is None or a.published.last is None:
        return False
    early = b.days.first - a.published.last
    return early > WEEK or (early >= APART and min(a.published.sure, b.days.sure) > 0)


def _kind(a: Side, b: Side, scales: Scales) -> Findings:
    if len(a.kinds) == len(b.kinds) == 1:
        best = scales.kinship[a.kinds[0], b.kinds[0]]
    else:
        best = min((scales.kinship[x, y] for x in a.kinds for y in b.kinds), key=KINSHIP.index)
    return (scales.fixed("kind", best),)


def _days(a: Side, b: Side, scales: Scales) -> Findings:
    if not scales.with_dates:
        return ()
    weights, apart = scales.weights, gap(a.days, b.days)
    if apart is None:
        return _told(a, b, scales) if not (a.days.said or b.days.said) else _bound(a, b, scales)
    if apart == 0:
        wide = max(a.days.last or 0, b.days.last or 0) - min(a.days.first or 0, b.days.first or 0)
        millibits = weights["day_same"] + round(weights["day_width"] * log2(wide + 1))
        return (Finding("days", max(100, millibits), "day_same"),)
    if apart < APART:
        return (scales.fixed("days", "day_next"),)
    return (Finding("days", weights["day_off"], "day_off", str(apart)),)


def _bound(a: Side, b: Side, scales: Scales) -> Findings:
    """One gives the day, the other only the day of its report."""
    day, other = (a.days, b) if a.days.said else (b.days, a)
    first, last, told = day.first or 0, day.last or 0, other.published
    if told.last is not None and first > told.last + 1:
        return (scales.fixed("days", "day_bound_after"),)
    if told.first is None or told.last is None or other.told_in > FAR or not other.main:
        return ()
    late = max(0, told.first - last)
    if late <= WEEK:
        wide = round(log2(1 + (told.last - told.first) / WEEK) * 700)
        return (Finding("days", max(0, scales.weights["day_bound_near"] - wide), "day_bound_near"),)
    return (Finding("days", round(scales.weights["day_bound_late"] * log2(late / WEEK)), "day_bound_late", str(late)),)


def _told(a: Side, b: Side, scales: Scales) -> Findings:
    """Neither gives a day: news is told soon."""
    apart = gap(a.published, b.published)
    wide = max(a.told_in, b.told_in)
    if apart is None or not a.main or not b.main or wide > FAR:
        return ()
    if apart <= NEAR and wide <= WEEK:
        return (scales.fixed("days", "told_near"),)
    return (Finding("days", scales.weights["told_far"], "told_far", str(apart)),) if apart > FAR else ()


def _actors(a: Side, b: Side, scales: Scales) -> Findings:
    return _parties("actors", "actor", a.actors, b.actors, scales)


def _targets(a: Side, b: Side, scales: Scales) -> Findings:
    return _parties("targets", "suffered", a.suffered, b.suffered, scales)


def _turned(a: Side, b: Side, scales: Scales) -> Findings:
    """One who acts in the one suffers in the other, and from others: another fight of the same party.

    Where each does to the other what the other tells of him, they blame each other for one deed.
    """
    for one, other in ((a, b), (b, a)):
        acts = one.actors & other.suffered - one.suffered - other.actors
        if acts and one.suffered and other.actors and one.suffered.isdisjoint(other.actors):
            return (scales.fixed("parties", "party_turned"),)
    return ()


def _parties(feature: str, weight: str, a: frozenset[str], b: frozenset[str], scales: Scales) -> Findings:
    if not a or not b:
        return ()
    if a.isdisjoint(b):
        return (scales.fixed(feature, f"{weight}_other"),)
    rarest = min(a & b, key=lambda name: (-scales.entities.rarity(name), name))
    return (Finding(feature, scales.at_most(f"{weight}_top", f"{weight}_named", rarest), f"{weight}_named", rarest),)


def _described(a: Side, b: Side, scales: Scales) -> Findings:
    if a.described.isdisjoint(b.described):
        return ()
    shared = sorted(a.described & b.described)
    return (Finding("described", scales.weights["party_word"], "party_word", "; ".join(shared[:3])),)


def _weapons(a: Side, b: Side, scales: Scales) -> Findings:
    if not a.weapons or not b.weapons:
        return ()
    shared = sorted(a.weapons & b.weapons)
    reason = "weapon_same" if shared else "weapon_other"
    return (Finding("weapons", scales.weights[reason], reason, ", ".join(shared[:3])),)


def _names(a: Side, b: Side, scales: Scales) -> Findings:
    """Rare names in the sentences of both, beside the parties already compared."""
    if a.names.isdisjoint(b.names):
        return ()
    known = a.actors & b.actors | a.suffered & b.suffered
    shared = sorted((a.names & b.names) - known, key=lambda name: (-scales.entities.rarity(name), name))
    bits = sum(max(0, scales.entities.rarity(name) - 3000) for name in shared[:4])
    millibits = min(scales.weights["name_top"], scales.weights["name_rare"] * bits // 1000)
    return (Finding("names", millibits, "name_rare", ", ".join(shared[:4])),)


def _lineages(a: Side, b: Side, scales: Scales) -> Findings:
    if a.lineages.isdisjoint(b.lineages):
        return ()
    # Boilerplate stands under any news; what two reports recall in the same words of it is one event.
    recalled = not (a.main or b.main)
    shared = {kind for _, kind in a.lineages & b.lineages}
    kinds = {"reprint" if kind == "boilerplate" else kind for kind in shared if recalled or kind != "boilerplate"}
    reasons = [f"lineage_{kind}" for kind in sorted(kinds)]
    return (scales.fixed("shared text", max(reasons, key=lambda r: scales.weights[r])),) if reasons else ()


def _wording(a: Side, b: Side, scales: Scales) -> Findings:
    return _curve("wording", a.words, b.words, scales)


def _report(a: Side, b: Side, scales: Scales) -> Findings:
    if a.lead and b.lead:
        return _curve("report", a.news, b.news, scales)
    return (scales.fixed("side", "side"),) if a.main and b.main else ()


def _curve(name: str, a: Vector, b: Vector, scales: Scales) -> Findings:
    """What the curve gives for the share of words; nothing where a side has no words."""
    return (scales.drawn(name, scales.lemmas.overlap(a, b)),) if a.terms and b.terms else ()


def _counts(a: Side, b: Side, scales: Scales) -> Findings:
    return counts(a.counts, b.counts, scales)


STEPS: tuple[tuple[Callable[[Side, Side, Scales], Findings], ...], ...] = (
    (_kind, _days, _report, _wording),
    (_counts, _weapons, _names, _lineages),
    (places, _described, _actors, _targets, _turned),
)
"""All features, those first that most often make further ones needless: after each step, what is left is asked for."""
