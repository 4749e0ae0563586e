"""How long linking takes over many tellings: made-up incidents with near twins, told by one to eight reports each.

Seconds are of the processor, for one process. Each row is measured in a process of its own.

  tools/speed/linking.py                                      10,000 and 30,000 tellings (a minute)
  tools/speed/linking.py 10000 30000 100000 300000 --write    write docs/reference/linking-speed.md (ten minutes)
"""

import argparse
import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

import firsthand.link  # noqa: E402
from firsthand.model.base import digest  # noqa: E402
from firsthand.model.claim import Claim, Mention, mention_id  # noqa: E402
from firsthand.model.extraction import Extraction, Passage  # noqa: E402
from firsthand.model.lineage import Traced  # noqa: E402
from firsthand.model.place import Place  # noqa: E402
from firsthand.model.span import Span  # noqa: E402
from firsthand.model.timeref import TimeRef  # noqa: E402
from firsthand.model.value import Count, Day, Party, Value, Where  # noqa: E402
from firsthand.model.voice import OUTLET  # noqa: E402
from firsthand.model.when import TimeSpan  # noqa: E402
from firsthand.resources.kinds import Kinds  # noqa: E402
from firsthand.resources.weights import Weights  # noqa: E402

KINDS = ("air strike", "ambush", "attack", "shelling", "roadside bomb", "ground raid", "armed clash", "killing")
FIRST = date(2015, 1, 1)
LIMIT_S, LIMIT_MB = 180, 3000
"""Linking of 100,000 tellings."""
PAGE = ROOT / "docs/reference/linking-speed.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
TWIN = 0.2
"""Share of incidents that repeat the last one in its town: same kind, same parties, two to nine days later."""


class Incident(NamedTuple):
    """What happened, as every report of it has it."""

    kind: str
    town: Place
    actor: str
    target: str
    on: date
    killed: int
    words: tuple[str, ...]


