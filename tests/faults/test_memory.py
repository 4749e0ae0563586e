"""Reading and extracting take the same memory for any number of reports (20,000 by hand: tools/memory.py)."""

from tools.memory import apart

FEW, MANY = 1_000, 4_000
BYTES_EACH = 600
"""What a report may cost beside its own text, of a thousand and more bytes: its id stands in a list."""


def test_reading_and_extracting_hold_no_reports() -> None:
    few, many = (apart(number, "--without-concluding") for number in (FEW, MANY))
    for stage in ("read", "extract"):
        grown = (many[stage] - few[stage]) * 1024**2
        assert grown < BYTES_EACH * (MANY - FEW), f"{stage}: {grown / (MANY - FEW):.0f} bytes a report"
