"""Standing figures (troops in a country, detainees in camps) followed over reports.

Two readings are of one figure where they count the same sort of people, of the same owner, in the same place. A figure without
a place is followed within its report only: whose hostages, or which troops, nothing says.

How a reading goes with the one before it in time:
same        the same number in the same words.
wording     the same number in other words ("about 1,000 troops", "some 1,000 soldiers").
refinement  one is vague or open, and the other lies within what it allows ("thousands", then 3,600).
update      another number, told of a later day by the same origin or more than a week later by another; or one report tells both.
conflict    another number of about the same day from another origin, or of days that cannot be put in order.

What it stands at now (low, best, high) is over the readings of the week that ends with the last, from the last on whose words say
that it was changed: the best is that of most origins,
of equals the latest, then the higher.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from firsthand.model.calendar import resolve
from firsthand.model.extraction import Extraction, Figure
from firsthand.model.report import Report
from firsthand.model.standing import FigureChange, Standing, StandingFigure, StandingReading
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.weigh.shared import Lines
from firsthand.weigh.speakers import Speakers

Change = Literal["update", "conflict", "refinement", "wording", "same"]
GRAVEST: Final[tuple[Change, ...]] = ("conflict", "update", "refinement", "wording", "same")
WEEK = 7
"""Days within which readings are of about the same time."""
NEAR = 4
"""A part of the number by which another may miss an open bound and still be what it meant: a quarter."""
HELD = " held by "


class Followed(NamedTuple):
    """A figure with the report that gives it, the last day of which it is told, and whom it goes back to."""

    figure: Figure
    report: str
    as_of: TimeSpan
    origin: str


class Ground(NamedTuple):
    """The reports and whom their words go back to."""

    reports: Mapping[str, Report]
    extractions: Mapping[str, Extraction]
    speakers: Speakers
    lines: Lines


def standing_figures(dated: Mapping[str, TimeSpan], ground: Ground) -> tuple[StandingFigure, ...]:
    """Every standing figure with its readings in the order of time, sorted by what and where."""
    found: dict[tuple[str, str, str], list[Followed]] = {}
    for report in sorted(ground.extractions):
        for figure in ground.extractions[report].figures:
            alone = report if figure.where is None and HELD not in figure.what else ""
            key = (figure.what.casefold(), (figure.where or "").casefold(), alone)
            as_of = _as_of(figure, dated.get(report, UNKNOWN))
            found.setdefault(key, []).append(Followed(figure, report, as_of, _origin(figure, report, ground)))
    return tuple(_standing(found[key], ground) for key in sorted(found))


def _as_of(figure: Figure, published: TimeSpan) -> TimeSpan:
    if figure.when is not None:
        span = resolve(figure.when.ref, published)
        ahead = span.latest is not None and published.latest is not None and span.latest > published.latest
        if span.known and not ahead:
            return span
    return published


def _origin(figure: Figure, report: str, ground: Ground) -> str:
    """Whom a figure goes back to: who first said it, the text that its report shares, or the outlet."""
    first = ground.speakers.first(figure.voice)
    if first is not None:
        return first
    for shared in ground.lines.others(report):
        if any(figure.span.touches(passage.start, passage.end) for passage in shared.passages):
            return shared.lineage.speaker or shared.lineage.origin
    known = ground.reports.get(report)
    return (known.outlet or f"own reporting of {known.name}") if known is not None else report


def _standing(told: Sequence[Followed], ground: Ground) -> StandingFigure:
    ordered = sorted(told, key=lambda f: (f.as_of.latest is None, f.as_of.latest, f.report, f.figure.span.start))
    changes = tuple(_change(ordered, place) for place in range(1, len(ordered)))
    dated = [c for c in changes if _days(ordered[c.earlier], ordered[c.later]) is not None] or changes
    gravest = min(dated, key=lambda c: (GRAVEST.index(c.kind), -c.later), default=None)
    return StandingFigure(
        what=told[0].figure.what,
        where=told[0].figure.where,
        readings=tuple(_reading(f, ground) for f in ordered),
        kind=gravest.kind if gravest else "single",
        why=gravest.why if gravest else f"told once: “{_quote(ordered[0])}”",
        changes=changes,
        now=_now(ordered),
    )


def _reading(told: Followed, ground: Ground) -> StandingReading:
    figure, day = told.figure, told.as_of.latest
    voice = figure.voice
    return StandingReading(
        number=figure.number, bound=figure.bound, low=figure.low, high=figure.high, report=told.report,
        as_of=day.isoformat() if day else None, span=figure.span, sentence=_sentence(told, ground),
        voices=voice.chain or ((voice.speaker,) if voice.speaker else ()), origin=told.origin,
    )  # fmt: skip


def _sentence(told: Followed, ground: Ground) -> str:
    """The sentence that the figure stands in, on one line."""
    known, span = ground.reports.get(told.report), told.figure.span
    if known is None:
        return span.quote
    passages = ground.extractions[told.report].passages
    inside = [p for p in passages if span.touches(p.start, p.end)]
    start, end = (inside[0].start, inside[-1].end) if inside else (span.start, span.end)
    return " ".join(known.text[start:end].split())


def _change(ordered: Sequence[Followed], place: int) -> FigureChange:
    """How a reading goes with the one before."""
    one, other = ordered[place - 1], ordered[place]
    kind, reason = _kind(one, other)
    why = f"“{_quote(one)}” ({_told(one)}), “{_quote(other)}” ({_told(other)}): {reason}"
    return FigureChange(kind=kind, earlier=place - 1, later=place, why=why)


def _kind(one: Followed, other: Followed) -> tuple[Change, str]:
    if _value(one) == _value(other):
        alike = _quote(one).casefold() == _quote(other).casefold()
        return ("same", "the same figure") if alike else ("wording", "one figure in other words")
    if _refines(one.figure, other.figure) or _refines(other.figure, one.figure):
        return "refinement", "one says more exactly what the other allows"
    if one.report == other.report:
        return "update", "one report tells both, the later figure after the earlier one"
    if other.figure.changed:
        return "update", "the words say that it was another before"
    days = _days(one, other)
    if days is None:
        return "conflict", "the figures differ, and which is the later is not known"
    if days > 0 and one.origin == other.origin:
        return "update", "the same source gives another figure later"
    if days > WEEK:
        return "update", "the later figure differs"
    about = "one day" if days == 0 else "about the same time"
    return "conflict", f"told of {about} by different sources, the figures differ"


def _value(told: Followed) -> tuple[int | None, int | None, int | None]:
    return (
        told.figure.number,
        *((None, None) if told.figure.number is not None else (told.figure.low, told.figure.high)),
    )


def _refines(open_: Figure, exact: Figure) -> bool:
    """Tell whether a number lies within what vague or open words allow, and near enough to be what they meant."""
    if open_.bound not in ("vague", "at_least", "more_than", "up_to", "between") or exact.number is None:
        return False
    number = exact.number
    if (open_.low is not None and number < open_.low) or (open_.high is not None and number > open_.high):
        return False
    if open_.bound in ("vague", "between"):
        return True
    end = open_.low if open_.low is not None else open_.high
    return end is not None and abs(number - end) * NEAR <= end


def _days(one: Followed, other: Followed) -> int | None:
    """Days between two readings, None where they cannot be put in order."""
    if one.as_of.latest is None or other.as_of.latest is None:
        return None
    return (other.as_of.latest - one.as_of.latest).days


def _now(ordered: Sequence[Followed]) -> Standing | None:
    """Low, best and high over the week that ends with the last reading."""
    last = max((f.as_of.latest for f in ordered if f.as_of.latest is not None), default=None)
    late = [f for f in ordered if last is None or (f.as_of.latest is not None and (last - f.as_of.latest).days < WEEK)]
    changed = max((place for place, f in enumerate(late) if f.figure.changed), default=0)
    late = late[changed:]  # what it was before a change stands no longer
    # Of one origin only its last word counts, and of one report.
    said = list({f.origin: f for f in late}.values())
    numbers = [(n, f) for f in said if (n := _middle(f.figure)) is not None]
    if not numbers:
        return None
    origins = Counter(number for number, _ in numbers)
    best = max(numbers, key=lambda one: (origins[one[0]], one[1].as_of.latest or date.min, one[0]))[0]
    lows = [low for _, f in numbers if (low := f.figure.low if f.figure.low is not None else f.figure.high) is not None]
    highs = [
        high for _, f in numbers if (high := f.figure.high if f.figure.high is not None else f.figure.low) is not None
    ]
    return Standing(
        low=min([*lows, best]),
        best=best,
        high=max([*highs, best]),
        as_of=last.isoformat() if last is not None else None,
    )


def _middle(figure: Figure) -> int | None:
    """The number as written, or between two the lower, or what open words bear."""
    return figure.number if figure.number is not None else figure.low if figure.low is not None else figure.high


def _quote(told: Followed) -> str:
    return " ".join(told.figure.span.quote.split())


def _told(told: Followed) -> str:
    day = told.as_of.latest
    return f"{told.origin}, {day.isoformat() if day else 'undated'}"
