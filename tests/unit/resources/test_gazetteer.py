"""The gazetteer: opening, folding of names, candidates."""

import tracemalloc
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import SetupError
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_fold import keys, loose, other_keys, plain, without_ezafe
from firsthand.resources.gazetteer_tables import Rank


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour", "Dair az Zaur"),
        ("Raqqa", "Raqqah", "ar-Raqqah", "Al-Rakka"),
        ("Latakia", "Lattakia", "Lataqiya"),
        ("Khost", "Khowst"),
        ("Uruzgan", "Urūzgān", "Orouzgan"),
        ("Saint Louis", "St. Louis"),
        ("Al Bab", "al-Bāb", "el-Bab"),
    ],
)
def test_spellings_meet(spellings: tuple[str, ...]) -> None:
    assert len({loose(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("Thi Qar", "Dhi Qar"),
        ("Deirelzor", "Deir ez-Zor"),
        ("Lashkar-e Gah", "Lashkar Gah"),
    ],
)
def test_other_forms_are_tried_where_nothing_is_found(written: str, stored: str) -> None:
    assert not set(keys(plain(written))) & set(keys(plain(stored)))
    assert set(other_keys(plain(written))) & set(keys(plain(stored)))


@pytest.mark.parametrize("name", ["Zora", "Thal", "Raqqa", "", "e i e"])
def test_short_and_plain_names_have_no_other_forms(name: str) -> None:
    assert other_keys(plain(name)) == ()


def test_ezafe_is_dropped_between_words_only() -> None:
    assert without_ezafe("mazar i sharif") == "mazar sharif"
    assert without_ezafe("i sharif e") == "i sharif e"


@pytest.mark.parametrize(
    ("country", "spellings"),
    [
        ("SY", "Deir ez-Zor|Deir Ezzor|Deir al Zour|Dayr al-Zawr|Der ez-Zor|دير الزور|Дейр-эз-Зор"),
        ("SY", "Al-Qamishli|Kamishli|Qamishlo|Kamishly|القامشلي"),
        ("SY", "Abu Kamal|Albu Kamal|Abukamal|Al-Bukamal|Boukamal"),
        ("SY", "Hasakah|Al-Hasakah|Hassakeh|El Haseke|الحسكة"),
        ("SY", "Khan Shaykhun|Khan Sheikhoun|Khan Sheikhun|Khan Cheikhoun"),
        ("SY", "Jisr al-Shughur|Jisr ash-Shughur|Jisr al-Shughour"),
        ("IQ", "Fallujah|Falluja|Al-Fallujah|Faluja|الفلوجة|Фаллуджа"),
        ("IQ", "Tal Afar|Tall Afar|Tel Afar|Talafar"),
        ("IQ", "Hawija|Al-Hawijah|Haweeja"),
        ("IQ", "Dhi Qar|Thi Qar|Zi Qar"),
        ("YE", "Hodeidah|Hudaydah|Al-Hudaydah|الحديدة"),
        ("PS", "Khan Yunis|Khan Younis|Khanyounis|خان يونس"),
        ("LY", "Misrata|Misratah|Misurata|مصراتة"),
        ("SD", "El Fasher|Al-Fashir|El-Fashir|الفاشر"),
        ("UA", "Kharkiv|Kharkov|Харків|Харьков"),
        ("UA", "Zaporizhzhia|Zaporizhia|Zaporozhye|Запоріжжя|Запорожье"),
        ("UA", "Sievierodonetsk|Severodonetsk|Syeverodonetsk|Сєвєродонецьк"),
        ("AF", "Kandahar|Qandahar|قندهار|کندهار"),
        ("AF", "Mazar-i-Sharif|Mazar-e-Sharif|Mazari Sharif|Mazar e Sharif"),
        ("SO", "Beledweyne|Belet Weyne|Beletweyne|Beled Weyne"),
    ],
)
def test_spellings_of_one_town_are_found(gazetteer: Gazetteer, country: str, spellings: str) -> None:
    first, *others = spellings.split("|")
    towns = {f.id for f in gazetteer.places(first) if f.country == country}
    assert towns
    for spelling in others:
        assert towns & {f.id for f in gazetteer.places(spelling)}, spelling


def test_dh_is_looked_up_as_d_and_as_z() -> None:
    assert set(keys(plain("Abu al-Dhuhur"))) & set(keys(plain("Abu az-Zuhur")))


@given(st.text(max_size=40))
def test_folding_never_fails_and_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    loose(text)


def test_missing_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        Gazetteer.open(tmp_path)
    assert "make setup" in caught.value.hint


def test_damaged_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "tables.bin").write_bytes(b"\x08" + b"\0" * 7 + b"not json" + b"\0" * 64)
    (tmp_path / "names.marisa").write_bytes(b"")
    with pytest.raises(SetupError):
        Gazetteer.open(tmp_path)


