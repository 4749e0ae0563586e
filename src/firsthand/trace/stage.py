"""The stage: all reports and what was extracted from them, to lineages and quotations that differ."""

from collections.abc import Mapping, Sequence

from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.report import Report
from firsthand.trace.beside import beside
from firsthand.trace.candidates import copied, retold
from firsthand.trace.lineages import lineages
from firsthand.trace.pairs import Link, complete
from firsthand.trace.paraphrase import weights
from firsthand.trace.quotations import quotations_that_differ, said_links, sayings, short_sayings
from firsthand.trace.quoted import quoted
from firsthand.trace.texts import Text, read_texts
from firsthand.trace.wordings import wordings


def trace(reports: Mapping[str, Report], extractions: Mapping[str, Extraction]) -> Traced:
    """Find which reports go back to one text, and which quotations differ.

    Both mappings are by report id; a report without an extraction takes part with its bare sentences. The result
    does not depend on the order of the mappings. Spans point into the reports' stored texts.
    """
    texts = read_texts(reports, extractions)
    weight = weights(texts)
    return traced(texts, [x for _, found in beside(texts, copied(texts), retold(texts), weight) for x in found], weight)


def traced(texts: Sequence[Text], links: Sequence[Link], weight: Mapping[str, int]) -> Traced:
    """What follows from the links between texts that stand in the order of their ids."""
    said = quoted(texts)
    alike = sayings(texts, said)
    one_text = {
        (link.left, link.right) for link in links if link.kind != "boilerplate" and _beside_quotations(texts, link)
    }
    told = {(link.left, link.right) for link in links if link.kind == "news"}
    links = [*links, *(x for x in said_links(texts, said, alike, weight) if (x.left, x.right) not in told)]
    links = [complete(texts[link.left], texts[link.right], link, weight) for link in links]
    alike += short_sayings(texts, said, links)
    return Traced(
        lineages=lineages(texts, links),
        quotations=quotations_that_differ(texts, said, alike),
        sayings=wordings(texts, said, alike, one_text),
    )


def _beside_quotations(texts: Sequence[Text], link: Link) -> bool:
    """Tell whether two reports share a sentence that quotes nobody: two translations of one saying are alike as well."""
    return any(
        not (_quotes(texts[link.left], a.left_words) and _quotes(texts[link.right], a.right_words))
        for a in link.aligned
    )


def _quotes(text: Text, words: tuple[int, int]) -> bool:
    start, end = text.starts[words[0]], text.ends[words[1] - 1]
    return any(q.span.touches(start, end) for q in text.extraction.quotations)
