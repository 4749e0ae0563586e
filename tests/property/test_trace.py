"""What holds of tracing whatever the reports say."""

import string
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.trace import trace
from tests.unit.trace.planted import STATEMENTS, TELLINGS, bare, framed, report, reworded

WORDS = st.sampled_from(
    "convoy bridge valley gunmen Halmer Ostavel 14 9 seized burned the a of in on said militia “held” road. Tembe,".split()
)
SENTENCES = st.lists(WORDS, min_size=0, max_size=60).map(" ".join)
ANY_TEXT = st.one_of(SENTENCES, st.text(max_size=200), st.text(alphabet=string.printable, max_size=200))


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(ANY_TEXT, max_size=5), draw=st.randoms(use_true_random=False))
def test_order_does_not_matter_and_spans_hold(texts: list[str], draw: st.DrawFn) -> None:
    reports = [report(f"r{k}", text) for k, text in enumerate([*texts, *texts[:2]])]
    given_reports, extractions = bare(*reports)
    traced = trace(given_reports, extractions)
    keys = sorted(given_reports, reverse=True)
    assert trace({k: given_reports[k] for k in keys}, {k: extractions[k] for k in sorted(keys)}) == traced
    for lineage in traced.lineages:
        assert len(set(lineage.reports)) >= 2
        assert {p.report for p in lineage.passages} == set(lineage.reports)
        for p in lineage.passages:
            assert 0 <= p.start < p.end <= len(given_reports[p.report].text)
            words = given_reports[p.report].text[p.start : p.end]
            assert words == words.strip()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), rate=st.sampled_from([0.0, 0.1, 0.3, 0.6]))
def test_unrelated_reports_change_no_lineage(seed: int, rate: float) -> None:
    pair = [report("a", framed(reworded(0, 0, seed), 0)), report("b", framed(reworded(0, rate, seed + 1), 1))]
    more = [report(f"t{k}", TELLINGS[k]) for k in range(1, len(TELLINGS))]
    more.append(report("s", reworded(len(STATEMENTS) - 1, 0, seed)))
    alone = {x.reports for x in trace(*bare(*pair)).lineages}
    assert {x.reports for x in trace(*bare(*pair, *more)).lineages} >= alone


def test_a_report_without_an_extraction_takes_part() -> None:
    a, b = report("a", framed(reworded(1, 0, 1), 0)), report("b", framed(reworded(1, 0.1, 2), 1))
    assert len(trace({a.id: a, b.id: b}, {}).lineages) == 1


def test_nothing_gives_nothing() -> None:
    assert trace({}, {}).lineages == ()
    empty = report("a", "")
    assert trace({empty.id: empty}, {empty.id: Extraction(report=empty.id)}).quotations == ()


def test_hostile_texts_end_soon() -> None:
    texts = ["a " * 20_000, "A." * 20_000, "word" * 20_000, "-" * 50_000, "1,2." * 15_000, '"' * 40_000, "a-" * 30_000]
    reports: list[Report] = [report(f"h{k}", text) for k, text in enumerate(texts * 2)]
    begin = time.monotonic()
    trace(*bare(*reports))
    assert time.monotonic() - begin < 30
