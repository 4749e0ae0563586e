"""Builders of small true things: reports in a plain invented idiom, and an extractor that reads just that idiom.

A line of it: `2024-03-05 Northmen shelled Oldford on 2024-03-04, killing 4 (Hill Monitor).` Every offset is cut from the
text, never counted by hand.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256 as _sha256

from firsthand.model.base import digest, sha256
from firsthand.model.claim import Claim, Field, Mention, mention_id
from firsthand.model.extraction import Extraction, Passage
from firsthand.model.place import Place, PlaceName
from firsthand.model.report import DateClue, Report
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr, TimeRef
from firsthand.model.value import Count, Day, Party, Value, Where
from firsthand.model.voice import OUTLET, Voice
from firsthand.plugins.chain import Chain
from firsthand.resources.supplied import NOTHING, Supplied

READ_ON = date(2025, 1, 1)
SAYING = re.compile(
    r"(?P<actor>[A-Z]\w+) (?P<verb>shelled|ambushed) (?P<place>[A-Z]\w+) on (?P<day>\d{4}-\d{2}-\d{2}), "
    r"killing (?P<killed>\d+)(?: \((?P<voice>[A-Z][\w ]+)\))?"
)
HEAD = re.compile(r"(\d{4}-\d{2}-\d{2}) ")
KINDS = {"shelled": "shelling", "ambushed": "ambush"}


def report(text: str, *names: str, read_on: date = READ_ON, language: str | None = "en") -> Report:
    """A plain text report of these words."""
    return Report(
        sha256=sha256(text.encode()), text=text, names=names or ("one.txt",), media_type="text/plain", read_on=read_on,
        language=language,
    )  # fmt: skip


def sentence(actor: str, verb: str, place: str, day: str, killed: int, voice: str | None = None) -> str:
    """One saying of the idiom."""
    return f"{actor} {verb} {place} on {day}, killing {killed}" + (f" ({voice})" if voice else "") + "."


def place(name: str) -> Place:
    """An invented place; its point depends on its name only."""
    number = int(_sha256(name.encode()).hexdigest()[:6], 16)
    return Place(name=name, lat=number % 80, lon=number // 80 % 170, radius_km=5, admin1="Midland", country="SY")


def span(text: str, match: re.Match[str], group: str | int = 0) -> Span:
    """The span of a group of a match."""
    return Span.cut(text, match.start(group), match.end(group))


def day_ref(words: str) -> TimeRef:
    """What an ISO day means."""
    return TimeRef(op="day", args=tuple(int(part) for part in words.split("-")))


def extraction(report_: Report) -> Extraction:
    """What the idiom says in a report: one mention a saying."""
    text, id_ = report_.text, report_.id
    mentions, places, times, passages = [], [], [], []
    for number, match in enumerate(SAYING.finditer(text)):
        trigger = span(text, match, "verb")
        mention = mention_id(id_, trigger)
        voice = (
            Voice(speaker=match["voice"], chain=(match["voice"],), span=span(text, match, "voice"))
            if match["voice"]
            else OUTLET
        )
        killed = int(match["killed"])
        values: list[tuple[Field, str, Value]] = [
            ("actor", "actor", Party(text=match["actor"], entity=match["actor"], type="named", sort="group")),
            ("place", "place", Where(text=match["place"], place=place(match["place"]))),
            ("date", "day", Day(expression=match["day"], ref=day_ref(match["day"]))),
            ("killed", "killed", Count(number=killed, low=killed, high=killed, wording=match["killed"])),
        ]  # fmt: skip
        claims = tuple(
            Claim(
                report=id_, mention=mention, field=field, value=value,
                span=span(text, match, group), voice=voice, by="tests.idiom",
            )
            for field, group, value in values
        )  # fmt: skip
        mentions.append(
            Mention(
                report=id_, event=digest("evt", mention), kind=KINDS[match["verb"]], trigger=trigger, status="occurred",
                role="main", sentence=number, claims=claims, by="tests.idiom",
            )
        )  # fmt: skip
        where = span(text, match, "place")
        places.append(PlaceName(span=where, area=where, place=place(match["place"])))
        times.append(TimeExpr(span=span(text, match, "day"), type="DATE", ref=day_ref(match["day"])))
        passages.append(Passage(start=match.start(), end=match.end(), section="body", role="main"))
    return Extraction(
        report=id_,
        mentions=tuple(mentions),
        places=tuple(places),
        times=tuple(times),
        passages=tuple(passages),
        clues=_clues(report_),
    )


def _clues(report_: Report) -> tuple[DateClue, ...]:
    """The day that a report of the idiom opens with."""
    match = HEAD.match(report_.text)
    if match is None:
        return ()
    day = date.fromisoformat(match[1])
    return (
        DateClue(
            kind="header", span=span(report_.text, match, 1), day=day, trust="high", why=f"the text opens with '{day}'"
        ),
    )


class Idiom:
    """An extractor of the idiom, in the shape that the engine asks for."""

    digest = "kit_idiom"

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        yield from map(extraction, reports)


class Fragile(Idiom):
    """Fails on reports that say so: "FAIL" raises, "DIE" ends the process, "LIE" yields a claim without its words."""

    digest = "kit_fragile"

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        for one in reports:
            if "FAIL" in one.text:
                raise ValueError("told to fail")
            if "DIE" in one.text:
                import os

                os._exit(9)
            yield false_extraction(one) if "LIE" in one.text else extraction(one)


class Slow(Idiom):
    """Takes a while over each report, so that a test can interrupt it."""

    digest = "kit_slow"

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        import time

        for one in reports:
            time.sleep(0.02)
            yield extraction(one)


def false_extraction(report_: Report) -> Extraction:
    """An extraction whose first claim quotes words that are not there."""
    from msgspec.structs import replace

    true = extraction(report_)
    first = true.mentions[0]
    wrong = replace(first.claims[0], span=Span(start=0, end=5, quote="wrong"))
    return replace(true, mentions=(replace(first, claims=(wrong, *first.claims[1:])), *true.mentions[1:]))


def open_idiom(_: Supplied = NOTHING) -> Idiom:
    """For the engine."""
    return Idiom()


def open_fragile(_: Supplied = NOTHING) -> Fragile:
    """For the engine."""
    return Fragile()


def open_slow(_: Supplied = NOTHING) -> Slow:
    """For the engine."""
    return Slow()


class Plugged(Idiom):
    """The idiom as the program's own extractor, and the extractors of plugins after it."""

    def __init__(self, supplied: Supplied) -> None:
        self._chain = Chain.open(supplied, first=lambda one, _: extraction(one))
        self.digest = digest("kit", "idiom", *self._chain.others)

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        yield from self._chain(reports)


def open_plugged(supplied: Supplied = NOTHING) -> Plugged:
    """For the engine."""
    return Plugged(supplied)


IDIOM, FRAGILE, SLOW, PLUGGED = (f"tests.factories:open_{name}" for name in ("idiom", "fragile", "slow", "plugged"))
