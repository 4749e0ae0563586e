"""Where what is told differs, by kind, each in a sentence that quotes both."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from firsthand.model.claim import COUNTS, Field
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count, Party
from firsthand.weigh.denials import denials
from firsthand.weigh.differing import differing_counts
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import Answers, count_of, voice_name


def discrepancies(answers: Answers) -> tuple[Discrepancy, ...]:
    """Every difference, in the order of fields."""
    case, sources = answers.case, answers.sources
    found: list[Discrepancy] = []
    for field in answers.fields:
        found += differing_counts(answers, field)
    found += _unharmed(case, sources)
    found += _status(case, sources)
    found += _attribution(case, sources)
    found += denials(case, sources)
    return tuple(found)


def words(stated: Stated) -> str:
    """The quoted words of a claim on one line."""
    return " ".join(stated.claim.span.quote.split())


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
            why = f"{_said(none, sources)}, {_said(other, sources)}: none hurt for one, some for the other"
            yield Discrepancy(field="civilian_casualties", kind="conflict", claims=ids([none, other]), why=why)


def _counts_civilians(stated: Stated) -> bool:
    """Tell whether a claim counts civilians."""
    value = stated.claim.value
    return isinstance(value, Count) and (stated.claim.field.startswith("civilian_") or value.side == "civilian")


def _status(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """One number of dead or hurt, civilians for one voice and not for another."""
    for field, civil in (("killed", "civilian_killed"), ("wounded", "civilian_wounded")):
        told = [s for s in case.of(field, civil) if isinstance(s.claim.value, Count)]  # type: ignore[arg-type]
        civilians = [s for s in told if s.claim.field == civil or count_of(s).side == "civilian"]
        fighters = [s for s in told if s.claim.field == field and count_of(s).side == "target"]
        for one in civilians:
            other = next(
                (s for s in fighters if _same_number(one, s) and not set(sources.of(one)) & set(sources.of(s))), None
            )
            if other is not None:
                why = f"{_said(one, sources)}, {_said(other, sources)}: civilians for one, not for the other"
                yield Discrepancy(field=field, kind="status", claims=ids([one, other]), why=why)
                break


def _same_number(a: Stated, b: Stated) -> bool:
    return count_of(a).number is not None and count_of(a).number == count_of(b).number


def _said(stated: Stated, sources: Sources) -> str:
    return f"“{words(stated)}” ({voice_name(stated, sources)})"


def _attribution(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """Two voices that name different actors, neither of which names the other's."""
    named: dict[str, dict[str, Stated]] = {}
    for stated in case.of("actor"):
        speaker = sources.first(stated.claim.voice)
        if speaker and isinstance(stated.claim.value, Party) and stated.claim.value.entity:
            named.setdefault(speaker, {}).setdefault(stated.claim.value.entity, stated)
    for a, b in combinations(sorted(named), 2):
        if not named[a].keys() & named[b].keys():
            one, other = (min(named[x].values(), key=lambda s: s.id) for x in (a, b))
            if not _allied(one, other):
                why = f"{_said(one, sources)}, {_said(other, sources)}: they name different actors"
                yield Discrepancy(field="actor", kind="attribution", claims=ids([one, other]), why=why)


def _allied(a: Stated, b: Stated) -> bool:
    """Tell whether two parties belong to one country, so that both may be meant."""
    one, other = a.claim.value, b.claim.value
    return (
        isinstance(one, Party) and isinstance(other, Party) and one.country is not None and one.country == other.country
    )


def contested(found: Iterable[Discrepancy]) -> bool:
    """Tell whether a difference touches whether it happened, who did it, or who suffered it."""
    return any(d.kind in ("attribution", "status") or (d.kind == "denial" and d.field not in COUNTS) for d in found)
