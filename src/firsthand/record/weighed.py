"""The decision about two groups of tellings in sentences."""

from collections.abc import Iterator, Sequence

from firsthand.model.incident import Telling
from firsthand.model.match import Decision, Weighing


def bits(millibits: int) -> str:
    """Bits with a sign, to a tenth ("+3.4")."""
    return f"{millibits / 1000:+.1f}"


def verdict(found: Weighing, *, together: bool, decisions: Sequence[Decision]) -> Iterator[str]:
    """What was decided, and what decided it."""
    yield "They are one incident in this record." if together else "They are two incidents in this record."
    for decision in decisions:
        yield f"{decision.by} called them {_called(decision)} on {decision.at:%Y-%m-%d}: {decision.why} ({decision.id})."
    if found.ruled is not None:
        yield "A person's word goes before all bits."
        return
    best = found.best.millibits
    if found.pairs > 1:
        yield (
            f"The {found.pairs} pairs of their tellings stand at {bits(found.mean)} bits on average; "
            f"the best of them, shown here, at {bits(best)}."
        )
    if found.doubted:
        yield f"A rule speaks against {found.doubted} of the pairs, which counts against the others."
    if found.barred:
        yield f"Ruled out, whatever else speaks for it: {', '.join(found.barred)}."
    need = f"{bits(found.needed)} are needed to join them"
    if found.mean >= found.needed:
        if together:
            yield f"That is enough: {need}."
        elif not found.barred:
            yield f"That would be enough ({need}), but each fits another group better, or a telling between them is ruled out."
    elif together:
        yield f"By themselves they would not be joined ({need}): other tellings of the group fit both."
    else:
        yield f"That is too little: {need}."


def left_open(report: str, telling: Telling, incident: str) -> Iterator[str]:
    """That a report's telling fits another incident (by id) about as well as its own, where it does."""
    for rival in telling.also:
        if rival.incident == incident:
            own = "it stands alone" if rival.own is None else f"{bits(rival.own)} with the one that it stands in"
            yield (
                f"What {report} tells fits both, and is left open: {bits(rival.millibits)} bits with the other, {own}. "
                "`firsthand decide` settles it."
            )


def _called(decision: Decision) -> str:
    return "the same" if decision.kind == "same" else "different"
