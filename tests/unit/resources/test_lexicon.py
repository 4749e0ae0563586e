"""The lexicon: what it holds, how names are looked up, and how a user adds to it."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import alike, fold, near


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def test_it_is_worldwide(lexicon: Lexicon) -> None:
    assert len(lexicon.entries) >= 600
    assert len({e.country for e in lexicon.entries if e.country}) >= 80
    sorts = Counter(e.sort for e in lexicon.entries)
    for sort in ("state force", "rebel group", "militia", "criminal", "monitor", "agency", "aid", "peacekeeping"):
        assert sorts[sort] >= 20, sort


def test_canonical_names_are_unique_and_every_entry_has_a_source(lexicon: Lexicon) -> None:
    names = Counter(e.name for e in lexicon.entries)
    assert [n for n, times in names.items() if times > 1] == []
    keys = {key for e in lexicon.entries for key in e.source.split("; ")}
    told = files("firsthand").joinpath("data/lexicons/SOURCES.md").read_text(encoding="utf-8")
    assert keys <= set(re.findall(r"^\| `([\w-]+)` \|", told, re.MULTILINE))
    assert sum(e.source != "own" for e in lexicon.entries) >= 400


@pytest.mark.parametrize(
    "region",
    [
        {"SD", "SS", "CD", "ML", "BF", "NG", "ET", "SO", "MZ", "LY", "CM"},
        {"SY", "IQ", "YE", "LB", "PS", "IL", "IR", "TR"},
        {"MM", "AF", "PK", "IN", "PH", "BD", "ID"},
        {"UA", "RU", "GB", "ES"},
        {"MX", "CO", "EC", "HT", "VE", "BR", "PE", "SV"},
    ],
)
def test_every_war_of_today_has_its_armed_actors(lexicon: Lexicon, region: set[str]) -> None:
    armed = Counter(e.country for e in lexicon.entries if e.sort in ("rebel group", "militia", "criminal"))
    assert {c: armed[c] for c in region if armed[c] < 3} == {}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("U.S. Central Command", "US Central Command"),
        ("CENTCOM", "US Central Command"),
        ("the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("al Qaida", "Al-Qaeda"),
        ("AL-SHABAB", "Al-Shabaab"),
        ("Ejercito de Liberacion Nacional", "National Liberation Army"),
        ("Israel Defence Forces", "Israel Defense Forces"),
        ("Nigerian air force", "Nigerian air force"),
        ("police of Ecuador", "Ecuadorian police"),
        ("Ministry of the Interior of Chile", "Chilean Interior Ministry"),
        ("U.S.", "United States"),
    ],
)
def test_find(lexicon: Lexicon, words: str, name: str) -> None:
    entry = lexicon.find(words)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize("words", ["", "the", "a market", "Iraqi sandwich", "of", "army of the", "ministry of"])
def test_find_nothing(lexicon: Lexicon, words: str) -> None:
    assert lexicon.find(words) is None


@pytest.mark.parametrize("word", ["us", "who", "car", "is", "Us", "Who"])
def test_everyday_words_are_no_abbreviations(lexicon: Lexicon, word: str) -> None:
    assert lexicon.find(word) is None
    assert lexicon.country(word) is None
    assert lexicon.state(word) is None


def test_the_same_letters_in_capitals_are(lexicon: Lexicon) -> None:
    assert lexicon.find("WHO") is not None
    assert lexicon.country("US") is not None


def test_media_are_told_from_monitors(lexicon: Lexicon) -> None:
    assert lexicon.is_agency("AFP")
    assert not lexicon.is_agency("Human Rights Watch")
    assert lexicon.is_source("Human Rights Watch")
    assert not lexicon.is_source("Hamas")


@pytest.mark.parametrize(
    ("words", "side", "plural"),
    [
        ("gunmen", "armed nonstate", True),
        ("soldier", "armed state", False),
        ("police officers", "armed state", True),
        ("children", "civilian", True),
        ("aid workers", "civilian", True),
        ("troops", "armed state", True),
        ("commander", "unknown", False),
    ],
)
def test_people(lexicon: Lexicon, words: str, side: str, plural: bool) -> None:
    word = lexicon.people(words)
    assert word is not None
    assert (word.side, word.plural) == (side, plural)


def test_no_people(lexicon: Lexicon) -> None:
    assert lexicon.people("house") is None


def test_nearly_is_careful(lexicon: Lexicon) -> None:
    assert lexicon.nearly("ISAIS", ["ISIS"]) == "ISIS"
    assert lexicon.nearly("ISIL", ["ISIS"]) is None, "a known name of its own"
    assert lexicon.nearly("XSIS", ["ISIS"]) is None, "another first letter"
    assert lexicon.nearly("ABCDE", ["ABCDX", "ABCDY"]) is None, "two of them fit"
    assert lexicon.nearly("ABX", ["ABC"]) is None, "too short"


def test_the_digest_is_of_the_content(lexicon: Lexicon) -> None:
    assert Lexicon.open().digest == lexicon.digest


def test_fold() -> None:
    assert fold("The Hay’at Tahrir al-Sham") == fold("HAYAT TAHRIR AL SHAM") == "hayat tahrir sham"
    assert fold("Ministry of Defence") == fold("ministry of defense")
    assert fold("U.S.") == "us"


def test_near() -> None:
    assert near("isais", "isis")
    assert near("abdc", "abcd")
    assert not near("abcd", "abcd")
    assert not near("abcd", "wxyz")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tobin Eric Harkness", "Tobin Erik Harkness"),
        ("Mohammed Karim Daoudi", "Muhammad Karim Daoudi"),
        ("T. Harkness", "Tobin Harkness"),
        ("Harkness", "Tobin Harkness"),
        ("Yusuf al-Barqawi", "Youssef Barqawi"),
    ],
)
def test_alike(a: str, b: str) -> None:
    assert alike(a, b)
    assert alike(b, a)


@pytest.mark.parametrize(("a", "b"), [("Pavel Dornik", "Anna Dornik"), ("Pavel Dornik", "Pavel Morav"), ("", "X Y")])
def test_not_alike(a: str, b: str) -> None:
    assert not alike(a, b)
