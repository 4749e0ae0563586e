"""Reads the situation reports of a monitor, one line a report, and writes a record as such lines."""

from collections.abc import Iterator
from datetime import date

from firsthand.model.folded import Folded
from firsthand.model.report import Stamp
from firsthand.plugins import Exporter, Page, Reader, hookimpl
from firsthand.resources.kinds import Kinds


@hookimpl
def firsthand_readers() -> list[Reader]:
    return [Reader(name="sitrep", suffixes=(".sitrep",), media_type="text/x-sitrep", read=read_sitrep)]


@hookimpl
def firsthand_exporters() -> list[Exporter]:
    return [Exporter(name="sitrep", suffix=".sitrep", write=write_sitrep, about="a line an incident")]


def read_sitrep(raw: bytes) -> Iterator[Page]:
    """A line is `2024-03-05 | Hill Monitor | what happened`; one that begins with # says nothing."""
    for line in raw.decode("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            day, outlet, words = (part.strip() for part in line.split("|", 2))
            stamp = Stamp(day=date.fromisoformat(day), source="sitrep", trust="high")
            yield Page(text=words, outlet=outlet, stamps=(stamp,))


def write_sitrep(folded: Folded, _: Kinds) -> bytes:
    """A line is the day, how many sources there are, and what happened; incidents without a day come last."""
    rows = [
        (str(one.date.span.earliest or "undated"), f"{len(one.origins)} sources", one.title)
        for one in folded.incidents
        if one.role == "main"
    ]
    return "".join(" | ".join(row) + "\n" for row in sorted(rows)).encode()
