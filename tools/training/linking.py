"""Learn the weights of linking: pairs of first news whose incidents are known, folds by incident, and how linking does."""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from firsthand import api
from firsthand.engine.view import RecordView
from firsthand.link import link
from firsthand.link.learning import Example, Factors, example, fitted, ratios, weights_of
from firsthand.link.taught import first_news
from firsthand.model.incident import Group
from firsthand.model.match import LinkWeights
from firsthand.pipeline import Compared, compared
from firsthand.record.naming import with_unique_names
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tools.measuring.corpus import Corpus

FOLDS = 5
HELD = 30.0
"""How strongly each factor is held to 1: chosen between 3 and 300 by what it does out of fold, see ADR 15."""
READ_ON = date(2026, 11, 22)


def fold_of(incident: str) -> int:
    """The fold of an incident, by the digest of its number: nobody's choice."""
    return int(hashlib.sha256(incident.encode()).hexdigest()[:8], 16) % FOLDS


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A pair of first news with the incidents of both reports."""

    left: str
    right: str
    example: Example


@dataclass(frozen=True, kw_only=True)
class BCubed:
    """B-cubed over reports; one without a main incident counts as 0, as in the measuring scripts."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, kw_only=True)
class Whole:
    """What `cases` says of a record that is made with some weights."""

    f1: float
    twins: float
    apart: float
    false: int


@dataclass(frozen=True, kw_only=True)
class Taught:
    """The weights, what taught them, and how linking does: as set by hand, with all that was learnt, and out of fold."""

    weights: LinkWeights
    pairs: int
    same: int
    reports: int
    incidents: int
    by_hand: BCubed
    in_fold: BCubed
    out_of_fold: BCubed
    whole_by_hand: Whole
    whole: Whole
    moved: tuple[tuple[str, int, int], ...]


class Set:
    """The reports of `gva` as they are linked. `incident`: by report id, where it is known."""

    def __init__(self, corpus: Corpus, records: Path) -> None:
        record = built(corpus, "gva", records)
        rows = (corpus.folder / "data/gva/dev.jsonl").read_text(encoding="utf-8").splitlines()
        known = {row["id"]: str(row["incident"]) for row in map(json.loads, rows)}
        with RecordView(record) as view:
            reports, said, _ = view.ground()
        self.kinds = Kinds.open()
        named = with_unique_names(reports)
        # Dating asks linking, so it is done with the weights to which the others are held.
        self.found: Compared = compared(named, said, (), kinds=self.kinds, weights=Weights.by_hand())
        stems = {r.id: [Path(n).stem for n in (r.name, *r.names)] for r in named}
        self.incident = {key: known[n] for key, names in stems.items() for n in names if n in known}

    def pairs(self) -> list[Pair]:
        """Pairs of first news whose incidents are known."""
        f, g = self.found, self.incident
        met = first_news(f.said, f.dated, f.traced, self.kinds, Weights.by_hand())
        return [
            Pair(left=g[m.left], right=g[m.right], example=example(m.compared, float(g[m.left] == g[m.right])))
            for m in met
            if m.left in g and m.right in g
        ]

    def linked(self, weights: Weights) -> tuple[Group, ...]:
        """The groups that some weights make."""
        return link(self.found.said, self.found.dated, self.found.traced, self.kinds, weights)

    def scored(self, groups: Sequence[Group], fold: int | None = None) -> dict[str, tuple[float, float]]:
        """B-cubed precision and recall of each report, or of those of one fold."""
        home: dict[str, tuple[int, str]] = {}
        for group in groups:
            main = {t.report for t in group.tellings if t.role == "main"}
            for report in main & self.incident.keys():
                home[report] = max(home.get(report, (0, "")), (len(main), group.id))
        ours, theirs = Counter(home.values()), Counter(self.incident.values())
        both = Counter((where, self.incident[report]) for report, where in home.items())
        return {
            report: (both[home[report], told] / ours[home[report]], both[home[report], told] / theirs[told])
            if report in home
            else (0.0, 0.0)
            for report, told in sorted(self.incident.items())
            if fold is None or fold_of(told) == fold
        }


def mean(scored: Mapping[str, tuple[float, float]]) -> BCubed:
    """B-cubed of the set from that of each report."""
    return BCubed(
        precision=sum(p for p, _ in scored.values()) / len(scored),
        recall=sum(r for _, r in scored.values()) / len(scored),
    )


def built(corpus: Corpus, name: str, records: Path) -> Path:
    """The record of a set, made where it is not there yet."""
    record = records / f"{name}.db"
    if record.exists():
        return record
    records.mkdir(parents=True, exist_ok=True)
    texts = corpus.folder / "data/cases/texts"
    if name != "cases":
        texts = records / name
        asked = [sys.executable, "-B", str(corpus.bench / "run.py"), name, "--texts", str(texts)]
        subprocess.run(asked, check=True, capture_output=True)
    api.build([texts], record, read_on=READ_ON)
    return record


