"""Sentences of every kind that the grammar of times is to read, written before the rules for them."""

from pathlib import Path

import pytest

from tests.unit.times.told import Line, faults, lines

TABLES = sorted(Path(__file__).parent.glob("*.tsv"))
LINES = [line for table in TABLES for line in lines(table)]


def named(line: Line) -> str:
    """A short name of a line for the list of tests."""
    return f"{line.kind}-{line.marked[:50]}"


def test_there_are_tables() -> None:
    assert len(LINES) > 200


@pytest.mark.parametrize("line", [line for line in LINES if not line.missed], ids=named)
def test_times_as_told(line: Line) -> None:
    assert faults(line) == []


@pytest.mark.parametrize("line", [line for line in LINES if line.missed], ids=named)
def test_what_is_not_read_yet(line: Line) -> None:
    """Once it is read rightly, the mark goes."""
    assert faults(line)
