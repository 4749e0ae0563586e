"""A count before it is given to an event."""

from firsthand.model.base import Record
from firsthand.model.claim import Field
from firsthand.model.value import Bound


class HarmCount(Record, frozen=True, kw_only=True):
    """How many people something happened to. `token`: index of the word that says what; `head`: of the people, -1 none.

    `start`, `end`: the words of the number and of whom it counts. `who`: those words without the number. `part`: the
    number is included in one before it. `older`: an earlier figure that the text itself corrects ("up from 23").
    `again`: words that may only point back to people counted before. `unreal`: the word that says what is no fact.
    """

    field: Field
    token: int
    head: int
    start: int
    end: int
    number: int | None
    bound: Bound
    low: int | None
    high: int | None
    who: str | None
    wording: str
    by: str
    part: bool = False
    older: bool = False
    again: bool = False
    unreal: bool = False
