"""Bytes to reports. Whatever is hostile in them meets a process of its own, with ceilings; see `child` and `limits`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from firsthand.model.report import Refusal, Report
from firsthand.read.intake import intake
from firsthand.read.limits import DEFAULT, Limits
from firsthand.read.page import Other
from firsthand.read.paths import find

__all__ = ["Limits", "Other", "read_paths"]

NO_OTHERS: Mapping[str, Other] = MappingProxyType({})


def read_paths(
    paths: Sequence[Path], *, read_on: date, limits: Limits = DEFAULT, others: Mapping[str, Other] = NO_OTHERS
) -> Iterator[tuple[Report, bytes] | Refusal]:
    """Every report under the paths with the bytes it was read from, by name; what cannot be read as a Refusal.

    A report of a JSON Lines file is called `NAME#LINE`, of a JSON list `NAME#PLACE`, both from 1, and its bytes are the
    line's or the element's. `others`: readers of plugins, by the suffix of the files that they read, with its dot.
    Errors: NoSuchPath, NothingToRead, before anything is read.
    """
    return intake(find(paths, others), read_on, limits, others)
