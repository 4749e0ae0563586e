"""Places of a user: what is refused and how, what is kept, and that the program then knows them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import BadTable, SetupError
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_added import add, remove, tables
from firsthand.resources.gazetteer_dump import dump_of, is_dump
from firsthand.resources.gazetteer_user import faults, parts, places_of, unfit
from firsthand.resources.supplied import compiled

HEAD = "name,country,lat,lon,radius_km,kind,alternates,admin1,population,geonames_id,source\n"
MINE = (
    HEAD
    + "Xarmuliq,SY,35.12,40.33,,,Kharmulik; خرمليق,Deir ez-Zor,1200,,field notes\nCamp Osprey,IQ,36.1,43.3,5,base,,,,,\n"
)


def table(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def line(number: int, name: str, code: str = "PPL", country: str = "SY", admin1: str = "", people: int = 0) -> str:
    """A line of a dump."""
    cells = [str(number), name, name, "", "35.1", "40.2", code[0], code, country, "", admin1, "", "", "", str(people)]
    return "\t".join([*cells, "", "10", "Asia/Damascus", "2020-01-01"]) + "\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Xarmuliq,SYR,35,40,,,,,,,", "country 'SYR' is no code"),
        (",SY,35,40,,,,,,,", "fill the column `name`"),
        ("Xarmuliq,SY,north,40,,,,,,,", "lat 'north' is no number"),
        ("Xarmuliq,SY,35,240,,,,,,,", "lon '240' is no number"),
        ("Xarmuliq,SY,nan,40,,,,,,,", "lat 'nan' is no number"),
        ("Xarmuliq,SY,0,0,,,,,,,", "the point is 0, 0"),
        ("Xarmuliq,SY,35,40,,volcano,,,,,", "kind 'volcano' is not known"),
        ("Hills of X,SY,35,40,,region,,,,,", "a region needs a radius_km"),
        ("Xarmuliq,SY,35,40,-3,,,,,,", "radius_km '-3' is no number"),
        ("Xarmuliq,SY,35,40,,,,,many,,", "population 'many' is no whole number"),
        ("Xarmuliq,SY,35,40,,,,,,²,", "geonames_id '²' is no whole number"),
        ("Xarmuliq,SY,35,40,,,,,,,me,more", "more cells than columns"),
        ("X,SY,35,40,,,,,,,", "fewer than two letters"),
        ("Xar\x1b[31mmuliq,SY,35,40,,,,,,,", "cannot be seen"),
        ("Xar\u202emuliq,SY,35,40,,,,,,,", "cannot be seen"),
        ("Xarmuliq,SY,35,40,,,12345,,,,", "'12345' has fewer than two letters"),
        (f"{'Long ' * 20},SY,35,40,,,,,,,", "is longer than 60 characters"),
    ],
)
def test_a_bad_row_is_named_with_file_line_and_remedy(tmp_path: Path, row: str, told: str) -> None:
    path = table(tmp_path, HEAD + row + "\n")
    with pytest.raises(BadTable) as caught:
        places_of(path, ("SY",))
    assert f"{path}, line 2: " in str(caught.value)
    assert told in str(caught.value)
    assert "add-your-places" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no column `name`"),
        ("name,country,lat\n", "no column `lon`"),
        ("name;country;lat;lon\n", "semicolons"),
        ("name,country,lat,lon,shape\n", "unknown column 'shape'"),
        ("name,country,lat,lon,name\n", "twice"),
        (HEAD, "holds no place"),
        (HEAD + '"Xarmuliq,SY,35,40\n', "no row of a CSV table"),
    ],
)
def test_a_file_that_is_no_table_says_so(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadTable, match=told):
        places_of(table(tmp_path, text), ("SY",))


def test_other_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="cannot be read"):
        add([tmp_path / "none.csv"], tmp_path / "places")
    (tmp_path / "old.csv").write_bytes(HEAD.encode() + "Ärmuliq,SY,35,40\n".encode("latin-1"))
    with pytest.raises(BadTable, match="UTF-8"):
        add([tmp_path / "old.csv"], tmp_path / "places")
    with pytest.raises(BadTable, match="packed"):
        add([tmp_path / "SY.zip"], tmp_path / "places")
    assert not (tmp_path / "places").exists()


def test_the_same_place_twice_and_many_mistakes(tmp_path: Path) -> None:
    twice = HEAD + "Xarmuliq,SY,35,40,,,,,,,\nXarmuliq,SY,35,40,,,,,,,\n"
    with pytest.raises(BadTable, match="stands in line 2 already"):
        places_of(table(tmp_path, twice), ("SY",))
    with pytest.raises(BadTable, match="and 18 more"):
        places_of(table(tmp_path, HEAD + "Xarmuliq,ZZ,35,40,,,,,,,\n" * 30), ("SY",))


@given(st.text(max_size=80), st.text(max_size=12), st.text(max_size=12))
def test_hostile_cells_never_break_the_reader(name: str, lat: str, country: str) -> None:
    row = {"name": name, "country": country, "lat": lat, "lon": lat, "radius_km": lat, "kind": country, "": ""}
    row |= {"alternates": name, "admin1": name, "population": lat, "geonames_id": lat, "source": ""}
    assert all(isinstance(f, str) for _, f in faults(row, frozenset(("SY",))))
    unfit(name)
    parts(name)


def test_what_is_added_is_found_and_can_be_taken_out(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    told = add([table(tmp_path, MINE)], folder)
    assert [(t.name, t.places) for t in told] == [("mine", 2)]
    gazetteer = Gazetteer.open(added=compiled(folder))
    for spelling in ("Xarmuliq", "Kharmuliq", "al-Kharmoulik", "خرمليق"):
        found = gazetteer.find(spelling)[0]
        place = gazetteer.place(found.id)
        assert (place.name, place.admin1, place.country) == ("Xarmuliq", "Deir ez-Zor", "SY")
        assert (place.lat, place.lon, place.radius_km, place.precision) == (35.12, 40.33, 2.0, "settlement")
        assert place.within == ("Deir ez-Zor", "Syria")
        assert gazetteer.is_added(found.id)
    camp = gazetteer.candidates("Camp Osprey")[0]
    assert (camp.radius_km, camp.precision) == (5.0, "site")
    assert gazetteer.candidates("Raqqa") == Gazetteer.open().candidates("Raqqa")
    assert gazetteer.digest != Gazetteer.open().digest
    add([table(tmp_path, HEAD + "Second Xarm,SY,35,41,,,,,,,\n", "more.csv")], folder)
    assert [p.stem for p in tables(folder)] == ["mine", "more"]
    remove("mine", folder)
    after = Gazetteer.open(added=compiled(folder))
    assert after.candidates("Xarmuliq") == ()
    assert after.candidates("Second Xarm")
    remove("more", folder)
    with pytest.raises(BadTable, match="there are no places"):
        compiled(folder)
    with pytest.raises(BadTable, match="no table 'more'"):
        remove("more", folder)


def test_the_same_tables_give_the_same_digest_in_any_order(tmp_path: Path) -> None:
    one, two = table(tmp_path, MINE), table(tmp_path, HEAD + "Second Xarm,SY,35,41,,,,,,,\n", "more.csv")
    add([one, two], tmp_path / "a")
    add([two], tmp_path / "b")
    add([one], tmp_path / "b")
    digests = {Gazetteer.open(added=compiled(tmp_path / name)).digest for name in "ab"}
    assert len(digests) == 1


def test_a_mistake_leaves_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    add([table(tmp_path, MINE)], folder)
    with pytest.raises(BadTable, match="no province 'Nowhere'"):
        add([table(tmp_path, HEAD + "Third Xarm,SY,35,41,,,,Nowhere,,,\n", "third.csv")], folder)
    assert [p.stem for p in tables(folder)] == ["mine"]
    assert Gazetteer.open(added=compiled(folder)).candidates("Xarmuliq")


def test_a_place_with_a_known_number_takes_its_place(tmp_path: Path) -> None:
    known = Gazetteer.open().candidates("Deir ez-Zor")[0]
    add([table(tmp_path, HEAD + f"Deir ez-Zor,SY,35.5,40.5,,,,,200000,{known.geonames_id},\n")], tmp_path / "places")
    gazetteer = Gazetteer.open(added=compiled(tmp_path / "places"))
    same = [p for p in gazetteer.candidates("Deir ez-Zor") if p.geonames_id == known.geonames_id]
    assert [(p.lat, p.lon) for p in same] == [(35.5, 40.5)]


def test_places_of_another_version_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add([table(tmp_path, MINE)], tmp_path / "places")
    monkeypatch.setattr("firsthand.resources.gazetteer.fold_mark", lambda: "folded otherwise")
    with pytest.raises(SetupError, match="another version") as caught:
        Gazetteer.open(added=compiled(tmp_path / "places"))
    assert "gazetteer add" in caught.value.hint
    monkeypatch.undo()
    add([], tmp_path / "places")
    assert Gazetteer.open(added=compiled(tmp_path / "places")).candidates("Xarmuliq")


def test_a_dump_is_read_by_its_features(tmp_path: Path) -> None:
    known = Gazetteer.open().candidates("Deir ez-Zor")[0].geonames_id or 0
    text = (
        line(170792, "Deir ez-Zor", "ADM1", admin1="07")
        + line(known, "Deir ez-Zor")
        + line(990001, "Xarmuliq School", "SCH")
    )
    text += (
        line(990002, "Xarmuliq", admin1="07", people=700)
        + line(990003, "Jabal Xarm", "MT")
        + line(990004, "Xarm Air Base", "AIRB")
    )
    path = table(tmp_path, text, "SY.txt")
    assert is_dump(path)
    dump = dump_of(path, frozenset(("SY",)), frozenset((170792, known)))
    assert [(p.name, p.kind) for p in dump.places] == [
        ("Xarmuliq", "settlement"), ("Jabal Xarm", "mountain"), ("Xarm Air Base", "base")
    ]  # fmt: skip
    assert (dump.left_out, dump.known) == ({"SCH": 1}, 2)
    add([path], tmp_path / "places")
    town = Gazetteer.open(added=compiled(tmp_path / "places")).candidates("Xarmuliq")[0]
    assert (town.admin1, town.geonames_id) == ("Deir ez-Zor", 990002)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (line(1, "Xarmuliq") + "2\tXarm\tcut", "3 columns where a GeoNames dump has 19"),
        (line(1, "Xarmuliq", country="??"), r"country '\?\?' is no code"),
        (line(1, "Xarmuliq").replace("35.1", "x"), "is no point"),
        (line(1, "Xarmuliq").replace("1\t", "one\t", 1), "'one' is no GeoNames number"),
        (line(1, "Xarmuliq School", "SCH"), "holds no place"),
    ],
)
def test_a_broken_dump_says_where(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadTable, match=told):
        dump_of(table(tmp_path, text, "SY.txt"), frozenset(("SY",)), frozenset())
