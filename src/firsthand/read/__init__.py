"""Bytes to reports. Whatever is hostile in them meets a process of its own, with ceilings; see `child` and `limits`."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from firsthand.model.report import Refusal, Report
from firsthand.read.intake import intake
from firsthand.read.limits import DEFAULT, Limits
from firsthand.read.paths import find

__all__ = ["Limits", "read_paths"]


def read_paths(
    paths: Sequence[Path], *, read_on: date, limits: Limits = DEFAULT
) -> Iterator[tuple[Report, bytes] | Refusal]:
    """Every report under the paths with the bytes it was read from, by name; what cannot be read as a Refusal.

    A report of a JSON Lines file is called `NAME#LINE`, of a JSON list `NAME#PLACE`, both from 1, and its bytes are the
    line's or the element's. Errors: NoSuchPath, NothingToRead, before anything is read.
    """
    return intake(find(paths), read_on, limits)
