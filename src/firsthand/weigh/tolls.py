"""Which figures are no toll of the event as a whole: parts of it, the attackers' own losses, what is only recalled as replaced."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from firsthand.model.claim import COUNTS, Claim, Field
from firsthand.model.report import Report
from firsthand.model.value import Count, Party

BEFORE: Final = 80
"""Characters before a figure in which words stand that tell it was replaced."""
RECALLED: Final = re.compile(
    r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|(?:revised|corrected|raised|lowered|increased|reduced|cut|up|down|rose|risen"
    r"|fell|fallen|jumped|climbed)(?: [a-z]{1,12}){0,4} from|instead of|rather than|earlier|previous(?:ly)?|initial(?:ly)?|at first"
    r"|first (?:said|reported|put|gave|given)|had (?:first |earlier )?put)\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""Words after which a figure is one that was given before."""
SUBSETS: Final = frozenset({
    "child", "children", "woman", "women", "girl", "girls", "boy", "boys", "infant", "infants", "baby", "babies", "toddler",
    "toddlers", "minor", "minors", "teenager", "teenagers", "pupil", "pupils",
})  # fmt: skip
"""Words for some of those who are hit in an attack, in any toll of more."""
IRREGULAR: Final = frozenset({
    "attackers", "assailants", "militants", "terrorists", "extremists", "insurgents", "gunmen", "jihadists", "jihadis",
    "rebels", "fighters", "bombers", "raiders", "bandits",
})  # fmt: skip
"""Words for those who fight for no state, plural and singular: the attackers where their group acts."""
WORD: Final = re.compile(r"[^\W\d_]{1,30}")


def recalled(claim: Claim, report: Report | None) -> bool:
    """Tell whether a figure is told as one that another has replaced ("up from 9")."""
    if report is None:
        return False
    return RECALLED.search(report.text[max(0, claim.span.start - BEFORE) : claim.span.start]) is not None


def left_out(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> frozenset[str]:
    """Ids of claims of one field that are no toll of the whole: (id, claim) of all claims to that field.

    Within one report: parts, women or children beside a larger figure, what is recalled as replaced beside another figure,
    and the smaller of two figures of one voice. The attackers' losses where others' are told.
    """
    out: set[str] = set()
    told: dict[str, list[tuple[str, Claim, Count]]] = defaultdict(list)
    for key, claim in claims:
        if claim.field == field and isinstance(claim.value, Count):
            told[claim.report].append((key, claim, claim.value))
    for report, found in told.items():
        out |= {key for key, _, count in found if count.part_of is not None}
        toll = [(key, claim, count) for key, claim, count in found if count.side != "attacker"]
        numbered = [(key, claim, number) for key, claim, count in toll if (number := size(count)) is not None]
        top = max((number for _, _, number in numbered), default=0)
        out |= {key for key, claim, number in numbered if number < top and _some(claim)}
        out |= _recalled(numbered, reports.get(report))
        out |= _smaller([one for one in numbered if one[0] not in out])
    return frozenset(out)


def _recalled(numbered: Iterable[tuple[str, Claim, int]], report: Report | None) -> set[str]:
    """Figures that are told as replaced, where the report gives another."""
    numbered = list(numbered)
    if len({number for _, _, number in numbered}) < 2:
        return set()
    found = {key for key, claim, _ in numbered if recalled(claim, report)}
    return found if len(found) < len(numbered) else set()


def _smaller(numbered: Iterable[tuple[str, Claim, int]]) -> set[str]:
    """Figures that a voice gives beside a larger one of its own."""
    largest: dict[str | None, int] = {}
    numbered = list(numbered)
    for _, claim, number in numbered:
        largest[claim.voice.speaker] = max(number, largest.get(claim.voice.speaker, 0))
    return {key for key, claim, number in numbered if number < largest[claim.voice.speaker]}


def _some(claim: Claim) -> bool:
    """Tell whether a figure counts women or children."""
    count = claim.value
    if not isinstance(count, Count):
        return False
    words = [word.casefold() for word in WORD.findall(count.who or "")]
    return bool(words) and (words[-1] in SUBSETS or words[0] in SUBSETS)


def size(count: Count) -> int | None:
    """The number to hold for a figure; the low end of an open one; None for vague words and "up to"."""
    if count.bound in ("vague", "up_to"):
        return None
    if count.bound == "between" and count.low is not None and count.high is not None:
        return (count.low + count.high) // 2
    if count.bound in ("at_least", "more_than") and count.low is not None:
        return count.low
    return count.number if count.number is not None else count.low


def with_attackers(claims: Sequence[Claim]) -> dict[str, Claim]:
    """Claims of one report, by id, that count those whose group acts, as such: "terrorists" beside "soldiers"."""
    acting = [c.value for c in claims if c.field == "actor" and isinstance(c.value, Party)]
    if not any(party.sort == "group" or fighters(party.text) for party in acting):
        return {}
    found = {}
    for field in COUNTS:
        counts = [(c, c.value) for c in claims if c.field == field and isinstance(c.value, Count)]
        others = any(count.who and not fighters(count.who) and count.side != "attacker" for _, count in counts)
        for claim, count in counts:
            if others and count.who and fighters(count.who) and count.side != "civilian":
                found[claim.id] = replace(claim, value=replace(count, side="attacker"))
    return found


def fighters(words: str) -> bool:
    """Tell whether words mean those who fight for no state."""
    found = WORD.findall(words.casefold())
    return any(word in IRREGULAR or word + "s" in IRREGULAR for word in found) or "gunman" in found
