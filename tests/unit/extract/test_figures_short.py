"""Figures told in few words: what a second voice gives, what was counted first. All reports are invented."""

import re
from pathlib import Path

import pytest

from firsthand.model.value import Count
from tests.unit.extract.conftest import Read, claims

MISSED: dict[str, frozenset[int]] = {"first": frozenset({16, 33}), "second": frozenset()}
"""Reports that are read wrongly still, by their place in the table: when one comes right it is taken off."""
HEAD = re.compile(r"\[killed ([\d ]*); ?wounded ?([\d ]*)\]")


def table(name: str) -> list[tuple[list[int], list[int], str]]:
    """(dead, hurt, report) of each row of a table beside this file."""
    rows = Path(__file__).with_name(f"figures_{name}.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    out = []
    for head, body in (row.strip().split("\n", 1) for row in rows if row.strip()):
        m = HEAD.match(head)
        assert m, head
        out.append((sorted(map(int, m[1].split())), sorted(map(int, m[2].split())), body.replace("\n", " ")))
    return out


def told(read: Read, text: str, field: str) -> list[int]:
    """The numbers that main tellings give for a field, parts aside."""
    counts = [c.value for c in claims(read(text), field, role="main")]
    return sorted({c.number for c in counts if isinstance(c, Count) and c.number is not None and c.part_of is None})


CASES = [
    pytest.param(*row, id=f"{name}-{n}", marks=[pytest.mark.xfail(strict=True)] if n in missed else [])
    for name, missed in MISSED.items()
    for n, row in enumerate(table(name))
]


@pytest.mark.parametrize(("dead", "hurt", "text"), CASES)
def test_every_figure_of_a_report_is_told(read: Read, dead: list[int], hurt: list[int], text: str) -> None:
    assert (told(read, text, "killed"), told(read, text, "wounded")) == (dead, hurt)


def test_a_bare_number_is_quoted_with_the_word_before_it(read: Read) -> None:
    found = claims(read("An air raid killed 114 civilians in Saraqib on Wednesday. First figures were 120."), "killed")
    assert [c.span.quote for c in found if c.by == "counts.short"] == ["were 120"]
