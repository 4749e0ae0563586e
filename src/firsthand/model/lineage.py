"""Which passages of which reports go back to one text."""

from typing import Literal

from firsthand.model.base import Record, digest


class PassageRef(Record, frozen=True, kw_only=True):
    """A stretch of a report's text, half-open."""

    report: str
    start: int
    end: int


class Lineage(Record, frozen=True, kw_only=True):
    """Reports that share a passage, and what it goes back to.

    `origin`: name of the likely origin in words ("statement of CENTCOM"); `speaker`: the entity it goes back to, None where not
    told; then the set counts as one unknown origin. `changed`: what a paraphrase altered, in words ("75 -> over 75").
    """

    origin: str
    speaker: str | None
    kind: Literal["statement", "reprint", "agency", "boilerplate"]
    how: Literal["verbatim", "paraphrase"]
    reports: tuple[str, ...]
    passages: tuple[PassageRef, ...]
    changed: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Name the lineage by its passages."""
        return digest("lin", self.passages)


class QuotedVersion(Record, frozen=True, kw_only=True):
    """One wording of a quotation in one report."""

    report: str
    start: int
    end: int
    quote: str


class QuotationDiffers(Record, frozen=True, kw_only=True):
    """One saying of one speaker that reports put in quotation marks in different words: at most one is verbatim."""

    speaker: str
    versions: tuple[QuotedVersion, ...]
    why: str


class Edit(Record, frozen=True, kw_only=True):
    """One step from one wording to another: words that stay, take each other's place, come in or fall away."""

    op: Literal["equal", "replace", "insert", "delete"]
    before: str
    after: str


class Wording(Record, frozen=True, kw_only=True):
    """One report's wording of a saying, against the fullest one.

    `kind`: the fullest itself; the same words; some left out; other words for the same, as two translations have them; or
    altered inside the quotation marks. `edits`: from the fullest wording to this one. `why`: what tells the kind.
    """

    report: str
    start: int
    end: int
    quote: str
    kind: Literal["fullest", "same", "shortened", "reworded", "altered"]
    edits: tuple[Edit, ...] = ()
    why: str = ""


class Saying(Record, frozen=True, kw_only=True):
    """One saying in quotation marks over reports: the fullest wording first. `kind`: the gravest of its wordings."""

    speaker: str
    kind: Literal["same", "shortened", "reworded", "altered"]
    wordings: tuple[Wording, ...]


class Traced(Record, frozen=True, kw_only=True):
    """What `trace` yields over all reports."""

    lineages: tuple[Lineage, ...] = ()
    quotations: tuple[QuotationDiffers, ...] = ()
    sayings: tuple[Saying, ...] = ()
