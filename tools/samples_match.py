"""Which incident of a record tells which expected incident of the samples, and how names and days are compared.

The other half of `tools/samples_score.py`, which see.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

Json = Mapping[str, Any]

# A midnight event straddles two days, so an answer may be one day wider at either end.
SLACK_DAYS = 1
# An interval this wide binds nothing: whoever gives it has not dated the report.
WIDE_DAYS = 60


def fold(text: object) -> str:
    """Lower case without accents, letters and digits only, single spaces."""
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


def names(found: Iterable[str], wanted: str | Sequence[str]) -> bool:
    """Whether one of `found` holds an accepted answer as whole words."""
    accepted = [wanted] if isinstance(wanted, str) else wanted
    texts = [f" {fold(f)} " for f in found]
    return any(f" {fold(a)} " in text for a in accepted for text in texts)


def width(interval: Json) -> int | None:
    """Days between the two ends, None where an end is open."""
    ends = interval.get("earliest"), interval.get("latest")
    return (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days if ends[0] and ends[1] else None


def meets(interval: Json, start: str, end: str, slack: int = SLACK_DAYS) -> bool:
    """Whether the interval shares a day with start/end and is at most `slack` days wider at either end."""
    if width(interval) is None:
        return False
    first, last = date.fromisoformat(interval["earliest"]), date.fromisoformat(interval["latest"])
    a, b = date.fromisoformat(start), date.fromisoformat(end)
    return first <= b and last >= a and (a - first).days <= slack and (last - b).days <= slack


def undated(interval: Json) -> bool:
    """Whether nothing narrower than a season is said."""
    days = width(interval)
    return days is None or days >= WIDE_DAYS


class Names:
    """Names of reports as samples/expected.json writes them: no folder, and `#1`, `#2` for the lines of a file."""

    def __init__(self, record: Json) -> None:
        every = {r["name"] for r in record.get("reports", [])}
        lines = sorted(filter(None, map(self._line, every)))
        groups = itertools.groupby(lines, key=lambda line: line[0])
        self._rank = {line: rank for _, group in groups for rank, line in enumerate(group, 1)}

    @staticmethod
    def _line(name: str) -> tuple[str, int] | None:
        found = re.search(r"([^/]{1,200}\.jsonl)\D{0,12}(\d{1,9})\D?$", name)
        return (found[1], int(found[2])) if found else None

    def __call__(self, name: str) -> str:
        line = self._line(name)
        return f"{line[0]}#{self._rank.get(line, line[1])}" if line else name.rsplit("/", 1)[-1]

    def told(self, incident: Json, role: str | None = None) -> set[str]:
        """The reports that tell the incident, in this role or in any."""
        return {self(r["name"]) for r in incident.get("reports", []) if role in (None, r.get("role", "main"))}


def listed(incident: Json, *fields: str) -> list[str]:
    """Names of the participants or weapons in these fields."""
    return [n["name"] for f in fields for n in incident.get(f) or []]


def place_names(incident: Json) -> list[str]:
    """Every name of its places, ours and as written."""
    return [n for p in incident.get("places") or [] for n in (p.get("name"), *p.get("as_written", [])) if n]


def likeness(incident: Json, want: Json, names_of: Names) -> int:
    """How well the incident tells `want`: 0 unless a main report and two of kind, day, place and party agree."""
    shared = len(names_of.told(incident, "main") & set(want["reports_main"]))
    date_agrees = bool(want["date"]) and meets(incident.get("date") or {}, *want["date"].split("/"))
    parties = [*want["actors"], *want["targets"], *want["victims"]]
    agree = [
        fold(incident["kind"]) in map(fold, want["kinds_accepted"]),
        date_agrees,
        names(place_names(incident), want["places"]),
        any(names(listed(incident, "actors", "targets", "victims"), p) for p in parties),
    ]
    return 10 * sum(agree) + shared if shared and sum(agree) >= 2 else 0


def match(record: Json, expected: Json, names_of: Names) -> dict[str, Json]:
    """Pair expected and recorded incidents, best likeness first, each at most once."""
    incidents = record.get("incidents", [])
    scored = [
        (-likeness(inc, want, names_of), want["id"], inc["id"], inc)
        for want in expected["incidents"]
        for inc in incidents
    ]
    found: dict[str, Json] = {}
    used: set[str] = set()
    for score, want_id, inc_id, incident in sorted(scored, key=lambda row: row[:3]):
        if score and want_id not in found and inc_id not in used:
            found[want_id] = incident
            used.add(inc_id)
    return found
