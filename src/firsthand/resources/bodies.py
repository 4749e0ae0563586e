"""Organisations, missions and offices of the field's conflicts with the day their name came up: none is told of before it."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files

from firsthand.errors import SetupError
from firsthand.model.base import Record, sha256


class Body(Record, frozen=True, kw_only=True):
    """A name that there was from `first` on; `last`: of one that ended, the last day it issued anything."""

    name: str
    first: date
    last: date | None
    source: str


class Bodies:
    """The bodies by the names that texts give them, in these letters."""

    def __init__(self, rows: Sequence[tuple[Body, Sequence[str]]], digest: str) -> None:
        self._named = {name: body for body, names in rows for name in names}
        # The longest name first: "ISAF Joint Command" before "ISAF".
        listed = "|".join(re.escape(name) for name in sorted(self._named, key=lambda name: (-len(name), name)))
        self._pattern = re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])") if listed else None
        self.digest = digest

    @classmethod
    def open(cls) -> "Bodies":
        """The table that comes with the program. Errors: SetupError for a row that is not as it should be."""
        raw = files("firsthand").joinpath("data/bodies.csv").read_bytes()
        return cls(list(_rows(raw.decode("utf-8"))), sha256(raw))

    def find(self, text: str) -> Iterator[tuple[int, int, Body]]:
        """The first place of each body in a text: start, end, body."""
        seen: set[str] = set()
        for match in self._pattern.finditer(text) if self._pattern is not None else ():
            body = self._named[match.group()]
            if body.name not in seen:
                seen.add(body.name)
                yield match.start(), match.end(), body


NONE = Bodies((), "")


def _rows(text: str) -> Iterator[tuple[Body, list[str]]]:
    for row in csv.DictReader(io.StringIO(text)):
        try:
            last = date.fromisoformat(row["last"]) if row["last"] else None
            body = Body(name=row["name"], first=date.fromisoformat(row["first"]), last=last, source=row["source"])
        except (KeyError, ValueError) as e:
            raise SetupError(f"bodies.csv cannot be used: {row}: {e}") from e
        yield body, [body.name, *(alias.strip() for alias in row["aliases"].split(";") if alias.strip())]
