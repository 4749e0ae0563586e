"""The tables of the lexicon, read once: actors (CSV), countries (CSV), words for people and for weapons (TOML)."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final, Literal, cast, get_args

from firsthand.errors import SetupError
from firsthand.model.base import Record, canonical, sha256
from firsthand.model.extraction import NameType

Side = Literal["civilian", "armed state", "armed nonstate", "unknown"]
TABLES: Final = ("agencies", "middle_east", "africa", "asia", "europe", "americas", "world")
"""In order of rank: the first table that has an abbreviation gives its first meaning."""


class Entry(Record, frozen=True, kw_only=True):
    """A known name.

    `sort`: state force, rebel group, militia, criminal, political, government, state, intergovernmental, peacekeeping,
    aid, monitor, agency (news), outlet (other media), platform. `country`: ISO 3166-1 alpha-2, None where several or none;
    `theatre`: all of them.
    """

    name: str
    type: NameType
    sort: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    source: str = "own"
    theatre: tuple[str, ...] = ()


class Country(Record, frozen=True, kw_only=True):
    """A state, also a former one, with its adjectives and the cities that stand for its government."""

    code: str
    name: str
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class PeopleWord(Record, frozen=True, kw_only=True):
    """A noun for people. `plural`: the form asked for is a plural; `collective`: one word for several people."""

    word: str
    side: Side
    plural: bool = False
    collective: bool = False


class Weapons:
    """Words, names and designators of weapons, each with its class."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.words: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.effects: dict[str, str] = {}
        for heading, part in table.items():
            if heading == "designators":
                continue
            label = heading.replace("_", " ")
            for kind, into in (("words", self.words), ("names", self.names), ("effects", self.effects)):
                into.update(
                    {
                        word.lower() if kind != "names" else word: label
                        for word in part.get(kind, ())
                        if word not in into
                    }
                )
        self.designators = tuple(
            (label.replace("_", " "), re.compile(p)) for label, p in table.get("designators", {}).items()
        )
        self.longest: dict[str, int] = {}
        """Most words of a weapon, by its first word in lower case."""
        for phrase in (*self.words, *self.names):
            parts = phrase.lower().split()
            for first in (parts[0], *plurals(parts[0])):
                if first == parts[0] or len(parts) == 1:
                    self.longest[first] = max(self.longest.get(first, 0), len(parts))
        self.most = max(self.longest.values(), default=0)
        self.digest = sha256(canonical(table))

    def designator(self, word: str) -> tuple[str, str] | None:
        """The type and class of a designator ("F-16s" is an F-16, aircraft); None for other words."""
        if not any(c.isupper() for c in word) or len(word) > 14:
            return None
        bare = word[:-1] if word.endswith("s") and len(word) > 2 else word
        for label, pattern in self.designators:
            if pattern.fullmatch(bare):
                return bare, label
        return None

    def class_of(self, words: str) -> str | None:
        """The class of `words`: as a whole, else by the longest known end of them, else by a designator or name in them."""
        parts = words.replace("’", "'").split()
        lower = [p.lower().strip(".,;:'\"()") for p in parts]
        for first in range(max(0, len(parts) - self.most), len(parts)):
            for form in singular(" ".join(lower[first:])):
                if form in self.words:
                    return self.words[form]
        for part in parts:
            found = self.designator(part.strip(".,;:'\"()"))
            if found is not None:
                return found[1]
        for first in range(len(parts)):
            for last in range(min(len(parts), first + self.most), first, -1):
                name = " ".join(parts[first:last]).strip(".,;:'\"()")
                for form in (name, name[:-1] if name.endswith("s") else name):
                    if form in self.names:
                        return self.names[form]
        return next((self.effects[f] for f in singular(" ".join(lower)) if f in self.effects), None)


def plurals(word: str) -> Iterator[str]:
    """The plurals that `singular` undoes."""
    yield word + "s"
    yield word + "es"
    if word.endswith("y"):
        yield word[:-1] + "ies"
    if word.endswith("fe"):
        yield word[:-2] + "ves"


def singular(words: str) -> Iterator[str]:
    """`words` as they are, and with the plural of the last word taken off."""
    yield words
    if words.endswith("ies"):
        yield words[:-3] + "y"
    if words.endswith("es"):
        yield words[:-2]
    if words.endswith("s"):
        yield words[:-1]
    if words.endswith("ves"):
        yield words[:-3] + "fe"


def open_files() -> tuple[tuple[Entry, ...], tuple[Country, ...], Mapping[str, PeopleWord], Weapons]:
    """Everything the lexicon is made of that comes with the program. Errors: SetupError, with the file's name."""
    entries: list[Entry] = []
    for table in TABLES:
        entries += _entries(_text(f"actors_{table}.csv"), f"actors_{table}.csv")
    countries = tuple(_countries(_text("actors_countries.csv")))
    return (
        tuple(entries),
        countries,
        _people(tomllib.loads(_text("people_words.toml"))),
        Weapons(tomllib.loads(_text("weapons.toml"))),
    )


def _text(name: str) -> str:
    return files("firsthand").joinpath("data/lexicons", name).read_text(encoding="utf-8")


def _entries(text: str, name: str) -> list[Entry]:
    """The rows of a table of actors."""
    found = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        title = (row.get("name") or "").strip()
        kind = cast(NameType, (row.get("type") or "organisation").strip())
        if not title or kind not in get_args(NameType):
            raise SetupError(
                f"{name}, line {number}: a name and a known type are needed",
                hint="type is one of " + ", ".join(get_args(NameType)),
            )
        where = tuple(code.strip() for code in (row.get("country") or "").split(",") if code.strip())
        found.append(
            Entry(
                name=title,
                type=kind,
                sort=(row.get("sort") or "unknown").strip(),
                country=where[0] if len(where) == 1 else None,
                theatre=where,
                aliases=_list(row.get("aliases")),
                source=(row.get("source") or "general knowledge").strip(),
            )
        )
    return found


def _countries(text: str) -> Iterator[Country]:
    for row in csv.DictReader(io.StringIO(text)):
        yield Country(
            code=row["code"],
            name=row["name"],
            demonyms=_list(row["demonyms"]),
            aliases=_list(row["aliases"]),
            capitals=_list(row["capitals"]),
        )


def _list(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


def _people(table: Mapping[str, Any]) -> dict[str, PeopleWord]:
    """Words for people by singular and by irregular plural."""
    collective = frozenset(table["collective"]["words"])
    found: dict[str, PeopleWord] = {}
    for side in get_args(Side):
        for word in _words(table, side):
            several = word in collective
            found.setdefault(word, PeopleWord(word=word, side=side, plural=several, collective=several))
    for plural, one in table["plurals"].items():
        known = found.get(one)
        if known is not None:
            found[plural.lower()] = PeopleWord(word=one, side=known.side, plural=True, collective=known.collective)
    return found


def _words(table: Mapping[str, Any], side: str) -> Iterable[str]:
    words: Iterable[str] = table[side.replace(" ", "_")]["words"]
    return words
