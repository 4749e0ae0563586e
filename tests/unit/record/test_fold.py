"""The fold: what is refused, what a time means once its report is dated, and what the model's name depends on."""

from datetime import date

from msgspec.structs import replace

from firsthand.model.incident import Weighed
from firsthand.model.lineage import Traced
from firsthand.model.report import Refusal
from firsthand.model.timeref import TimeRef
from firsthand.model.value import Day
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.record.fold import fold, model_name
from tests import factories

GONE = Refusal(stage="read", subject="a.txt", code="E112", reason="cannot be opened")
BROKEN = Refusal(stage="read", subject="b.jsonl", code="E113", reason="not JSON", sha256="0" * 64, line=7)


def test_what_was_refused_stands_among_the_reports() -> None:
    folded = fold([factories.report("Fog.", "c.txt")], {}, {}, Traced(), Weighed(), [GONE, BROKEN], model="m")
    assert [(e.name, e.refused) for e in folded.reports] == [
        ("a.txt", "E112: cannot be opened"), ("b.jsonl#7", "E113: not JSON"), ("c.txt", None),
    ]  # fmt: skip


def test_a_file_that_could_be_opened_later_is_no_longer_refused() -> None:
    folded = fold([factories.report("Fog.", "a.txt")], {}, {}, Traced(), Weighed(), [GONE], model="m")
    assert [(e.name, e.refused) for e in folded.reports] == [("a.txt", None)]


def test_a_time_means_what_it_means_on_the_day_its_report_is_given() -> None:
    report = factories.report(factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    said = factories.extraction(report)
    mention = said.mentions[0]
    yesterday = replace(
        mention.claims[2], value=Day(expression="yesterday", ref=TimeRef(op="rel", args=("day", -1)))
    )  # fmt: skip
    said = replace(said, mentions=(replace(mention, claims=(yesterday,)),))
    day = TimeSpan(edtf="2024-03-05", earliest=date(2024, 3, 5), latest=date(2024, 3, 5), basis="stated")
    found = []
    for published in (day, UNKNOWN):
        folded = fold([report], {report.id: said}, {report.id: published}, Traced(), Weighed(), [], model="m")
        found.append(folded.claims[0].day)
    assert [span and span.earliest for span in found] == [date(2024, 3, 4), None]


def test_the_models_name_depends_on_program_kit_and_days_of_reading() -> None:
    one, two = factories.report("Fog."), factories.report("Rain.", read_on=date(2025, 2, 1))
    names = {
        model_name("p 1", "kit", [one]), model_name("p 2", "kit", [one]), model_name("p 1", "other", [one]),
        model_name("p 1", "kit", [one, two]),
    }  # fmt: skip
    assert len(names) == 4
    assert model_name("p 1", "kit", [one, two]) == model_name("p 1", "kit", [two, one])
