"""The day of an event that another sentence tells: "It happened on Monday", "Troops were called at about 3:30 a.m. today"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from firsthand.extract.drafts import Draft
from firsthand.extract.events import GENERAL, EventDraft, Joiner, entities
from firsthand.extract.items import items
from firsthand.extract.moments import beside_cue, governor, stamp
from firsthand.extract.moments_words import (
    AFTER,
    CALLED,
    CALLS,
    COME,
    COME_IN,
    COURT,
    EVENTS,
    FIND,
    HAPPEN,
    HURT,
    PRONOUNS,
    RESPONDERS,
)
from firsthand.extract.scene import Scene
from firsthand.model.calendar import resolve
from firsthand.model.timeref import TimeExpr, names_day

FOLLOWS = frozenset({"arrest", "trial", "execution of sentence", "statement", "visit", "release"})
"""Kinds that follow a deed: "it happened" is not told of them where a deed is told."""
REAL = frozenset({"occurred", "ongoing", "attempted"})
RULES = ("moments.broken", "moments.happened", "moments.response", "moments.same", "moments.story", "moments.found")
"""The rules, the surest first."""
GOING_ON = frozenset({"moments.broken", "moments.story"})
"""Rules by which also what follows a deed may be dated, an arrest after a search."""
REACH = {"moments.broken": 1, "moments.happened": 30, "moments.response": 3, "moments.story": 1, "moments.found": 2}
"""Passages within which the words are told of an event told before or, half as far, of one told after."""
LEAD = 4
"""Passages under a headline that are told of what it announces: further lines of the head and two sentences."""
ENTRY = 4
"""Characters before the day that an entry of a log begins with: a dash, a bullet."""
NARROW = 2
"""Days from first to last within which words tell a day: a night has two, a weekend three."""


class Told(NamedTuple):
    """A day that a sentence gives to an event told elsewhere."""

    time: TimeExpr
    passage: int
    by: str


Offer = tuple[int, int, Told, Draft]
"""Rank of the rule, passages between, the day told, and the draft that would have it."""


def tell_days(scene: Scene, joiner: Joiner, events: Sequence[EventDraft]) -> None:
    """Gives to each event of the news that has no day the one that another sentence tells."""
    undated = [e for e in events if e.main and not _dated(scene, e)]
    if not undated:
        return
    for event in undated:
        _entry(scene, event)
    undated = [e for e in undated if not _dated(scene, e)]
    news = _news(events)
    deeds = [(e, d) for e, d in news if d.kind not in FOLLOWS] or news
    if not news:
        return
    offered: dict[int, list[Offer]] = {}
    for told in _tellings(scene, events):
        home = _home(scene, news if told.by in GOING_ON else deeds, told)
        if home is None or not any(home[0] is e for e in undated) or not _fits(scene, told.time, home[0]):
            continue
        rank = RULES.index(told.by)
        offered.setdefault(id(home[0]), []).append((rank, abs(told.passage - home[1].passage), told, home[1]))
    for event in undated:
        offers = offered.get(id(event), [])
        if not offers or min(o[0] for o in offers) > RULES.index("moments.same"):
            offers += _same(scene, joiner, events, event)
        best = min(offers, key=lambda o: (o[0], o[1], o[2].time.span.start), default=None)
        if best is not None:
            best[3].times.append(best[2].time)
            best[3].rules[best[2].time.span.start] = best[2].by


def _entry(scene: Scene, event: EventDraft) -> None:
    """Gives what an entry of a log tells the day that the entry begins with: "4 May, Malakal: Gunmen killed .."."""
    parts, first = items(scene), event.drafts[0]
    opened = next(
        (k for k, n in enumerate(parts.number) if n == parts.number[first.passage] and k in parts.entries), None
    )
    if opened == 0 and len(parts.entries) == 1:
        return  # a day before the title of a report is when it appeared
    day = next(iter(scene.times_in(opened)), None) if opened is not None else None
    if day is not None and day.span.start - scene.passages[opened or 0].start <= ENTRY and _narrow(scene, day):
        first.times.append(day)
        first.rules[day.span.start] = "moments.entry"


def _same(scene: Scene, joiner: Joiner, events: Sequence[EventDraft], event: EventDraft) -> list[Offer]:
    """The one day that the report gives to deeds of this kind, told apart from the event: "the attack", further news of it."""
    kinds = {d.kind for d in event.drafts if d.role == "main"}
    people = frozenset().union(*(_people(d) for d in event.drafts))
    if any(d.times for d in event.drafts):
        return []
    found = [
        (t, d)
        for e in events
        for d in e.drafts
        if e is not event and d.status in REAL and d.kind not in FOLLOWS
        if d.role == "main" or _known(d.token) or _people(d) & people
        if not joiner.elsewhere(d, event)
        for t in d.times
        if any(
            scene.kinds.refines(d.kind, kind)
            or scene.kinds.refines(kind, d.kind)
            or ({d.kind, kind} & GENERAL and scene.kinds.akin(d.kind, kind))
            for kind in kinds
        )
        and _narrow(scene, t)
    ]
    days = {(w.earliest, w.latest) for t, _ in found if (w := resolve(t.ref, scene.day)).earliest is not None}
    if len(days) != 1 or len({t.ref for t, _ in found}) > 3:
        return []
    home = next(d for d in event.drafts if d.role == "main")
    t, d = found[0]
    return [(RULES.index("moments.same"), d.passage, Told(t, d.passage, "moments.same"), home)]


def _people(draft: Draft) -> set[str]:
    """The named people and bodies that a draft was done to."""
    return entities([*draft.targets, *(p for p in draft.parts if p.field == "victim")])


def _known(token: Token) -> bool:
    """Tell whether a noun points to the one event that the report tells: "the attack", "the shooting"."""
    return token.tag_ == "NN" and any(c.lower_ in {"the", "this", "that"} for c in token.children)


def _news(events: Sequence[EventDraft]) -> list[tuple[EventDraft, Draft]]:
    """What may have been on a day told elsewhere: events told as news, in reading order."""
    found = [
        (e, d)
        for e in events
        for d in e.drafts
        if d.role == "main" and d.status in REAL and d.kind not in {"trial", "statement", "visit"}
    ]
    return sorted(found, key=lambda x: x[1].token.i)


def _dated(scene: Scene, event: EventDraft) -> bool:
    """Tell whether the event has a day, or words that give it one once the report's own day is known."""
    return any(_narrow(scene, t) for d in event.drafts if d.role == "main" for t in d.times)


