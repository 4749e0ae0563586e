"""Which figures are no toll of the event as a whole: parts of it, attackers' losses, what is only recalled as replaced."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from firsthand.model.claim import Claim, Field
from firsthand.model.report import Report
from firsthand.model.value import Count, Party
from firsthand.weigh.sums import Row, rows

BEFORE: Final = 80
"""Characters before a figure in which words stand that tell it was replaced."""
REPLACED: Final = re.compile(
    r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|(?:revised|corrected|raised|lowered|increased|reduced|cut|up|down|rose|risen"
    r"|fell|fallen|jumped|climbed)(?: [a-z]{1,12}){0,4} from|instead of)\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""Words after which a figure is one that another has replaced."""
EARLIER: Final = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|first (?:said|reported|put|gave|given)|had put)\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""Words after which a figure is one that was given before: replaced where the same voice gives another."""
CHANGED: Final = re.compile(
    r"\b(?:brings?|brought|bringing|r(?:ose|isen|ises|ising)|raised?|raises|lowered|lowers|revised?|revises|corrected|climb(?:ed|s)|"
    r"gone up|went up|gr(?:ew|own)|increased|reduced|f(?:ell|allen)|reached|now|jumped)\b[^.;:!?]{0,70}$",
    re.IGNORECASE,
)
"""Words before a figure that takes the place of an earlier one: "which brings the number of dead to 98"."""
COUNTED: Final = frozenset({"1", "one", "single"})
OTHER: Final = re.compile(r"\b(?:others?|another|more(?! than)|further|additional|else)\b", re.IGNORECASE)
"""Words of a figure that counts on from others: "four more people"."""
SUBSETS: Final = frozenset({
    "child", "children", "woman", "women", "girl", "girls", "boy", "boys", "infant", "infants", "baby", "babies", "toddler",
    "toddlers", "minor", "minors", "teenager", "teenagers", "pupil", "pupils", "son", "sons", "daughter", "daughters", "brother",
    "brothers", "sister", "sisters",
})  # fmt: skip
"""Words for some of those who are hit in an attack, in any toll of more: women, children, somebody's kin."""
FIGHTERS: Final = frozenset({
    "attackers", "assailants", "militants", "terrorists", "extremists", "insurgents", "gunmen", "jihadists", "jihadis",
    "rebels", "fighters", "bombers", "raiders", "bandits",
})  # fmt: skip
"""Words for those who fight for no state, plural and singular: the attackers where their group acts."""
WORD: Final = re.compile(r"[^\W\d_]{1,30}")


def recalled(claim: Claim, report: Report | None, pattern: re.Pattern[str] = REPLACED) -> bool:
    """Tell whether a figure is told as one that another has replaced ("up from 9")."""
    if report is None:
        return False
    return pattern.search(report.text[max(0, claim.span.start - BEFORE) : claim.span.start]) is not None


