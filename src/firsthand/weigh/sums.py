"""Figures of different people that are told in one breath: "eight soldiers and a driver" are nine.

Nobody splits a toll into people who are counted twice within one list, so the members of a list add up. Where somebody gives
the sum, they are parts of it; where nobody does, the sum stands for the toll, and not its largest member.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from firsthand.model.claim import Claim
from firsthand.model.report import Report
from firsthand.model.value import Count

FATE: Final = r"(?:\s*(?:were|was|have been|has been)?\s*(?:killed|wounded|injured|dead|hurt|missing))?"
AGED: Final = r"(?:\s*[,(]\s*(?:aged? |ages )?\d[\d, and]{0,14}[,)])?"
OWN: Final = r"(?:(?:his|her|their|its|the|also|killed|wounded) ){0,2}"
AND: Final = re.compile(
    rf"{FATE}{AGED}\s*,?\s*\b(?:and|as well as|along with|alongside|plus|together with)\s+{OWN}$", re.IGNORECASE
)
"""Words between the last two of a list."""
COMMA: Final = re.compile(rf"{FATE}{AGED},\s+$", re.IGNORECASE)
"""Words between others of a list."""
FARTHEST: Final = 60
"""Characters between two of a list."""


class Row(NamedTuple):
    """Claims (ids) whose people are told side by side, and how many they are together."""

    claims: tuple[str, ...]
    total: int


def rows(told: Sequence[tuple[str, Claim, Count, int]], reports: Mapping[str, Report]) -> list[Row]:
    """The lists among the figures of one field: (id, claim, count, its number) of each that is no part and not the attackers'."""
    ordered = sorted(told, key=lambda one: (one[1].report, one[1].span.start, one[1].span.end, one[0]))
    found: list[Row] = []
    row: list[tuple[str, Claim, Count, int]] = []
    for one in ordered:
        claim = one[1]
        report = reports.get(claim.report)
        between = None
        if row and report is not None and row[-1][1].report == claim.report:
            gap = claim.span.start - row[-1][1].span.end
            between = report.text[row[-1][1].span.end : claim.span.start] if 0 < gap <= FARTHEST else None
        if between is not None and AND.match(between) is not None:
            row.append(one)
            found.append(_row(row))
            row = []
        elif between is not None and COMMA.match(between) is not None and _counts(one[2]):
            row.append(one)
        else:
            row = [one]
    return found


def _counts(count: Count) -> bool:
    """Tell whether words count somebody: "two nurses", "a driver", but not a name."""
    return count.number != 1 or count.wording.casefold().split(" ")[0] in ("one", "a", "an", "1")


def _row(row: Sequence[tuple[str, Claim, Count, int]]) -> Row:
    return Row(tuple(key for key, *_ in row), sum(number for *_, number in row))
