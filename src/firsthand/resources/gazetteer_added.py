"""Where a user's places are kept: a folder with the tables that were added, one CSV each, and what is compiled of them."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from firsthand.errors import BadTable, CannotWrite
from firsthand.model.base import digest, sha256
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_dump import DUMPED, dump_of, is_dump
from firsthand.resources.gazetteer_fold import fold_mark, plain
from firsthand.resources.gazetteer_tables import Rank
from firsthand.resources.gazetteer_user import COLUMNS, HOW, UserPlace, places_of
from firsthand.resources.gazetteer_writing import Entry, write
from firsthand.resources.supplied import COMPILED

MOST: Final = 2_000_000
"""Places of one folder."""


class Addition(NamedTuple):
    """A table that was added: its name, how many places it gave, how many rows were left out, and how many known already."""

    name: str
    places: int
    left_out: int = 0
    known: int = 0


def add(files: Sequence[Path], folder: Path) -> list[Addition]:
    """Add tables to a folder, in place of those with the same name, and compile all that is there.

    Without `files` it only compiles anew. Nothing is kept of a run with a mistake. Errors: BadTable, CannotWrite, SetupError.
    """
    base = Gazetteer.open()
    given: dict[str, tuple[Sequence[UserPlace], Addition]] = {}
    for path in files:
        name = f"{path.stem}.csv"
        if name in given:
            raise BadTable(f"two files are called {path.stem}", hint="Rename one of them: it is kept under its name.")
        given[name] = read(path, base)
    kept = {path.name: path for path in tables(folder)}
    places = [
        p for name in sorted({*kept, *given}) for p in (given[name][0] if name in given else own(kept[name], base))
    ]
    if not places:
        raise BadTable(f"there is nothing to compile in {folder}", hint="Give a file with places.")
    entries = list(entries_of(places, base))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (found, _) in given.items():
            (folder / f"{name}.partial").write_text(as_csv(found), encoding="utf-8")
            (folder / f"{name}.partial").replace(folder / name)
        write(folder / COMPILED, entries, {"base": base.digest, "fold": fold_mark()})
    except OSError as e:
        raise CannotWrite(f"places cannot be kept in {folder}: {e.strerror}") from e
    return [told for _, told in given.values()]


def together(files: Sequence[Path], cache: Path) -> Path:
    """A compiled folder of all places of these tables, made in the cache unless it is there: by what is in them.

    Errors: BadTable, CannotWrite.
    """
    base = Gazetteer.open()
    target = cache / digest("places", base.digest, fold_mark(), *(sha256(path.read_bytes()) for path in files))
    if (target / "tables.bin").exists():
        return target
    entries = list(entries_of([place for path in files for place in read(path, base)[0]], base))
    try:
        write(target, entries, {"base": base.digest, "fold": fold_mark()})
    except OSError as e:
        raise CannotWrite(f"places cannot be kept in {target}: {e.strerror}") from e
    return target


def sound(path: Path) -> None:
    """Errors: BadTable for a table that cannot be compiled."""
    base = Gazetteer.open()
    for _ in entries_of(read(path, base)[0], base):
        pass


def remove(name: str, folder: Path) -> None:
    """Take out a table that was added, and compile the rest. Errors: BadTable where there is none of that name."""
    path = next((p for p in tables(folder) if name in (p.name, p.stem)), None)
    if path is None:
        there = ", ".join(p.stem for p in tables(folder)) or "none"
        raise BadTable(f"no table {name!r} was added to {folder}", hint=f"Tables there: {there}.")
    path.unlink()
    if tables(folder):
        add((), folder)
        return
    for file in ("tables.bin", "names.marisa"):
        (folder / COMPILED / file).unlink(missing_ok=True)


def tables(folder: Path) -> list[Path]:
    """The tables of a folder, by name."""
    return sorted(folder.glob("*.csv")) if folder.is_dir() else []


def count(path: Path) -> int:
    """How many places a table of the folder holds."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def codes(base: Gazetteer) -> frozenset[str]:
    """The countries that places may lie in."""
    return frozenset(base.countries)


def own(path: Path, base: Gazetteer) -> Sequence[UserPlace]:
    """The places of a table that is kept in the folder."""
    return places_of(path, codes(base))


def read(path: Path, base: Gazetteer) -> tuple[Sequence[UserPlace], Addition]:
    """The places of a file of a user, and what is to be said of it. Errors: BadTable."""
    if path.suffix.lower() in (".zip", ".gz", ".xlsx", ".ods"):
        raise BadTable(
            f"{path} is packed or a spreadsheet", hint="Unpack it, or save it as CSV in UTF-8, and give that."
        )
    if is_dump(path):
        dump = dump_of(path, codes(base), base.geonames_numbers())
        return dump.places, Addition(path.stem, len(dump.places), sum(dump.left_out.values()), dump.known)
    places = places_of(path, codes(base))
    return places, Addition(path.stem, len(places))


def entries_of(places: Sequence[UserPlace], base: Gazetteer) -> Iterator[Entry]:
    """Places on their way into the tables, the first for none. Errors: BadTable for a province that is not known."""
    if len(places) > MOST:
        raise BadTable(f"more than {MOST:,} places in one folder", hint="Keep them in several folders.")
    yield Entry(name="", kind="country", country="")
    numbers = base.units()
    for p in places:
        # A dump names whatever anybody ever called a place; a table only what its writer means.
        rank = Rank.ALTERNATE if p.source == DUMPED else Rank.PRIMARY
        yield Entry(
            name=p.name,
            kind=p.kind,
            country=p.country,
            precision=p.precision,
            geonames=p.geonames_id,
            lat=p.lat,
            lon=p.lon,
            radius=p.radius_km,
            population=p.weight,
            admin1=province(p, base, numbers),
            spellings=[(p.name, Rank.PRIMARY), *((w, rank) for w in p.alternates)],
        )


def province(place: UserPlace, base: Gazetteer, numbers: Mapping[int, int]) -> int:
    """The province that a place lies in, 0 where none is given. Errors: BadTable for one that the program does not know."""
    if not place.admin1:
        return 0
    if place.admin1.isascii() and place.admin1.isdigit():
        return numbers.get(int(place.admin1), 0)
    found = [f for f in base.places(place.admin1) if f.kind == "province" and f.country == place.country]
    if not found:
        raise BadTable(
            f"{place.name!r}: there is no province {place.admin1!r} in {place.country}",
            hint=f"See how the program writes it: firsthand gazetteer find {plain(place.admin1)!r} --country "
            f"{place.country}; or leave the cell empty. {HOW}",
        )
    return found[0].id


def as_csv(places: Sequence[UserPlace]) -> str:
    """The table that is kept."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for p in places:
        row = {**p._asdict(), "alternates": "; ".join(p.alternates)}
        sheet.writerow([f"{v:g}" if isinstance(v := row[c], float) and c == "radius_km" else v or "" for c in COLUMNS])
    return out.getvalue()
