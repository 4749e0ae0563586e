"""Reasons from standing figures: a report that calls a figure past appeared after a dated one that still gives it."""

import re
from collections.abc import Iterator

from firsthand.date.company import Company
from firsthand.date.reasons import Reason
from firsthand.model.report import Report

_FROM = re.compile(
    r"\b(?:up|down|rise|rose|risen|rising|grow|grew|grown|growing|increase[sd]?|increasing|fell|fallen|falling|dropped|doubled|"
    r"tripled|reduced|cut)\b[\s,]{1,3}from (?:\w[\w-]{0,20} ){0,6}(?P<number>\d{1,3}(?:,\d{3})+|\d{2,7})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,20}")
TROOPS = frozenset("troop force soldier personnel servicemember serviceman".split())
"""Words for one and the same standing figure."""
LEAST = 10
"""Figures below are too common to tell reports apart."""


def figure_reasons(report: Report, company: Company) -> Iterator[Reason]:
    """Bounds from below: dated reports that still give, as the figure of the day, what `report` gives as past."""
    for match in _FROM.finditer(report.text):
        number = int(match["number"].replace(",", ""))
        words = _nouns(report.text[max(0, match.start() - 240) : match.end() + 120])
        for other, figure in company.shared.figures.get(number, ()) if number >= LEAST else ():
            span = company.dated.get(other)
            if other == report.id or span is None or span.earliest is None or not words & _nouns(figure.what):
                continue
            why = (
                f"it gives {number:,} as a figure of the past ('{match.group()}'), and '{company.name(other)}' of {span.edtf} "
                f"still gives it ('{figure.span.quote}'): it appeared after that"
            )
            yield Reason(span.earliest, None, why, 2)


def _nouns(words: str) -> set[str]:
    """The longer words in the singular, those for troops made one."""
    found = {word.removesuffix("s") for word in _WORD.findall(words.lower())}
    return found | {"troop"} if found & TROOPS else found
