"""Other days: every date and weekday of a text moved by so many days, what is counted from them left as it is."""

import re
from datetime import date, timedelta

from tools.swapping.edits import Edit, chosen, styled

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{DAY}(?P<th>st|nd|rd|th)?(?P<a>(?: of)?\s){MONTH}(?:(?P<b>,?\s)(?:{YEAR}|(?P<short>[89]\d))\b)?",
        rf"\b{MONTH}(?P<a>\s){DAY}(?P<th>st|nd|rd|th)?\b(?!:)(?:(?P<b>,?\s){YEAR}\b)?",
        rf"\b{YEAR}-(?P<mm>[01]\d)-{DAY}\b",
        rf"\b{YEAR}-(?P<mm>[01]\d)(?=-[A-Z])",
    )
)
SPAN = re.compile(r"(?<=\d)(?P<dash>[-–])(?P<day>[0-3]?\d)\b(?!\d)")
"""The second day of two: "19-20"."""
WEEKDAY = re.compile(r"\b(?P<name>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
BARE = re.compile(r"(?:(?<=\b[Ii]n )|(?<=\bsince ))" + YEAR + r"\b")


def moved_by(key: str) -> int:
    """Days by which the days of a text are moved: one to six years, never whole weeks."""
    return chosen([n for n in range(400, 2200) if n % 7], key, "days")


def days(key: str, text: str, year: int | None = None) -> list[Edit]:
    """Edits for the days of a text. `year`: of dates without one, the first year that the text names where None."""
    by = moved_by(key)
    named = re.search(rf"\b{YEAR}\b", text)
    usual = year or (int(named["year"]) if named else 2010)
    edits: list[Edit] = []
    for form in FORMS:
        for m in form.finditer(text):
            if not any(e.start < m.end() and m.start() < e.end for e in edits) and (new := _moved(m, by, usual)):
                edits.append(Edit(m.start(), m.end(), new))
                edits += _second(text, m, new)
    for m in WEEKDAY.finditer(text):
        place = next(i for i, day in enumerate(WEEKDAYS) if day.lower().startswith(m["name"].lower()))
        edits.append(Edit(m.start(), m.end(), styled(WEEKDAYS[(place + by) % 7], m[0])))
    edits += [Edit(m.start(), m.end(), str(int(m[0]) + round(by / 365.25))) for m in BARE.finditer(text)]
    return edits


def _second(text: str, m: re.Match[str], new: str) -> list[Edit]:
    """The second day of "October 19-20", as far behind the first as it was."""
    span = SPAN.match(text, m.end())
    if span is None or "month" not in m.groupdict() or m.start("day") < m.start("month"):
        return []
    later = int(new.rsplit(" ", 1)[-1]) + int(span["day"]) - int(m["day"])
    return [Edit(span.start("day"), span.end("day"), str(later))] if 0 < later <= 31 else []


def _moved(m: re.Match[str], by: int, usual: int) -> str | None:
    """A date moved, in the form in which it was written."""
    part = {
        "day": None,
        "month": None,
        "year": None,
        "short": None,
        "mm": None,
        "th": None,
        "a": "",
        "b": "",
        **m.groupdict(),
    }
    year = int(part["year"] or (1900 + int(part["short"]) if part["short"] else usual))
    month = int(
        part["mm"] or next(i for i, name in enumerate(MONTHS, 1) if name[:3].lower() == str(part["month"])[:3].lower())
    )
    try:
        new = date(year, month, int(part["day"] or 15)) + timedelta(days=by)
    except ValueError:
        return None
    if part["mm"]:
        return f"{new.year}-{new.month:02}" + (f"-{new.day:02}" if part["day"] else "")
    written = _month(new.month, str(part["month"]))
    shown = "" if not part["b"] else f"{part['b']}{new.year if part['year'] else new.year % 100:02}"
    number = f"{new.day}{_th(new.day) if part['th'] else ''}"
    first, second = (number, written) if m.start("day") < m.start("month") else (written, number)
    return f"{first}{part['a']}{second}{shown}"


def _month(number: int, like: str) -> str:
    """A month as long as the one it stands for was written."""
    name = MONTHS[number - 1]
    if len(like.strip(".")) <= 4 and like.strip(".").lower() not in ("may", "june", "july"):
        name = name[:3] + ("." if like.endswith(".") and name != "May" else "")
    return styled(name, like)


def _th(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
