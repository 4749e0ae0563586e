"""What a decision is about, in words."""

from collections.abc import Iterable, Iterator

from firsthand.model.folded import Folded
from firsthand.model.match import Decision


def about(decision: Decision, folded: Folded) -> str:
    """The incidents that its mentions now stand in and who tells them, sides parted by a bar; else the name or the id."""
    if decision.kind == "undo":
        return decision.answers or ""
    if decision.kind == "place":
        return f"{decision.name}: {decision.place.name if decision.place else 'no place'}"
    if decision.judged is not None:
        name = next(
            (entry.name for entry in folded.reports if entry.id == decision.judged.report), decision.judged.report
        )
        return (
            f"{decision.judged.field} {decision.judged.value} ({name}, {decision.judged.start}-{decision.judged.end})"
        )
    if decision.drawn is not None:
        return f"{decision.drawn.id}, {decision.drawn.size} claims"
    if decision.weights is not None:
        return decision.weights.id
    sides = [", ".join(_titled(side, folded)) for side in (decision.mentions, decision.apart) if side]
    return " | ".join(sides)


def _titled(mentions: Iterable[str], folded: Folded) -> Iterator[str]:
    wanted = set(mentions)
    names = {entry.id: entry.name for entry in folded.reports if entry.id is not None}
    for incident in folded.incidents:
        told = {t.report for t in incident.tellings if wanted & set(t.mentions)}
        if told:
            yield f"{incident.title} ({', '.join(sorted(names[key] for key in told))})"
