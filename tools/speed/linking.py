"""How long linking takes over many tellings: made-up incidents with near twins, told by one to eight reports each.

.venv/bin/python tools/speed/linking.py 10000 30000 100000
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # a script sees only its own folder

from firsthand.link import link
from firsthand.model.base import digest
from firsthand.model.claim import Claim, Mention, mention_id
from firsthand.model.extraction import Extraction, Passage
from firsthand.model.lineage import Traced
from firsthand.model.place import Place
from firsthand.model.span import Span
from firsthand.model.timeref import TimeRef
from firsthand.model.value import Count, Day, Party, Value, Where
from firsthand.model.voice import OUTLET
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

KINDS = ("air strike", "ambush", "attack", "shelling", "roadside bomb", "ground raid", "armed clash", "killing")
FIRST = date(2015, 1, 1)
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


def timed(tellings: int) -> str:
    """Link so many tellings, as a row of a table: seconds, memory, and how well pairs were found."""
    said, dated, truth = generated(tellings)
    kinds, weights = Kinds.open(), Weights.open()
    start = time.process_time()
    groups = link(said, dated, Traced(), kinds, weights)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    precise = sum(len({truth[t.report] for t in group.tellings}) == 1 for group in groups) / len(groups)
    return f"| {tellings} | {len(set(truth.values()))} | {len(groups)} | {precise:.3f} | {seconds:.1f} | {memory} |"


def main() -> int:
    """Print a table, a row for each number of tellings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=int, nargs="+")
    print("| tellings | incidents | found | of one incident | s | MB |\n| ---: | ---: | ---: | ---: | ---: | ---: |")
    for number in parser.parse_args().tellings:
        print(timed(number), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
