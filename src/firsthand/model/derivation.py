"""How a claim came to be, and what became of it."""

from firsthand.model.base import Record
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Name, Passage
from firsthand.model.folded import ReportEntry
from firsthand.model.match import Decision
from firsthand.model.place import PlaceName
from firsthand.model.timeref import TimeExpr
from firsthand.model.voice import Attribution
from firsthand.model.when import TimeSpan


class Rule(Record, frozen=True, kw_only=True):
    """A rule or scorer that made something, and a sentence on what it does."""

    name: str
    what: str


class Use(Record, frozen=True, kw_only=True):
    """Where a claim ended: the incident (id and title), and what it is there ("killed: 4, best 4").

    `what` empty: its event is told by the incident, but the value itself is not taken up; `why` then says for what reason.
    """

    incident: str
    title: str
    what: str
    why: str = ""


class Derivation(Record, frozen=True, kw_only=True):
    """From the words of a report to a value, and from the value to an incident.

    `day`: what a time means, given the report's own day. `sentence`: the passage that holds the words, `context` its text.
    `time`, `place`, `name`, `attribution`: what the words were taken for before they became a claim, None where that is
    nothing of the sort. `decision`: a person's, on what the name of the place means. `others`: ids of the other claims of
    the mention. `unused`: why it ended in no incident at all.
    """

    id: str
    claim: Claim
    rules: tuple[Rule, ...]
    mention: Mention
    mention_rules: tuple[Rule, ...]
    report: ReportEntry
    day: TimeSpan | None = None
    sentence: Passage | None = None
    context: str = ""
    time: TimeExpr | None = None
    place: PlaceName | None = None
    name: Name | None = None
    attribution: Attribution | None = None
    others: tuple[str, ...] = ()
    decision: Decision | None = None
    uses: tuple[Use, ...] = ()
    unused: str | None = None
