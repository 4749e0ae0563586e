"""What was read."""

from datetime import date
from typing import Literal

from firsthand.model.base import Record, digest
from firsthand.model.span import Span

ANALYSED = 100_000
"""Characters of a report that are analysed, some 35 pages; the rest of a longer text is refused with a reason."""


class Stamp(Record, frozen=True, kw_only=True):
    """A day that the file's own metadata gives for the report (HTML meta, JSON field, URL), before it is weighed.

    `source`: where it stood ("meta article:published_time", "json date", "url"). `trust`: high for a publication field,
    low for stamps that may be an update or a crawl.
    """

    day: date
    source: str
    trust: Literal["high", "low"]


class Report(Record, frozen=True, kw_only=True):
    """A report as stored. Its text never changes; offsets everywhere point into it.

    `sha256`: of the bytes that were read. `names`: paths relative to the folders that were given, sorted; files with
    the same bytes are one report. `language`: ISO 639-1, None where it cannot be told. `read_on`: the day it was first
    read, which bounds from above when it appeared.
    """

    sha256: str
    text: str
    names: tuple[str, ...]
    media_type: str
    read_on: date
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = "en"
    stamps: tuple[Stamp, ...] = ()

    @property
    def id(self) -> str:
        """Name the report by its bytes."""
        return report_id(self.sha256)

    @property
    def name(self) -> str:
        """The first of its names."""
        return self.names[0]


def report_id(sha256: str) -> str:
    """Id of the report with this digest of its bytes."""
    return digest("rpt", sha256)


class DateClue(Record, frozen=True, kw_only=True):
    """Something in a report that tells when it appeared, as words and as a constraint; see the date stage for `kind`."""

    kind: str
    span: Span | None
    day: date | None
    trust: Literal["high", "low"]
    why: str


class Refusal(Record, frozen=True, kw_only=True):
    """What could not be taken in, with a reason: a result like any other.

    `stage`: where. `subject`: file name, or report id. `code`: stable, see `firsthand.errors`. `line`: of a JSON Lines file.
    """

    stage: Literal["read", "extract", "trace", "date", "link", "weigh", "record"]
    subject: str
    code: str
    reason: str
    sha256: str | None = None
    line: int | None = None

    @property
    def id(self) -> str:
        """Name the refusal by its content, so that a second run adds nothing."""
        return digest("ref", self.stage, self.subject, self.code, self.sha256, self.line)
