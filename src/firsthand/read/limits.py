"""Ceilings of what is read. What goes beyond is refused with a code; nothing is cut off in silence."""

from firsthand.model.base import Record

MEGABYTE = 1_000_000


class Limits(Record, frozen=True, kw_only=True):
    """Ceilings, each for one file, or one line of JSON Lines.

    `file_bytes`: of a file, or a line. `report_characters`: of the text that is left. `html_bytes`, `nodes`, `depth`: of a
    page, its elements, and how deep they lie in each other. `ratio`: characters of text a byte of file. `seconds`: to
    unwrap one file. `memory_bytes`: address space of the process that unwraps.
    """

    file_bytes: int = 20 * MEGABYTE
    report_characters: int = 2 * MEGABYTE
    html_bytes: int = 10 * MEGABYTE
    nodes: int = 200_000
    depth: int = 200
    ratio: float = 8.0
    seconds: float = 20.0
    memory_bytes: int = 1200 * MEGABYTE


DEFAULT = Limits()