def _fits(scene: Scene, t: TimeExpr, event: EventDraft) -> bool:
    """Tell whether a day lies in what the event's own words leave open ("a week ago", "in May")."""
    day = resolve(t.ref, scene.day)
    for own in (o for d in event.drafts if d.role == "main" for o in d.times):
        when = resolve(own.ref, scene.day)
        if when.latest is not None and day.earliest is not None and day.earliest > when.latest:
            return False
        if when.earliest is not None and day.latest is not None and day.latest < when.earliest:
            return False
    return True


def _narrow(scene: Scene, t: TimeExpr) -> bool:
    """Tell whether a time leads to a day or a night."""
    when = resolve(t.ref, scene.day)
    if when.earliest is None and when.latest is None:
        return names_day(t.ref) and t.ref.op not in {"month", "year", "season", "decade", "century", "ago", "holiday"}
    return when.width is not None and when.width <= NARROW


def _tellings(scene: Scene, events: Sequence[EventDraft]) -> Iterator[Told]:
    """Days that sentences tell of events told elsewhere, in reading order."""
    taken = {t.span.start for e in events for d in e.drafts for t in d.times}
    busy = {d.passage for e in events for d in e.drafts}
    for t in scene.times:
        if t.type not in {"DATE", "TIME"} or t.span.start in scene.own_days or t.span.start in taken:
            continue
        if not names_day(t.ref) or not _narrow(scene, t):
            continue
        tokens = scene.tokens(t.span.start, t.span.end)
        k = scene.passage_at[tokens[0]] if tokens else -1
        head = governor(scene, t.span.start, t.span.end)
        if k < 0 or head is None or scene.passages[k].role == "noise" or stamp(scene, t, k):
            continue
        by = "moments.broken" if _broken(scene, k) else _rule(scene, t, head, alone=k not in busy)
        if by is not None:
            yield Told(t, k, by)


