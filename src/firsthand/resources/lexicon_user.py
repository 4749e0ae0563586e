"""A user's own tables of names: read with care, every mistake named by file and line with what to do about it."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, cast, get_args

from msgspec.structs import replace

from firsthand.errors import BadTable
from firsthand.model.extraction import NameType
from firsthand.resources.lexicon_files import Entry
from firsthand.resources.lexicon_fold import EVERYDAY_WORDS, fold

COLUMNS: Final = ("name", "aliases", "type", "sort", "country", "source")
SORTS: Final = (
    "state force", "rebel group", "militia", "criminal", "political", "government", "intergovernmental", "peacekeeping", "aid",
    "monitor", "agency", "outlet", "platform", "unknown",
)  # fmt: skip
TYPES: Final = tuple(kind for kind in get_args(NameType) if kind != "weapon")
SHORTEST: Final = 2
"""Letters or digits that a name or alias must have."""
SHOWN: Final = 12
"""So many mistakes are named; the rest is counted."""


class Given(NamedTuple):
    """A name as a user gives it, from a line of a table or from their settings; "" and () where nothing is given."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    sort: str = ""
    countries: tuple[str, ...] = ()
    source: str = ""


def with_additions(entries: Sequence[Entry], tables: Sequence[Path], given: Sequence[Given] = ()) -> tuple[Entry, ...]:
    """The user's entries, then the program's own; one of the same name is replaced by both put together.

    What a row leaves empty is taken from the program's entry of that name, if there is one, and its aliases are added.
    `given`: names of the user's settings, without faults; a table adds to them. Errors: BadTable, which names each mistake.
    """
    known = {fold(entry.name): entry for entry in reversed(entries)}
    settled = {fold(one.name): entry_of(one, known.get(fold(one.name))) for one in given}
    known |= settled
    added: dict[str, Entry] = {}
    mistakes: list[str] = []
    for path in tables:
        for number, row in _rows(path):
            found = list(_mistakes(row, added))
            mistakes += [f"{path}, line {number}: {mistake}" for mistake in found]
            if not found:
                key = fold(row["name"])
                added[key] = entry_of(_given(row), known.get(key))
    if mistakes:
        more = [f"and {len(mistakes) - SHOWN} more"] if len(mistakes) > SHOWN else []
        raise BadTable(
            "\n  ".join([f"{_number(len(mistakes))} in the names that were given:", *mistakes[:SHOWN], *more])
        )
    mine = {**settled, **added}
    return (*mine.values(), *(entry for entry in entries if fold(entry.name) not in mine))


def _number(mistakes: int) -> str:
    return "1 mistake" if mistakes == 1 else f"{mistakes} mistakes"


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table with the lines they end on. Errors: BadTable for a file that is no such table."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as e:
        raise BadTable(f"{path} cannot be read: {e.strerror}", hint="Check the path that was given.") from e
    except UnicodeDecodeError as e:
        raise BadTable(f"{path} is not in UTF-8", hint="Save it as CSV in UTF-8.") from e
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [column.strip().lower() for column in reader.fieldnames or ()]
        _check_head(path, head)
        reader.fieldnames = head
        for row in reader:
            yield reader.line_num, _cells(row)
    except csv.Error as e:
        hint = "A cell that holds a comma or a quotation mark stands in quotation marks, and marks in it are doubled."
        raise BadTable(f"{path}, line {reader.line_num}: no row of a CSV table: {e}", hint=hint) from e


def _check_head(path: Path, head: Sequence[str]) -> None:
    """Errors: BadTable for a head line without the columns, or with others."""
    parted = ", ".join(COLUMNS)
    if len(head) == 1 and ";" in head[0]:
        raise BadTable(
            f"{path}, line 1: the columns are parted by semicolons", hint="Part columns by commas, aliases by ;"
        )
    if "name" not in head:
        raise BadTable(f"{path}, line 1: there is no column `name`", hint=f"Begin with a line of columns: {parted}.")
    if unknown := [column for column in head if column not in COLUMNS]:
        raise BadTable(f"{path}, line 1: unknown column {unknown[0]!r}", hint=f"The columns are {parted}.")
    if len(set(head)) != len(head):
        raise BadTable(f"{path}, line 1: a column stands there twice", hint="Leave one of them.")


def _cells(row: Mapping[str | None, str | list[str] | None]) -> Mapping[str, str]:
    """The cells by column, stripped; what stands beyond the last column under ""."""
    cells = {column: value.strip() for column, value in row.items() if column and isinstance(value, str)}
    beyond = row.get(None)
    return {**dict.fromkeys(COLUMNS, ""), **cells, "": ",".join(beyond) if isinstance(beyond, list) else ""}


def _mistakes(row: Mapping[str, str], added: Mapping[str, Entry]) -> Iterator[str]:
    """What is wrong with a row, each with its remedy."""
    if row[""]:
        yield f"more cells than columns ({row['']!r}); put a cell that holds commas in quotation marks"
    if not row["name"]:
        yield "no name; fill the column `name` or take the line out"
        return
    yield from (what for _, what in faults(_given(row)))
    if fold(row["name"]) in added:
        yield f"{row['name']!r} was given before; put both lines into one"


def faults(given: Given) -> Iterator[tuple[str, str]]:
    """What is wrong with a name that is given: the column that it is in, and what with its remedy."""
    for column, words in (("name", given.name), *(("aliases", alias) for alias in given.aliases)):
        key = fold(words)
        if sum(c.isalnum() for c in key) < SHORTEST:
            yield column, f"{words!r} is too short to be found in a text; give at least {SHORTEST} letters"
        elif key in EVERYDAY_WORDS and not words.isupper():
            yield column, f"{words!r} is an everyday word; write the abbreviation in capitals"
    if given.type and given.type not in TYPES:
        yield "type", f"type {given.type!r} is not known; give one of {', '.join(TYPES)}"
    if given.sort and given.sort not in SORTS:
        yield "sort", f"sort {given.sort!r} is not known; give one of {', '.join(SORTS)}"
    for code in given.countries:
        if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            yield (
                "country",
                f"country {code!r} is no code; give two capital letters as in ISO 3166, several with commas between",
            )


def entry_of(given: Given, own: Entry | None) -> Entry:
    """The entry of a name without faults; `own`: the entry of the same name that there is already."""
    base = own or Entry(name=given.name, type="organisation", sort="unknown", source="user")
    codes = given.countries
    return replace(
        base,
        name=given.name,
        aliases=tuple(dict.fromkeys((*given.aliases, *base.aliases))),
        type=cast(NameType, given.type or base.type),
        sort=given.sort or base.sort,
        country=(codes[0] if len(codes) == 1 else None) if codes else base.country,
        theatre=codes or base.theatre,
        source=given.source or base.source,
    )


def _given(row: Mapping[str, str]) -> Given:
    return Given(
        row["name"], _list(row["aliases"]), row["type"], row["sort"], _codes(row["country"]), row["source"]
    )  # fmt: skip


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in cell.split(",") if code.strip())
