"""What a person says of single claims when a record is audited, and the sample of claims that they go through."""

from typing import Literal

from firsthand.model.base import Record, digest
from firsthand.model.claim import Field

Verdict = Literal["right", "wrong", "unsure"]
VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "unsure")
Fault = Literal["value", "words", "not said", "event", "voice"]
"""What is wrong with a claim: its value; which words it quotes; the text does not say it; it is of another event; who says it."""
FAULTS: tuple[Fault, ...] = ("value", "words", "not said", "event", "voice")


class Judged(Record, frozen=True, kw_only=True):
    """The claim that a mark is about, as it stood: enough to find it again after a better extraction.

    `start`, `end`: of its words in the report, code points, half-open. `kind`: of its incident. `value`: in words, as
    `model.said.value_said` has it; a time is the day that it meant. `by`: the rules or others that made it.
    """

    claim: str
    report: str
    mention: str
    field: Field
    kind: str
    start: int
    end: int
    value: str
    by: str = ""


class Stratum(Record, frozen=True, kw_only=True):
    """Claims that are drawn from together. `kind` None: whatever kind has no stratum of its own; `field` None: whatever field.

    `claims`: how many there were when the sample was first drawn.
    """

    field: Field | None
    kind: str | None
    claims: int


class Sample(Record, frozen=True, kw_only=True):
    """How claims are drawn: which ones follows from this and from the claims of the record, and from nothing else.

    `seed`: digest of the head of the log and of `number`, which a person may choose. `size`: claims to go through; more of them
    hold all that fewer hold. `field`, `kind`: only claims of these. `strata`: as they were fixed when it was first drawn.
    """

    seed: str
    number: int
    size: int
    field: Field | None = None
    kind: str | None = None
    strata: tuple[Stratum, ...] = ()

    @property
    def id(self) -> str:
        """Name the sample by how it is drawn; the size is left out, so that one that has grown is the same."""
        return digest("smp", self.seed, self.field, self.kind, [(one.field, one.kind) for one in self.strata])
