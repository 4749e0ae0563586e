"""Formats of plugins beside those of the program."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from firsthand.errors import BadPlugin, PluginFailed, UsageError
from tests import factories
from tests.unit.plugins.installed import Site

TITLES = """
    @hookimpl
    def firsthand_exporters():
        return [Exporter(name="titles", suffix=".txt", write=titles, about="a title a line")]

    def titles(folded, kinds):
        return "".join(f"{one.title}\\n" for one in folded.incidents).encode()
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    api.build([tmp_path / "a.txt"], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    return tmp_path / "r.db"


def test_a_format_of_a_plugin_is_exported_like_ours(site: Site, record: Path, tmp_path: Path) -> None:
    before = api.export(record)
    site.add("titles", TITLES)
    titles = [one["title"] for one in json.loads(api.export(record))["incidents"]]
    assert api.export(record, "titles").decode() == "".join(f"{title}\n" for title in titles)
    result = CliRunner().invoke(app, ["export", str(record), "-f", "titles", "-o", str(tmp_path / "x.txt")])
    assert (result.exit_code, (tmp_path / "x.txt").read_bytes()) == (0, api.export(record, "titles"))
    assert api.export(record) == before


def test_a_name_that_no_format_has_is_answered_with_all_there_are(site: Site, record: Path) -> None:
    site.add("titles", TITLES)
    with pytest.raises(UsageError, match="'xml' is no format") as caught:
        api.export(record, "xml")
    assert caught.value.hint == "Formats: json, csv, geojson, titles."
    result = CliRunner().invoke(app, ["export", str(record), "-f", "titles", "--without", "titles"])
    assert (result.exit_code, result.stderr.splitlines()) == (
        1, ["error E100: 'titles' is no format of exports", "hint: Formats: json, csv, geojson."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "why"), [("1 / 0", "ZeroDivisionError: division by zero"), ("'text'", "returned str, not bytes")]
)
def test_an_exporter_that_fails_is_named(site: Site, record: Path, body: str, why: str) -> None:
    site.add("odd", TITLES.replace('"".join(f"{one.title}\\n" for one in folded.incidents).encode()', body))
    with pytest.raises(PluginFailed, match=r"plugin odd 1\.0 failed to export titles: ") as caught:
        api.export(record, "titles")
    assert why in str(caught.value)
    assert "--without odd" in caught.value.hint


def test_a_plugin_cannot_take_the_place_of_a_format_of_ours(site: Site, record: Path) -> None:
    site.add("odd", TITLES.replace('name="titles"', 'name="json"'))
    with pytest.raises(BadPlugin, match="gives the exporter 'json', as firsthand does"):
        api.export(record)
    assert api.export(record, without=["odd"])


def test_a_plugin_that_the_settings_turn_off_is_off_in_builds_and_exports(site: Site, tmp_path: Path) -> None:
    site.add("odd", "\n    raise ValueError('no')\n")
    (tmp_path / "a.txt").write_text(factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    (tmp_path / "firsthand.toml").write_text('[plugins]\noff = ["odd"]\n')
    api.build([tmp_path / "a.txt"], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert api.export(tmp_path / "r.db")
