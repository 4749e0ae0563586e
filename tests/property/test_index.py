"""Adding reports one by one gives what tracing all of them at once gives, in any order and however they are cut."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.trace import candidates, paraphrase, trace
from firsthand.trace.index import Index
from firsthand.trace.texts import Text, read_text
from firsthand.trace.words import Lexis
from tests.unit.trace.planted import STATEMENTS, TELLINGS, bare, report, reworded

CLOSING = "This paper has its seat in Quell and prints three times a week for readers of the whole valley and beyond."
PASSAGES = st.one_of(
    st.tuples(st.integers(0, len(STATEMENTS) - 1), st.sampled_from([0.0, 0.1, 0.3]), st.integers(0, 2)).map(
        lambda drawn: reworded(*drawn)
    ),
    st.sampled_from([*TELLINGS, CLOSING]),
)
TEXTS = st.lists(PASSAGES, min_size=1, max_size=3).map("\n\n".join)


@pytest.fixture(autouse=True)
def _crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds so low that a few reports pass them."""
    for name, value in {"CROWD": 3, "NEIGHBOURS": 2, "COMMON": 3, "PARTNERS": 2, "SHARED": 2}.items():
        monkeypatch.setattr(candidates, name, value)
    monkeypatch.setattr(paraphrase, "SAMPLE", 4)


def read(reports: list[Report]) -> list[Text]:
    lexis = Lexis()
    return [read_text(one, Extraction(report=one.id), lexis) for one in reports]


def links(index: Index) -> dict[tuple[str, str], list[object]]:
    """What an index holds, by the ids of reports."""
    name = [text.id for text in index.texts]
    return {
        (name[a], name[b]): [replace(x, left=0, right=0) for x in found] for (a, b), found in index.links.items()
    }  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=2, max_size=12), draw=st.randoms(use_true_random=False), cut=st.integers(0, 12))
def test_any_order_and_any_cut_gives_the_links_of_all_at_once(texts: list[str], draw: st.DrawFn, cut: int) -> None:
    reports = [report(f"r{k}", text) for k, text in enumerate(texts)]
    whole = Index(read(reports))
    draw.shuffle(reports)  # type: ignore[attr-defined]
    grown = Index(read(reports[:cut]))
    last: tuple[object, ...] = ()
    for text in read(reports[cut:]):
        last = grown.add(text)
    assert links(grown) == links(whole)
    if reports[cut:]:
        told = [x for x in trace(*bare(*reports)).lineages if x.kind != "boilerplate" and reports[-1].id in x.reports]
        assert list(last) == told


def test_a_crowd_that_grows_report_by_report_is_compared_along_its_row() -> None:
    reports = [report(f"r{k}", f"Notice {k} of the mayor names {k + 40} streets.\n\n{CLOSING}") for k in range(20)]
    grown = Index()
    for text in read(reports):
        grown.add(text)
    assert links(grown) == links(Index(read(reports)))
    assert len(grown.links) <= candidates.NEIGHBOURS * len(reports)


def test_a_pair_of_words_that_becomes_common_parts_those_that_shared_it() -> None:
    bodies = [
        "Smoke rose over Quell. Mules carried grain past mills.",
        "Mules carried grain past mills while bells rang.",
    ]
    others = [
        f"Late snow closed pass {k}. Mules carried grain past mills and turned back at toll {k}." for k in range(4)
    ]
    reports = [report(f"r{k}", text) for k, text in enumerate([*bodies, *others])]
    grown = Index(read(reports[:2]))
    assert grown._retold.holds((0, 1))
    for text in read(reports[2:]):
        grown.add(text)
    assert not grown._retold.holds((0, 1))
    assert links(grown) == links(Index(read(reports)))
