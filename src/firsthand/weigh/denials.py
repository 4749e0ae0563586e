"""Who denies what, in the words of the denial."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from firsthand.model.claim import COUNTS
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count, Denial
from firsthand.model.voice import Attribution, Voice
from firsthand.weigh.evidence import ORDERED, Case, Stated, ids
from firsthand.weigh.heard import last_told
from firsthand.weigh.origins import Sources
from firsthand.weigh.pages import said_in
from firsthand.weigh.readings import count_of, quoted, voice_name
from firsthand.weigh.tolls import size

LONGEST = 200
"""Characters of a denial that are quoted."""
DENIED = {
    "event": "denies that it happened", "responsibility": "denies having done it",
    "legitimacy": "denies that it was wrong", "toll": "denies the toll", "status": "denies who was hit or how it stands",
}  # fmt: skip
"""A denial in words, by what is denied."""
CIVILIAN: Final = frozenset({"civilian_killed", "civilian_wounded", "civilian_casualties"})
NUMBER: Final = re.compile(r"\b\d{1,7}\b")
COUNT: Final = re.compile(r"\b(?:tolls?|counts?|figures?|numbers? of (?:dead|killed|wounded|victims))\b", re.IGNORECASE)
MANY: Final = 8
"""Claims of other reports that a denial is held against, one for each report and field."""
TOLD: Final = ("actor", *COUNTS, "victim", "target", "outcome", "weapon")
"""What is told of an event, as it is held against a denial of all of it."""
FIELDS = {"responsibility": "actor", "toll": "killed", "status": "victim"}


def denials(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """What somebody denies, each voice and kind of denial once: in so many words, or the plainest of what they deny."""
    found: dict[str, list[Stated]] = {}
    for stated in case.stated:
        if isinstance(stated.claim.value, Denial) or (
            stated.claim.voice.stance == "denies" and stated.claim.voice.speaker
        ):
            found.setdefault(voice_name(stated, sources), []).append(stated)
    told: set[tuple[str, str | None]] = set()
    for speaker, every in sorted(found.items()):
        if not sources.named(every[0].claim.voice):
            continue
        kinds: dict[str | None, list[Stated]] = {}
        for stated in every:
            kinds.setdefault(_of(stated, case), []).append(stated)
        # What is denied without a word for it is part of what the voice denies in so many words.
        plain: list[str | None] = [of for of in kinds if of is not None and any(_plain(s) for s in kinds[of])]
        first = _of(min(every, key=lambda s: _plainness(s, case)), case)
        for of in sorted(plain or [first], key=lambda of: (of != first, of or "")):
            told.add((speaker, of))
            yield _denial(speaker, of, every if of == first else kinds[of], case, sources)
    yield from _tolls(case, sources, {speaker for speaker, _ in told})
    yield from _in_other_words(case, sources, told)


def _denial(speaker: str, of: str | None, told: list[Stated], case: Case, sources: Sources) -> Discrepancy:
    """One kind of denial of one voice, with what it stands against."""
    stated = min((s for s in told if _of(s, case) == of), key=lambda s: _plainness(s, case))
    words, field = _sentence(stated, case), _field(stated, of)
    why = f"{speaker}{_when(case, stated.claim.report)} {DENIED[of] if of else 'denies it'}: “{words}”"
    against = _denied(case, field, words, stated.claim.report)
    if against:
        why += f"; against {quoted(against[0], sources)}"
    return Discrepancy(field=field, kind="denial", claims=ids([*told, *against]), why=why)


def _when(case: Case, report: str) -> str:
    """The day on which a report appeared, for a sentence; nothing where it is not known."""
    found = case.published(report)
    known = found.earliest is not None and found.width is not None and found.width <= ORDERED
    return f" on {found.earliest.isoformat()}" if known and found.earliest is not None else ""


def _plain(stated: Stated) -> bool:
    return isinstance(stated.claim.value, Denial)


def _in_other_words(case: Case, sources: Sources, told: set[tuple[str, str | None]]) -> Iterator[Discrepancy]:
    """Those who say that it was not they, or the figure wrong, or fighters hit, where another voice says otherwise."""
    for report in case.tellings("main"):
        for act, of in case.pages.denied(report):
            words = said_in(act)
            speaker = sources.first(Voice(speaker=act.speaker, chain=act.chain, span=act.source))
            if speaker is None or act.stance == "denies" or (speaker, of) in told:
                continue
            against = _contradicted(case, sources, speaker, of)
            if against is None or not _on_this(act, report, case):
                continue
            told.add((speaker, of))
            denied = " ".join(words.split()).strip("“”\"‘’' ,;")[:LONGEST]
            why = f"{speaker}{_when(case, report)} {DENIED[of]}: “{denied}”; against {quoted(against, sources)}"
            field = against.claim.field if of == "toll" else FIELDS.get(of, "denial")
            yield Discrepancy(field=field, kind="denial", claims=ids([against]), why=why)


def _contradicted(case: Case, sources: Sources, speaker: str, of: str) -> Stated | None:
    """What another voice says that a denial of this kind is against."""
    others = [s for s in case.stated if s.claim.voice.stance != "denies" and not _plain(s)]
    others = [s for s in others if s.claim.voice.speaker is not None and speaker not in sources.said(s)]
    deaths = [s for s in others if s.claim.field in COUNTS]
    if of == "toll":
        return next((s for s in deaths if size(count_of(s)) is not None), None)
    if of == "status":
        civil = (s for s in deaths if s.claim.field in CIVILIAN or count_of(s).side == "civilian")
        return next(civil, None)
    if of == "responsibility":
        return next((s for s in others if s.claim.field == "actor"), None) or next(iter(deaths), None)
    return next(iter(deaths or others), None)


def _on_this(act: Attribution, report: str, case: Case) -> bool:
    """Tell whether the event told last before somebody speaks is this one."""
    return last_told(act, case.extractions[report]) in {m.event for _, m in case.told_by(report)}


def _tolls(case: Case, sources: Sources, told: set[str]) -> Iterator[Discrepancy]:
    """Those who reject somebody's count, in the reports that give that count, once each."""
    counts: dict[str, list[Stated]] = {}
    for stated in case.of("killed", "wounded", "killed_or_wounded"):
        counts.setdefault(stated.claim.report, []).append(stated)
    for report in case.tellings("main"):
        denying = (act for act in case.extractions[report].attributions if act.stance == "denies")
        for act in denying if report in counts else ():
            words, speaker = said_in(act), sources.first(Voice(speaker=act.speaker, chain=act.chain))
            if speaker is None or speaker in told or not COUNT.search(words):
                continue
            others = [s for s in counts[report] if voice_name(s, sources) != speaker and size(count_of(s)) is not None]
            against = min(others, key=lambda s: (voice_name(s, sources) not in words, s.claim.span.start), default=None)
            if against is not None:
                told.add(speaker)
                denied = f"“{' '.join(words.split())[:LONGEST]}”"
                why = f"{speaker}{_when(case, report)} {DENIED['toll']}: {denied}; against {quoted(against, sources)}"
                yield Discrepancy(field=against.claim.field, kind="denial", claims=ids([against]), why=why)


