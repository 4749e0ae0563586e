"""A GeoNames country dump (XX.txt from download.geonames.org/export/dump): tab-separated, 19 columns, no head.

Which features are taken, and as which kind, is a table below; schools, hotels, wells and the like are left out. A dump gives no
radii: what it gives no extent for gets one by its kind (our own estimate, on the wide side).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from firsthand.errors import BadTable
from firsthand.resources.gazetteer_spellings import english, usable
from firsthand.resources.gazetteer_user import Mistakes, UserPlace, number, place_of

DUMPED: Final = "GeoNames"
WIDTH: Final = 19
LARGEST: Final = 1_000_000
"""Places of one dump."""
FEATURES: Final[Mapping[str, tuple[str, float]]] = {
    **dict.fromkeys("PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLF PPLG PPLL PPLR PPLS PPLQ STLMT".split(), ("settlement", 0)),
    "PPLX": ("quarter", 2),
    **dict.fromkeys(("ADM3", "ADM4", "ADMD"), ("district", 15)),
    **dict.fromkeys("MT PK HLL".split(), ("mountain", 5)),
    **dict.fromkeys("MTS HLLS RDGE".split(), ("mountain", 25)),
    **dict.fromkeys("PASS GAP".split(), ("mountain", 5)),
    **dict.fromkeys("DSRT ERG DUNE".split(), ("desert", 50)),
    **dict.fromkeys("VAL PLN PLAT UPLD RGN AREA PEN RESN RES TRB FRST".split(), ("region", 25)),
    "ISL": ("island", 10),
    "ISLS": ("island", 30),
    **dict.fromkeys("STM STMI WAD".split(), ("river", 30)),
    **dict.fromkeys("LK LKI RSV LGN BAY".split(), ("water", 10)),
    **dict.fromkeys("AIRB MILB NVB INSM FT".split(), ("base", 4)),
    **dict.fromkeys("AIRP AIRF AIRH AIRQ".split(), ("airport", 4)),
    **dict.fromkeys("CMP CMPRF CMPL CMPMN".split(), ("camp", 3)),
    **dict.fromkeys("PSTB PSTC CTRB".split(), ("crossing", 3)),
    **dict.fromkeys("DAM BDG PS PSH PSN OILR OILF GASF PRN HSP MKT PRT FCL MN INDS".split(), ("site", 3)),
}  # fmt: skip
"""Feature codes of GeoNames that are taken: kind and radius in km (0: from the people)."""


class Dump(NamedTuple):
    """What a dump gave: its places, how many rows were left out (by feature code), and how many the program has already."""

    places: tuple[UserPlace, ...]
    left_out: Mapping[str, int]
    known: int


def is_dump(path: Path) -> bool:
    """Tell whether a file looks like a dump: by the tabs of its first line."""
    try:
        with path.open("rb") as file:
            return file.readline(100_000).count(b"\t") >= WIDTH - 3
    except OSError:
        return False


def dump_of(path: Path, countries: frozenset[str], known: frozenset[int]) -> Dump:
    """The places of a dump. `known`: GeoNames numbers that the program has. Errors: BadTable, with its mistakes."""
    mistakes, left, again = Mistakes(path), Counter[str](), 0
    units: dict[tuple[str, str], str] = {}
    taken: list[tuple[Sequence[str], tuple[str, float]]] = []
    for line, cells in lines(path):
        fault = wrong(cells, countries)
        if fault:
            mistakes.add(line, fault)
            continue
        code = cells[7]
        if code == "ADM1":
            units[cells[8], cells[10]] = cells[0]
        if int(cells[0]) in known:
            again += 1
        elif code not in FEATURES or not usable(cells[1]):
            left[code or "none"] += 1
        else:
            taken.append((cells, FEATURES[code]))
            if len(taken) > LARGEST:
                raise BadTable(f"{path} holds more than {LARGEST:,} places", hint="Cut it by country or by feature.")
    mistakes.done()
    if not taken:
        raise BadTable(
            f"{path} holds no place that the program does not have", hint="Nothing to do if that is meant to be so."
        )
    places = tuple(place(cells, kind, units) for cells, kind in taken)
    return Dump(places, dict(left.most_common()), again)


def lines(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of each line. Errors: BadTable for a file that cannot be read."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number_, text in enumerate(file, 1):
                if text.strip():
                    yield number_, text.rstrip("\r\n").split("\t")
    except OSError as e:
        raise BadTable(f"{path} cannot be read: {e.strerror}", hint="Check the path that was given.") from e
    except UnicodeDecodeError as e:
        raise BadTable(f"{path} is not in UTF-8", hint="Unpack the dump and give the .txt file in it.") from e


def wrong(cells: Sequence[str], countries: frozenset[str]) -> str | None:
    """What is wrong with a line, with the remedy."""
    if len(cells) != WIDTH:
        return f"{len(cells)} columns where a GeoNames dump has {WIDTH}; the file may be cut: download it again"
    if not (cells[0].isascii() and cells[0].isdigit() and 0 < int(cells[0][:12]) < 2**32):
        return f"{cells[0]!r} is no GeoNames number; download the file again"
    if number(cells[4], -90, 90) is None or number(cells[5], -180, 180) is None:
        return f"{cells[4]!r}, {cells[5]!r} is no point; download the file again, or take the line out"
    if cells[8] not in countries:
        return f"country {cells[8]!r} is no code; take the line out"
    return None


def place(cells: Sequence[str], kind: tuple[str, float], units: Mapping[tuple[str, str], str]) -> UserPlace:
    """The place of a sound line. `units`: GeoNames numbers of provinces by country and code."""
    what, radius = kind
    shown = english(cells[1])
    others = [w.strip() for w in (cells[1], cells[2], *cells[3].split(",")) if usable(w.strip())]
    row = {
        "name": shown,
        "country": cells[8],
        "lat": cells[4],
        "lon": cells[5],
        "radius_km": f"{radius:g}" if radius else "",
        "kind": what,
        "alternates": ";".join(dict.fromkeys(w for w in others if w != shown and ";" not in w and "|" not in w)),
        "admin1": units.get((cells[8], cells[10]), ""),
        "population": cells[14] if cells[14].isascii() and cells[14].isdigit() else "",
        "geonames_id": cells[0],
        "source": DUMPED,
    }
    return place_of(row)
