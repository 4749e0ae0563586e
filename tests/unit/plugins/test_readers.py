"""Readers of plugins: called in the process that unwraps files, under its ceilings, and refused by name where they fail."""

import importlib
from datetime import date
from pathlib import Path

import pytest

from firsthand import api
from firsthand.errors import BadPlugin, NotText, PluginFailed, TooSlow
from firsthand.model.report import Refusal, Report
from firsthand.plugins.manager import Plugins
from firsthand.read import Limits, read_paths
from firsthand.read.paths import SUFFIXES
from tests import factories
from tests.unit.plugins.installed import Site

SAID = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4)
MORE = "2024-03-06 " + factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-03-02", 2)

READERS = """
    import os, sys, time

    def blocks(raw):
        for block in raw.decode().split("\\n\\n"):
            yield Page(text=block, outlet="Hill Monitor")

    def one(raw):
        return [raw.decode()]

    def fails(raw):
        yield raw.decode()
        raise ValueError("no line has a colon")

    def wrong(raw):
        return [7]

    def typed(raw):
        return [Page(text=raw.decode(), title=7)]

    def none(raw):
        return []

    def named(raw):
        from firsthand.errors import NotText
        raise NotText("it is a recipe")

    def where(raw):
        return [f"read by {os.getpid()}"]

    def writes(raw):
        open(raw.decode().strip(), "wb").write(bytes(10_000))
        return ["done"]

    def slow(raw):
        while True:
            time.sleep(0.1)

    def dies(raw):
        os._exit(3)

    @hookimpl
    def firsthand_readers():
        every = (blocks, one, fails, wrong, typed, none, named, where, writes, slow, dies)
        return [Reader(name=f.__name__, suffixes=(f".{f.__name__}",), media_type="text/x-test", read=f) for f in every]
"""


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    site.add("tests", READERS)
    path = tmp_path / "reports"
    path.mkdir()
    return path


def read(folder: Path, seconds: float = 20.0) -> list[Report | Refusal]:
    others = Plugins.open().other_readers()
    found = read_paths([folder], read_on=date(2025, 1, 1), limits=Limits(seconds=seconds), others=others)
    return [item if isinstance(item, Refusal) else item[0] for item in found]


def test_files_of_a_plugin_are_reports_and_what_it_fails_on_is_refused_by_name(folder: Path) -> None:
    import os

    for name in ("one", "fails", "wrong", "typed", "none", "named", "where"):
        (folder / f"a.{name}").write_text(SAID)
    (folder / "b.blocks").write_text(f"{SAID}\r\n\n\n{MORE}\n\n \n\n12")
    (folder / "c.txt").write_text(MORE)
    (folder / "d.unknown").write_text(SAID)
    found = {item.name if isinstance(item, Report) else item.subject: item for item in read(folder)}
    reports = {name: item for name, item in found.items() if isinstance(item, Report)}
    refused = {name: (item.code, item.reason) for name, item in found.items() if isinstance(item, Refusal)}

    assert sorted(reports) == ["a.fails#1", "a.one", "a.where", "b.blocks#1", "b.blocks#2", "c.txt"]
    assert reports["a.one"].text == reports["a.fails#1"].text == SAID
    assert (reports["a.one"].media_type, reports["a.one"].language) == ("text/x-test", "en")
    assert [reports[f"b.blocks#{n}"].outlet for n in (1, 2)] == ["Hill Monitor"] * 2
    assert reports["b.blocks#1"].text == SAID + "\n", "newlines are one sign, as everywhere"
    assert reports["a.where"].text.removeprefix("read by ") != str(os.getpid())

    named = {name: why for name, (code, why) in refused.items() if code == PluginFailed.code}
    assert sorted(named) == ["a.fails#2", "a.typed", "a.wrong"]
    for why in named.values():
        assert "of plugin tests 1.0: " in why
        assert why.endswith("(to do without it: --without tests)")
    assert "reader fails of plugin tests 1.0: ValueError: no line has a colon" in named["a.fails#2"]
    assert "TypeError: it gave int, neither a Page nor words" in named["a.wrong"]
    assert "ValidationError" in named["a.typed"]
    assert refused["a.named"] == (NotText.code, "it is a recipe")
    assert refused["a.none"][1] == "the reader none of plugin tests 1.0 found no report in it"
    assert {name for name in refused if name.startswith("b.")} == {"b.blocks#3", "b.blocks#4"}


def test_a_reader_is_under_the_ceilings_of_the_process_that_unwraps(folder: Path, tmp_path: Path) -> None:
    """It can neither write, nor take for ever, nor take the run with it; the next file is read all the same."""
    (folder / "a.writes").write_text(str(tmp_path / "out"))
    (folder / "b.slow").write_text(SAID)
    (folder / "c.dies").write_text(SAID)
    (folder / "d.one").write_text(SAID)
    found = read(folder, seconds=1.0)
    codes = {item.subject: (item.code, item.reason) for item in found if isinstance(item, Refusal)}
    assert not (tmp_path / "out").exists() or (tmp_path / "out").stat().st_size <= 4096
    assert codes["a.writes"][0] == PluginFailed.code
    assert codes["b.slow"] == (
        TooSlow.code, "unwrapping it took longer than 1 seconds (reader slow of plugin tests 1.0)",
    )  # fmt: skip
    assert codes["c.dies"][1].endswith("broke on it (reader dies of plugin tests 1.0)")
    assert [item.name for item in found if isinstance(item, Report)] == ["d.one"]


def test_a_record_is_built_of_them_and_each_report_of_a_file_is_one(folder: Path, tmp_path: Path) -> None:
    (folder / "b.blocks").write_text(f"{SAID}\n\n{MORE}")
    told = api.build([folder], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert (told.reports, told.incidents, told.refused) == (2, 2, 0)
    assert [getattr(item, "name", None) for item in api.read([folder])] == ["b.blocks#1", "b.blocks#2"]
    with api.open_record(tmp_path / "r.db") as record:
        assert record.verify().fault is None


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        ('name="x", suffixes=(".txt",), media_type="x", read=one', "gives a reader of .txt, as firsthand does"),
        ('name="x", suffixes=("X",), media_type="x", read=one', "gives a reader of 'X', which is no suffix"),
        ('name="html", suffixes=(".x",), media_type="x", read=one', "gives the reader 'html', as firsthand does"),
        ('name="x", suffixes=(".x",), media_type="x", read=lambda raw: []', "no function at the top of a module"),
        ('name="x", suffixes=(".x",), media_type="x", read="nowhere"', "no function at the top of a module"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_reader_is_told_before_anything_is_read(site: Site, reader: str, why: str) -> None:
    code = "    def one(raw): return []\n    @hookimpl\n    def firsthand_readers(): return [Reader(%s)]\n"
    site.add("odd", "\n" + code % reader)
    with pytest.raises(BadPlugin) as caught:
        Plugins.open().other_readers()
    assert why in str(caught.value)
    assert "--without odd" in caught.value.hint


def test_the_programs_own_readers_are_given_by_the_hook_as_they_are() -> None:
    """By name and suffix; what reads them is where the hook says it is."""
    own = Plugins.open().readers()
    assert sorted(suffix for one in own for suffix in one.item.suffixes) == sorted(SUFFIXES)
    for one in own:
        assert isinstance(one.item.read, str)
        module, _, name = one.item.read.partition(":")
        assert callable(getattr(importlib.import_module(module), name))
