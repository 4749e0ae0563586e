"""What an audit comes to: precision with its interval, what it rests on, and how far two people agree."""

from firsthand.model.audit import Judged, Sample, Verdict
from firsthand.model.base import Record
from firsthand.model.claim import Field
from firsthand.model.match import Decision

FEW = 10
"""With fewer claims marked right or wrong a share says little."""


class Estimate(Record, frozen=True, kw_only=True):
    """A share with its interval of 95 %, all from 0 to 1. `effective`: as many claims drawn evenly would tell as much."""

    share: float
    low: float
    high: float
    effective: float


class Row(Record, frozen=True, kw_only=True):
    """One line of results. `claims`: so many of the record; `drawn` of them in the sample, of which so many are marked each way.

    `estimate` None: none was marked right or wrong. Those marked unsure count for nothing in it.
    """

    name: str
    claims: int
    drawn: int
    right: int
    wrong: int
    unsure: int
    estimate: Estimate | None

    @property
    def marked(self) -> int:
        """Marked right or wrong."""
        return self.right + self.wrong

    @property
    def few(self) -> bool:
        """Tell whether too few were marked for the share to say much."""
        return self.marked < FEW


class Drawn(Record, frozen=True, kw_only=True):
    """One stratum: each of its marked claims stands for `weight` claims; each claim was drawn with the chance `chance`."""

    field: Field | None
    kind: str | None
    claims: int
    drawn: int
    right: int
    wrong: int
    unsure: int
    chance: float
    weight: float | None


class Results(Record, frozen=True, kw_only=True):
    """One person's audit of one sample. `rules`: by what made the claims first.

    `faults`: of the claims marked wrong, what is wrong and how many; None: not told.

    `left`: drawn and not marked yet; `unreached`: claims in strata of which none is marked right or wrong, for which nothing
    speaks; `outside`: marks on claims that are not of this sample, as the record stands; `gone`: marks whose claim is no longer
    made.
    """

    by: str
    sample: Sample
    overall: Row
    fields: tuple[Row, ...]
    kinds: tuple[Row, ...]
    rules: tuple[Row, ...]
    strata: tuple[Drawn, ...]
    faults: tuple[tuple[str | None, int], ...]
    left: int
    unreached: int
    outside: int
    gone: int


class Kappa(Record, frozen=True, kw_only=True):
    """Cohen's kappa with its interval of 95 %; 1 is full agreement, 0 what chance alone would give."""

    kappa: float
    low: float
    high: float


class Differing(Record, frozen=True, kw_only=True):
    """A claim on which two people differ."""

    judged: Judged
    first: Decision
    second: Decision


class Agreement(Record, frozen=True, kw_only=True):
    """Two people's marks on the claims that both marked. `table`: how often `first` said one thing and `second` another.

    `same`: how many of the `decided`, which both marked right or wrong, they mark alike; `low`, `high`: interval of 95 % of that
    share. `kappa` None: one of them, or both, said the same of all, and nothing can be told from chance.
    """

    first: str
    second: str
    claims: int
    decided: int
    same: int
    low: float
    high: float
    kappa: Kappa | None
    table: tuple[tuple[Verdict, Verdict, int], ...]
    differing: tuple[Differing, ...]

    @property
    def few(self) -> bool:
        """Tell whether both decided on too few claims for the figures to say much."""
        return self.decided < FEW
