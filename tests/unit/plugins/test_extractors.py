"""Extractors of plugins: asked in their order, held to the same evidence, and never able to break a run."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from firsthand import api
from firsthand.engine.extractor import KitExtractor
from firsthand.engine.program import READING, code
from firsthand.errors import BadPlugin, PluginFailed, UsageError
from firsthand.model.base import digest
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.plugins.chain import Chain
from firsthand.plugins.manager import Plugins
from firsthand.resources.supplied import NOTHING
from tests import factories
from tests.unit.plugins.installed import Site

TEXT = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4) + " Looters took 12 goats."

GOATS = """
    from firsthand.model.claim import Claim
    from firsthand.model.span import Span
    from firsthand.model.value import Words
    from firsthand.model.voice import OUTLET

    def goats(report, extraction, by="goats.seized", quote=None, value=None, field="seized"):
        at = report.text.find("12 goats")
        if at < 0 or not extraction.mentions:
            return extraction
        first = extraction.mentions[0]
        span = Span(start=at, end=at + 8, quote=quote or "12 goats")
        claim = Claim(report=report.id, mention=first.id, field=field, value=value or Words(text="12 goats"), span=span,
                      voice=OUTLET, by=by)
        first = msgspec.structs.replace(first, claims=(*first.claims, claim))
        return msgspec.structs.replace(extraction, mentions=(first, *extraction.mentions[1:]))
"""


def plugin(opened: str, *, default: bool = True, name: str = "goats", more: str = "") -> str:
    return f"""{GOATS}{more}
    @hookimpl
    def firsthand_extractors():
        return [Extractor(name="{name}", version="1", default={default}, open=lambda supplied: {opened})]
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT.replace("Oldford", "Newbridge"))
    return folder


def built(reports: Path, record: Path, **asked: object) -> api.Summary:
    return api.build([reports], record, read_on=factories.READ_ON, extractor=factories.PLUGGED, **asked)  # type: ignore[arg-type]


