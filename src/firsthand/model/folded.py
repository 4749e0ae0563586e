"""The whole record as it leaves the program: what is folded from reports, claims and decisions."""

from datetime import date

from firsthand.model.base import Record
from firsthand.model.claim import Claim
from firsthand.model.incident import EntityEntry, Incident
from firsthand.model.lineage import Lineage, QuotationDiffers, Saying
from firsthand.model.standing import StandingFigure
from firsthand.model.when import UNKNOWN, TimeSpan


class ReportEntry(Record, frozen=True, kw_only=True):
    """A report that was read, or a file or line that could not be (`id` None).

    `name`, `names`: as outputs show them, unique over the record. `refused`: why it could not be read, or why nothing
    could be taken from it. `partly`: it is longer than what is analysed of a report.
    """

    id: str | None
    name: str
    names: tuple[str, ...]
    published: TimeSpan = UNKNOWN
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    partly: bool = False
    sha256: str | None = None
    refused: str | None = None


class StatedClaim(Record, frozen=True, kw_only=True):
    """A claim with its id; `day` is what its words mean once its report is dated, for claims of a time."""

    id: str
    claim: Claim
    day: TimeSpan | None = None


class AsOf(Record, frozen=True, kw_only=True):
    """That a record is seen as it stood on `day`: concluded from the `reports` that had appeared by then.

    Left out are `later` reports, which appeared after it, and `unknown` ones, which may have.
    """

    day: date
    reports: int
    later: int
    unknown: int


class Folded(Record, frozen=True, kw_only=True):
    """Incidents with all that they rest on. A function of the reports, the decisions and the model named by `model`.

    `as_of`: None where all reports are in.
    """

    model: str
    as_of: AsOf | None = None
    incidents: tuple[Incident, ...] = ()
    claims: tuple[StatedClaim, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    quotations: tuple[QuotationDiffers, ...] = ()
    sayings: tuple[Saying, ...] = ()
    figures: tuple[StandingFigure, ...] = ()
    entities: tuple[EntityEntry, ...] = ()
