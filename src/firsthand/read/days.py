"""Days in metadata: what a field for the day of publication, or an address, says."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s,Z+])")
COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T|\d{6}(?!\d))")
SLASHES = re.compile(r"\s*(\d{4})/(\d{1,2})/(\d{1,2})(?=$|\s)")
WORDS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%A, %d %B %Y", "%A, %B %d, %Y", "%B %d %Y", "%b %d %Y")
ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(\d{1,2})[/_-]?(\d{1,2})(?=[/_.?#-]|$)")
MILLISECONDS = 100_000_000_000
EPOCH = re.compile(r"\s*-?\d{9,13}\s*")


def day_of(value: object) -> date | None:
    """The day that a field names, in the field's own time zone; None for part of a day's name or what is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_epoch(float(value))
    if not isinstance(value, str) or len(value) > 80:
        return None
    for pattern in (ISO, COMPACT, SLASHES):
        if match := pattern.match(value):
            return _date(*match.groups())
    if EPOCH.fullmatch(value):
        return _since_epoch(float(value))
    return _in_words(" ".join(value.split()))


def day_in_address(url: str | None) -> date | None:
    """The day that an address spells out, as in /2024/12/09/; the first sound one."""
    days = (_date(*match.groups()) for match in ADDRESS.finditer((url or "")[:2000]))
    return next((day for day in days if day is not None), None)


def _date(*parts: str) -> date | None:
    """Year, month, day as written; None where there is no such day, or no newspaper had one."""
    try:
        day = date(*(int(part) for part in parts))
    except ValueError:
        return None
    return day if 1900 <= day.year < 2100 else None


def _since_epoch(seconds: float) -> date | None:
    seconds = seconds / 1000 if abs(seconds) >= MILLISECONDS else seconds
    if not 100_000_000 <= seconds < 4_000_000_000:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def _in_words(value: str) -> date | None:
    """RFC 2822 ("Mon, 09 Dec 2024 10:00:00 GMT") and days in English words."""
    for form in WORDS:
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
