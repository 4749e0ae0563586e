"""Ceilings of what is read. What goes beyond is refused with a code; nothing is cut off in silence."""

from firsthand.model.base import Record

MEGABYTE = 1_000_000


class Limits(Record, frozen=True, kw_only=True):
    """Ceilings, each for one file, or one line of JSON Lines.

    `file_bytes`: of a file, or a line. `report_characters`: of the text that is left. `html_bytes`, `nodes`, `depth`: of a
    page, its elements, and how deep they lie in each other (the parser itself stops at 256). `seconds`: to unwrap one file.
    `memory_bytes`: address space of the process that unwraps. No format read here is compressed, so that a file never
    yields more than some characters a byte, and needs no ceiling on the ratio.
    """

    file_bytes: int = 20 * MEGABYTE
    report_characters: int = 2 * MEGABYTE
    html_bytes: int = 10 * MEGABYTE
    nodes: int = 200_000
    depth: int = 250
    seconds: float = 20.0
    memory_bytes: int = 1200 * MEGABYTE


DEFAULT = Limits()
