"""Score a record of invented reports against what a coder would put on record: groups, twins, dates, places, counts, actors.

The reports are one TOML file (`[name]` with `text`, `main`, `background`), the answers another (`[incident]` with
`kinds`, `date`, `places`, `country`, `actors`, `killed`, `wounded`; `twins`: pairs that must not be one).
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tools.samples_match import fold

Json = dict[str, Any]
Clusters = Mapping[str, frozenset[str]]


class Told(NamedTuple):
    """Reports and answers."""

    reports: Json
    incidents: Json
    twins: list[list[str]]

    @classmethod
    def open(cls, folder: Path) -> "Told":
        incidents = tomllib.loads((folder / "incidents.toml").read_text(encoding="utf-8"))
        twins = incidents.pop("twins")
        return cls(tomllib.loads((folder / "reports.toml").read_text(encoding="utf-8")), incidents, twins)

    def written(self, folder: Path) -> Path:
        """The texts as files of a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, report in self.reports.items():
            (folder / f"{name}.txt").write_text(report["text"].strip() + "\n", encoding="utf-8")
        return folder

    def main(self) -> Clusters:
        return {name: frozenset(r["main"]) for name, r in self.reports.items() if r["main"]}


class Score(NamedTuple):
    """Shares from 0 to 1. `facts`: what was asked of the found incidents and whether it holds."""

    b_cubed: float
    precision: float
    recall: float
    merged: list[list[str]]
    apart: float
    false: list[str]
    facts: list[tuple[str, bool]]

    def held(self, field: str = "") -> float:
        """Share of the facts of a field that hold; of all of them where no field is named."""
        asked = [ok for what, ok in self.facts if field in what]
        return sum(asked) / len(asked) if asked else 1.0


def score(record: Json, told: Told) -> Score:
    """A record of the reports against the answers."""
    main = told.main()
    groups = {i["id"]: _reports(i, "main") for i in record["incidents"] if i.get("role") == "main"}
    for name, rows in groups.items():  # a report that recalls what others tell as news does no harm there
        groups[name] = frozenset(r for r in rows if not _only_recalls(r, rows, told)) or rows
    found = {r: frozenset(g for g, rows in groups.items() if r in rows) for r in main}
    precision, recall = b_cubed({r: c for r, c in found.items() if c}, main)
    members = {i: frozenset(r for r, mine in main.items() if i in mine) for i in told.incidents}
    matched = dict(_matched(groups, members))
    by_id = {i["id"]: i for i in record["incidents"]}
    merged = [
        [a, b] for a, b in told.twins
        if any(rows & (members[a] - members[b]) and rows & (members[b] - members[a]) for rows in groups.values())
    ]  # fmt: skip
    both = sum(a in matched and b in matched for a, b in told.twins) / len(told.twins)
    silent = {name for name, r in told.reports.items() if not r["main"]}
    facts = [f for i, want in told.incidents.items() for f in _facts(i, want, by_id.get(matched.get(i, "")))]
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(mean, precision, recall, merged, both, sorted(silent & frozenset().union(*groups.values())), facts)


def b_cubed(found: Clusters, gold: Clusters) -> tuple[float, float]:
    """Extended B-cubed precision and recall (Amigó et al. 2009) over reports that may tell several incidents."""
    shares: list[float] = []
    kept: list[float] = []
    none: frozenset[str] = frozenset()
    for a in gold:
        said = [(len(found.get(a, none) & found.get(b, none)), len(gold[a] & gold[b])) for b in gold]
        shares += [_mean(min(p, g) / p for p, g in said if p)] if found.get(a) else []
        kept.append(_mean(min(p, g) / g for p, g in said if g))
    return _mean(shares), _mean(kept)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _reports(incident: Json, role: str) -> frozenset[str]:
    return frozenset(Path(r["name"]).stem for r in incident["reports"] if r["role"] == role)


def _only_recalls(report: str, rows: frozenset[str], told: Told) -> bool:
    others = frozenset().union(*(told.reports[r]["main"] for r in rows if r != report))
    mine = told.reports[report]
    return bool(others & set(mine.get("background", ()))) and not others & set(mine["main"])


def _matched(groups: Mapping[str, frozenset[str]], members: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Incident and group that holds more than half of its reports, one to one, the likest first."""
    pairs = sorted(
        (-len(rows & mine) / len(rows | mine), incident, group)
        for incident, mine in members.items() for group, rows in groups.items() if 2 * len(rows & mine) > len(mine)
    )  # fmt: skip
    used: set[str] = set()
    for _, incident, group in pairs:
        if not {incident, group} & used:
            used |= {incident, group}
            yield incident, group


def _facts(name: str, want: Json, got: Json | None) -> Iterator[tuple[str, bool]]:
    yield f"{name}: found", got is not None
    got = got or {"kind": "", "date": {}, "places": []}
    yield f"{name}: kind", got["kind"] in want["kinds"]
    date = got["date"]
    yield (
        f"{name}: date",
        [date.get("earliest"), date.get("latest")] == want["date"]
        or (date.get("earliest") == date.get("latest") and date.get("latest") in want["date"]),
    )
    places = [fold(n) for p in got["places"] for n in (p["name"], *p["as_written"])]
    yield f"{name}: place", any(fold(w) in p for w in want["places"] for p in places)
    yield f"{name}: country", any(p["country"] == want["country"] for p in got["places"])
    if want["actors"]:
        actors = [fold(a["name"]) for a in got.get("actors") or []]
        yield f"{name}: actor", any(fold(w) in a for w in want["actors"] for a in actors)
    for field in ("killed", "wounded"):
        said = {n for r in got.get(field) or [] for n in (r["number"], r["low"]) if n is not None}
        for number in want[field][: want.get(f"{field}_needed", 2)]:
            yield f"{name}: {field} {number}", number in said
        yield f"{name}: no strange {field}", said <= {n + more for n in (*want[field], 0) for more in (0, 1)}
