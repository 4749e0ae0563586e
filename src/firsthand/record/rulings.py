"""What people decided about mentions: found again in what was extracted, and checked for contradiction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from firsthand.model.claim import Mention
from firsthand.model.extraction import Extraction
from firsthand.model.hanging import roots
from firsthand.model.match import Decision, Mark, standing

ON_MENTIONS = frozenset({"same", "different", "split"})
NEAR = 60
"""Characters within which a mention that got other bounds is the one that was decided upon."""


class Conflict(NamedTuple):
    """A standing decision that a new one contradicts, and the two mentions on which they do."""

    decision: Decision
    left: str
    right: str


def found_again(decisions: Iterable[Decision], said: Mapping[str, Extraction]) -> tuple[Decision, ...]:
    """The decisions with the ids that their mentions bear now; a mention that is gone keeps its old id, and binds nothing."""
    decided = tuple(decisions)
    if not any(decision.marks for decision in decided):
        return decided
    known = {mention.id for extraction in said.values() for mention in extraction.mentions}
    return tuple(_found(decision, known, said) for decision in decided)


def _found(decision: Decision, known: set[str], said: Mapping[str, Extraction]) -> Decision:
    gone = [mark for mark in decision.marks if mark.mention not in known and mark.report in said]
    now = {mark.mention: again for mark in gone if (again := _nearest(mark, said[mark.report].mentions)) is not None}
    if not now:
        return decision
    mentions = tuple(now.get(one, one) for one in decision.mentions)
    return replace(decision, mentions=mentions, apart=tuple(now.get(one, one) for one in decision.apart))


def _nearest(mark: Mark, mentions: Iterable[Mention]) -> str | None:
    """The mention whose trigger stands there now, or so near that it is the same telling."""
    away = [
        (max(m.trigger.start - mark.end, mark.start - m.trigger.end, 0), abs(m.trigger.start - mark.start), m.id)
        for m in mentions
    ]
    best = min(away, default=None)
    return best[2] if best is not None and best[0] <= NEAR else None


def pairs_apart(decision: Decision) -> list[tuple[str, str]]:
    """The pairs of mentions that a decision keeps apart."""
    if decision.apart:
        return [(one, other) for one in decision.mentions for other in decision.apart]
    named = decision.mentions
    return [(one, other) for k, one in enumerate(named) for other in named[k + 1 :]]


def conflict(decisions: Sequence[Decision], new: Decision) -> Conflict | None:
    """The standing decision that `new` contradicts, directly or through others; None where it goes with all of them.

    An undo contradicts where it takes back another undo, and what then stands again goes against what was decided since.
    """
    if new.kind == "undo":
        return _brought_back(decisions, new)
    held = [decision for decision in standing(decisions) if decision.kind in ON_MENTIONS]
    sames = [decision for decision in held if decision.kind == "same"]
    if new.kind == "same":
        one = classes([*sames, new])
        for decision in held:
            if decision.kind != "same":
                for left, right in pairs_apart(decision):
                    if left != right and one.get(left, left) == one.get(right, right):
                        return Conflict(decision, left, right)
        return None
    one = classes(sames)
    for left, right in pairs_apart(new):
        if left in one and one[left] == one.get(right):
            both = [d for d in sames if {left, right} & set(d.mentions)]
            return Conflict(both[-1], left, right)
    return None


def _brought_back(decisions: Sequence[Decision], undo: Decision) -> Conflict | None:
    """The standing decision that goes against one which stands again after `undo`."""
    before, after = standing(decisions), standing([*decisions, undo])
    again = [decision for decision in after if decision not in before and decision.kind in ON_MENTIONS]
    rest = [decision for decision in after if decision not in again]
    for decision in again:
        found = conflict(rest, decision)
        if found is not None:
            return found
        rest.append(decision)
    return None


def classes(sames: Iterable[Decision]) -> dict[str, str]:
    """Each mention with the smallest of those that are one incident with it by people's words."""
    return roots((decision.mentions[0], other) for decision in sames for other in decision.mentions[1:])
