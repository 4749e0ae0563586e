"""Small sets of reports of each kind of lineage: what is found is what a careful reader finds, and nothing else."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import firsthand
from firsthand.engine.extractor import Extractor, open_kit
from firsthand.model.report import Report
from firsthand.trace import trace

ROOT = Path(__file__).parent
TABLE: dict[str, Any] = tomllib.loads((ROOT / "sets.toml").read_text(encoding="utf-8"))
PIECES: dict[str, str] = {name: text.strip() for name, text in TABLE["pieces"].items()}
REPORTS = "abcdef"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return open_kit()


def texts(wanted: dict[str, Any]) -> dict[str, str]:
    """The reports of a set, by letter."""
    return {k: re.sub(r"\{(\w+)\}", lambda piece: PIECES[piece[1]], wanted[k]) for k in REPORTS if k in wanted}


def either_way(changes: list[str]) -> list[list[str]]:
    """What became of what, in any order and direction."""
    return sorted(sorted(change.casefold().split(" -> ")) for change in changes)


@pytest.mark.parametrize("wanted", TABLE["set"], ids=lambda wanted: wanted["name"])
def test_a_set_has_its_lineages_and_no_other(wanted: dict[str, Any], extractor: Extractor, tmp_path: Path) -> None:
    for name, text in texts(wanted).items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    reports = {r.id: r for r in firsthand.read([tmp_path]) if isinstance(r, Report)}
    said = dict(zip(reports, extractor(list(reports.values())), strict=True))
    found = {
        tuple(sorted(reports[key].name[0] for key in line.reports)): line for line in trace(reports, said).lineages
    }
    assert set(found) == {tuple(line["reports"]) for line in wanted["lineages"]}
    for line in wanted["lineages"]:
        one = found[tuple(line["reports"])]
        assert one.kind == line.get("kind", one.kind)
        assert line.get("origin", "") in one.origin
        if "changed" in line:
            assert either_way(list(one.changed)) == either_way(line["changed"])
