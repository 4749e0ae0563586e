"""Whom small sets of invented reports go back to, from their text to the record, by the documented rule.

Sets that are `wanting` are not asked yet; the tables say why.
"""

import itertools
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from firsthand import api

TABLES = Path(__file__).parent / "tables"
CASES = {
    name: tomllib.loads((TABLES / f"{name}.toml").read_text())["case"]
    for name in ("origins_a", "origins_b", "origins_c", "origins_own")
}
READ_ON = date(2026, 1, 1)
ALL = [(table, number) for table, cases in CASES.items() for number, case in enumerate(cases) if "wanting" not in case]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """A record of all reports of each table."""
    found = {}
    for table, cases in CASES.items():
        folder = tmp_path_factory.mktemp(table)
        (folder / "in").mkdir()
        for number, case in enumerate(cases):
            for letter, text in zip("abcdefg", case["reports"], strict=False):
                (folder / "in" / f"{number:03}{letter}.txt").write_text(text)
        api.build([folder / "in"], folder / "r.db", workers=1, read_on=READ_ON)
        found[table] = json.loads(api.export(folder / "r.db"))
    return found


@pytest.mark.parametrize(("table", "number"), ALL, ids=[CASES[t][n]["name"] for t, n in ALL])
def test_they_go_back_to_whom_they_should(table: str, number: int, records: Mapping[str, Any]) -> None:
    case = CASES[table][number]
    incident = max(records[table]["incidents"], key=lambda one: (_reports(one, number), one["role"] == "main"))
    told = [origin["name"] for origin in incident["origins"]]
    right = incident["independent_sources"] == len(case["origins"]) and _same(told, case["origins"])
    assert right, f"{told} instead of {case['origins']}"


def _reports(incident: Mapping[str, Any], number: int) -> int:
    return sum(report["name"].startswith(f"{number:03}") for report in incident["reports"])


def _same(told: list[str], wanted: list[str]) -> bool:
    """Tell whether the names are the wanted ones, in some order."""
    names = [_plain(name) for name in told]
    sets = [{_plain(name) for name in one.split("|")} for one in wanted]
    return any(
        all(one == {"*"} or name in one for name, one in zip(names, order, strict=True)) for order in _orders(sets)
    )


def _orders(sets: list[set[str]]) -> list[tuple[set[str], ...]]:
    return list(itertools.permutations(sets))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("a ")
