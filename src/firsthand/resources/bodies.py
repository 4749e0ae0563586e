"""Organisations, missions and offices of the field's conflicts with the day their name came up: none is told of before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from firsthand.model.base import Record
from firsthand.resources.named_rows import named_rows


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
        return cls(*named_rows("bodies.csv", _body))

    def find(self, text: str) -> Iterator[tuple[int, int, Body]]:
        """The first place of each body in a text: start, end, body."""
        seen: set[str] = set()
        for match in self._pattern.finditer(text) if self._pattern is not None else ():
            body = self._named[match.group()]
            if body.name not in seen:
                seen.add(body.name)
                yield match.start(), match.end(), body


NONE = Bodies((), "")


def _body(row: Mapping[str, str]) -> Body:
    last = date.fromisoformat(row["last"]) if row["last"] else None
    return Body(name=row["name"], first=date.fromisoformat(row["first"]), last=last, source=row["source"])
