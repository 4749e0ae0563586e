"""Reports that go back to one text, together: what they share, where it comes from and what was changed on the way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.model.hanging import roots
from firsthand.model.lineage import Lineage, PassageRef
from firsthand.trace.changed import MOST, changes
from firsthand.trace.origins import Origin, boilerplate_origin, origin
from firsthand.trace.pairs import Aligned, Link
from firsthand.trace.texts import Text

CLOSE = 2 / 3
"""Share of the pairs of two groups that must be linked for the groups to be one."""
CLOSING = '.!?"”’)'
FAMILIES = 3
"""Sentences that two reports must have in common, through others, to count as linked."""

Node = tuple[int, int]
"""A sentence: index of its report, index in the report."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Reports (by index, ascending) that share passages, and the links among them."""

    reports: tuple[int, ...]
    links: tuple[Link, ...]


def lineages(texts: Sequence[Text], links: Sequence[Link]) -> tuple[Lineage, ...]:
    """All lineages, in the order of their reports."""
    news = [link for link in links if link.kind == "news"]
    told = list(_groups(news))
    inside = {(a, b) for group in told for a in group.reports for b in group.reports}
    said = _sets([link for link in links if link.kind == "statement" and (link.left, link.right) not in inside])
    aside = _sets(_untold([x for x in links if x.kind == "boilerplate"], [x for x in links if x.kind != "boilerplate"]))
    out = [_lineage(texts, group, origin(texts, group.reports, group.links, said=False)) for group in told]
    out += [_lineage(texts, group, origin(texts, group.reports, group.links, said=True)) for group in said]
    out += [_lineage(texts, group, boilerplate_origin(texts, group.reports)) for group in aside]
    return tuple(sorted(out, key=lambda x: (x.reports, x.kind, x.id)))


def _lineage(texts: Sequence[Text], group: Shared, source: Origin) -> Lineage:
    aligned = [(link, a) for link in group.links for a in link.aligned]
    copied = sum(a.like.weight for _, a in aligned if a.verbatim)
    whole = sum(a.like.weight for _, a in aligned)
    how = "verbatim" if 2 * copied >= whole else "paraphrase"
    altered: dict[str, None] = {}
    for link in group.links if source.kind != "boilerplate" else ():
        altered.update(dict.fromkeys(changes(texts[link.left], texts[link.right], link.aligned)))
        if len(altered) >= MOST:
            break
    return Lineage(
        origin=source.name,
        speaker=source.speaker,
        kind=source.kind,
        how="verbatim" if how == "verbatim" else "paraphrase",
        reports=tuple(sorted(texts[k].id for k in group.reports)),
        passages=tuple(_passages(texts, aligned)),
        changed=tuple(altered)[:MOST],
        why=(*_extent(texts, group), *source.why),
    )


def _extent(texts: Sequence[Text], group: Shared) -> Iterator[str]:
    """How much is shared, in words."""
    best = max(group.links, key=lambda link: (link.share, sum(a.like.weight for a in link.aligned)))
    words = sum(a.same for a in best.aligned)
    if words:
        shorter = min(texts[best.left].size, texts[best.right].size)
        yield f"{words} words agree in order, {round(100 * words / shorter)} % of the shorter report"
    reworded = sum(not a.verbatim for a in best.aligned)
    if reworded:
        yield f"{reworded} sentence{'s' * (reworded > 1)} reworded, with the same rare words in the same order"


def _passages(texts: Sequence[Text], aligned: Iterable[tuple[Link, Aligned]]) -> list[PassageRef]:
    """The shared stretches of each report, neighbours joined."""
    stretches: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for link, a in aligned:
        stretches[link.left].add(_widened(texts[link.left], a.left, a.left_words))
        stretches[link.right].add(_widened(texts[link.right], a.right, a.right_words))
    out = []
    for k in sorted(stretches, key=lambda k: texts[k].id):
        joined: list[tuple[int, int]] = []
        for first, last in sorted(stretches[k]):
            if joined and first <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        text = texts[k]
        out += [PassageRef(report=text.id, start=text.starts[a], end=_closed(text, b - 1)) for a, b in joined]
    return out


