"""Who said it first: an incident, each reading of it, and why its sources were counted as they were."""

from firsthand.model.base import Record
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Incident, Reading, Way
from firsthand.model.lineage import Lineage


class Answer(Record, frozen=True, kw_only=True):
    """One reading of an incident: of which count, in a few words, and why it has so many independent sources."""

    field: str
    label: str
    reading: Reading
    why: tuple[str, ...]


class Ancestry(Record, frozen=True, kw_only=True):
    """An incident with the ways from origins to reports.

    `ways`: of the tellings as wholes; those of readings stand in the answers. `lineages`: texts that several of its reports
    share, boilerplate left out. `reports`: entries of the reports that tell it, by name. `why`: how the number of origins
    came about, in sentences.
    """

    incident: Incident
    reports: tuple[ReportEntry, ...]
    ways: tuple[Way, ...]
    answers: tuple[Answer, ...]
    lineages: tuple[Lineage, ...]
    why: tuple[str, ...]
