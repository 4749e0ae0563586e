"""A party and its words, as the steps that look for who did it hand it on."""

from firsthand.model.base import Record
from firsthand.model.span import Span
from firsthand.model.value import Party


class Found(Record, frozen=True, kw_only=True):
    """A party and its words; `token`: index of the noun that means it."""

    party: Party
    span: Span
    token: int

    @property
    def described(self) -> bool:
        """It is told by what it is, not by a name."""
        return self.party.type == "described"


def words(span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.quote.split())
