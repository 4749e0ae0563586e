"""Tables of the program whose rows are known by a name and by the others that texts use for it."""

import csv
import io
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import TypeVar

from firsthand.errors import SetupError
from firsthand.model.base import sha256

T = TypeVar("T")


def named_rows(table: str, made: Callable[[Mapping[str, str]], T]) -> tuple[list[tuple[T, list[str]]], str]:
    """What `made` makes of each row of `data/<table>`, with its name and aliases, and the digest of the table.

    Errors: SetupError for a row that is not as it should be: one on which `made` raises KeyError or ValueError.
    """
    raw = files("firsthand").joinpath("data", table).read_bytes()
    found = []
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8"))):
        try:
            aliases = [alias.strip() for alias in row["aliases"].split(";") if alias.strip()]
            found.append((made(row), [row["name"], *aliases]))
        except (KeyError, ValueError) as e:
            raise SetupError(f"{table} cannot be used: {row}: {e}") from e
    return found, sha256(raw)