def seized(record: Path) -> list[dict[str, object]]:
    return [one for one in json.loads(api.export(record))["claims"] if one["field"] == "seized"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_claim_of_a_plugin_stands_beside_ours_in_every_process(
    site: Site, reports: Path, tmp_path: Path, workers: int
) -> None:
    site.add("goats", plugin("goats"))
    told = built(reports, tmp_path / "r.db", workers=workers)
    assert (told.claims_refused, told.plugins_failed) == (0, ())
    assert [one["by"] for one in seized(tmp_path / "r.db")] == ["goats.seized"] * 2
    with api.open_record(tmp_path / "r.db") as record:
        assert record.verify().fault is None
        assert {"actor", "place", "date", "killed"} <= {one.claim.field for one in record.claims.values()}


def test_a_claim_without_its_words_is_refused_and_counted_as_ours_would_be(
    site: Site, reports: Path, tmp_path: Path
) -> None:
    site.add("liar", plugin('lambda r, x: goats(r, x, quote="13 goats")'))
    told = built(reports, tmp_path / "r.db")
    assert (told.claims_refused, told.claims, told.incidents) == (2, 8, 1)
    assert seized(tmp_path / "r.db") == []


def test_an_extractor_that_is_no_default_runs_where_it_is_asked_for(site: Site, reports: Path, tmp_path: Path) -> None:
    site.add("goats", plugin("goats", default=False))
    built(reports, tmp_path / "r.db")
    assert seized(tmp_path / "r.db") == []
    built(reports, tmp_path / "r.db", extractors=["goats"])
    assert len(seized(tmp_path / "r.db")) == 2
    with pytest.raises(UsageError, match="no extractor sheep") as caught:
        built(reports, tmp_path / "r.db", extractors=["sheep"])
    assert "firsthand, goats" in caught.value.hint


def test_without_turns_a_plugin_off(site: Site, reports: Path, tmp_path: Path) -> None:
    site.add("goats", plugin("goats"))
    built(reports, tmp_path / "r.db", without=["goats"])
    assert seized(tmp_path / "r.db") == []
    with pytest.raises(UsageError, match="no plugin is called sheep"):
        built(reports, tmp_path / "x.db", without=["sheep"])
    with pytest.raises(UsageError, match="the program itself"):
        built(reports, tmp_path / "x.db", without=["firsthand"])
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(
    ("opened", "why"),
    [
        ("lambda r, x: 1 / 0", "ZeroDivisionError: division by zero"),
        ("lambda r, x: None", "answers with NoneType, not an Extraction"),
        ("lambda r, x: msgspec.structs.replace(x, report='rpt_0')", "answers for report rpt_0"),
        ("lambda r, x: msgspec.structs.replace(x, times=(7,))", "values of other types"),
        ("lambda r, x: goats(r, x, by='counts.numeral')", "says that it is by 'counts.numeral', not by 'goats'"),
        ("lambda r, x: goats(r, x, field='killed')", "the value of a claim to killed is Words, not Count"),
        ("lambda r, x: goats(r, x, field='killed', value=Count(low=5, high=4))", "a count from 5 down to 4"),
        ("lambda r, x: goats(r, x, field='place', value=Where(text='', place=Place(name='x', lat=99.0, lon=0.0)))", "nowhere"),
        ("lambda r, x: goats(r, x, field='goats')", "values of other types"),
        ("lambda r, x: msgspec.structs.replace(x, passages=())", "stands in passage 0 of 0"),
    ],
)  # fmt: skip
def test_an_extractor_that_fails_leaves_what_was_found_and_is_named(site: Site, opened: str, why: str) -> None:
    more = "    from firsthand.model.value import Count, Where\n    from firsthand.model.place import Place\n"
    site.add("shaky", plugin(opened, more=more))
    report = factories.report(TEXT)
    before = factories.extraction(report)
    (after,) = Chain.open(NOTHING, first=lambda _, __: before)([report])
    assert replace(after, refused=()) == before
    (refusal,) = after.refused
    assert (refusal.code, refusal.stage) == (PluginFailed.code, "extract")
    assert refusal.reason.startswith("extractor goats of plugin shaky 1.0: ")
    assert why in refusal.reason
    assert refusal.reason.endswith("(to do without it: --without shaky)")


def test_one_bad_report_does_not_cost_a_batch_its_others(site: Site, reports: Path, tmp_path: Path) -> None:
    more = """
    class Batches:
        digest = "tables of 2024"
        def __call__(self, report, extraction):
            return goats(report, extraction)
        def batch(self, reports, extractions):
            if any("Newbridge" in report.text for report in reports):
                raise ValueError("not Newbridge")
            return [goats(r, x) for r, x in zip(reports, extractions)]
"""
    site.add("goats", plugin("Batches()", more=more))
    told = built(reports, tmp_path / "r.db")
    assert [one.name for one in told.plugins_failed] == ["b.txt"]
    assert "ValueError: not Newbridge" in told.plugins_failed[0].why
    assert (told.reports, told.claims) == (2, 9)
    assert len(seized(tmp_path / "r.db")) == 1
    assert Chain.open(NOTHING, first=lambda _, x: x).others == (("goats", "1", "goats", "1.0", "tables of 2024"),)


def test_what_a_plugin_raises_when_it_is_opened_ends_the_run_by_name(site: Site, reports: Path, tmp_path: Path) -> None:
    site.add("shut", plugin("1 / 0"))
    with pytest.raises(PluginFailed, match=r"plugin shut 1\.0 failed to open its extractor goats: ZeroDivisionError"):
        built(reports, tmp_path / "r.db")


def test_the_kit_names_extractors_with_their_versions_and_only_where_there_are_any(
    site: Site, reports: Path, tmp_path: Path
) -> None:
    plain = built(reports, tmp_path / "r.db").model
    site.add("goats", plugin("goats", default=False))
    assert built(reports, tmp_path / "r.db").model == plain
    asked = built(reports, tmp_path / "r.db", extractors=["goats"]).model
    assert asked != plain
    assert Plugins.open().used(["goats"]) == ("goats 1.0", "extractor goats 1 of goats")


def test_without_other_extractors_the_kit_is_named_as_it_was_before_there_were_plugins() -> None:
    def own(_: Report, extraction: Extraction) -> Extraction:
        return extraction

    own.digest = "kit_x"  # type: ignore[attr-defined]
    assert KitExtractor(Chain.open(NOTHING, first=own)).digest == digest("kit", "kit_x", code(READING))


def test_two_extractors_of_one_name_are_a_clash(site: Site, reports: Path, tmp_path: Path) -> None:
    site.add("first", plugin("goats"))
    site.add("second", plugin("goats"))
    with pytest.raises(BadPlugin, match=r"plugin second 1\.0 gives the extractor 'goats', as first does") as caught:
        built(reports, tmp_path / "r.db")
    assert "--without second" in caught.value.hint
    assert len(seized_after(reports, tmp_path / "r.db")) == 2


def seized_after(reports: Path, record: Path) -> list[dict[str, object]]:
    built(reports, record, without=["second"])
    return seized(record)


def test_a_batch_that_yields_answers_for_one_report_as_for_many(site: Site, reports: Path, tmp_path: Path) -> None:
    more = """
    class Yields:
        def __call__(self, report, extraction):
            raise AssertionError("one by one")
        def batch(self, reports, extractions):
            yield from (goats(r, x) for r, x in zip(reports, extractions))
"""
    site.add("goats", plugin("Yields()", more=more))
    assert built(reports, tmp_path / "r.db").plugins_failed == ()
    report = factories.report(TEXT)
    (alone,) = Chain.open(NOTHING, first=lambda _, __: factories.extraction(report))([report])
    assert alone.refused == ()


def test_a_record_that_turns_off_what_is_not_installed_here_is_as_good_as_any(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "firsthand.toml").write_text('[plugins]\noff = ["elsewhere"]\n')
    built(reports, tmp_path / "r.db")
    assert api.export(tmp_path / "r.db")
    with api.open_record(tmp_path / "r.db") as record:
        name = record.places()[0].name
    assert api.decide_place(tmp_path / "r.db", name, "none", by="A. Reader", why="a test").decision.name
