"""What is worked out of a report once, for all the incidents that it tells of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.voice import Attribution
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.weigh.denied_words import Denied, denied_in


class Told(NamedTuple):
    """A mention with its id and its claims with theirs: an id is a digest of content, not to be made at every look."""

    id: str
    mention: Mention
    claims: tuple[tuple[str, Claim], ...]


class Pages:
    """The reports of a record, each with what it says and when it appeared, by id."""

    def __init__(
        self, reports: Mapping[str, Report], extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan]
    ) -> None:
        self.reports = reports
        self.extractions = extractions
        self.dated = dated
        self._told: dict[str, tuple[Told, ...]] = {}
        self._denied: dict[str, tuple[tuple[Attribution, Denied], ...]] = {}

    def published(self, report: str) -> TimeSpan:
        """When a report appeared."""
        return self.dated.get(report, UNKNOWN)

    def told(self, report: str) -> Sequence[Told]:
        """All that a report tells, in its order."""
        found = self._told.get(report)
        if found is None:
            mentions = self.extractions[report].mentions
            found = tuple(Told(m.id, m, tuple((claim.id, claim) for claim in m.claims)) for m in mentions)
            self._told[report] = found
        return found

    def denied(self, report: str) -> Sequence[tuple[Attribution, Denied]]:
        """Whoever denies something in words without a verb for it, with what."""
        found = self._denied.get(report)
        if found is None:
            acts = ((act, denied_in(said_in(act))) for act in self.extractions[report].attributions)
            found = self._denied[report] = tuple((act, of) for act, of in acts if of is not None)
        return found


def said_in(act: Attribution) -> str:
    """What somebody says, in the words of the report."""
    return " … ".join(part.quote for part in act.content)
