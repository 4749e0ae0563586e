"""Whether two people judge alike: how often they say the same of a claim, and how much of that is more than chance."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

from firsthand.audit.estimate import Z, wilson
from firsthand.audit.marks import Claims, auditors, marks_of
from firsthand.model.audit import VERDICTS, Judged, Verdict
from firsthand.model.audited import Agreement, Differing, Kappa
from firsthand.model.match import Decision

DECIDED: tuple[Verdict, ...] = ("right", "wrong")


def agreements(claims: Sequence[Judged], decisions: Sequence[Decision]) -> tuple[Agreement, ...]:
    """Every two people who marked claims in common."""
    known = Claims(claims)
    by_id = {one.claim: one for one in claims}
    held = {person: marks_of(person, decisions, known).held for person in auditors(decisions)}
    return tuple(
        _agreement(first, second, held[first], held[second], by_id)
        for first, second in combinations(held, 2)
        if held[first].keys() & held[second].keys()
    )


def _agreement(
    first: str,
    second: str,
    one: Mapping[str, Decision],
    other: Mapping[str, Decision],
    claims: Mapping[str, Judged],
) -> Agreement:
    common = sorted(one.keys() & other.keys())
    pairs = [(one[claim].kind, other[claim].kind) for claim in common]
    table = [(left, right, pairs.count((left, right))) for left in VERDICTS for right in VERDICTS]
    square = [[pairs.count((left, right)) for right in DECIDED] for left in DECIDED]
    decided, same = sum(map(sum, square)), square[0][0] + square[1][1]
    low, high = wilson(same / decided, decided) if decided else (0.0, 1.0)
    return Agreement(
        first=first, second=second, claims=len(common), decided=decided, same=same, low=low, high=high,
        kappa=cohens_kappa(square), table=tuple(table),
        differing=tuple(_differing(common, one, other, claims)),
    )  # fmt: skip


def _differing(
    common: Sequence[str], one: Mapping[str, Decision], other: Mapping[str, Decision], claims: Mapping[str, Judged]
) -> Iterator[Differing]:
    for claim in common:
        if one[claim].kind != other[claim].kind:
            yield Differing(judged=claims[claim], first=one[claim], second=other[claim])


def cohens_kappa(table: Sequence[Sequence[int]]) -> Kappa | None:
    """Kappa of a square table of counts (rows: one person, columns: the other); None where one of them said the same of all.

    Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46. The
    interval is of the large-sample variance of Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), 323-327, cut at -1
    and 1; it has no width where they agree on all or on nothing, and then begins, or ends, where Wilson's of the agreement does,
    chance taken as it is.
    """
    many = sum(map(sum, table))
    if not many:
        return None
    size = range(len(table))
    share = [[cell / many for cell in row] for row in table]
    rows = [sum(row) for row in share]
    columns = [sum(row[j] for row in share) for j in size]
    seen, chance = sum(share[i][i] for i in size), sum(rows[i] * columns[i] for i in size)
    if max(*rows, *columns) > 1 - 1e-12:
        return None
    kappa = (seen - chance) / (1 - chance)
    alike = sum(share[i][i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in size)
    apart = (1 - kappa) ** 2 * sum(share[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j)
    spread = max(0.0, alike + apart - (kappa - chance * (1 - kappa)) ** 2) / (many * (1 - chance) ** 2)
    low = (wilson(1.0, many)[0] - chance) / (1 - chance) if seen > 1 - 1e-12 else kappa - Z * sqrt(spread)
    high = (wilson(0.0, many)[1] - chance) / (1 - chance) if seen < 1e-12 else kappa + Z * sqrt(spread)
    return Kappa(kappa=kappa, low=max(-1.0, low), high=min(1.0, high))
