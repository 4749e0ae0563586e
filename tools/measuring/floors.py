"""The floors: what was reached once and may not be lost.

A floor rises with `--update`. It is lowered only with a permission and a reason, and the reason stays in the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT = "firsthand-floors/1"
WHY_NOISE = (
    "The program is deterministic; the bound is there because other processors and builds of numpy round the parser's "
    "floating-point sums differently, so that a tag on the edge may fall the other way."
)


class RefusedError(Exception):
    """The floors may not be changed that way."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one set scored. `values`: points of 100 by measure; `noise`: bound by measure.

    `first`: how many reports were taken (None: all). `corpus` and `bench`: digests of its texts and of the scripts.
    """

    name: str
    first: int | None
    corpus: str
    bench: str
    values: Mapping[str, float]
    noise: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measure beside its floor. verdict: new, held, gain, loss, gone or changed (its corpus is another one)."""

    set_name: str
    measure: str
    floor: float | None
    now: float | None
    noise: float
    verdict: str

    @property
    def change(self) -> float | None:
        """Points gained (+) or lost (-) against the floor."""
        return None if self.floor is None or self.now is None else round(self.now - self.floor, 2)


@dataclass
class Floors:
    """The pinned floors by part (quick, full) and set, and the history of every lowering."""

    parts: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    history: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Floors":
        """The floors of a file; none where there is no file."""
        if not path.exists():
            return cls()
        said = json.loads(path.read_text(encoding="utf-8"))
        if said.get("format") != FORMAT:
            raise RefusedError(f"{path} is no {FORMAT} file")
        return cls(parts=said["parts"], history=said["history"])

    def write(self, path: Path) -> None:
        """Write the file, sorted, so that a change shows as a small difference."""
        said = {"format": FORMAT, "why_noise": WHY_NOISE, "parts": self.parts, "history": self.history}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(said, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")

    def pinned(self, part: str, name: str) -> dict[str, Any] | None:
        """What is pinned of a set: first, corpus, bench, measures."""
        return self.parts.get(part, {}).get(name)

    def what_changed(self, part: str, result: Result) -> list[str]:
        """Why figures of this run cannot be held against the pin: texts, scripts or size are others."""
        pin = self.pinned(part, result.name)
        if pin is None:
            return []
        said = {"texts": "corpus", "measuring scripts": "bench", "number of reports": "first"}
        return [what for what, key in said.items() if pin[key] != getattr(result, key)]

    def compare(self, part: str, results: Iterable[Result]) -> list[Row]:
        """Every measure of the results beside its floor."""
        return [row for result in results for row in self._compare_set(part, result)]

    def _compare_set(self, part: str, result: Result) -> list[Row]:
        pin = self.pinned(part, result.name)
        pinned: dict[str, float] = pin["measures"] if pin else {}
        changed = bool(self.what_changed(part, result))
        rows = []
        for measure in [*result.values, *(name for name in pinned if name not in result.values)]:
            floor, now, noise = pinned.get(measure), result.values.get(measure), result.noise.get(measure, 0.0)
            verdict = "changed" if changed else judge(floor, now, noise)
            rows.append(Row(set_name=result.name, measure=measure, floor=floor, now=now, noise=noise, verdict=verdict))
        return rows

    def update(self, part: str, results: Iterable[Result], *, lower: bool, repin: bool, reason: str) -> list[str]:
        """Pin the results: raise floors, add new ones; lower only with `lower`, a changed corpus only with `repin`.

        Returns a line for each change. Raises RefusedError and changes nothing when a permission or the reason lacks.
        """
        results = list(results)
        if (lower or repin) and len(reason.split()) < 3:
            raise RefusedError("say why, in a sentence: --reason TEXT")
        self._refuse(part, results, lower=lower, repin=repin)
        return [line for result in results for line in self._pin(part, result, reason)]

    def _refuse(self, part: str, results: list[Result], *, lower: bool, repin: bool) -> None:
        rows = self.compare(part, results)
        changed = sorted({row.set_name for row in rows if row.verdict == "changed"})
        if changed and not repin:
            raise RefusedError(
                f"the texts, scripts or size of {', '.join(changed)} are not those of the pin: --repin --reason TEXT"
            )
        lost = [f"{row.set_name} {row.measure}" for row in rows if row.verdict in ("loss", "gone")]
        if lost and not lower:
            raise RefusedError(f"these would be lowered: {', '.join(lost)}: --allow-regression --reason TEXT")

    def _pin(self, part: str, result: Result, reason: str) -> list[str]:
        repinned = self.what_changed(part, result)
        rows = self._compare_set(part, result)
        lines, measures = [], {}
        for row in rows:
            keeps = row.verdict == "held" and row.floor is not None
            after = row.floor if keeps else row.now
            if after is not None:
                measures[row.measure] = after
            if after != row.floor:
                lines.append(f"{row.set_name} {row.measure}: {shown(row.floor)} -> {shown(after)}")
            if row.verdict in ("loss", "gone") or (row.verdict == "changed" and after != row.floor):
                self._remember(part, row, after, reason, repinned)
        self.parts.setdefault(part, {})[result.name] = {
            "first": result.first,
            "corpus": result.corpus,
            "bench": result.bench,
            "measures": measures,
        }
        return lines

    def _remember(self, part: str, row: Row, after: float | None, reason: str, repinned: list[str]) -> None:
        entry: dict[str, Any] = {
            "date": datetime.now(UTC).date().isoformat(),
            "part": part,
            "set": row.set_name,
            "measure": row.measure,
            "from": row.floor,
            "to": after,
            "reason": reason,
        }
        if repinned:
            entry["changed"] = repinned
        self.history.append(entry)


def judge(floor: float | None, now: float | None, noise: float) -> str:
    """What a value is against its floor."""
    if floor is None:
        return "new"
    if now is None:
        return "gone"
    if now < floor - noise - 1e-9:
        return "loss"
    return "gain" if now > floor else "held"


def shown(number: float | None) -> str:
    """A value of a table: two decimals, a dash for none."""
    return "-" if number is None else f"{number:.2f}"
