"""The compiled gazetteer: the same places give the same bytes, and what is written is read back."""

import math
from pathlib import Path

import pytest

from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_tables import Rank
from firsthand.resources.gazetteer_writing import Entry, write
from tools.gazetteer.settling import centre, mean, set_middles


def small() -> list[Entry]:
    """A country with one province and ten towns, all invented."""
    nothing = Entry(name="", kind="country", country="")
    land = Entry(name="Testland", kind="country", country="ZZ", precision="country")
    unit = Entry(name="Upper Test", kind="province", country="ZZ", precision="province")
    towns = [
        Entry(
            name=f"Town {i}", kind="settlement", country="ZZ", lat=10 + 0.1 * i, lon=20 + 0.3 * i, radius=2.0, admin1=2
        )
        for i in range(10)
    ]
    entries = [nothing, land, unit, *towns]
    for entry in entries:
        entry.spellings = [(entry.name, Rank.PRIMARY), (entry.name.replace("Town", "Tawn"), Rank.ALTERNATE)]
    set_middles(entries)
    return entries


def test_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, small())
    for file in ("names.marisa", "tables.bin"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert sorted(p.name for p in (tmp_path / "one").iterdir()) == ["names.marisa", "tables.bin"]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path, small())
    gazetteer = Gazetteer.open(tmp_path)
    town = gazetteer.candidates("Town 3")[0]
    assert (town.name, town.lat, town.lon, town.radius_km) == ("Town 3", 10.3, 20.9, 2.0)
    assert (town.admin1, town.within) == ("Upper Test", ("Upper Test", "Testland"))
    assert len(gazetteer) == 12


def test_means_do_not_depend_on_the_order_of_adding() -> None:
    values = [1e16, 1.0, -1e16, 1.0]
    assert mean(values) == mean(values[::-1]) == math.fsum(values) / 4


def test_middle_counts_each_cell_once() -> None:
    lat, lon, radius = centre([(10.0, 20.0)] * 50 + [(12.0, 20.0)])
    assert (lat, lon) == pytest.approx((11.0, 20.0))
    assert radius >= 100
