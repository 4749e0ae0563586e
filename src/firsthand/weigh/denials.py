"""Who denies what, in the words of the denial."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.model.claim import COUNTS
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Denial
from firsthand.model.voice import Attribution, Voice
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import count_of, voice_name
from firsthand.weigh.tolls import size

LONGEST = 200
"""Characters of a denial that are quoted."""
DENIED = {
    "event": "that it happened", "responsibility": "to have done it", "legitimacy": "that it was wrong",
    "toll": "the toll", "status": "who was hit",
}  # fmt: skip
COUNT: Final = re.compile(r"\b(?:tolls?|counts?|figures?|numbers? of (?:dead|killed|wounded|victims))\b", re.IGNORECASE)
FIELDS = {"responsibility": "actor", "toll": "killed", "status": "victim"}


def denials(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """What somebody denies, each voice once: in so many words, or the plainest of what they deny."""
    found: dict[str, list[Stated]] = {}
    for stated in case.stated:
        if isinstance(stated.claim.value, Denial) or (
            stated.claim.voice.stance == "denies" and stated.claim.voice.speaker
        ):
            found.setdefault(voice_name(stated, sources), []).append(stated)
    for speaker, told in sorted(found.items()):
        if not sources.named(told[0].claim.voice):
            continue
        stated = min(told, key=lambda s: _plainness(s, case))
        of, words = _of(stated, case), _sentence(stated, case)
        why = f"{speaker} denies {DENIED[of] if of else 'it'}: “{words}”"
        field = _field(stated, of)
        against = _denied(case, field, words)
        if against is not None:
            other = " ".join(against.claim.span.quote.split())
            why += f"; against “{other}” ({voice_name(against, sources)})"
        claims = ids([*told, against] if against is not None else told)
        yield Discrepancy(field=field, kind="denial", claims=claims, why=why)
    yield from _tolls(case, sources, set(found))


def _tolls(case: Case, sources: Sources, told: set[str]) -> Iterator[Discrepancy]:
    """Those who reject somebody's count, in the reports that give that count, once each."""
    for report in case.tellings("main"):
        counts = [s for s in case.of("killed", "wounded", "killed_or_wounded") if s.claim.report == report]
        for act in case.extractions[report].attributions:
            words = " … ".join(part.quote for part in act.content)
            speaker = sources.first(Voice(speaker=act.speaker, chain=act.chain))
            if act.stance != "denies" or speaker is None or speaker in told or not COUNT.search(words):
                continue
            others = [s for s in counts if voice_name(s, sources) != speaker and size(count_of(s)) is not None]
            against = min(others, key=lambda s: (voice_name(s, sources) not in words, s.claim.span.start), default=None)
            if against is not None:
                told.add(speaker)
                other = " ".join(against.claim.span.quote.split())
                why = f"{speaker} denies the toll: “{' '.join(words.split())[:LONGEST]}”; against “{other}”"
                why += f" ({voice_name(against, sources)})"
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


def _denied(case: Case, field: str, words: str) -> Stated | None:
    """The first claim that a denial contradicts and does not itself quote."""
    for stated in case.stated:
        quote = " ".join(stated.claim.span.quote.split())
        told = stated.claim.field == field and stated.claim.voice.stance != "denies"
        if told and not isinstance(stated.claim.value, Denial) and quote not in words:
            return stated
    return None
