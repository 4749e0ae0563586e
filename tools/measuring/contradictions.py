"""Score what the program lists as differing against contradictions that were planted in invented reports.

The reports are TOML files (see `tests/golden/contradictions`): sets of reports, each a record of its own, and for each planted
contradiction its kind, its field and the words of both sides. `python -m tools.measuring.contradictions FOLDER` prints what
was missed.
"""

import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.engine.conclusions import Grounds
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.incident import Discrepancy
from firsthand.model.report import Refusal, Report
from firsthand.pipeline import conclude, extract_all
from firsthand.read import read_paths
from firsthand.resources.kit import Kit

READ_ON = date(2026, 6, 30)
Besides = tuple[str, str, str]
"""What was listed with no planted contradiction in it: set, kind, sentence."""


class Side(NamedTuple):
    """Words of one report; any of them says it, where it is said more than once."""

    report: str
    words: tuple[str, ...]


class Planted(NamedTuple):
    """Two sides that differ, and how."""

    kind: str
    field: str
    sides: tuple[Side, Side]


class Set(NamedTuple):
    """Reports that are read together, by name, and all in which they contradict one another: nothing in a control."""

    name: str
    reports: Mapping[str, str]
    planted: tuple[Planted, ...]


class Answer(NamedTuple):
    """What became of a planted contradiction: the kinds and sentences of what was listed with words of both sides."""

    set: str
    planted: Planted
    listed: tuple[tuple[str, str], ...]
    merged: bool

    @property
    def right(self) -> bool:
        """Tell whether it is listed under its kind."""
        return any(kind == self.planted.kind for kind, _ in self.listed)


class Scored(NamedTuple):
    """Answers to all that was planted, and what was listed besides: (set, kind, sentence)."""

    answers: tuple[Answer, ...]
    besides: tuple[Besides, ...]
    in_controls: tuple[Besides, ...]

    @property
    def listed(self) -> int:
        return sum(bool(answer.listed) for answer in self.answers)

    @property
    def right(self) -> int:
        return sum(answer.right for answer in self.answers)

    def lines(self) -> Iterator[str]:
        """What is not listed under its kind, what is listed besides, and the sums."""
        for a in self.answers:
            if not a.right:
                words = " / ".join(f"“{side.words[0]}”" for side in a.planted.sides)
                found = "; ".join(f"{kind}: {why}" for kind, why in a.listed) or (
                    "" if a.merged else "not one incident"
                )
                yield f"{a.planted.kind} ({a.planted.field}) {words} [{a.set}]: {found or 'not listed'}"
        yield from (f"BESIDES {kind} [{name}] {why}" for name, kind, why in self.besides)
        yield from (f"CONTROL {kind} [{name}] {why}" for name, kind, why in self.in_controls)
        every = len(self.answers)
        besides = f"{len(self.besides)} besides, {len(self.in_controls)} in controls"
        yield f"{self.listed} of {every} listed, {self.right} under their kind; {besides}"


def sets(folder: Path) -> list[Set]:
    """All sets of a folder. Errors: ValueError for a side whose words do not stand in its report."""
    found = []
    for path in sorted(folder.rglob("*.toml")):
        for raw in tomllib.loads(path.read_text(encoding="utf-8"))["set"]:
            planted = tuple(_planted(one) for one in raw.get("contradictions", ()))
            found.append(Set(raw["name"], {k: v.strip() + "\n" for k, v in raw["reports"].items()}, planted))
    for one in found:
        for report, words in ((s.report, w) for p in one.planted for s in p.sides for w in s.words):
            if not _places(one.reports[report], words):
                raise ValueError(f"{one.name}: “{words}” does not stand in report {report}")
    return found


def _planted(raw: Mapping[str, Any]) -> Planted:
    one, other = (Side(report, tuple(words)) for report, *words in raw["sides"])
    return Planted(raw["kind"], raw["field"], (one, other))


def score(every: Sequence[Set], kit: Kit) -> Scored:
    """Read, conclude and compare every set."""
    found = [_scored(one, record) for one, record in zip(every, records(every, kit), strict=True)]
    return Scored(
        tuple(a for answers, _ in found for a in answers),
        tuple(b for one, (_, rest) in zip(every, found, strict=True) if one.planted for b in rest),
        tuple(b for one, (_, rest) in zip(every, found, strict=True) if not one.planted for b in rest),
    )


def records(every: Sequence[Set], kit: Kit) -> Iterator[Folded]:
    """The record of each set, concluded by itself. Reports are read from files, as a user's are."""
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(every):
            home = Path(folder) / f"{number:03}"
            home.mkdir()
            for name, text in one.reports.items():
                (home / f"{name}.txt").write_text(text, encoding="utf-8")
        read = [found for found in read_paths([Path(folder)], read_on=READ_ON) if not isinstance(found, Refusal)]
    reports = [report for report, _ in read]
    said = {found.report: found for found in extract_all(reports, kit)}
    for number in range(len(every)):
        yield _concluded([r for r in reports if r.names[0].startswith(f"{number:03}/")], said)


def _concluded(reports: Iterable[Report], said: Mapping[str, Extraction]) -> Folded:
    grounds, mine = Grounds.open(), list(reports)
    return conclude(
        mine, {r.id: said[r.id] for r in mine}, (), (),
        kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model="planted",
    )  # fmt: skip


def _scored(one: Set, record: Folded) -> tuple[list[Answer], list[Besides]]:
    """The answers of one set, and what was listed with no planted contradiction in it."""
    names = {entry.id: Path(entry.name).stem for entry in record.reports}
    claims = {stated.id: stated.claim for stated in record.claims}
    every = [d for incident in record.incidents for d in incident.discrepancies]
    merged = any(len({names[t.report] for t in incident.tellings}) == len(one.reports) for incident in record.incidents)

    def has(found: Discrepancy, planted: Planted) -> bool:
        spans = [
            (names[claims[c].report], span)
            for c in found.claims
            for span in (claims[c].span, claims[c].voice.span)
            if span is not None
        ]
        return all(
            any(
                report == side.report and span.start < end and start < span.end
                for report, span in spans
                for words in side.words
                for start, end in _told(one.reports[report], words, planted.kind)
            )
            for side in planted.sides
        )

    answers = [
        Answer(one.name, planted, tuple((d.kind, d.why) for d in every if has(d, planted)), merged)
        for planted in one.planted
    ]
    rest: list[Besides] = [
        (one.name, d.kind, d.why) for d in every if not any(has(d, planted) for planted in one.planted)
    ]
    return answers, rest


def _told(text: str, words: str, kind: str) -> Iterator[tuple[int, int]]:
    """Where the words of a side stand; of a denial the whole sentences, as any word of them may be what is denied."""
    for start, end in _places(text, words):
        if kind == "denial":
            before = [m.end() for m in re.finditer(r"(?<!\b[A-Z])[.!?\n][”\"’]?\s+(?=[A-Z“\"])", text[:start])]
            after = re.search(r"(?<!\b[A-Z])[.!?\n][”\"’]?\s", text[end:])
            yield before[-1] if before else 0, end + after.start() if after else len(text)
        else:
            yield start, end


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand, whole words only."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


if __name__ == "__main__":
    for line in score(sets(Path(sys.argv[1])), Kit.open()).lines():
        print(line)
