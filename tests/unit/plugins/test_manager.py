"""Which plugins there are, and what is said of those that cannot be used."""

import pytest

from firsthand.errors import BadPlugin
from firsthand.plugins.manager import Plugins
from tests.unit.plugins.installed import Site

NOTHING_GIVEN = """
    @hookimpl
    def firsthand_extractors():
        return []
"""


def test_the_program_itself_is_the_first_plugin_and_needs_no_other() -> None:
    found = Plugins.open()
    assert [plugin.name for plugin in found.plugins] == ["firsthand"]
    assert [one.item.name for one in found.extractors()] == ["firsthand"]


def test_plugins_come_by_name_with_the_version_of_their_package(site: Site) -> None:
    site.add("zebra", NOTHING_GIVEN, version="2.1")
    site.add("ant", NOTHING_GIVEN)
    assert [(p.name, p.version) for p in Plugins.open().others] == [("ant", "1.0"), ("zebra", "2.1")]
    found = Plugins.open()
    assert found.hooks_of(found.others[0]) == ["firsthand_extractors"]


@pytest.mark.parametrize(
    ("code", "entry", "why"),
    [
        ("import a_module_that_is_not_there", None, "cannot be loaded: ModuleNotFoundError"),
        ("raise SystemExit(3)", None, "cannot be loaded: SystemExit"),
        ("def broken(:", None, "cannot be loaded: SyntaxError"),
        (NOTHING_GIVEN, "plug_odd:nowhere", "cannot be loaded: AttributeError"),
        ("x = 1", None, "answers no hook"),
        ("def firsthand_extractors(): return []", None, "has firsthand_extractors without @hookimpl"),
        ("@hookimpl\n    def firsthand_sheep(): return []", None, "answers a hook wrongly: unknown hook 'firsthand_sheep'"),
        ("@hookimpl\n    def firsthand_extractors(lamb): return []", None, "answers a hook wrongly"),
        ("@hookimpl\n    def firsthand_extractors(): 1 / 0", None, "fails in firsthand_extractors: ZeroDivisionError"),
        ("@hookimpl\n    def firsthand_extractors(): return 7", None, "fails in firsthand_extractors: TypeError"),
        ("@hookimpl\n    def firsthand_extractors(): return ['sheep']", None, "gives str through firsthand_extractors, not"),
        (
            "@hookimpl\n    def firsthand_extractors(): return [Extractor(name='Sheep!', version='1', open='x:y')]", None,
            "gives the extractor 'Sheep!', which is no name",
        ),
        (
            "@hookimpl\n    def firsthand_extractors(): return [Extractor(name='firsthand', version='1', open='x:y')]", None,
            "gives the extractor 'firsthand', as firsthand does",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_plugin_is_told_with_its_name(site: Site, code: str, entry: str | None, why: str) -> None:
    site.add("odd", f"\n    {code}\n", entry=entry)
    with pytest.raises(BadPlugin) as caught:
        Plugins.open().extractors()
    assert str(caught.value).startswith("plugin odd 1.0 ")
    assert why in str(caught.value)
    assert caught.value.hint == "Mend or remove it, or turn it off: --without odd"
    assert [one.item.name for one in Plugins.open(["odd"]).extractors()] == ["firsthand"]


def test_one_that_cannot_be_used_can_be_listed_beside_those_that_can(site: Site) -> None:
    site.add("fine", NOTHING_GIVEN)
    site.add("odd", "raise ValueError('no')")
    found = Plugins.open(strict=False)
    assert [plugin.name for plugin in found.others] == ["fine"]
    assert [(one.name, one.version) for one in found.broken] == [("odd", "1.0")]


def test_two_plugins_of_one_name_are_a_clash(site: Site) -> None:
    site.add("fine", NOTHING_GIVEN)
    site.add("fine-too", NOTHING_GIVEN)
    info = site.folder / "plug_fine_too-1.0.dist-info/entry_points.txt"
    info.write_text("[firsthand]\nfine = plug_fine_too\n")
    with pytest.raises(BadPlugin, match="has the name of another"):
        Plugins.open()
