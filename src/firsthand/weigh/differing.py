"""Where figures differ: one line for each row of updates, each conflict, and each figure told more or less exactly."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final, Literal

from firsthand.model.claim import Field
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count
from firsthand.weigh.evidence import Stated, ids
from firsthand.weigh.placed import Placed
from firsthand.weigh.readings import Answers, Group, count_of, quoted, voice_name
from firsthand.weigh.tolls import size
from firsthand.weigh.wordings import other_words

MOST = 8
"""Answers to one field that are held against each other; the latest ones."""
SEVERAL: Final = re.compile(
    r"\b(?:several|many|multiple|a few|a number of|numerous|countless|some of|most of|a group of|a handful of)\b",
    re.IGNORECASE,
)
Kind = Literal["conflict", "update", "refinement", "wording"]
REASONS = {
    "wording": ("one number, meant differently", "one number, meant differently"),
    "refinement": ("one figure lies within the other", "the figures fit one another, some are more exact"),
    "conflict": (
        "the figures do not agree, and neither replaces the other",
        "the figures do not agree, and none replaces another",
    ),
}  # fmt: skip
"""Why two, and why more than two, are told together."""


def differing_counts(answers: Answers, field: Field, placed: Placed) -> Iterator[Discrepancy]:
    """How the answers to one count differ: rows of updates first, then what stands beside each other, then other words."""
    for attackers in (False, True):
        yield from Differing(answers, field, placed, attackers=attackers).all()


class Differing:
    """The answers to one count for one hand (the attackers or all others), parts aside."""

    def __init__(self, answers: Answers, field: Field, placed: Placed, *, attackers: bool) -> None:
        self._placed = placed
        self._sources = answers.sources
        self._field = field
        self._replaced = answers.case.replaced(field)
        self._told_by = {g.answer: g.told for g in answers.grouped(field)}
        kept = {g.answer: g for g in answers.supported(field) if not g.answer.part}
        # A figure that is nowhere told but as a former one opens a row of updates.
        old = {g.answer: g for g in answers.grouped(field) if g.answer not in kept and self._old(g)}
        every = [g for g in (*old.values(), *kept.values()) if g.answer.attackers == attackers and _number(g)]
        self._groups = sorted(every, key=lambda g: (_day(g) or date.max, not self._old(g), repr(g.answer)))[-MOST:]

    def all(self) -> Iterator[Discrepancy]:
        """Every difference."""
        rows = self._rows()
        for row in rows:
            if len(row) > 1:
                yield self._told("update", row, self._step(row, self._one_hand(row)))
        standing = [row[-1] for row in reversed(rows)]
        pairs = [(self._kind(a, b), a, b) for a, b in combinations(standing, 2) if self._comparable(a, b)]
        conflicts: list[set[Group]] = []
        for kinds in (("conflict",), ("refinement", "wording")):
            for together in _joined([(a, b) for kind, a, b in pairs if kind in kinds], standing):
                if any(set(together) <= conflict for conflict in conflicts):
                    continue
                conflicts += [set(together)] if kinds == ("conflict",) else []
                found = {kind for kind, a, b in pairs if a in together and b in together and kind in kinds}
                kind: Kind = (
                    "conflict" if kinds == ("conflict",) else "refinement" if "refinement" in found else "wording"
                )
                yield self._told(kind, together, REASONS[kind][len(together) > 2])
        for group in self._groups:
            yield from other_words(self._field, group, self._sources)

    def _rows(self) -> list[list[Group]]:
        """Each answer after the one it replaces."""
        rows: list[list[Group]] = []
        for group in self._groups:
            before = [row for row in rows if self._updates(group, row[-1])]
            if before:
                before[-1].append(group)
            else:
                rows.append([group])
        return rows

    def _updates(self, later: Group, earlier: Group) -> bool:
        if self._says_so(later, earlier):
            return True
        return self._comparable(later, earlier) and self._kind(later, earlier) == "update"

    def _says_so(self, later: Group, earlier: Group) -> bool:
        """Tell whether a report that gives the later figure calls the earlier one replaced."""
        told = {s.claim.report for s in later.told}
        return any(s.id in self._replaced and s.claim.report in told for s in self._everyone(earlier))

    def _everyone(self, group: Group) -> Sequence[Stated]:
        """All claims of an answer, also those that only recall it."""
        return self._told_by.get(group.answer, group.told)

    def _old(self, group: Group) -> bool:
        return all(s.id in self._replaced for s in group.told)

    def _comparable(self, a: Group, b: Group) -> bool:
        """Tell whether two answers are to one question: of one side, and not two figures that one voice gives in one report."""
        sides = [{count_of(s).side for s in g.told} for g in (a, b)]
        if not (sides[0] & sides[1] or "unknown" in sides[0] | sides[1]):
            return False
        spoken = [{(s.claim.report, voice_name(s, self._sources)) for s in g.told} for g in (a, b)]
        return not spoken[0] & spoken[1]

    def _kind(self, a: Group, b: Group) -> Kind:
        """How two answers go together."""
        if _written(a) & _written(b) or (_vague(a) and _vague(b)):
            return "wording"
        if _vague(a) or _vague(b):
            return "refinement"
        first, second = _day(a), _day(b)
        later, earlier = (a, b) if first is not None and second is not None and first > second else (b, a)
        dated = first is not None and second is not None and first != second
        if dated and self._one_origin(later, earlier) and _moved(later, earlier):
            return "update"
        if _within(count_of(a.told[0]), count_of(b.told[0])):
            return "refinement"
        if dated and (self._one_origin(later, earlier) or self._replaced_by(later, earlier)):
            return "update"
        return "conflict"

    def _replaced_by(self, later: Group, earlier: Group) -> bool:
        """Tell whether others who are as well placed give another figure on a later day, and nobody holds to the earlier one."""
        last = max((s.said_on for s in earlier.told if s.said_on is not None), default=None)
        since = _day(later)
        if _together(later, earlier) or last is None or since is None or last > since:
            return False
        # Whom the earlier figure is held by is its best placed voice: a copy of another changes nothing.
        best = min(earlier.told, key=lambda s: (self._placed.side(s), -self._placed.rank(s), s.id))
        return any(self._placed.replaces(s, best) for s in later.told)

    def _one_origin(self, later: Group, earlier: Group) -> bool:
        """Tell whether whoever gave the earlier figure gives the later one."""
        said, before = ({o for s in g.told for o in self._sources.of(s)} for g in (later, earlier))
        return bool(before) and before <= said

    def _one_hand(self, row: Sequence[Group]) -> bool:
        """Tell whether each figure of a row replaces one of its own origin, or one that its report calls replaced."""
        return all(self._one_origin(b, a) or self._says_so(b, a) for a, b in pairwise(row))

    def _step(self, row: Sequence[Group], settled: bool) -> str:
        last, before = (g.answer.number or g.answer.low or g.answer.high or 0 for g in (row[-1], row[-2]))
        change = "higher" if last > before else "lower"
        latest, earlier = ("later", "earlier one") if len(row) == 2 else ("latest", "one before")
        return f"the {latest} figure is {change} and {f'replaces the {earlier}' if settled else 'comes from another source'}"

    def _told(self, kind: Kind, groups: Sequence[Group], why: str) -> Discrepancy:
        quoted = (", then " if kind == "update" else ", ").join(self._quoted(g) for g in groups)
        settled = kind == "update" and self._one_hand(groups)
        claims = ids(s for g in groups for s in g.told)
        return Discrepancy(field=self._field, kind=kind, claims=claims, why=f"{quoted}: {why}", settled=settled)

    def _quoted(self, group: Group) -> str:
        """The answer in its words, with who says it and when."""
        first = min(group.told, key=lambda s: (s.said_on is None, s.said_on and s.said_on.toordinal(), s.id))
        return quoted(first, self._sources)


def _joined(pairs: Sequence[tuple[Group, Group]], order: Sequence[Group]) -> Iterator[list[Group]]:
    """The answers that pairs connect, set by set, each in `order`."""
    left = {g.answer for pair in pairs for g in pair}
    for start in order:
        if start.answer in left:
            reached, grown = {start.answer}, True
            while grown:
                more = {g.answer for pair in pairs for g in pair if {p.answer for p in pair} & reached}
                grown = not more <= reached
                reached |= more
            left -= reached
            yield [g for g in order if g.answer in reached]


def _day(group: Group) -> date | None:
    """The first day on which an answer was given, None where none is known."""
    return min((s.said_on for s in group.told if s.said_on is not None), default=None)


def _together(a: Group, b: Group) -> bool:
    """Tell whether one report gives both answers from different voices."""
    return bool({s.claim.report for s in a.told} & {s.claim.report for s in b.told})


def _written(group: Group) -> set[int]:
    """The numbers that an answer is written with: 12 for "at least 12" and for "more than 12"."""
    numbers = {count_of(s).number for s in group.told} | {group.answer.number}
    return {number for number in numbers if number is not None}


def _moved(later: Group, earlier: Group) -> bool:
    """Tell whether the later figure is another number, and no mere vague word."""
    one, other = (size(count_of(g.told[0])) for g in (later, earlier))
    return one is not None and other is not None and one != other


def _vague(group: Group) -> bool:
    """Tell whether an answer says that there were some and gives no number: "several"; a bare plural says less."""
    words = f"{count_of(group.told[0]).wording} {group.told[0].claim.span.quote}"
    return group.answer.vague != "" and SEVERAL.search(words) is not None


def _number(group: Group) -> bool:
    if _vague(group):
        return True
    return group.answer.number is not None or group.answer.low is not None or group.answer.high is not None


def _within(a: Count, b: Count) -> bool:
    """Tell whether one interval lies in the other and one of the two is open or vague."""
    if "exact" == a.bound == b.bound or None in (a.low or a.high, b.low or b.high):
        return False
    low, high = max(a.low or 0, b.low or 0), min(_top(a), _top(b))
    return low <= high and (low, high) in ((a.low or 0, _top(a)), (b.low or 0, _top(b)))


def _top(count: Count) -> int:
    return 10**9 if count.high is None else count.high
