"""Where a shared passage comes from, with reasons: a statement, an agency, an outlet's own background, or not told."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from firsthand.model.extraction import AGENCIES
from firsthand.trace.pairs import REPRINT, Aligned, Link
from firsthand.trace.texts import Text
from firsthand.trace.voices import one_name, speakers

ATTRIBUTED, OPENED = 1 / 2, 1 / 3
"""Share of the shared words that a report must give to one speaker for the passage to be that speaker's statement, and
the share where the first of them are the speaker's: a report that quotes somebody further down is the outlet's own."""
UNKNOWN_ORIGIN = "unknown"


class Origin(NamedTuple):
    """Origin in words, the entity (None where not told), the kind of lineage, and reasons."""

    name: str
    speaker: str | None
    kind: Literal["statement", "reprint", "agency", "boilerplate"]
    why: tuple[str, ...]


def origin(texts: Sequence[Text], reports: Sequence[int], links: Sequence[Link], *, said: bool) -> Origin:
    """The likely origin of what the reports share. `said`: only attributed words are shared."""
    agency = _agency([texts[k] for k in reports])
    speaker, attributed = _speaker(texts, links)
    reprint = max(link.share for link in links) >= REPRINT
    if agency and not said and (reprint or not attributed):
        return Origin(agency[0], agency[0], "agency", (agency[1],))
    if speaker and (said or attributed):
        why = f"at least one report gives the words to {speaker}"
        return Origin(f"statement of {speaker}", speaker, "statement", (why,))
    first = _first([texts[k] for k in reports])
    if first:
        return Origin(f"report of {first}", first, "reprint", (f"the report of {first} appeared first",))
    return Origin(UNKNOWN_ORIGIN, None, "reprint", ("no report says where the words come from",))


def _said(share: float, *, opened: bool) -> bool:
    return share >= (OPENED if opened else ATTRIBUTED)


def boilerplate_origin(texts: Sequence[Text], reports: Sequence[int]) -> Origin:
    """Whose background paragraphs they are."""
    outlets = {texts[k].report.outlet for k in reports}
    outlet = next(iter(outlets)) if len(outlets) == 1 else None
    why = ("the shared sentences recall older events or stand below different news",)
    if outlet:
        return Origin(f"background paragraphs of {outlet}", outlet, "boilerplate", why)
    agency = _agency([texts[k] for k in reports])
    if agency:
        return Origin(f"background paragraphs of {agency[0]}", agency[0], "boilerplate", (*why, agency[1]))
    return Origin("background paragraphs", None, "boilerplate", why)


def _agency(texts: Sequence[Text]) -> tuple[str, str] | None:
    """The agency or outlet that most of the reports credit, and the reason."""
    credited = Counter(
        name for text in texts for name in {c.name for c in text.extraction.credits if c.text and c.name != AGENCIES}
    )
    if not credited:
        return None
    name, n = min(credited.items(), key=lambda x: (-x[1], x[0]))
    return name, f"{n} of {len(texts)} reports credit{'s' * (n == 1)} {name}"


def _speaker(texts: Sequence[Text], links: Sequence[Link]) -> tuple[str | None, bool]:
    """Who is given most of the shared words in any one report, and whether that makes them a statement of this speaker's."""
    stretches: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for link in links:
        for a in _fresh(texts, link):
            stretches[link.left].add(a.left_words)
            stretches[link.right].add(a.right_words)
    best: tuple[bool, float, str] | None = None
    for k in sorted(stretches):
        whole = sum(last - first for first, last in stretches[k])
        held: Counter[str] = Counter()
        opening: set[str] = set()
        for words in sorted(stretches[k]):
            for name in speakers(texts[k], words)[:1]:
                known = next((known for known in held if one_name(known, name)), name)
                held[known] += words[1] - words[0]
                opening |= {known} if words == min(stretches[k]) else set()
        for name, size in held.items():
            found = (_said(size / whole, opened=name in opening), size / whole, name)
            best = max(best, found) if best else found
    if best is None:
        return None, False
    names = {name for k in stretches for words in stretches[k] for name in speakers(texts[k], words)}
    return max((name for name in names if one_name(name, best[2])), key=lambda name: (len(name), name)), best[0]


def _fresh(texts: Sequence[Text], link: Link) -> Sequence[Aligned]:
    """What is shared, but for background that nobody needs to have said now; all of it where it is nothing else."""
    left, right = texts[link.left].sentences, texts[link.right].sentences
    fresh = [a for a in link.aligned if "background" not in (left[a.left].role, right[a.right].role)]
    return fresh or link.aligned


def _first(texts: Sequence[Text]) -> str | None:
    """The outlet whose report bears the earliest day, if it is alone in that and all bear one."""
    days = [min((s.day for s in t.report.stamps if s.trust == "high"), default=None) for t in texts]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or known.count(min(known)) > 1:
        return None
    return texts[days.index(min(known))].report.outlet
