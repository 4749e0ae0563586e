"""The lines of a JSON Lines file, each with its number, without holding the file."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from firsthand.errors import TooLarge
from firsthand.read.paths import Found, opened, whole

WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Line(NamedTuple):
    """A line that is not blank, without its end; numbers count from 1, blank lines too."""

    number: int
    raw: bytes


class LongLine(NamedTuple):
    """A line above the ceiling, which was passed over."""

    number: int
    error: TooLarge


def lines(found: Found, ceiling: int) -> Iterator[Line | LongLine]:
    """All lines that are not blank. Errors: as `paths.opened`; TooLarge for UTF-16 or UTF-32 above the ceiling."""
    with opened(found) as stream:
        mark = stream.read(4)
        stream.seek(0)
        if mark.startswith(WIDE_MARKS):
            yield from _wide(whole(found, ceiling))
            return
        if mark.startswith(codecs.BOM_UTF8):
            stream.seek(len(codecs.BOM_UTF8))
        yield from _narrow(stream, ceiling)


def _narrow(stream: BinaryIO, ceiling: int) -> Iterator[Line | LongLine]:
    number = 0
    while line := stream.readline(ceiling + 1):
        number += 1
        if len(line) > ceiling and not line.endswith(b"\n"):
            size = len(line)
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
                size += len(line)
            yield LongLine(number, TooLarge(f"the line has {size} bytes, more than {ceiling}"))
        elif line.strip():
            yield Line(number, line.rstrip(b"\r\n"))


def _wide(raw: bytes) -> Iterator[Line]:
    """Lines of UTF-16 or UTF-32, as UTF-8."""
    text = raw.decode("utf-32" if raw.startswith(WIDE_MARKS[:2]) else "utf-16", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Line(number, line.rstrip("\r").encode("utf-8", "replace"))