def complete(weights: LinkWeights) -> LinkWeights:
    """The same with every weight named, those set by hand where nothing was learnt."""
    file = Weights.by_hand().changed(weights).limits
    return LinkWeights(
        prior=file.prior, weights=tuple(sorted(file.weights.items())), curves=tuple(sorted(file.curves.items()))
    )


def whole(corpus: Corpus, records: Path, weights: LinkWeights) -> Whole:
    """What `cases` says of its record with these weights, used as a user would use them."""
    from firsthand.resources.link_weights import written_weights

    file, copy = records / "weights.toml", records / "cases-weighed.db"
    file.write_text(written_weights(complete(weights), ()), encoding="utf-8")
    copy.write_bytes(built(corpus, "cases", records).read_bytes())
    api.decide_weights(copy, file, by="train_link", why="to measure them")
    export = records / "cases.json"
    export.write_bytes(api.export(copy))
    copy.unlink()
    asked = [sys.executable, "-B", str(corpus.bench / "cases.py"), str(export), "--json"]
    score = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    near = score["near_pairs"]
    return Whole(
        f1=score["clustering"]["b3_f1"], twins=near["not_merged"], apart=near["both_found_apart"],
        false=score["distractors"]["false_incidents"],
    )  # fmt: skip


Learner = Callable[[Sequence[Example]], Factors]


def start() -> Factors:
    """The weights as set by hand."""
    return Factors(Weights.by_hand().limits.prior / 1000, {})


def held(examples: Sequence[Example]) -> Factors:
    """The way that is used."""
    return fitted(examples, start(), HELD)


def out_of_fold(gva: Set, pairs: Sequence[Pair], learner: Learner) -> BCubed:
    """Each fold of incidents linked with what the pairs without them taught."""
    hand, every = Weights.by_hand(), dict[str, tuple[float, float]]()
    for fold in range(FOLDS):
        kept = [p.example for p in pairs if fold not in (fold_of(p.left), fold_of(p.right))]
        every |= gva.scored(gva.linked(hand.changed(weights_of(learner(kept), hand))), fold)
    return mean(every)


def learn(corpus: Corpus, records: Path) -> Taught:
    """Learn from `gva`, measure on it out of fold, and on `cases`, which taught nothing."""
    gva, hand = Set(corpus, records), Weights.by_hand()
    pairs = gva.pairs()
    weights = weights_of(held([p.example for p in pairs]), hand)
    nothing = weights_of(start(), hand)
    return Taught(
        weights=weights, pairs=len(pairs), same=sum(p.example.same > 0.5 for p in pairs),
        reports=len(gva.incident), incidents=len(set(gva.incident.values())),
        by_hand=mean(gva.scored(gva.linked(hand))), in_fold=mean(gva.scored(gva.linked(hand.changed(weights)))),
        out_of_fold=out_of_fold(gva, pairs, held),
        whole_by_hand=whole(corpus, records, nothing), whole=whole(corpus, records, weights), moved=tuple(moved(weights, hand)),
    )  # fmt: skip


def moved(weights: LinkWeights, hand: Weights) -> Iterable[tuple[str, int, int]]:
    """Every weight that came out other than it was set, with both values."""
    yield "prior", hand.limits.prior, weights.prior
    yield from ((name, hand[name], value) for name, value in weights.weights)
    for name, curve in weights.curves:
        yield from (
            (f"{name} at {at}", hand.curve(name, at), value) for at, value in curve if hand.curve(name, at) != value
        )


def compare(corpus: Corpus, records: Path) -> None:
    """Print the rows of a table: ways of learning, each measured as the one that is used."""
    gva, hand = Set(corpus, records), Weights.by_hand()
    pairs = gva.pairs()
    print(
        "| way | gva: B-cubed F1, out of fold | cases: B-cubed F1 | near twins | \n| --- | ---: | ---: | ---: |",
        flush=True,
    )
    ways: dict[str, Learner] = {"by hand": lambda _: start()}
    ways |= {f"all together, held {n:g}": lambda e, n=n: fitted(e, start(), n) for n in (1.0, 3.0, 10.0, 30.0, 100.0)}  # type: ignore[misc]
    ways |= {
        f"each by itself, {share:.0%}": lambda e, share=share: _part(ratios(e, e, 5.0), share)  # type: ignore[misc]
        for share in (1.0, 0.5, 0.25)
    }
    for name, learner in ways.items():
        found = out_of_fold(gva, pairs, learner)
        seen = whole(corpus, records, weights_of(learner([p.example for p in pairs]), hand))
        print(f"| {name} | {100 * found.f1:.2f} | {100 * seen.f1:.2f} | {seen.twins:.3f} |", flush=True)


def _part(by: Mapping[str, float], share: float) -> Factors:
    return Factors(start().prior, {name: 1 + share * (value - 1) for name, value in by.items()})