def test_heavier_place_stands_first(gazetteer: Gazetteer) -> None:
    paris = gazetteer.candidates("Paris")
    assert (paris[0].country, paris[0].precision) == ("FR", "settlement")
    assert any(p.admin1 == "Texas" for p in paris)
    assert all(p.country == "US" for p in gazetteer.candidates("Paris", country="US"))


def test_candidates_are_whole(gazetteer: Gazetteer) -> None:
    town = gazetteer.candidates("Deir ez-Zor")[0]
    assert (town.name, town.country, town.admin1, town.geonames_id) == ("Deir ez-Zor", "SY", "Deir ez-Zor", 170794)
    assert town.within[-1] == "Syria"
    assert town.radius_km > 0


def test_countries_by_code_name_and_adjective(gazetteer: Gazetteer) -> None:
    syria = gazetteer.country("SY")
    assert syria is not None
    assert (syria.name, syria.precision) == ("Syria", "country")
    assert gazetteer.country("ZZ") is None
    assert gazetteer.candidates("U.S.")[0].country == "US"
    people = gazetteer.adjective("Afghans")
    assert people is not None
    assert people.country == "AF"
    assert gazetteer.adjective("Kabul") is None


def test_other_scripts(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("دير الزور")[0].country == "SY"
    assert gazetteer.candidates("Харків")[0].name == "Kharkiv"


def test_states_by_their_abbreviations(gazetteer: Gazetteer) -> None:
    texas = gazetteer.abbreviated("Tex.")
    assert texas is not None
    assert gazetteer.name(texas.id) == "Texas"
    assert all(f.rank < Rank.SHORT for f in gazetteer.places("Tex."))


def test_own_regions(gazetteer: Gazetteer) -> None:
    for name in ("Sinai", "Donbas", "Darfur", "Hamrin Mountains", "Al-Tanf", "Line of Control"):
        best = gazetteer.candidates(name)[0]
        assert best.lat is not None, name
        assert best.radius_km > 0, name


def test_unknown_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Xarmuliq") == ()
    assert gazetteer.candidates("") == ()


def test_size_and_digest(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) > 250_000
    assert len(gazetteer.digest) == 64
    assert Gazetteer.open().digest == gazetteer.digest


def test_it_is_small_and_opened_without_being_read() -> None:
    folder = Path(str(files("firsthand").joinpath("data/gazetteer")))
    assert sum(path.stat().st_size for path in folder.iterdir()) < 25_000_000
    tracemalloc.start()
    opened = Gazetteer.open()
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert opened.find("Homs")
    assert held < 1_000_000, "its columns are mapped, not loaded"


@pytest.mark.parametrize(
    ("written", "country", "shown"),
    [
        ("Tadmur", "SY", "Palmyra"),
        ("Halab", "SY", "Aleppo"),
        ("Ar Raqqah", "SY", "Raqqa"),
        ("Dayr az-Zawr", "SY", "Deir ez-Zor"),
        ("Sa'dah", "YE", "Saada"),
        ("Al Hudaydah", "YE", "Hodeidah"),
        ("Al Anbar", "IQ", "Anbar"),
        ("Al Fallujah", "IQ", "Fallujah"),
        ("Sievierodonetsk", "UA", "Sievierodonetsk"),
    ],
)
def test_towns_and_their_units_are_shown_as_reports_write_them(
    gazetteer: Gazetteer, written: str, country: str, shown: str
) -> None:
    found = [f for f in gazetteer.places(written) if f.country == country and f.kind in ("settlement", "province")]
    assert found
    heaviest = {f.kind: gazetteer.name(f.id) for f in reversed(found)}
    assert set(heaviest.values()) == {shown}