def left_out(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> frozenset[str]:
    """Ids of claims of one field that are no toll of the whole: (id, claim) of all claims to that field, parts marked as such.

    Parts; within one report: what is recalled as replaced beside another figure, the smaller of two figures of one voice, and
    the smaller of a toll of fighters and one of civilians. The attackers' losses are not compared with others.
    """
    out = _parts_again(claims, reports, field)
    for report, found in _by_report(claims, field, out).items():
        old = _recalled(found, reports.get(report))
        left = [one for one in found if one.key not in old]
        out |= old | _smaller(left) | _beside(left)
    return frozenset(out)


def replaced(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> frozenset[str]:
    """Ids of claims, parts marked as such, that give a figure only to say that another has replaced it."""
    told = _by_report(claims, field, _parts_again(claims, reports, field))
    return frozenset(key for report, found in told.items() for key in _recalled(found, reports.get(report)))


def _parts_again(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> set[str]:
    """Ids of the parts, those included that show as parts only once others are marked."""
    return set(parts(claims, reports, field))


def _by_report(claims: Sequence[tuple[str, Claim]], field: Field, out: set[str]) -> "dict[str, list[Told]]":
    """The figures of each report for one field, without parts and the attackers' losses."""
    told: dict[str, list[Told]] = defaultdict(list)
    for key, claim in claims:
        if (
            key not in out
            and claim.field == field
            and isinstance(claim.value, Count)
            and claim.value.side != "attacker"
        ):
            number = size(claim.value)
            told[claim.report] += [Told(key, claim, claim.value, number)] if number is not None else []
    return told


def parts(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> dict[str, str]:
    """Claims that count some of those whom another counts, by id, each with the id of a claim that counts all.

    Marked so by extraction; women or children beside a larger figure of the same report; one person who is named or described
    and not counted, or told as another one, beside any larger figure; what one telling gives of different people, where
    somebody gives their sum.
    """
    told = [(k, c, c.value) for k, c in claims if c.field == field and isinstance(c.value, Count)]
    found = {key: count.part_of for key, _, count in told if count.part_of is not None}
    whole = {size(count): key for key, _, count in sorted(told, key=lambda one: one[0]) if key not in found}
    beside: set[str] = set()
    for row in lists(claims, reports, field):
        found.update({key: whole[row.total] for key in row.claims if row.total in whole})
        beside.update(row.claims)
    # The largest figure of each report, and under None of all.
    largest: dict[str | None, tuple[int, str]] = {}
    for key, claim, count in told:
        if count.side != "attacker" and key not in found:
            for place in (None, claim.report):
                largest[place] = max((size(count) or 0, key), largest.get(place, (0, "")))
    for key, claim, count in told:
        number, single = size(count), size(count) == 1 and _not_counted(claim, count)
        larger = largest.get(None if single else claim.report, (0, ""))
        counts_on = single or OTHER.search(claim.span.quote) is not None
        some = _some(count) or (counts_on and key not in beside)
        if key not in found and number is not None and larger[0] > number and some:
            found[key] = larger[1]
    return found


def _not_counted(claim: Claim, count: Count) -> bool:
    """Tell whether words for one person count nobody ("the commander") or count on from somebody else ("one other guard")."""
    return count.wording.casefold() not in COUNTED or OTHER.search(claim.span.quote) is not None


def lists(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> list[Row]:
    """The lists of different people among the figures of a field, parts and the attackers' losses aside."""
    counts = [(k, c, c.value) for k, c in claims if c.field == field and isinstance(c.value, Count)]
    told = [(key, claim, count, size(count) or 0) for key, claim, count in counts]
    return rows([one for one in told if one[3] and one[2].part_of is None and one[2].side != "attacker"], reports)


class Told(NamedTuple):
    """A figure of one report."""

    key: str
    claim: Claim
    value: Count
    number: int


def _recalled(found: Sequence[Told], report: Report | None) -> set[str]:
    """Figures that are told as replaced, where the report gives another."""
    out = {one.key for one in found if recalled(one.claim, report)}
    for one in found:
        others = {o.number for o in found if o.claim.voice.speaker == one.claim.voice.speaker and o.key not in out}
        if others - {one.number} and recalled(one.claim, report, EARLIER):
            out.add(one.key)
    return out if len({one.number for one in found}) > 1 and len(out) < len(found) else set()


def _smaller(found: Sequence[Told]) -> set[str]:
    """Figures that a voice gives beside a larger one of its own."""
    largest: dict[str | None, int] = {}
    for one in found:
        largest[one.claim.voice.speaker] = max(one.number, largest.get(one.claim.voice.speaker, 0))
    return {one.key for one in found if one.number < largest[one.claim.voice.speaker]}


def _beside(found: Sequence[Told]) -> set[str]:
    """The smaller of a toll of fighters and one of civilians: each counts some."""
    sides = {
        side: max((one.number for one in found if one.value.side == side), default=0) for side in ("civilian", "target")
    }
    less = min(sides, key=lambda side: sides[side])
    return {one.key for one in found if one.value.side == less} if min(sides.values()) else set()


def _some(count: Count) -> bool:
    """Tell whether a figure counts women or children."""
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


def with_parts(claims: Sequence[tuple[str, Claim]], reports: Mapping[str, Report], field: Field) -> dict[str, Claim]:
    """Claims that count some of those whom another counts, by id, saying so."""
    found = parts(claims, reports, field)
    return {
        key: replace(claim, value=replace(claim.value, part_of=found[key]))
        for key, claim in claims
        if key in found and isinstance(claim.value, Count)
    }


def with_attackers(claims: Sequence[tuple[str, Claim]]) -> dict[str, Claim]:
    """Of the claims to an incident, (id, claim), those that count whose group acts, as such, by id.

    "Terrorists" beside a report's "soldiers".
    """
    acting = [c.value for _, c in claims if c.field == "actor" and isinstance(c.value, Party)]
    if not any(party.sort == "group" or fighters(party.text) for party in acting):
        return {}
    told: dict[tuple[str, Field], list[tuple[str, Claim, Count]]] = defaultdict(list)
    for key, claim in claims:
        if isinstance(claim.value, Count) and claim.value.who:
            told[claim.report, claim.field].append((key, claim, claim.value))
    found = {}
    for counts in told.values():
        if any(not fighters(count.who or "") and count.number != 0 for _, _, count in counts):
            theirs = [one for one in counts if fighters(one[2].who or "") and one[2].side != "civilian"]
            found.update({key: replace(c, value=replace(count, side="attacker")) for key, c, count in theirs})
    return found


def fighters(words: str) -> bool:
    """Tell whether words mean those who fight for no state."""
    found = WORD.findall(words.casefold())
    return any(word in FIGHTERS or word + "s" in FIGHTERS for word in found) or "gunman" in found