def _of(stated: Stated, case: Case) -> str | None:
    """What is denied, None where it is not told."""
    value = stated.claim.value
    if isinstance(value, Denial):
        return value.of
    act = _act(stated, case)
    denied = act.denial if act is not None else None
    return "toll" if stated.claim.field in COUNTS and denied not in ("responsibility", "event") else denied


def _field(stated: Stated, of: str | None) -> str:
    field = stated.claim.field
    return field if of == "toll" and field in COUNTS else FIELDS.get(of or "", "denial")


def _act(stated: Stated, case: Case) -> Attribution | None:
    """The shortest denial whose words hold a claim."""
    span = stated.claim.span
    acts = [
        act
        for act in case.extractions[stated.claim.report].attributions
        if act.stance == "denies" and any(part.touches(span.start, span.end) for part in act.content)
    ]
    return min(acts, key=lambda act: (sum(p.end - p.start for p in act.content), act.content[0].start), default=None)


def _plainness(stated: Stated, case: Case) -> tuple[bool, bool, bool, int, str]:
    """Order of denials: those in so many words, then of a whole sentence of the report's body, then as they stand."""
    passages = case.extractions[stated.claim.report].passages
    span = stated.claim.span
    body = any(p.section in ("body", "quote") and span.touches(p.start, p.end) for p in passages)
    plain = isinstance(stated.claim.value, Denial)
    return (not plain, not body, _act(stated, case) is None, stated.claim.span.start, stated.id)


def _sentence(stated: Stated, case: Case) -> str:
    """What is denied as the denial says it, else the sentence around it."""
    span = stated.claim.span
    report = case.reports.get(stated.claim.report)
    act = _act(stated, case)
    words = span.quote
    if act is not None:
        words = " … ".join(part.quote for part in act.content)
    elif report is not None:
        passages = case.extractions[stated.claim.report].passages
        words = next((report.text[p.start : p.end] for p in passages if span.touches(p.start, p.end)), words)
    words = " ".join(words.split()).strip("“”\"‘’' ,;")
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _denied(case: Case, field: str, words: str, report: str) -> list[Stated]:
    """What a denial contradicts: the first claim to the field that it does not itself quote, and what each other report tells."""
    others = [
        s
        for s in case.stated
        if s.claim.voice.stance != "denies" and not isinstance(s.claim.value, Denial) and not s.claim.inferred
    ]
    same = (s for s in others if s.claim.field == field and " ".join(s.claim.span.quote.split()) not in words)
    first = _number_denied(others, field, words, report) or min(
        same, key=lambda s: s.claim.report == report, default=None
    )
    plainest: dict[tuple[str, str], Stated] = {}
    for stated in sorted((s for s in others if s.claim.report != report and s.claim.field in TOLD), key=_weight):
        plainest.setdefault((stated.claim.report, stated.claim.field), stated)
    told = sorted(plainest.values(), key=_weight)[:MANY]
    return [first, *told] if first is not None else told


def _number_denied(told: Sequence[Stated], field: str, words: str, report: str) -> Stated | None:
    """The figure that a denial names ("the figure of 23 is false"), as whoever gave it said it; first that of its own report."""
    named = set(NUMBER.findall(words))
    fits = [
        s
        for s in told
        if s.claim.field == field and isinstance(s.claim.value, Count) and str(s.claim.value.number) in named
    ]
    return min(fits, key=lambda s: (s.claim.report != report, s.id), default=None)


def _weight(stated: Stated) -> tuple[bool, int, str]:
    """Order of what stands for an event as a whole: news first, then who did it, the dead and hurt, what was hit."""
    return (stated.role != "main", TOLD.index(stated.claim.field), stated.id)
