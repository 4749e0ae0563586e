"""Holders of high offices with the days of their term: "President X" was so called from the first on, "former" after the last."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Final, Literal

from firsthand.errors import SetupError
from firsthand.model.base import Record, sha256

TITLES: Final = {
    "President": r"President",
    "Prime Minister": r"Prime Minister|Premier",
    "Secretary of State": r"Secretary of State",
    "Secretary of Defense": r"Secretary of Defen[cs]e|Defen[cs]e Secretary",
    "Defence Minister": r"Defen[cs]e Minister",
    "Secretary-General": r"Secretary[- ]General",
    "Secretary General": r"Secretary[- ]General",
    "Head of state": r"[Jj]unta (?:leader|chief)|[Hh]ead of state",
}
"""Offices as the table names them, and how texts do."""
TITLE: Final = re.compile("|".join(f"(?P<t{n}>{pattern})" for n, pattern in enumerate(dict.fromkeys(TITLES.values()))))
NAME: Final = re.compile(r"\s(?P<name>[A-Z][\w.'’-]{1,24}(?: [A-Za-z][\w.'’-]{1,24}){0,4})")
GONE: Final = re.compile(
    r"(?:\b(?:former|ousted|deposed|toppled|overthrown|late)|\bex-?)[ -]?(?:[A-Z][\w.'’-]{1,20} ){0,2}$"
    r"|\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing)(?: the)? (?:overthrow|ouster|fall|toppling|removal|downfall|death|resignation) of "
    r"(?:[A-Z][\w.'’-]{1,20} ){0,2}$"
)
"""Words before a title that say the term is over."""
OTHER: Final = re.compile(
    r"(?:\b(?:[Vv]ice|[Dd]eputy|[Aa]ssistant|[Tt]hen|[Uu]nder|[Aa]cting|[Ff]uture)[ -])(?:[A-Z][\w.'’-]{1,20} ){0,2}$"
)
"""Words before a title that make it another, or one of another time."""


class Holder(Record, frozen=True, kw_only=True):
    """Somebody in an office from `first` to `last`; None: still there, or several terms with others between them."""

    name: str
    office: str
    first: date
    last: date | None
    source: str


class Naming(Record, frozen=True, kw_only=True):
    """A holder as a text names him, from `start` to `end`: in office, or as one who was (`gone`)."""

    start: int
    end: int
    holder: Holder
    how: Literal["holds", "gone"]


class Offices:
    """The holders by the names that texts give them, in these letters."""

    def __init__(self, rows: Sequence[tuple[Holder, Sequence[str]]], digest: str) -> None:
        self._named = {name: holder for holder, names in rows for name in names}
        self.digest = digest

    @classmethod
    def open(cls) -> "Offices":
        """The table that comes with the program. Errors: SetupError for a row that is not as it should be."""
        raw = files("firsthand").joinpath("data/offices.csv").read_bytes()
        return cls(list(_rows(raw.decode("utf-8"))), sha256(raw))

    def find(self, text: str) -> Iterator[Naming]:
        """Where holders are named with their title, in order of the text."""
        for title in TITLE.finditer(text) if self._named else ():
            found = self._holder(text, title)
            before = text[max(0, title.start() - 60) : title.start()]
            if found is None or OTHER.search(before):
                continue
            holder, end = found
            gone = GONE.search(before)
            start = title.start() if gone is None else title.start() - len(before) + gone.start()
            yield Naming(start=start, end=end, holder=holder, how="holds" if gone is None else "gone")

    def _holder(self, text: str, title: re.Match[str]) -> tuple[Holder, int] | None:
        """Who stands behind a title, where it is that of the office, and where the name ends."""
        name = NAME.match(text, title.end(), title.end() + 80)
        words = name["name"].split(" ") if name is not None else []
        for count in range(len(words), 1, -1):
            holder = self._named.get(" ".join(words[:count]).removesuffix("'s").removesuffix("’s").rstrip(".,"))
            if holder is not None and name is not None and re.fullmatch(TITLES[holder.office], title.group()):
                return holder, name.start("name") + len(
                    " ".join(words[:count]).removesuffix("'s").removesuffix("’s").rstrip(".,")
                )
        return None


NOBODY: Final = Offices((), "")


def _rows(text: str) -> Iterator[tuple[Holder, list[str]]]:
    for row in csv.DictReader(io.StringIO(text)):
        try:
            office = next(title for title in TITLES if row["office"].startswith(title))
            last = date.fromisoformat(row["last"]) if row["last"] else None
            holder = Holder(
                name=row["name"], office=office, first=date.fromisoformat(row["first"]), last=last,
                source=f"{row['office']}: {row['source']}",
            )  # fmt: skip
        except (KeyError, ValueError, StopIteration) as e:
            raise SetupError(f"offices.csv cannot be used: {row}: {e}") from e
        yield holder, [holder.name, *(alias.strip() for alias in row["aliases"].split(";") if alias.strip())]
