"""EDTF (Library of Congress, ISO 8601-2:2019, levels 1 and 2) texts of intervals of days."""

from datetime import date, timedelta

from firsthand.model.daycount import month_end


def edtf(earliest: date | None, latest: date | None) -> str | None:
    """The shortest EDTF of an inclusive interval; an end that is None is open; None where both are."""
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    return whole(earliest, latest) or f"{earliest}/{latest}"


def whole(earliest: date, latest: date) -> str | None:
    """EDTF of one day, one whole month or one whole year; None for any other interval."""
    if earliest == latest:
        return earliest.isoformat()
    if earliest.day != 1:
        return None
    if latest == month_end(earliest.year, earliest.month):
        return f"{earliest.year:04d}-{earliest.month:02d}"
    if earliest.month == 1 and latest == date(earliest.year, 12, 31):
        return f"{earliest.year:04d}"
    return None


def one_of(days: tuple[date, ...]) -> str | None:
    """EDTF of one of several days, "[2020-01-06,2025-01-06]"; neighbours are joined with ".."; None for none."""
    if not days:
        return None
    parts: list[str] = []
    ordered = sorted(set(days))
    start = last = ordered[0]
    for day in (*ordered[1:], None):
        if day is not None and day - last == timedelta(days=1):
            last = day
            continue
        parts.append(start.isoformat() if start == last else f"{start}..{last}")
        if day is not None:
            start = last = day
    return parts[0].replace("..", "/") if len(parts) == 1 else "[" + ",".join(parts) + "]"
