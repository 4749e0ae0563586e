"""A user's settings: what a file may hold, and how each mistake in one is named."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import BadSettings, NoSuchPath
from firsthand.resources.settings import Settings, Source
from firsthand.resources.settings_lines import Lines
from firsthand.resources.settings_reading import Fault, checked_settings, parsed_settings, read_settings
from firsthand.resources.trust import Trust

KIND = (
    '[[kind]]\nname = "cattle rustling"\ntitle = "Cattle rustling"\n'
    'acled = { event_type = "Strategic developments", sub_event_type = "Looting/property destruction" }\n'
)
PLACE = '[[place]]\nname = "Xarmuliq"\ncountry = "TD"\nlat = 13.1\nlon = 20.2\n'


def faults(text: str | bytes) -> list[Fault]:
    return parsed_settings(text if isinstance(text, bytes) else text.encode())[1]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        # Broken files.
        ("[[kind]\n", 1, "this is no TOML"),
        ('a = "x\n', 1, "this is no TOML"),
        ("\n\nextractors = [1\n", 3, "this is no TOML: unclosed array"),
        ("[plugins]\noff = []\noff = []\n", 3, "cannot overwrite a value"),
        (b"\n# caf\xe9\n", 2, "not in UTF-8; save it as UTF-8"),
        ("x = " + "[" * 5000, 1, "too deep"),
        # Keys.
        ("extractor = []\n", 1, "there is no setting 'extractor'; did you mean 'extractors'?"),
        ("[[kinds]]\n", 1, "did you mean 'kind'?"),
        ("[thresholds]\njion = 1\n", 2, "there is no setting 'jion' in [thresholds]; did you mean 'join'?"),
        (PLACE + "latitude = 3\n", 6, "did you mean 'lat'?"),
        ("[zzzz]\n", 1, "there are: extractors, kind, frame"),
        (KIND.replace('title = "Cattle rustling"\n', ""), 1, '`title` is missing in [[kind]]; write it: title = "..."'),
        (KIND.replace(', sub_event_type = "Looting/property destruction"', ""), 4, "`sub_event_type` is missing"),
        # Types and ranges.
        ('extractors = "llm"\n', 1, "give a list of texts in quotation marks: [...]"),
        ("extractors = [\n  1,\n]\n", 2, "`extractors` is 1; give text in quotation marks"),
        ("kind = 3\n", 1, "`kind` is 3; open a table with [[kind]]"),
        ("[kind]\n", 1, "`kind` is a table; open a table with [[kind]]"),
        ("plugins = 1\n", 1, "open a table with [plugins]"),
        ("kind = [1]\n", 1, "`kind` holds 1; open a table with [[kind]]"),
        (PLACE.replace("13.1", '"13.1"'), 4, "`lat` in [[place]] is '13.1'; give a number from -90 to 90"),
        (PLACE.replace("13.1", "91"), 4, "give a number from -90 to 90"),
        (PLACE.replace("20.2", "nan"), 5, "give a number from -180 to 180"),
        (PLACE.replace("20.2", "2024-01-01"), 5, "give a number"),
        ("[thresholds]\n\njoin = 99\n", 3, "`join` in [thresholds] is 99; give a number from -3 to 10"),
        ("[thresholds]\njoin = true\n", 2, "`join` in [thresholds] is true; give a number"),
        ('[[source]]\nname = "Ridge Wire"\ntrust = "G"\nwhy = "x"\n', 3, "give one of A, B, C, D, E, F, in quotation marks"),
        (KIND + "ucdp = [1, 4]\n", 5, "`ucdp` in [[kind]] is 4; give a whole number from 1 to 3"),
        # Meaning.
        (KIND + 'general = "lootng"\n', 5, "there is no kind 'lootng'; did you mean 'looting'?"),
        (KIND + 'general = "cattle rustling"\n', 5, "would refine itself"),
        (KIND + KIND, 6, "was given before, as number 1 of [[kind]]"),
        (KIND.replace('"cattle', '"Cattle', 1), 2, "give words in small letters"),
        ('[[frame]]\nkind = "catle raid"\nverbs = ["rustle"]\n', 2, "there is no kind 'catle raid'"),
        ('[[frame]]\nkind = "looting"\n', 1, "give `verbs` or `nouns`"),
        ('[[frame]]\nkind = "looting"\nverbs = [\n  "rustle",\n  "Drive off"]\n', 5, "give small letters"),
        ('[[frame]]\nkind = "looting"\nverbs = ["rustle"]\nobject = "seize"\n', 4, "did you mean 'seized'?"),
        ('[[frame]]\nkind = "looting"\nverbs = ["rustle"]\nneeds = "cows"\n', 4, "needs 'cows' is not known"),
        ('[[actor]]\nname = "us"\n', 2, "everyday word; write the abbreviation in capitals"),
        ('[[actor]]\nname = "River Lions"\naliases = ["RL",\n"site"]\n', 4, "'site' is an everyday word"),
        ('[[actor]]\nname = "River Lions"\naliases = ["x"]\n', 3, "too short to be found"),
        ('[[actor]]\nname = "River Lions"\nsort = "pirates"\n', 3, "sort 'pirates' is not known; give one of"),
        ('[[actor]]\nname = "River Lions"\ncountry = "Chad"\n', 3, "country 'Chad' is no code; give two capital letters"),
        ('[[actor]]\nname = "River Lions"\ncountry = ["TD", "XQ"]\n', 3, "there is no country 'XQ'"),
        ('[[actor]]\nname = "River Lions"\n[[actor]]\nname = "river lions"\n', 4, "was given before"),
        (PLACE.replace("TD", "XX"), 3, "country 'XX' is no code"),
        (PLACE + 'kind = "volcano"\n', 6, "kind 'volcano' is not known; give one of"),
        (PLACE + 'kind = "region"\n', 6, "a region needs a radius_km"),
        (PLACE + "radius_km = 90000\n", 6, "radius_km"),
        (PLACE + "population = -1\n", 6, "population '-1' is no whole number"),
        (PLACE + 'admin1 = "Nowhere"\n', 6, "there is no province 'Nowhere' in TD; see how the program writes it"),
        (PLACE + 'aliases = ["A wadi; B wadi"]\n', 6, "put each into quotation marks of its own"),
        (PLACE + PLACE, 7, "was given before"),
        (PLACE.replace("13.1", "0").replace("20.2", "0"), 4, "the point is 0, 0"),
        ('[[source]]\nname = "Ridge Wire"\ntrust = "B"\n', 3, 'has no reason; add one: why = "..."'),
        ('[[source]]\nname = "Ridge Wire"\n', 1, "give `trust`, `side` or `sort`"),
        ('[[source]]\nname = "Ridge Wire"\nside = " "\nwhy = "x"\n', 3, "`side` is empty"),
        ('[plugins]\noff = ["a", ""]\n', 2, "an empty name in `off`"),
        # What a file should not be able to say at all.
        ('[[actor]]\nname = "River\\u001b[31m Lions"\n', 2, "characters that cannot be seen"),
        ('[[actor]]\nname = "River\\u202e Lions"\n', 2, "characters that cannot be seen"),
        ('[[actor]]\nname = """River\nLions"""\n', 2, "or a line break"),
        (f'[[actor]]\nname = "{"Long " * 120}"\n', 2, "longer than 500 characters"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_what_to_do(text: str | bytes, line: int, told: str) -> None:
    found = faults(text)
    assert any(fault.line == line and told in fault.what for fault in found), found


def test_all_mistakes_are_named_and_beyond_twelve_counted(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.toml"
    path.write_text("\n".join(f"wrong{i} = 1" for i in range(15)))
    with pytest.raises(BadSettings) as caught:
        read_settings(path)
    told = str(caught.value).splitlines()
    assert told[0] == "15 mistakes in the settings:"
    assert told[1].startswith(f"  {path}, line 1: there is no setting 'wrong0'")
    assert told[12].startswith(f"  {path}, line 12: ")
    assert told[13] == "  and 3 more"
    with pytest.raises(NoSuchPath):
        read_settings(tmp_path / "none.toml")


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.toml"
    for content in (b"", b"\xef\xbb\xbf# only a remark\r\n"):
        path.write_bytes(content)
        found, wrong = checked_settings(path)
        assert found is not None
        assert (found.empty, wrong) == (True, [])


WORDS = st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd"), max_codepoint=0x3FF), min_size=3, max_size=9)
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
SMALL = st.lists(st.text("abcdefghij", min_size=2, max_size=8), min_size=1, max_size=2).map(" ".join)
ACLED = st.fixed_dictionaries({"event_type": PHRASES, "sub_event_type": PHRASES})
PARTS: Mapping[str, st.SearchStrategy[Any]] = {
    "extractors": st.lists(SMALL, max_size=3),
    "kind": st.fixed_dictionaries({"name": SMALL, "title": PHRASES, "acled": ACLED},
        optional={"plover": st.fixed_dictionaries({}, optional={"type": PHRASES, "mode": PHRASES}),
                  "ucdp": st.lists(st.integers(1, 3), max_size=3), "general": st.sampled_from(["attack", "killing"])}),
    "frame": st.fixed_dictionaries({"kind": st.sampled_from(["attack", "looting"]), "verbs": st.lists(SMALL, min_size=1)},
        optional={"nouns": st.lists(SMALL, max_size=3), "weak": st.booleans(), "object": st.sampled_from(["none", "victim"]),
                  "subject": st.just("weapon"), "needs": st.just("person")}),
    "actor": st.fixed_dictionaries({"name": PHRASES.map("Qx {}".format)},
        optional={"aliases": st.lists(PHRASES.map("Qx {}".format), max_size=3), "sort": st.just("militia"),
                  "type": st.just("unit"), "country": st.just("TD") | st.just(["TD", "SD"]), "source": PHRASES}),
    "place": st.fixed_dictionaries({"name": PHRASES.map("Qar {}".format), "country": st.just("TD"),
                                    "lat": st.floats(-90, 90).filter(bool), "lon": st.floats(-180, 180)},
        optional={"aliases": st.lists(PHRASES.map("Qar {}".format), max_size=2), "radius_km": st.floats(0.1, 2000),
                  "kind": st.sampled_from(["camp", "site"]), "population": st.integers(1, 10**6)}),
    "source": st.fixed_dictionaries({"name": PHRASES.map("Qx {}".format), "trust": st.sampled_from("ABCDEF"), "why": PHRASES},
        optional={"side": PHRASES, "sort": st.just("outlet"), "aliases": st.lists(PHRASES.map("Qx {}".format), max_size=2)}),
    "thresholds": st.fixed_dictionaries({}, optional={
        "join": st.floats(-3, 10), "recall": st.floats(-3, 15), "open": st.floats(0, 10), "doubt": st.floats(0, 20)}),
    "plugins": st.fixed_dictionaries({}, optional={"off": st.lists(SMALL, max_size=2)}),
    "llm": st.fixed_dictionaries({}, optional={
        "address": SMALL, "model": SMALL, "call_seconds": st.floats(1, 9e4 - 4000), "run_seconds": st.floats(0, 9e6),
        "at_once": st.integers(1, 64), "price_in": st.floats(0, 99), "price_out": st.floats(0, 99)}),
}  # fmt: skip
"""How each setting may be given."""
MANY = frozenset({"kind", "frame", "actor", "place", "source"})


def inline(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(one)}" for key, one in value.items()) + " }"
    return (
        "[" + ",\n ".join(map(inline, value)) + "]"
        if isinstance(value, list)
        else json.dumps(value, ensure_ascii=False)
    )


def written(name: str, value: object) -> str:
    """One setting as a file of its own."""
    if not isinstance(value, dict):
        return f"{name} = {inline(value)}\n"
    head = f"[[{name}]]" if name in MANY else f"[{name}]"
    return "\n".join([f"# {name}", head, *(f"{key} = {inline(one)}" for key, one in value.items())]) + "\n"


def test_every_setting_can_be_written() -> None:
    """No setting that the property below leaves out."""
    assert set(PARTS) == {field.name for field in msgspec.structs.fields(Settings)}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(PARTS)).flatmap(lambda name: st.tuples(st.just(name), PARTS[name])))
def test_a_setting_written_out_and_read_back_is_the_same(given_: tuple[str, Any]) -> None:
    name, value = given_
    said, wrong = parsed_settings(written(name, value).encode())
    assert wrong == []
    assert said == msgspec.convert({name: [value] if name in MANY else value}, Settings)
    assert msgspec.json.decode(msgspec.json.encode(said), type=Settings) == said


KEYS = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", '"h\\"i"', "a . b", "kind.name"])
VALUES = st.recursive(
    st.sampled_from(["1", "-2.5", "true", "1979-05-27T07:32:00Z",
         '"x # y"', "'[z'", '"""a\nb""c"""', "'''d\n'e'''", '"\\""', '""']),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: "[ # why\n" + ",\n".join(items) + "\n]")
    | st.lists(inner, max_size=2).map(lambda items: "{" + ", ".join(f"k{i} = {v}" for i, v in enumerate(items)) + "}"),
    max_leaves=6,
)  # fmt: skip
BLOCKS = st.sampled_from(["", "\n", "# remark = 1\n", "\n[t]\n", '\n[t."u v"]\n', "\n[[many]]\n", "\n[[many.more]]\n"])


def found_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path of a parsed text."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(one for key, v in inner for one in found_in(v, (*path, key)))]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(BLOCKS, KEYS, VALUES), max_size=6))
def test_whatever_stands_in_a_text_is_found_on_its_line(pieces: list[tuple[str, str, str]]) -> None:
    """The line of each key begins with it, or with the header of its table; each path of the parser has a line of its own."""
    text = "".join(f"{block}{key} = {value}\n" for block, key, value in pieces)
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines, rows = Lines(text), text.split("\n")
    assert lines._at == len(text)
    for path in found_in(parsed)[1:]:
        assert path in lines._found, (path, text)
        last = next(str(part) for part in reversed(path) if isinstance(part, str))
        row = rows[lines.of(path) - 1]
        if isinstance(path[-1], str):
            assert last in row.replace('\\"', '"'), (path, row)


def test_a_path_that_is_not_there_is_on_the_line_of_what_would_hold_it() -> None:
    lines = Lines("a = 1\n\n[t]\nb = 2\n[[m]]\nc = [\n1,\n2]\n")
    assert [lines.of(path) for path in [("t", "x"), ("m", 0, "c", 1), ("m", 0, "z"), ("q",)]] == [3, 8, 5, 1]


VALID = "".join([KIND, PLACE, '[[actor]]\nname = "River Lions"\naliases = ["RL", "RLF"]\n', "[thresholds]\njoin = 1\n"])
NOISE = st.sampled_from(
    ['"', "[", "]", "{", "=", "\n", "#", "'", "nan", "inf", "1e400", "9" * 400, "-", "\\u0000", ".", "true"]
)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 6), NOISE | st.text(max_size=4)), max_size=4))
def test_whatever_a_file_holds_it_is_used_or_its_mistakes_are_named(edits: list[tuple[int, int, str]]) -> None:
    """A sound file with pieces cut out and others put in: never an error of the program, and never a line that is not there."""
    text = VALID
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    said, wrong = parsed_settings(text.encode(errors="replace"))
    assert (said is None) == bool(wrong)
    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in wrong)


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_named_too(raw: bytes) -> None:
    said, wrong = parsed_settings(raw)
    assert (said is None) == bool(wrong)


def test_a_sources_own_name_goes_before_anothers_alias() -> None:
    first = Source(name="Coast Wire", aliases=("Defence Post",), trust="D", why="copies")
    second = Source(name="Defence Post", trust="B", why="was there")
    for order in ((first, second), (second, first)):
        found = Trust(order).of("Defence Post")
        assert found is not None
        assert found.trust == "B"
