"""One report as a record has it: its text, what was taken from it, and what it goes back to."""

from firsthand.model.base import Record
from firsthand.model.claim import Role
from firsthand.model.folded import ReportEntry, StatedClaim
from firsthand.model.incident import Incident, Way
from firsthand.model.lineage import Lineage
from firsthand.model.report import Refusal


class ToldIncident(Record, frozen=True, kw_only=True):
    """An incident that the report tells. `number`: from 1, in the order in which the report tells them.

    `ways`: how the report has it from whom; `origins`: names of those it goes back to.
    """

    number: int
    incident: Incident
    role: Role
    origins: tuple[str, ...]
    ways: tuple[Way, ...]


class ToldClaim(Record, frozen=True, kw_only=True):
    """A claim of the report. `incident`: number of the one it stands in, None where its event makes none."""

    stated: StatedClaim
    incident: int | None


class ReportTold(Record, frozen=True, kw_only=True):
    """One report. `claims`: in the order of their words. `lineages`: texts that it shares with others, boilerplate left out.

    `refused`: what was not taken in, of its claims too. `text` is empty where the file could not be read.
    """

    entry: ReportEntry
    text: str
    tells: tuple[ToldIncident, ...] = ()
    claims: tuple[ToldClaim, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    refused: tuple[Refusal, ...] = ()
