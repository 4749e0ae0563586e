"""Holders of high offices with the days of their term: "President X" was so called from the first on, "former" after the last."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from firsthand.model.base import Record
from firsthand.resources.named_rows import named_rows

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
        return cls(*named_rows("offices.csv", _holder))

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
            called = " ".join(words[:count]).removesuffix("'s").removesuffix("’s").rstrip(".,")
            holder = self._named.get(called)
            if holder is not None and name is not None and re.fullmatch(TITLES[holder.office], title.group()):
                return holder, name.start("name") + len(called)
        return None


NOBODY: Final = Offices((), "")


def _holder(row: Mapping[str, str]) -> Holder:
    office = next((title for title in TITLES if row["office"].startswith(title)), None)
    if office is None:
        raise ValueError(f"no office begins with {row['office']!r}")
    return Holder(
        name=row["name"], office=office, first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]) if row["last"] else None, source=f"{row['office']}: {row['source']}",
    )  # fmt: skip
