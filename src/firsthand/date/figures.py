"""Reasons from standing figures: a report that calls a figure past appeared after a dated one that still gives it."""

import re
from collections.abc import Iterator, Mapping

from firsthand.date.reasons import Reason
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.when import TimeSpan

_FROM = re.compile(
    r"\b(?:up|down|rise|rose|risen|rising|grow|grew|grown|growing|increase[sd]?|increasing|fell|fallen|falling|dropped|doubled|more than doubled|"
    r"tripled|reduced|cut)\b[\s,]{1,3}from (?:\w[\w-]{0,20} ){0,6}(?P<number>\d{1,3}(?:,\d{3})+|\d{2,7})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,20}")
TROOPS = frozenset("troop force soldier personnel servicemember serviceman".split())
"""Words for one and the same standing figure."""
LEAST = 10
"""Figures below are too common to tell reports apart."""


def figure_reasons(
    report: Report, extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan], names: Mapping[str, str]
) -> Iterator[Reason]:
    """Bounds from below: dated reports that still give, as the figure of the day, what `report` gives as past."""
    mine = extractions[report.id]
    for match in _FROM.finditer(report.text):
        number = int(match["number"].replace(",", ""))
        sentence = report.text[max(0, match.start() - 240) : match.end() + 120].lower()
        words = _nouns(sentence)
        current = {figure.number for figure in mine.figures}
        if number < LEAST:
            continue
        for other in sorted(dated):
            first = dated[other].earliest
            if other == report.id or first is None:
                continue
            for figure in extractions[other].figures:
                if figure.number == number and figure.number not in current - {number} and words & _nouns(figure.what):
                    yield Reason(
                        first,
                        None,
                        f"it gives {number:,} as a figure of the past ('{match.group()}'), and '{names.get(other, other)}' of {dated[other].edtf} "
                        f"still gives it ('{figure.span.quote}'): it appeared after that",
                        2,
                    )
                    break


def _nouns(words: str) -> set[str]:
    """The longer words in the singular, those for troops made one."""
    found = {word.removesuffix("s") for word in _WORD.findall(words.lower())}
    return found | {"troop"} if found & TROOPS else found