def _closed(text: Text, word: int) -> int:
    """Where a passage that ends with this word ends, with the marks that close it."""
    end = text.ends[word]
    limit = min(len(text.report.text), text.starts[word + 1] if word + 1 < len(text.starts) else end + 3, end + 3)
    while end < limit and text.report.text[end] in CLOSING:
        end += 1
    return end


def _widened(text: Text, sentence: int, words: tuple[int, int]) -> tuple[int, int]:
    """The whole sentence where nearly all of it is shared."""
    whole = text.sentences[sentence]
    if 5 * (words[1] - words[0]) >= 4 * whole.size:
        return whole.first, whole.last
    return words


def _groups(links: Sequence[Link]) -> Iterator[Shared]:
    """Reports of which nearly all pairs are linked, closest first; what is left makes groups by shared sentences."""
    known = {(link.left, link.right) for link in links}
    families = _families(links)
    member: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for link in sorted(links, key=lambda x: (-_strength(x), x.left, x.right)):
        for report in (link.left, link.right):
            if report not in member:
                member[report] = report
                groups[report] = [report]
        one, other = sorted((member[link.left], member[link.right]))
        if one != other:
            cross = [(min(a, b), max(a, b)) for a in groups[one] for b in groups[other]]
            linked = sum(pair in known or (families[pair[0]] & families[pair[1]]).total() >= FAMILIES for pair in cross)
            if linked >= CLOSE * len(cross):
                groups[one] += groups.pop(other)
                member.update(dict.fromkeys(groups[one], one))
    inside: defaultdict[int, list[Link]] = defaultdict(list)
    left_over = []
    for link in links:
        if member[link.left] == member[link.right]:
            inside[member[link.left]].append(link)
        else:
            left_over.append(link)
    for key, found in sorted(inside.items()):
        yield Shared(tuple(sorted(groups[key])), tuple(found))
    yield from _sets(left_over)


def _strength(link: Link) -> float:
    """How much of the reports a link covers."""
    return link.share + sum(a.like.contained * a.like.jaccard for a in link.aligned) / 100


def _families(links: Sequence[Link]) -> Mapping[int, Counter[Node]]:
    """For each report how many of its sentences belong to which family, named by its smallest sentence."""
    out: defaultdict[int, Counter[Node]] = defaultdict(Counter)
    for node, family in _roots(links).items():
        out[node[0]][family] += 1
    return out


def _untold(aside: Sequence[Link], told: Sequence[Link]) -> list[Link]:
    """Boilerplate links but those whose sentences go back to one text by way of a third report."""
    root = _roots(told)
    return [
        x
        for x in aside
        if any((x.left, a.left) not in root or root[x.left, a.left] != root.get((x.right, a.right)) for a in x.aligned)
    ]


def _roots(links: Sequence[Link]) -> dict[Node, Node]:
    """Each sentence with the smallest sentence that it answers to, directly or through others."""
    return roots(((link.left, a.left), (link.right, a.right)) for link in links for a in link.aligned)


def _sets(links: Sequence[Link]) -> list[Shared]:
    """Groups by shared sentence; a group that is part of a larger one goes into it."""
    root = _roots(links)
    reports: defaultdict[Node, set[int]] = defaultdict(set)
    for node, family in root.items():
        reports[family].add(node[0])
    sets = sorted({frozenset(found) for found in reports.values()}, key=lambda s: (-len(s), sorted(s)))
    kept: list[frozenset[int]] = []
    holding: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for found in sets:
        if not any(found <= larger for larger in holding[min(found)]):
            kept.append(found)
            for report in found:
                holding[report].append(found)
    out = []
    taken: set[tuple[int, int, str]] = set()
    for found in kept:
        own = [x for x in links if x.left in found and x.right in found and (x.left, x.right, x.kind) not in taken]
        taken.update((x.left, x.right, x.kind) for x in own)
        if own:
            out.append(Shared(tuple(sorted({k for x in own for k in (x.left, x.right)})), tuple(own)))
    return out
