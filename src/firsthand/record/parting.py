"""Events of one report that people's words take apart: mentions that may not be one incident get events of their own."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from firsthand.model.base import digest
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision, standing
from firsthand.record.rulings import ON_MENTIONS, classes, pairs_apart


def parted(said: Mapping[str, Extraction], decisions: Iterable[Decision]) -> dict[str, Extraction]:
    """What reports say, with mentions of one event that people called different as events of their own.

    They may have said so in so many words, or through others: A is C, B is not C, and A and B were taken for one event.
    """
    held = [decision for decision in standing(decisions) if decision.kind in ON_MENTIONS]
    apart = [decision for decision in held if decision.kind != "same"]
    if not apart:
        return dict(said)
    sets = Sets(held)
    out = dict(said)
    for report in sorted(said):
        fresh = _fresh(said[report], sets)
        if fresh:
            mentions = tuple(
                replace(m, event=fresh[m.id]) if m.id in fresh else m for m in said[report].mentions
            )  # fmt: skip
            out[report] = replace(said[report], mentions=mentions)
    return out


class Sets:
    """Mentions that are one incident by people's words and by standing in one event, and what they must stay apart from."""

    def __init__(self, held: Sequence[Decision]) -> None:
        self._set = classes(decision for decision in held if decision.kind == "same")
        pairs = [pair for decision in held if decision.kind != "same" for pair in pairs_apart(decision)]
        self.named = {one for decision in held for one in (*decision.mentions, *decision.apart)}
        self.leaving = {left for left, _ in pairs}
        self._apart: dict[str, set[str]] = {}
        for left, right in pairs:
            one, other = self._top(left), self._top(right)
            if one != other:
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)

    def unite(self, left: str, right: str) -> bool:
        """Take two mentions for one incident; False where a person keeps them apart."""
        one, other = sorted((self._top(left), self._top(right)))
        if other in self._apart.get(one, ()):
            return False
        if one != other:
            self._set[other] = self._set[one] = one
            for away in self._apart.pop(other, set()):
                self._apart[away] = self._apart[away] - {other} | {one}
                self._apart.setdefault(one, set()).add(away)
        return True

    def _top(self, mention: str) -> str:
        while self._set.get(mention, mention) != mention:
            mention = self._set[mention]
        return mention


def _fresh(extraction: Extraction, sets: Sets) -> dict[str, str]:
    """New events for mentions that cannot stay in theirs: who was called different first goes, the rest stays."""
    events: dict[str, list[str]] = {}
    for mention in extraction.mentions:
        if mention.id in sets.named:
            events.setdefault(mention.event, []).append(mention.id)
    fresh: dict[str, str] = {}
    for event, mentions in sorted(events.items()):
        heads: list[str] = []
        for one in sorted(mentions, key=lambda m: (m in sets.leaving, m)):
            head = next((head for head in heads if sets.unite(head, one)), None)
            if head is None:
                heads.append(one)
            if head != heads[0] and len(heads) > 1:
                fresh[one] = digest("evt", event, head or one)
    return fresh
