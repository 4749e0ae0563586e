"""Where what is told differs, by kind, each in a sentence that quotes both."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from firsthand.model.claim import COUNTS, Field
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count, Denial, Party
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import Group, count_of, grouped, voice_name

MOST = 6
"""Answers to one field that are held against each other; the latest ones."""
Kind = Literal["conflict", "update", "refinement", "wording"]
DENIED = {
    "event": "that it happened", "responsibility": "to have done it", "legitimacy": "that it was wrong",
    "toll": "the toll", "status": "who was hit",
}  # fmt: skip


def discrepancies(case: Case, sources: Sources) -> tuple[Discrepancy, ...]:
    """Every difference, in the order of fields."""
    found: list[Discrepancy] = []
    for field in COUNTS:
        found += _counts(case, sources, field)
    found += _unharmed(case, sources)
    found += _status(case, sources)
    found += _attribution(case, sources)
    found += _denials(case, sources)
    return tuple(found)


def _counts(case: Case, sources: Sources, field: Field) -> Iterator[Discrepancy]:
    """Answers against each other, the latest first, parts aside; what refines or replaces one is held against the one before."""
    groups = [g for g in grouped(case, field) if not g.answer.part]
    for attackers in (False, True):
        side = [g for g in groups if g.answer.attackers == attackers][:MOST]
        for (i, later), (j, earlier) in combinations(enumerate(side), 2):
            kind = _kind(later, earlier, sources) if _comparable(later, earlier, case, sources) else None
            if kind is not None and (kind in ("conflict", "wording") or j == i + 1):
                why = f"{_quoted(later, case, sources)}, {_quoted(earlier, case, sources)}: {_reason(kind, later, earlier)}"
                claims = ids([*later.told, *earlier.told])
                yield Discrepancy(field=field, kind=kind, claims=claims, why=why)


def _comparable(a: Group, b: Group, case: Case, sources: Sources) -> bool:
    """Tell whether two answers are to one question: of one side, and not two figures that one voice gives in one report."""
    sides = {count_of(s).side for g in (a, b) for s in g.told} - {"unknown"}
    if len(sides) > 1 and not _shared_side(a, b):
        return False
    spoken = [{(s.claim.report, voice_name(s, case, sources)) for s in g.told} for g in (a, b)]
    return not spoken[0] & spoken[1]


def _shared_side(a: Group, b: Group) -> bool:
    """Tell whether somebody on either hand counts the same side."""
    sides = [{count_of(s).side for s in g.told} for g in (a, b)]
    return bool(sides[0] & sides[1]) or "unknown" in sides[0] | sides[1]


def _kind(later: Group, earlier: Group, sources: Sources) -> Kind | None:
    a, b = later.answer, earlier.answer
    if a.number is not None and a.number == b.number:
        return "wording"
    if _within(count_of(later.told[0]), count_of(earlier.told[0])):
        return "refinement"
    if not _number(later) or not _number(earlier):
        return None
    days = [min((s.said_on for s in g.told if s.said_on is not None), default=None) for g in (later, earlier)]
    shared = {o for s in later.told for o in sources.of(s)} & {o for s in earlier.told for o in sources.of(s)}
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        # The same origin has said more; or someone else on a later day, which replaces it unless both still hold to theirs.
        return "update" if shared or not _together(later, earlier) else "conflict"
    return "conflict"


def _together(later: Group, earlier: Group) -> bool:
    """Tell whether one report gives both answers from different voices."""
    return bool({s.claim.report for s in later.told} & {s.claim.report for s in earlier.told})


def _number(group: Group) -> bool:
    return group.answer.number is not None or group.answer.low is not None or group.answer.high is not None


def _within(a: Count, b: Count) -> bool:
    """Tell whether one interval lies in the other and one of the two is open or vague."""
    if "exact" == a.bound == b.bound or None in (a.low or a.high, b.low or b.high):
        return False
    low, high = max(a.low or 0, b.low or 0), min(_top(a), _top(b))
    return low <= high and (low, high) in ((a.low or 0, _top(a)), (b.low or 0, _top(b)))


def _top(count: Count) -> int:
    return 10**9 if count.high is None else count.high


def _reason(kind: Kind, later: Group, earlier: Group) -> str:
    if kind == "wording":
        return "one number, meant differently"
    if kind == "refinement":
        return "one figure lies within the other"
    if kind == "conflict":
        return "the figures do not agree, and neither replaces the other"
    a, b = later.answer.number or later.answer.low or 0, earlier.answer.number or earlier.answer.low or 0
    return f"the later figure is {'higher' if a > b else 'lower'} and replaces the earlier one"


def _quoted(group: Group, case: Case, sources: Sources) -> str:
    """The answer in its words, with who says it and when."""
    first = min(group.told, key=lambda s: (s.said_on is None, s.said_on and s.said_on.toordinal(), s.id))
    when = f" on {first.said_on.isoformat()}" if first.said_on else ""
    return f"“{words(first)}” ({voice_name(first, case, sources)}{when})"


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
        voice = voice_name(none, case, sources)
        other = next((s for s in hurt if voice_name(s, case, sources) != voice), None)
        if other is not None and voice not in seen:
            seen.add(voice)
            why = f"{_said(none, case, sources)}, {_said(other, case, sources)}: none hurt for one, some for the other"
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
            other = next((s for s in fighters if _same_number(one, s) and not set(sources.of(one)) & set(sources.of(s))), None)
            if other is not None:
                why = f"{_said(one, case, sources)}, {_said(other, case, sources)}: civilians for one, not for the other"
                yield Discrepancy(field=field, kind="status", claims=ids([one, other]), why=why)
                break


def _same_number(a: Stated, b: Stated) -> bool:
    return count_of(a).number is not None and count_of(a).number == count_of(b).number


def _said(stated: Stated, case: Case, sources: Sources) -> str:
    return f"“{words(stated)}” ({voice_name(stated, case, sources)})"


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
                why = f"{_said(one, case, sources)}, {_said(other, case, sources)}: they name different actors"
                yield Discrepancy(field="actor", kind="attribution", claims=ids([one, other]), why=why)


def _allied(a: Stated, b: Stated) -> bool:
    """Tell whether two parties belong to one country, so that both may be meant."""
    one, other = a.claim.value, b.claim.value
    return isinstance(one, Party) and isinstance(other, Party) and one.country is not None and one.country == other.country


def _denials(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """What somebody denies, each voice once: in so many words, or the first claim that they deny."""
    found: dict[str, list[Stated]] = {}
    for stated in case.stated:
        explicit = isinstance(stated.claim.value, Denial)
        if explicit or (stated.claim.voice.stance == "denies" and stated.claim.voice.speaker):
            found.setdefault(voice_name(stated, case, sources), []).append(stated)
    for speaker, denials in sorted(found.items()):
        stated = min(denials, key=_plainness)
        value = stated.claim.value
        what = DENIED[value.of] if isinstance(value, Denial) else f"“{words(stated)}”"
        others = _denied(case, stated)
        why = f"{speaker} denies {what}: “{words(stated)}”" if isinstance(value, Denial) else f"{speaker} denies {what}"
        if others:
            why += f"; against {_said(others[0], case, sources)}"
        yield Discrepancy(field=_field(stated), kind="denial", claims=ids([*denials, *others]), why=why)


def _plainness(stated: Stated) -> tuple[bool, bool, int, str]:
    """Order of denials: those in so many words, then those of a figure, then as they stand."""
    plain = isinstance(stated.claim.value, Denial)
    return (not plain, _field(stated) not in COUNTS, stated.claim.span.start, stated.id)


def _field(stated: Stated) -> str:
    value = stated.claim.value
    if not isinstance(value, Denial):
        return stated.claim.field
    return {"responsibility": "actor", "toll": "killed", "status": "victim"}.get(value.of, "denial")


def _denied(case: Case, denial: Stated) -> list[Stated]:
    """The first claim that the denial contradicts."""
    field = _field(denial)
    for stated in case.stated:
        if stated.claim.field == field and stated.claim.voice.stance != "denies" and not isinstance(stated.claim.value, Denial):
            return [stated]
    return []


def contested(found: Iterable[Discrepancy]) -> bool:
    """Tell whether a difference touches whether it happened, who did it, or who suffered it."""
    return any(d.kind in ("denial", "attribution", "status") and d.field != "killed" for d in found)

