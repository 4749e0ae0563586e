"""The hash chain: each line of the log names the content of one row and the line before it."""

from collections.abc import Mapping
from typing import NamedTuple

from firsthand.model.base import canonical, sha256

ROOT = "0" * 64
"""What stands before the first line."""


class Line(NamedTuple):
    """One line of the log. `digest`: of the row; `before`: hash of the line before; `hash`: of this line."""

    seq: int
    what: str
    digest: str
    before: str
    hash: str


def row_digest(what: str, row: Mapping[str, object]) -> str:
    """Digest of a row of table `what`: over all its columns but `seq`; bytes count by their own digest."""
    plain = {
        key: f"sha256:{sha256(value)}" if isinstance(value, bytes) else value
        for key, value in row.items()
        if key != "seq"
    }
    return sha256(canonical([what, plain]))


def line_hash(seq: int, what: str, digest: str, before: str) -> str:
    """Hash of a line."""
    return sha256(canonical([seq, what, digest, before]))


def line(seq: int, what: str, digest: str, before: str) -> Line:
    """The line that follows the one whose hash is `before`."""
    return Line(seq, what, digest, before, line_hash(seq, what, digest, before))
