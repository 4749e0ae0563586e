"""Where what is told differs, by kind, each in a sentence that quotes both."""

from collections.abc import Iterable, Iterator

from firsthand.model.claim import COUNTS, Field
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count
from firsthand.weigh.attribution import attribution
from firsthand.weigh.camps import Camps
from firsthand.weigh.denials import denials
from firsthand.weigh.differing import differing_counts
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.placed import Placed
from firsthand.weigh.readings import Answers, count_of, quoted, voice_name
from firsthand.weigh.status import status
from firsthand.weigh.when_where import days_that_differ, places_that_differ


def discrepancies(answers: Answers, camps: Camps, naming: Naming) -> tuple[Discrepancy, ...]:
    """Every difference, in the order of fields."""
    case, sources = answers.case, answers.sources
    placed = Placed(case, sources, camps)
    found: list[Discrepancy] = []
    for field in answers.fields:
        found += differing_counts(answers, field, placed)
    found += _unharmed(case, sources)
    found += days_that_differ(case, sources)
    found += places_that_differ(case, sources)
    found += status(case, sources, camps)
    found += attribution(case, sources, camps, naming)
    found += denials(case, sources)
    return tuple(found)


def _unharmed(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """No civilian hurt for one voice, some for another; each voice that knows of none once."""
    fields: tuple[Field, ...] = ("civilian_casualties", "civilian_killed", "civilian_wounded", "killed", "wounded")
    told = [s for s in case.of(*fields) if _counts_civilians(s)]
    hurt = [s for s in told if (count_of(s).number or count_of(s).low or 0) > 0]
    seen: set[str] = set()
    for none in (s for s in told if count_of(s).number == 0):
        voice = voice_name(none, sources)
        other = next((s for s in hurt if voice_name(s, sources) != voice), None)
        if other is not None and voice not in seen:
            seen.add(voice)
            why = f"{quoted(none, sources)}, {quoted(other, sources)}: none hurt for one, some for the other"
            yield Discrepancy(field="civilian_casualties", kind="conflict", claims=ids([none, other]), why=why)


def _counts_civilians(stated: Stated) -> bool:
    """Tell whether a claim counts civilians."""
    value = stated.claim.value
    return isinstance(value, Count) and (stated.claim.field.startswith("civilian_") or value.side == "civilian")


def contested(found: Iterable[Discrepancy]) -> bool:
    """Tell whether a difference touches whether it happened, who did it, or who suffered it."""
    return any(d.kind in ("attribution", "status") or (d.kind == "denial" and d.field not in COUNTS) for d in found)