def _broken(scene: Scene, k: int) -> bool:
    """Tell whether a passage is the rest of the sentence before it, cut off by the parser: no verb, no full stop between."""
    if k == 0:
        return False
    here, before = scene.passages[k], scene.passages[k - 1]
    gap = scene.text[before.end : here.start]
    if "\n" in gap or scene.text[before.end - 1] in ".!?:" or here.section != "body":
        return False
    return not any(scene.doc[i].pos_ in {"VERB", "AUX"} for i in scene.tokens(here.start, here.end))


def _rule(scene: Scene, t: TimeExpr, head: Token, *, alone: bool) -> str | None:
    """The rule by which the verb over a time tells the day of an event, None where it does not."""
    lemma = head.lemma_.lower()
    doers = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if _happened(head, lemma, doers):
        return "moments.happened"
    if _response(head, lemma, doers):
        return "moments.response"
    if head.i in scene.cues or beside_cue(scene, t):
        return None
    if lemma in FIND and any(x.lemma_.lower() in HURT for x in head.children):
        return "moments.found"
    if lemma in AFTER | COME | CALLED or not alone or not _tells(scene, t, head):
        return None
    return "moments.story"


def _happened(head: Token, lemma: str, doers: Sequence[Token]) -> bool:
    """ "It happened Monday", "The raid took place ..", "the shooting was on Sunday"."""
    particle = {c.lower_ for c in head.children if c.dep_ in {"dobj", "prt"}}
    said = (
        lemma in HAPPEN
        or (lemma == "take" and "place" in particle)
        or (lemma == "break" and "out" in particle)
        or (lemma == "be" and not any(c.dep_ in {"attr", "acomp"} for c in head.children))
    )
    if not said or _ahead(head) or head.tag_ == "VBZ":
        return False
    names = {d.lemma_.lower() for d in doers}
    if head.dep_ == "relcl":
        names.add(head.head.lemma_.lower())
    return bool(names & EVENTS) or (lemma != "be" and bool(names & PRONOUNS))


def _response(head: Token, lemma: str, doers: Sequence[Token]) -> bool:
    """ "Troops were called", "rescuers arrived", "the call came in", "the blast was reported" at a time."""
    if _ahead(head):
        return False
    names = {d.lemma_.lower() for d in doers} | {c.lemma_.lower() for d in doers for c in d.children}
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in head.children)
    responders = bool(names & RESPONDERS)
    if lemma in COME or (lemma in CALLED and (passive or head.tag_ == "VBN")):
        return responders
    if lemma == "report" and passive:
        return bool(names & (EVENTS | PRONOUNS | {"shot", "call"}))
    objects = {c.lemma_.lower() for c in head.children if c.dep_ == "dobj"}
    return lemma in COME_IN and (bool(names & CALLS) or (responders and bool(objects & CALLS)))


def _ahead(head: Token) -> bool:
    """Tell whether the verb is of what is yet to be, may be, or was not."""
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") for c in head.children)


def _tells(scene: Scene, t: TimeExpr, head: Token) -> bool:
    """Tell whether a verb goes on with the story: past tense, no pluperfect, no court, no quotation."""
    if head.pos_ not in {"VERB", "AUX"} or head.tag_ not in {"VBD", "VBN", "VBG"} or _ahead(head):
        return False
    if any(c.dep_ == "aux" and c.lower_ in {"had", "'d", "is", "are", "has", "have"} for c in head.children):
        return False
    k = scene.passage_at[head.i]
    if k < 0 or t.ref.op == "shift" or any(lemma in COURT for lemma in scene.passages[k].lemmas):
        return False
    return not any(a.direct and any(c.start <= t.span.start < c.end for c in a.content) for a in scene.attributions)


def _home(scene: Scene, deeds: Sequence[tuple[EventDraft, Draft]], told: Told) -> tuple[EventDraft, Draft] | None:
    """The event that is meant: the last one told before, else the first one told after."""
    reach = REACH[told.by]
    before = [(e, d) for e, d in deeds if d.token.idx < told.time.span.start and told.passage - d.passage <= reach]
    if before:
        return before[-1]
    # The first sentences of the body tell what the headline announces.
    heads = [(e, d) for e, d in deeds if scene.passages[d.passage].section == "headline"]
    if heads and told.passage - heads[-1][1].passage <= LEAD:
        return heads[-1]
    after = [(e, d) for e, d in deeds if 0 <= d.passage - told.passage <= max(1, reach // 2)]
    return after[0] if after else None
