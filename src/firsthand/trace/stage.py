"""The stage: all reports and what was extracted from them, to lineages and quotations that differ."""

from collections.abc import Mapping
from itertools import groupby

from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.report import Report
from firsthand.trace import copies, paraphrase
from firsthand.trace.lineages import lineages
from firsthand.trace.pairs import Link, compare, complete, judge
from firsthand.trace.quotations import quotations_that_differ, said_links, sayings, short_sayings
from firsthand.trace.quoted import quoted
from firsthand.trace.texts import read_texts
from firsthand.trace.wordings import wordings


def trace(reports: Mapping[str, Report], extractions: Mapping[str, Extraction]) -> Traced:
    """Find which reports go back to one text, and which quotations differ.

    Both mappings are by report id; a report without an extraction takes part with its bare sentences. The result
    does not depend on the order of the mappings. Spans point into the reports' stored texts.
    """
    texts = read_texts(reports, extractions)
    weight = paraphrase.weights(texts)
    links: list[Link] = []
    known: paraphrase.Known = {}
    retold = paraphrase.candidates(texts)
    for first, pairs in groupby(sorted(copies.candidates(texts) | retold), lambda pair: pair[0]):
        for pair in pairs:
            left, right = texts[pair[0]], texts[pair[1]]
            found = compare(left, right, weight, reworded=pair in retold, known=known)
            if found:
                links += judge(left, right, pair, found, weight)
        # No later pair has this report.
        texts[first].forget()
    said = quoted(texts)
    alike = sayings(said)
    one_text = {(link.left, link.right) for link in links if link.kind in ("news", "statement")}
    told = {(link.left, link.right) for link in links if link.kind == "news"}
    links += [link for link in said_links(texts, said, alike, weight) if (link.left, link.right) not in told]
    links = [complete(texts[link.left], texts[link.right], link, weight) for link in links]
    alike += short_sayings(texts, said, links)
    return Traced(
        lineages=lineages(texts, links),
        quotations=quotations_that_differ(texts, said, alike),
        sayings=wordings(texts, said, alike, one_text),
    )
