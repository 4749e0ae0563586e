"""From bytes to characters, languages and days."""

from datetime import date

import pytest

from firsthand.errors import NotText
from firsthand.read.clean import clean, offsets, repair
from firsthand.read.days import day_in_address, day_of
from firsthand.read.decode import decode
from firsthand.read.language import code, language_of
from firsthand.read.text import plain

WORDS = "Two herders were killed near Brill on Tuesday – the mayor’s café was hit, people said."
ARABIC = "قتل ثلاثة رعاة في هجوم على قرية شرقي البلاد يوم الثلاثاء بحسب ما قال سكان محليون"
RUSSIAN = "Трое пастухов погибли при нападении на деревню во вторник, сообщили местные жители. " * 2


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_encodings_with_and_without_a_mark(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize(("text", "encoding"), [(ARABIC, "utf-16-le"), (ARABIC, "cp1256"), (RUSSIAN, "cp1251")])
def test_letters_that_are_not_latin(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("Łódź ćma".encode("cp1250"), declared="windows-1250").text == "Łódź ćma"
    assert decode("it’s".encode("cp1252"), declared="ISO-8859-1").text == "it’s"
    assert decode("it’s".encode(), declared="windows-1250").text == "it’s"
    assert decode("it’s".encode("cp1252"), declared="rot13").text == "it’s"


def test_two_encodings_in_one_file() -> None:
    raw = "The mayor’s café – ".encode() + "the mayor’s café".encode("cp1252")
    assert plain(raw) == "The mayor’s café – the mayor’s café"


def test_letters_decoded_wrongly_before_are_repaired_only_where_offsets_allow() -> None:
    broken = "It\u0092s the mayor"
    assert repair(broken, keep_length=True) == "It’s the mayor"
    longer = "It’s the mayor".encode().decode("cp1252")
    assert repair(longer, keep_length=False) == "It’s the mayor"
    assert repair(longer, keep_length=True) == longer
    assert repair(WORDS + ARABIC, keep_length=False) == WORDS + ARABIC


def test_binary_files_are_none() -> None:
    for raw in (b"\x89PNG\r\n\x1a\n", b"PK\x03\x04abc", bytes(2000), bytes(range(32)) * 100):
        with pytest.raises(NotText):
            decode(raw)


def test_a_stray_control_byte_makes_no_binary_file() -> None:
    assert plain(WORDS.encode().replace(b" ", b"\x00", 1)) == WORDS


def test_the_map_leads_back_to_the_original() -> None:
    original = "one\r\ntwo\x00three\r\n\r\nfour\rfive"
    cleaned = clean(original)
    where = offsets(original, cleaned)
    for word in ("one", "two", "three", "four", "five"):
        assert where.original(cleaned.index(word)) == original.index(word)
    with pytest.raises(ValueError, match="differ in lines"):
        offsets("a\nb", "a")


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [
        (WORDS, None, "en"), (WORDS.upper(), None, "en"), (ARABIC, None, "ar"), (ARABIC * 3, "en", "ar"),
        (RUSSIAN, None, "ru"), ("Oumarou, Idrissa, Ali", None, None), ("Oumarou", "fr", "fr"), (WORDS, "fr", "en"),
        ("Die Polizei nahm nach dem Anschlag vom Dienstag drei Männer fest, sagte ein Sprecher.", None, "de"),
    ],
)  # fmt: skip
def test_language(text: str, declared: str | None, found: str | None) -> None:
    assert language_of(text, declared) == found


def test_names_of_languages() -> None:
    assert [code(name) for name in ("en-GB", "English", "ar_SY", "zh-Hans-CN", "fra", "klingon", "", None, 7)] == [
        "en", "en", "ar", "zh", "fr", None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-09", "2024-12-09T23:59:59-05:00", "2024-12-09 04:00", "2024/12/09", "20241209", "20241209T101500Z",
        "Mon, 09 Dec 2024 23:10:00 -0500", "9 December 2024", "December 9, 2024", "Dec 9, 2024", 1733702400,
        1733702400000, "1733702400", 1733702400.5,
    ],
)  # fmt: skip
def test_ways_to_write_a_day(value: object) -> None:
    assert day_of(value) == date(2024, 12, 9)


@pytest.mark.parametrize(
    "value",
    ["2024-12", "2024", "December 2024", "2024-13-40", "yesterday", "", None, True, 5, [], {}, "9" * 500, 1e300],
)
def test_what_is_no_day(value: object) -> None:
    assert day_of(value) is None


def test_days_in_addresses() -> None:
    assert day_in_address("https://d.example/2024/12/09/raid") == date(2024, 12, 9)
    assert day_in_address("https://d.example/news/raid-20241209.html") == date(2024, 12, 9)
    assert day_in_address("https://d.example/raid-1234567890/2024/13/09") is None
    assert day_in_address(None) is None
