"""From the sources to the reports as a list within a list: the same as the picture shows, for reading aloud and small screens."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from firsthand.model.incident import Incident, Origin, Way
from firsthand.publish.page_quotes import Ground
from firsthand.publish.page_words import HOW

__all__ = ["Branch", "Source", "sources"]

SURE = ("named", "credited", "own", "shared", "beside", "event", "heard", "lent")
"""Ways, the surest first."""


class Branch(NamedTuple):
    """A name that passes a thing on, or a report (`key` its id) that tells it; `how` in words, and what comes after it."""

    name: str
    key: str
    how: str
    after: tuple["Branch", ...]


class Source(NamedTuple):
    """Who said it first, why we think so, how it is placed to know (a letter, and why), and who has it from there."""

    name: str
    why: str
    letter: str
    letter_why: str
    after: tuple[Branch, ...]


def sources(incident: Incident, known: Ground) -> tuple[Source, ...]:
    """The sources of an incident in the order of the record, each with its ways to reports."""
    return tuple(
        Source(
            one.name, one.why, one.reliability, one.reliability_why, tuple(_branches(_ways(one, incident), 1, known))
        )
        for one in incident.origins
    )


def _ways(origin: Origin, incident: Incident) -> list[Way]:
    """The ways from an origin, those of single figures too; of each report the ones that tell most of who passed it on."""
    told = [way for found in incident.counts for reading in found.readings for way in reading.ways]
    ways = [*origin.ways, *(way for way in told if way.origin == origin.name)]
    longest: dict[str, int] = {}
    for way in ways:
        longest[way.report] = max(longest.get(way.report, 0), len(way.chain))
    return [way for way in ways if len(way.chain) == longest[way.report]]


def _branches(ways: Sequence[Way], depth: int, known: Ground) -> Iterator[Branch]:
    """What follows after so many names of the chains: further names, then reports, each report once."""
    through = sorted({way.chain[depth] for way in ways if len(way.chain) > depth})
    for name in through:
        onward = [way for way in ways if len(way.chain) > depth and way.chain[depth] == name]
        yield Branch(name, "", "passes it on", tuple(_branches(onward, depth + 1, known)))
    ended = [way for way in ways if len(way.chain) <= depth]
    yield from _reports(ended, known)


def _reports(ways: Iterable[Way], known: Ground) -> Iterator[Branch]:
    best: dict[str, Way] = {}
    for way in sorted(ways, key=lambda one: (SURE.index(one.how), one.chain, one.why)):
        best.setdefault(way.report, way)
    named = sorted((known.reports[key].name if key in known.reports else key, key) for key in best)
    for name, key in named:
        yield Branch(name, key, HOW[best[key].how], ())
