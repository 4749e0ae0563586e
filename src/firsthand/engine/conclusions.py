"""What is concluded from all that a store holds, and how it is counted."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from firsthand.engine.kept import kept
from firsthand.engine.program import CONCLUDING, code
from firsthand.engine.progress import StageCount
from firsthand.model.base import digest
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.match import Decision
from firsthand.pipeline import conclude
from firsthand.record.fold import model_name
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.settings_rows import names_of
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.resources.trust import NOBODY, Trust
from firsthand.resources.weights import Weights
from firsthand.store.extractions import extractions, failures, kits
from firsthand.store.history import decisions, refusals, snapshot
from firsthand.store.reports import Stored, reports
from firsthand.store.sqlite import Store


class Grounds(NamedTuple):
    """What conclusions rest on besides what was extracted: light to open, unlike a whole kit."""

    kinds: Kinds
    weights: Weights
    lexicon: Lexicon
    code: str
    trust: Trust = NOBODY

    @classmethod
    def open(cls, supplied: Supplied = NOTHING, decided: Iterable[Decision] = ()) -> Self:
        """Those that come with the program, what the user supplied and set, and the weights that a person decided on.

        Errors: SetupError, BadTable.
        """
        given = supplied.set
        weights = Weights.open().decided(decided).within(given.thresholds)
        lexicon = Lexicon.open(supplied.tables, names_of(given), plugins=supplied.plugin_tables)
        return cls(Kinds.open(given.kind), weights, lexicon, code(CONCLUDING), Trust.open(given))

    @classmethod
    def kept(cls, store: Store, decided: Iterable[Decision] | None = None) -> Self:
        """Those of a record: with the settings that it keeps, and all decisions on it unless others are given."""
        return cls.open(Supplied(settings=kept(store)), decisions(store) if decided is None else decided)

    def model(self, kit: str, everything: Sequence[Stored]) -> str:
        """Name of the model with which these reports, extracted by `kit`, are concluded upon."""
        judged = (self.trust.digest,) if self.trust else ()
        grounds = digest("grd", kit, self.kinds.digest, self.weights.digest, self.lexicon.digest, *judged)
        return model_name(self.code, grounds, [stored.report for stored in everything])


class Conclusion(NamedTuple):
    """The folded view, and how many events all reports tell."""

    folded: Folded
    events: int


def concluded(store: Store, kit: str, everything: Sequence[Stored], grounds: Grounds) -> Conclusion:
    """Conclude from all that is stored and was extracted by `kit`; nothing is written."""
    said: dict[str, Extraction] = {x.report: x for x in extractions(store, kit, everything)}
    folded = conclude(
        [stored.report for stored in everything], said, decisions(store),
        (*refusals(store), *failures(store, kit)),
        kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model=grounds.model(kit, everything),
        trust=grounds.trust,
    )  # fmt: skip
    return Conclusion(folded, len({(x.report, mention.event) for x in said.values() for mention in x.mentions}))


def view(store: Store) -> tuple[Folded, bool]:
    """The folded view of a record, and whether its last run came to its end.

    Taken from the cache where that holds; otherwise (a run was interrupted) concluded anew from what was committed,
    with the kit that extracted most of it.
    """
    cached = snapshot(store, Folded)
    if cached is not None:
        return cached, True
    everything = list(reports(store))
    return concluded(store, best_kit(store, everything), everything, Grounds.kept(store)).folded, False


def best_kit(store: Store, everything: Sequence[Stored]) -> str:
    """The kit that extracted from most of the reports, the latest of several; empty where none did."""
    contents = {stored.content for stored in everything}
    found = kits(store)
    return max(found, key=lambda kit: (len(found[kit].contents & contents), found[kit].last), default="")


def counted(conclusion: Conclusion) -> tuple[StageCount, ...]:
    """Counts of the later stages; events that make no incident (planned, hypothetical) count as refused by `link`."""
    folded, said = conclusion
    told = sum(len(incident.tellings) for incident in folded.incidents)
    refused = sum(entry.refused is not None for entry in folded.reports)
    every = len(folded.reports)
    return (
        StageCount(stage="link", taken=said, given=told, refused=said - told),
        StageCount(stage="record", taken=every, given=every - refused, refused=refused),
    )
