"""Where words stand in a report."""

from typing import Self

from firsthand.model.base import Record


class Span(Record, frozen=True, kw_only=True):
    """Half-open range of Unicode code points in a report's stored text, with the words there.

    Errors: ValueError for a range that is empty or does not fit its quote.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or len(self.quote) != self.end - self.start:
            raise ValueError(f"no such span: {self.start}..{self.end} for {len(self.quote)} characters")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """The span of text[start:end]."""
        return cls(start=start, end=end, quote=text[start:end])

    def holds_in(self, text: str) -> bool:
        """Tell whether `text` has these words at this place."""
        return text[self.start : self.end] == self.quote

    def touches(self, start: int, end: int) -> bool:
        """Tell whether the span shares a character with start..end."""
        return min(self.end, end) > max(self.start, start)
