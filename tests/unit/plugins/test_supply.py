"""Names, places and weights of plugins reach what extracts, beside the user's own, and are checked in the plugin's name."""

from pathlib import Path

import pytest

from firsthand import api
from firsthand.engine.asked import as_supplied
from firsthand.engine.local import checked
from firsthand.errors import BadPlugin
from firsthand.resources import gazetteer_added
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers
from firsthand.resources.supplied import Supplied
from tests import factories
from tests.unit.plugins.installed import Site

NAMES = "name,aliases,sort\nRiver Wolves,Wolves of the River,militia\n"
PLACES = "name,kind,country,lat,lon\nQalat al-Amthila,settlement,SY,35.5,38.5\n"
FILES = """
    from pathlib import Path

    @hookimpl
    def firsthand_%s():
        return [Path(__file__).parent / "%s"]
"""


def given(site: Site, plugin: str, hook: str, name: str, body: str) -> None:
    (site.folder / name).write_text(body, encoding="utf-8")
    site.add(plugin, FILES % (hook, name))


def test_names_of_a_plugin_are_known_and_the_users_add_to_them(site: Site, tmp_path: Path) -> None:
    given(site, "wolves", "lexicons", "wolves.csv", NAMES)
    (tmp_path / "mine.csv").write_text("name,aliases\nRiver Wolves,the Pack of Gao\n")
    _, supplied = checked(as_supplied([tmp_path / "mine.csv"], None, None))
    lexicon = Lexicon.open(supplied.tables, plugins=supplied.plugin_tables)
    for name in ("Wolves of the River", "Pack of Gao"):
        entry = lexicon.find(name)
        assert entry is not None
        assert entry.name == "River Wolves"
    _, without = checked(as_supplied([], None, None, without=["wolves"]))
    assert without == as_supplied([], None, None, without=["wolves"])


def test_places_of_a_plugin_stand_beside_those_of_the_user(site: Site, tmp_path: Path) -> None:
    given(site, "villages", "gazetteers", "villages.csv", PLACES)
    (tmp_path / "own.csv").write_text(PLACES.replace("Qalat al-Amthila", "Tell Mithal"))
    gazetteer_added.add([tmp_path / "own.csv"], tmp_path / "places")
    for folder in (None, tmp_path / "places"):
        _, supplied = checked(as_supplied([], None, folder))
        gazetteer = Gazetteer.open(added=supplied.places)
        assert [(one.lat, one.lon, one.country) for one in gazetteer.find("Qalat al-Amthila")] == [(35.5, 38.5, "SY")]
        assert bool(gazetteer.find("Tell Mithal")) == (folder is not None)
    assert checked(as_supplied([], None, folder))[1] == supplied, "what was compiled is found again"


def test_weights_of_a_plugin_take_the_place_of_ours_and_the_users_go_before(site: Site, tmp_path: Path) -> None:
    name = next(iter(sorted(path.name for path in shipped().glob("*.csv"))))
    given(site, "sharp", "scorers", name, "feature,millibits\n(bias),7\n")
    _, supplied = checked(Supplied())
    assert Scorers.open(supplied.scorers)[name.removesuffix(".csv")].bias == 7
    (tmp_path / name).write_text("feature,millibits\n(bias),8\n")
    _, supplied = checked(as_supplied([], tmp_path / name, None))
    assert Scorers.open(supplied.scorers)[name.removesuffix(".csv")].bias == 8
    site.add("sharper", FILES % ("scorers", name))
    with pytest.raises(BadPlugin, match=r"plugin sharper 1\.0 replaces the scorer '\w+', as sharp does"):
        checked(Supplied())


def shipped() -> Path:
    import firsthand

    return Path(str(firsthand.__file__)).parent / "data/weights/scorers"


@pytest.mark.parametrize(
    ("hook", "name", "body", "why"),
    [
        ("lexicons", "x.csv", "name,sort\nRiver Wolves,pirates\n", r"gives names that cannot be used: 1 mistake.*line 2"),
        ("gazetteers", "x.csv", PLACES.replace("35.5", "95.5"), r"gives places that cannot be used: .*line 2"),
        ("scorers", "nosuch.csv", "feature,millibits\n(bias),7\n", r"gives weights that cannot be used: there is no scorer"),
        ("scorers", "empty", None, r"gives 'empty' through firsthand_scorers, which is not there"),
        ("gazetteers", "empty", "", r"gives places that cannot be used"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_table_is_told_in_the_plugins_name(
    site: Site, hook: str, name: str, body: str | None, why: str
) -> None:
    if body is None:
        site.add("odd", FILES % (hook, name))
    else:
        given(site, "odd", hook, name, body)
    with pytest.raises(BadPlugin, match=f"(?s)plugin odd 1.0 {why}") as caught:
        checked(Supplied())
    assert caught.value.hint.endswith("--without odd")


def test_a_decision_is_concluded_with_the_names_of_plugins_and_never_lost_by_one(site: Site, tmp_path: Path) -> None:
    given(site, "wolves", "lexicons", "wolves.csv", NAMES)
    text = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4)
    (tmp_path / "a.txt").write_text(f"{text} {text[11:].replace('2024-03-04', '2024-02-01')}")
    record = tmp_path / "r.db"
    api.build([tmp_path / "a.txt"], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    with api.open_record(record) as view:
        one, other = view.incidents()
    decided = api.judge(record, "same", [one.id, other.id], by="A. Reader", why="one day")
    assert decided.changed
    site.add("odd", "\n    raise ValueError('no')\n")
    assert api.undo(record, decided.decision.id, by="A. Reader", why="two after all").changed
    with api.review(record, by="A. Reader") as session:
        session.conclude()
