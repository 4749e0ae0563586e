"""Days as a person asks for them: a day, a month, a year, or a range of these."""

import re
from calendar import monthrange
from datetime import date

from firsthand.errors import UsageError

PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days(words: str) -> tuple[date, date]:
    """First and last day of "2024-12-08", "2024-12", "2024" or two of these with a slash between; ".." is an open end.

    Errors: UsageError for anything else.
    """
    first, slash, last = words.strip().partition("/")
    start, end = _part(first), _part(last if slash else first)
    if start[0] > end[1]:
        raise UsageError(f"{words!r} ends before it begins")
    return start[0], end[1]


def last_day(words: str) -> date:
    """The day of "2024-12-08"; the last day of "2024-12" and "2024". Errors: UsageError for anything else, ranges too."""
    try:
        if PART.fullmatch(words.strip()):
            return _part(words.strip())[1]
    except UsageError:
        pass
    raise UsageError(f"{words!r} is no day", hint="Write 2024-12-08, or 2024-12 or 2024 for their last day.")


def _part(words: str) -> tuple[date, date]:
    """First and last day of one part."""
    if words in ("..", ""):
        return date.min, date.max
    match = PART.fullmatch(words)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(group) if group else None for group in match.groups())
        if year is None or month is None:
            return date(int(words), 1, 1), date(int(words), 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as e:
        hint = "Write 2024-12-08, 2024-12, 2024, or a range such as 2024-12-01/2024-12-15."
        raise UsageError(f"{words!r} is no day", hint=hint) from e