def incidents(draw: random.Random, tellings: int) -> Iterator[Incident]:
    """Incidents without end, spread over as many days, towns and parties as so many tellings would come from."""
    towns = [_town(n, draw) for n in range(max(50, tellings // 40))]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(towns))))
    parties = [f"Party {n}" for n in range(200 + tellings // 200)]
    often = list(accumulate(1 / (rank + 3) for rank in range(len(parties))))
    words = [f"word{n}" for n in range(20_000)]
    common = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    days = max(200, tellings // 20)
    last: dict[str, Incident] = {}
    while True:
        (town,) = draw.choices(towns, cum_weights=weights)
        told = tuple(draw.choices(words, cum_weights=common, k=14))
        twin = last.get(town.name)
        if twin is not None and draw.random() < TWIN:
            made = twin._replace(
                on=twin.on + timedelta(days=draw.randint(2, 9)), killed=draw.randint(0, 12), words=told
            )
        else:
            actor, target = draw.choices(parties, cum_weights=often, k=2)
            on = FIRST + timedelta(days=draw.randrange(days))
            made = Incident(draw.choice(KINDS), town, actor, target, on, int(draw.expovariate(0.2)), told)
        last[town.name] = made
        yield made


def _town(number: int, draw: random.Random) -> Place:
    country, province = f"C{number % 7}", f"Province {number % 60}"
    return Place(
        name=f"Town {number}", lat=round(draw.uniform(-30, 40), 3), lon=round(draw.uniform(-15, 50), 3), radius_km=4,
        admin1=province, country=country, geonames_id=number + 1, within=(province, country),
    )  # fmt: skip


def told(incident: Incident, number: int, draw: random.Random) -> tuple[Extraction, TimeSpan]:
    """One report of an incident: it leaves things out, and tells it in words of which half are its own."""
    report = digest("rpt", str(number))
    appeared = incident.on + timedelta(days=draw.choice((0, 0, 1, 1, 2, 5)))
    values: list[tuple[str, Value, float]] = [
        ("date", Day(expression="then", ref=TimeRef(op="day", args=(incident.on.year, incident.on.month, incident.on.day))), 0.7),
        ("place", Where(text=incident.town.name, place=incident.town), 0.9),
        ("actor", _party(incident.actor), 0.6),
        ("target", _party(incident.target), 0.6),
        ("killed", Count(number=incident.killed, low=incident.killed, high=incident.killed, bound="exact", wording="some"), 0.7),
    ]  # fmt: skip
    trigger = Span(start=0, end=3, quote="now")
    mention = mention_id(report, trigger)
    claims = tuple(
        Claim(report=report, mention=mention, field=field, value=value, span=trigger, voice=OUTLET, by="speed.made")  # type: ignore[arg-type]
        for field, value, often in values
        if draw.random() < often
    )
    words = {w for w in incident.words if draw.random() < 0.5} | {f"word{draw.randrange(20_000)}" for _ in range(7)}
    made = Mention(
        report=report, event=digest("evt", mention), kind=incident.kind, trigger=trigger, status="occurred", role="main",
        sentence=0, claims=claims, by="speed.made",
    )  # fmt: skip
    passage = Passage(start=0, end=200, section="body", role="main", lemmas=tuple(sorted(words)))
    known = TimeSpan(edtf=appeared.isoformat(), earliest=appeared, latest=appeared, basis="stated", why=("made up",))
    return Extraction(report=report, mentions=(made,), passages=(passage,)), known


def _party(name: str) -> Party:
    return Party(text=name, entity=name, type="named", sort="group")


def generated(
    tellings: int, seed: int = 1
) -> tuple[Mapping[str, Extraction], Mapping[str, TimeSpan], Mapping[str, int]]:
    """Extractions, days of reports and the number of the true incident, by report."""
    draw = random.Random(seed)  # noqa: S311 - tellings to time, no secret
    said: dict[str, Extraction] = {}
    dated: dict[str, TimeSpan] = {}
    truth: dict[str, int] = {}
    for number, incident in enumerate(incidents(draw, tellings)):
        for _ in range(min(8, 1 + int(draw.expovariate(0.6)), tellings - len(said))):
            extraction, appeared = told(incident, len(said), draw)
            said[extraction.report], dated[extraction.report], truth[extraction.report] = extraction, appeared, number
        if len(said) == tellings:
            return said, dated, truth
    raise AssertionError("incidents have no end")


class Part:
    """A part of linking that tells how long it took, and what it found last."""

    def __init__(self, name: str) -> None:
        self._run: Callable[..., Any] = getattr(firsthand.link, name)
        self.took = 0.0
        self.found: Any = None

    def __call__(self, *given: object, **named: object) -> object:
        begin = time.process_time()
        self.found = self._run(*given, **named)
        self.took += time.process_time() - begin
        return self.found


@dataclass(frozen=True, kw_only=True)
class Row:
    """Seconds for each part over `tellings`, MB of the process at its largest, pairs that were looked at, and what was found.

    `pure`: share of groups with tellings of one incident alone.
    """

    tellings: int
    incidents: int
    groups: int
    pure: float
    ready: float
    candidates: float
    joined: float
    clock: float
    mb: int
    pairs: int

    @property
    def seconds(self) -> float:
        """Seconds of all parts."""
        return self.ready + self.candidates + self.joined


def measured(tellings: int) -> Row:
    """Link so many tellings."""
    said, dated, truth = generated(tellings)
    kinds, weights = Kinds.open(), Weights.open()
    parts = {name: Part(name) for name in ("accounts", "scales", "candidates")}
    named: dict[str, Any] = {**parts}
    with patch.multiple(firsthand.link, **named):
        clock, begin = time.perf_counter(), time.process_time()
        groups = firsthand.link.link(said, dated, Traced(), kinds, weights)
        took, clock = time.process_time() - begin, time.perf_counter() - clock
    ready, candidates = parts["accounts"].took + parts["scales"].took, parts["candidates"].took
    pure = sum(len({truth[t.report] for t in group.tellings}) == 1 for group in groups) / len(groups)
    return Row(
        tellings=tellings, incidents=len(set(truth.values())), groups=len(groups), pure=pure, ready=ready,
        candidates=candidates, joined=took - ready - candidates, clock=clock,
        mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024),
        pairs=len(parts["candidates"].found),
    )  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """The rows, in Markdown."""
    heads = (
        "tellings", "made ready, s", "candidates, s", "compared and joined, s", "all, s", "clock, s", "MB", "pairs a telling",
        "incidents", "found", "of one incident alone",
    )  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "| ---: " * len(heads) + "|"]
    for x in rows:
        times = " | ".join(f"{t:.1f}" for t in (x.ready, x.candidates, x.joined, x.seconds, x.clock))
        found = f"{x.incidents:,} | {x.groups:,} | {100 * x.pure:.1f} %"
        lines.append(f"| {x.tellings:,} | {times} | {x.mb:,} | {x.pairs / x.tellings:.1f} | {found} |")
    return "\n".join(lines)


def write(body: str, busy: float) -> None:
    """Put the table into the page. `busy`: processes that waited for a core, on average."""
    when, where = datetime.now(UTC).date().isoformat(), f"{os.cpu_count()} cores, Python {platform.python_version()}"
    note = f", which {busy:.0f} other processes shared" if busy >= 1 else ""
    section = f"{BEGIN}\n\nMeasured on {when} ({where}{note}). Give or take 30 %.\n\n{body}\n\n{END}"
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: section, text, flags=re.DOTALL), encoding="utf-8")


def apart(tellings: int) -> Row:
    """Measure in a process of its own, so that its memory is its own."""
    command = [sys.executable, str(Path(__file__).resolve()), str(tellings), "--row"]
    return Row(**json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> int:
    """Exit status: 0 measured, 1 over a limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=int, nargs="*", default=[10_000, 30_000], help="how many tellings")
    parser.add_argument("--write", action="store_true", help="write the page")
    parser.add_argument("--row", action="store_true", help="print the measurement of the first number as JSON")
    args = parser.parse_args()
    if args.row:
        print(json.dumps(asdict(measured(args.tellings[0]))))
        return 0
    rows = [apart(number) for number in args.tellings]
    print(table(rows))
    if args.write:
        write(table(rows), os.getloadavg()[2] - 1)
    return int(any(x.tellings <= 100_000 and (x.seconds > LIMIT_S or x.mb > LIMIT_MB) for x in rows))


if __name__ == "__main__":
    sys.exit(main())
