"""Two tellings compared: bits for and against that add up, and the few things that settle it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from firsthand.link.accounts import Account
from firsthand.link.compare_counts import counts
from firsthand.link.compare_places import places
from firsthand.link.days import Days, gap
from firsthand.link.scales import KINSHIP, Finding, Scales
from firsthand.link.terms import overlap

DISTINCTIVE = frozenset({"counts", "names", "shared text"})
"""Features that tell one raid from the next where kind, place and parties agree."""
WORDS = frozenset({"wording", "report"})
WORDS_MOST = 2500
APART = 2
"""Days between stated days from which two tellings are not one: events at night and time zones account for one."""
NAMED = 2000
"""Millibits of rare names in both from which places far apart are rather a place that was mistaken."""
WEEK, NEAR, FAR = 7, 3, 31


class Compared(NamedTuple):
    """The findings on a pair, their sum with the prior, and the name of what rules it out."""

    millibits: int
    findings: tuple[Finding, ...]
    veto: str | None = None


def compare(a: Account, b: Account, scales: Scales) -> Compared:
    """Weigh whether `a` and `b` tell one incident; symmetric in both."""
    found = [f for f in _features(a, b, scales) if f.millibits]
    found += _guards(a, b, found, scales)
    veto = _veto(a, b, found, scales)
    return Compared(scales.weights.limits.prior + sum(f.millibits for f in found), tuple(found), veto)


def _features(a: Account, b: Account, scales: Scales) -> Iterator[Finding]:
    yield _kind(a, b, scales)
    if scales.with_dates:
        yield _days(a, b, scales)
    yield places(a.said, b.said, scales)
    yield _parties("actors", "actor", a.said.actors, b.said.actors, scales)
    yield _parties("targets", "suffered", a.said.suffered, b.said.suffered, scales)
    yield _described(a, b, scales)
    yield from counts(a.said.counts, b.said.counts, scales.weights)
    yield _weapons(a, b, scales)
    yield _names(a, b, scales)
    yield _lineages(a, b, scales)
    yield Finding("wording", *_curve("wording", scales.wording[a.event], scales.wording[b.event], scales))
    if a.lead and b.lead:
        yield Finding("report", *_curve("report", scales.report[a.report], scales.report[b.report], scales))
    elif a.role == b.role == "main":
        yield Finding("side", scales.weights["side"], "side")


def _guards(a: Account, b: Account, found: Sequence[Finding], scales: Scales) -> Iterator[Finding]:
    """What keeps tellings apart that only look alike."""
    if (
        not (scales.with_dates and _bounded(a) and _bounded(b))
        and _distinctive(found) < scales.weights.limits.distinctive
    ):
        yield Finding("undated", scales.weights["undated"], "undated")
    if a.vague or b.vague:
        yield Finding("vague", scales.weights["vague"], "vague")


def _distinctive(found: Iterable[Finding]) -> int:
    """Millibits for the pair beside kind, day, place and parties."""
    total = sum(f.millibits for f in found if f.feature in DISTINCTIVE and f.millibits > 0)
    # Reports on two raids of one campaign are worded much alike: words alone do not tell which.
    return total + min(WORDS_MOST, sum(f.millibits for f in found if f.feature in WORDS and f.millibits > 0))


def _bounded(a: Account) -> bool:
    """Tell whether the day of a telling is known or, for news, when its report appeared to a month."""
    return a.days.said or (a.role == "main" and _width(a.published) <= FAR)


def _veto(a: Account, b: Account, found: Sequence[Finding], scales: Scales) -> str | None:
    reasons = {f.reason for f in found}
    apart = gap(a.days, b.days)
    if scales.with_dates and apart is not None and apart >= APART and min(a.days.sure, b.days.sure) > 0:
        return "stated days apart"
    if any(f.feature == "shared text" for f in found):
        return None
    if scales.with_dates and (_too_early(a, b) or _too_early(b, a)):
        return "told before it happened"
    named = sum(f.millibits for f in found if f.feature == "names")
    if "place_far" in reasons and named < NAMED:
        return "distant places"
    return None


def _too_early(a: Account, b: Account) -> bool:
    """Tell whether the report of `a` appeared before the day that `b` gives; more than a week before, where neither is sure."""
    if b.days.first is None or a.published.last is None:
        return False
    early = b.days.first - a.published.last
    return early > WEEK or (early >= APART and min(a.published.sure, b.days.sure) > 0)


def _kind(a: Account, b: Account, scales: Scales) -> Finding:
    best = min((scales.kinship[x, y] for x in a.kinds for y in b.kinds), key=KINSHIP.index)
    return Finding("kind", scales.weights[best], best)


def _days(a: Account, b: Account, scales: Scales) -> Finding:
    weights, apart = scales.weights, gap(a.days, b.days)
    if apart is None:
        return _told(a, b, scales) if not (a.days.said or b.days.said) else _bound(a, b, scales)
    if apart == 0:
        width = max(a.days.last or 0, b.days.last or 0) - min(a.days.first or 0, b.days.first or 0)
        millibits = weights["day_same"] + round(weights["day_width"] * log2(width + 1))
        return Finding("days", max(100, millibits), "day_same")
    if apart < APART:
        return Finding("days", weights["day_next"], "day_next")
    return Finding("days", weights["day_off"], "day_off", str(apart))


def _bound(a: Account, b: Account, scales: Scales) -> Finding:
    """One gives the day, the other only the day of its report."""
    day, other = (a.days, b) if a.days.said else (b.days, a)
    first, last, told = day.first or 0, day.last or 0, other.published
    if told.last is not None and first > told.last + 1:
        return Finding("days", scales.weights["day_bound_after"], "day_bound_after")
    if told.first is None or told.last is None or _width(told) > FAR or other.role != "main":
        return Finding("days", 0, "")
    late = max(0, told.first - last)
    if late <= WEEK:
        wide = round(log2(1 + (told.last - told.first) / WEEK) * 700)
        return Finding("days", max(0, scales.weights["day_bound_near"] - wide), "day_bound_near")
    return Finding("days", round(scales.weights["day_bound_late"] * log2(late / WEEK)), "day_bound_late", str(late))


def _told(a: Account, b: Account, scales: Scales) -> Finding:
    """Neither gives a day: news is told soon."""
    apart = gap(a.published, b.published)
    wide = max(_width(a.published), _width(b.published))
    if apart is None or a.role != "main" or b.role != "main" or wide > FAR:
        return Finding("days", 0, "")
    if apart <= NEAR and wide <= WEEK:
        return Finding("days", scales.weights["told_near"], "told_near")
    return Finding("days", scales.weights["told_far"] if apart > FAR else 0, "told_far", str(apart))


def _width(days: Days) -> int:
    return days.last - days.first if days.first is not None and days.last is not None else 10**6


def _parties(feature: str, weight: str, a: frozenset[str], b: frozenset[str], scales: Scales) -> Finding:
    if not a or not b:
        return Finding(feature, 0, "")
    shared = sorted(a & b, key=lambda name: (-scales.entities.rarity(name), name))
    if not shared:
        return Finding(feature, scales.weights[f"{weight}_other"], f"{weight}_other")
    return Finding(feature, scales.at_most(f"{weight}_top", f"{weight}_named", shared[0]), f"{weight}_named", shared[0])


def _described(a: Account, b: Account, scales: Scales) -> Finding:
    shared = sorted(a.said.described & b.said.described)
    return Finding("described", scales.weights["party_word"] if shared else 0, "party_word", "; ".join(shared[:3]))


def _weapons(a: Account, b: Account, scales: Scales) -> Finding:
    if not a.said.weapons or not b.said.weapons:
        return Finding("weapons", 0, "")
    shared = sorted(a.said.weapons & b.said.weapons)
    reason = "weapon_same" if shared else "weapon_other"
    return Finding("weapons", scales.weights[reason], reason, ", ".join(shared[:3]))


def _names(a: Account, b: Account, scales: Scales) -> Finding:
    """Rare names in the sentences of both, beside the parties already compared."""
    known = a.said.actors & b.said.actors | a.said.suffered & b.said.suffered
    shared = sorted((a.wording.names & b.wording.names) - known, key=lambda name: (-scales.entities.rarity(name), name))
    bits = sum(max(0, scales.entities.rarity(name) - 3000) for name in shared[:4])
    millibits = min(scales.weights["name_top"], scales.weights["name_rare"] * bits // 1000)
    return Finding("names", millibits, "name_rare", ", ".join(shared[:4]))


def _lineages(a: Account, b: Account, scales: Scales) -> Finding:
    # Boilerplate stands under any news; what two reports recall in the same words of it is one event.
    recalled = a.role == b.role == "background"
    shared = {kind for _, kind in a.wording.lineages & b.wording.lineages}
    kinds = {"reprint" if kind == "boilerplate" else kind for kind in shared if recalled or kind != "boilerplate"}
    reasons = [f"lineage_{kind}" for kind in sorted(kinds)]
    best = max(reasons, key=lambda reason: scales.weights[reason], default="")
    return Finding("shared text", scales.weights[best] if best else 0, best)


def _curve(name: str, a: Mapping[str, float], b: Mapping[str, float], scales: Scales) -> tuple[int, str, str]:
    """Millibits, weight and share of words of one of the curves; nothing where a side has no words."""
    if not a or not b:
        return 0, "", ""
    shared = overlap(a, b)
    return scales.weights.curve(name, shared), name, str(shared)
