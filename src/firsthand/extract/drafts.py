"""Mentions as drafts: each trigger with what its own sentence says, before mentions of one event are put together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from firsthand.extract.apart import EARLIER, set_apart
from firsthand.extract.arguments_blame import blamed
from firsthand.extract.arguments_hit import REPELS, by_deed
from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_people import SUFFERS, loses_life
from firsthand.extract.moments import times_of
from firsthand.extract.moments_places import places_of
from firsthand.extract.moments_recalled import outside
from firsthand.extract.parties import actors_of, party_of
from firsthand.extract.parties_found import Found
from firsthand.extract.phrases import above, agents, edges, is_passive, objects, passive_subjects, subjects
from firsthand.extract.roles import role_of
from firsthand.extract.scene import Scene
from firsthand.extract.slots import HELD_KINDS, REPELLED, participants
from firsthand.extract.status import status_of
from firsthand.extract.triggers import Trigger, refined
from firsthand.model.claim import Field, Role, Status
from firsthand.model.place import PlaceName
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.value import Value
from firsthand.model.voice import Stance
from firsthand.resources.frames import Frame

TAKEN_KINDS = frozenset({"capture", "arrest", "abduction", "hostage-taking"})
ARMED_KINDS_EXCLUDED = frozenset(
    {"visit", "trial", "agreement", "ceasefire", "negotiation", "protest", "release", "aid", "statement"}
)
QUIET = frozenset({"deployment", "negotiation", "visit", "statement", "aid"})
"""Kinds beside which a movement of forces is told as an event of its own; elsewhere it is how the event came about."""
HARM_FRAME = {
    "killed": "killing",
    "wounded": "attack",
    "captured": "capture",
    "missing": "disaster",
    "displaced": "displacement",
    "killed_or_wounded": "attack",
    "civilian_casualties": "attack",
    "civilian_killed": "killing",
    "civilian_wounded": "attack",
}
SEIZED = re.compile(
    r"\b(?:weapons?|arms|ammunition|explosives?|rifles?|grenades?|rockets?|mines?|cache|caches|drugs?|cash|belts?|"
    r"vehicles?|motorcycles?|munitions|opium|narcotics|ak-47s?)\b",
    re.I,
)
SEIZE_VERBS = frozenset(
    "seize recover find discover confiscate remove destroy uncover retrieve contain collect".split()
)


@dataclass(kw_only=True)
class Part:
    """One value before it is a claim; `stance` where the sentence, not the voice, says how firmly."""

    field: Field
    value: Value | str
    span: Span
    by: str
    stance: Stance | None = None


@dataclass(kw_only=True)
class Draft:
    """One mention being put together. `passage`: index of its sentence."""

    trigger: Trigger
    token: Token
    span: Span
    kind: str
    status: Status
    role: Role
    by: str
    passage: int
    times: list[TimeExpr] = field(default_factory=list)
    places: list[PlaceName] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    """Which rule gave the time or place that starts at a character."""
    counts: list[HarmCount] = field(default_factory=list)
    actors: list[Part] = field(default_factory=list)
    targets: list[Part] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Nothing is said of it but its name."""
        return not (self.times or self.places or self.counts or self.actors or self.targets)


def make_drafts(scene: Scene, triggers: Sequence[Trigger], counts: Sequence[HarmCount]) -> list[Draft]:
    """A draft for each trigger that may have happened, and for each count that no trigger holds."""
    by_passage: dict[int, list[Trigger]] = {}
    for t in triggers:
        by_passage.setdefault(scene.passage_at[t.token], []).append(t)
    by_count: dict[int, list[HarmCount]] = {}
    for c in counts:
        by_count.setdefault(scene.passage_at[c.token], []).append(c)
    drafts: list[Draft] = []
    for k, passage in enumerate(scene.passages):
        if passage.role == "noise":
            continue
        drafts += _of_passage(scene, by_passage.get(k, []), by_count.get(k, []), k)
        _share_blame(scene, drafts, k)
    return drafts


def _of_passage(scene: Scene, triggers: list[Trigger], counts: list[HarmCount], k: int) -> list[Draft]:
    held: dict[int, list[HarmCount]] = {}
    loose: list[HarmCount] = []
    for c in counts:
        # A word is one trigger: what no event takes stays with the event that stands on it.
        home = _home(scene, c, triggers) or next((t for t in triggers if t.token == c.token), None)
        if home is None:
            loose.append(c)
        else:
            held.setdefault(home.token, []).append(c)
    triggers = triggers + _harm_triggers(scene, loose, held)
    drafts = []
    for t in sorted(triggers, key=lambda t: t.token):
        draft = _draft(scene, t, held.get(t.token, []), k, [o for o in triggers if o.token != t.token])
        if draft is not None:
            drafts.append(draft)
    if any(d.kind not in QUIET and d.status in {"occurred", "ongoing", "attempted"} for d in drafts):
        drafts = [d for d in drafts if not (d.kind == "deployment" and d.trigger.verbal)]
    return drafts


def _harm_triggers(scene: Scene, loose: list[HarmCount], held: dict[int, list[HarmCount]]) -> list[Trigger]:
    """Counts that belong to no event word tell an event of their own, under the word that says what happened."""
    made: list[Trigger] = []
    for c in loose:
        near = next((t for t in made if distance(scene.doc[c.token], scene.doc[t.token]) < 99), None)
        if near is None:
            near = harm_trigger(scene, c)
            made.append(near)
        held.setdefault(near.token, []).append(c)
    return made


def harm_trigger(scene: Scene, c: HarmCount) -> Trigger:
    """The event word that a count makes of the word of harm it stands by."""
    token = scene.doc[c.token]
    kind = refined(scene, token, HARM_FRAME.get(c.field, "attack"))
    dies = token.lemma_.lower() in scene.frames.intransitive | SUFFERS or loses_life(token)
    frame = Frame(kind=kind, subject="victim" if dies else "actor", object="none" if dies else "victim")
    return Trigger(token=c.token, first=c.token, kind=kind, frame=frame, verbal=token.pos_ == "VERB")


def _home(scene: Scene, c: HarmCount, triggers: list[Trigger]) -> Trigger | None:
    """The trigger of the sentence that a count belongs to: the word itself, else the nearest over the parse."""
    best: tuple[int, int, Trigger] | None = None
    home = set_apart(scene)
    for t in triggers:
        if t.kind in ARMED_KINDS_EXCLUDED:
            continue
        if t.token == c.token:
            return t
        if home.get(t.token) != home.get(c.token) or c.unreal or _tried_below(scene, c, t):
            continue
        far = distance(scene.doc[c.token], scene.doc[t.token])
        if c.field == "captured" and t.kind not in TAKEN_KINDS:
            far += 1
        if best is None or (far, abs(t.token - c.token)) < best[:2]:
            best = (far, abs(t.token - c.token), t)
    return best[2] if best is not None else None


def _tried_below(scene: Scene, c: HarmCount, t: Trigger) -> bool:
    """Tell whether an event only tried or planned hangs on the word of harm: "killed two who tried to lay a bomb"."""
    word, token = scene.doc[c.token], scene.doc[t.token]
    return word.pos_ == "VERB" and word.is_ancestor(token) and status_of(scene, t) not in {"occurred", "ongoing", None}


def distance(a: Token, b: Token) -> int:
    """Steps between two words over the parse; 99 in different trees."""
    up_a = [a, *above(a, 20)]
    up_b = {t.i: n for n, t in enumerate([b, *above(b, 20)])}
    return next((n + up_b[t.i] for n, t in enumerate(up_a) if t.i in up_b), 99)


def _draft(scene: Scene, t: Trigger, counts: list[HarmCount], k: int, others: Sequence[Trigger]) -> Draft | None:
    token = scene.doc[t.token]
    status = status_of(scene, t)
    zero = [c for c in counts if c.low == 0 or c.number == 0]
    if status is None and not zero:
        return None
    actors, targets = _sides(scene, t)
    taken = {i for p in (*actors, *targets) for i in scene.tokens(p.span.start, p.span.end)}
    rivals = frozenset(o.token for o in others if not o.verbal)
    home = set_apart(scene)
    here = home.get(t.token)
    times = [x for x in times_of(scene, t, rivals, alone=not others) if _home_of(scene, x[0].span, home) == here]
    places = [p for p in places_of(scene, t, rivals, taken) if _home_of(scene, p[0].span, home) == here]
    times, places = outside(scene, t, times), outside(scene, t, places)
    role, rule = role_of(scene, t, [x for x, _ in times])
    if here is not None and (scene.doc[here].lower_ in EARLIER or scene.doc[here].lemma_ == "follow"):
        role, rule = "background", "roles.earlier"
    draft = Draft(
        trigger=t,
        token=token,
        span=scene.cut(scene.doc[t.first].idx, token.idx + len(token)),
        kind=t.kind,
        status=status or "occurred",
        role=role,
        by=f"{'triggers.verb' if t.verbal else 'triggers.noun'} {rule}",
        passage=k,
        times=[x for x, _ in times],
        places=[p for p, _ in places],
        rules={x.span.start: by for x, by in times} | {x.span.start: by for x, by in places},
        counts=counts,
        actors=actors,
        targets=targets,
    )
    _victims(scene, draft)
    return draft


def _sides(scene: Scene, t: Trigger) -> tuple[list[Part], list[Part]]:
    """Who did it, or claims to have done it, and whom it hit."""
    people, token = participants(scene, t), scene.doc[t.token]
    actors = [Part(field="actor", value=f.party, span=f.span, by=by) for f, by in people.actors]
    actors += [Part(field="actor", value=f.party, span=f.span, by=by, stance="claims") for f, by in people.claimers]
    targets = [
        Part(field="target" if by == REPELLED else _hurt(scene, f, t.kind), value=f.party, span=f.span, by=by)
        for f, by in people.targets
    ]
    return actors or (_actors_of_harm(scene, token) if token.pos_ == "VERB" else []), targets


def _home_of(scene: Scene, span: Span, home: Mapping[int, int]) -> int | None:
    """The clause of another event that words stand in, None for the sentence itself."""
    tokens = scene.tokens(span.start, span.end) if home else range(0)
    return home.get(tokens[-1]) if tokens else None


def _hurt(scene: Scene, found: Found, kind: str) -> Field:
    """People who are hit are victims; what is hit, forces as such, and those whom a force takes are targets."""
    if kind in HELD_KINDS:
        return "target"
    if found.party.sort == "person":
        return "victim"
    people = scene.lexicon.people(scene.doc[found.token].lemma_.lower())
    force = people is not None and people.collective and people.side.startswith("armed")
    return "victim" if people is not None and not force and found.described else "target"


def _actors_of_harm(scene: Scene, verb: Token) -> list[Part]:
    """Who killed, wounded or took: the subject of the verb, or its agent."""
    if verb.lemma_.lower() in scene.frames.intransitive | REPELS | SUFFERS or loses_life(verb):
        return []
    if not (is_passive(verb) or objects(verb)):
        return []
    doers = agents(verb) if is_passive(verb) else [] if by_deed(scene, verb) else subjects(verb)
    found = [f for s in doers for f in actors_of(scene, s)]
    return [Part(field="actor", value=f.party, span=f.span, by="arguments.harm") for f in found]


def _victims(scene: Scene, draft: Draft) -> None:
    """The people counted are the victims, by name or description; things seized are told apart."""
    for c in draft.counts:
        if c.head >= 0 and c.number != 0 and c.field != "targets_hit":
            found: Found | None = party_of(scene, scene.doc[c.head], acting=False)
            told = found is not None and any(p.span.touches(found.span.start, found.span.end) for p in draft.targets)
            if found is not None and not told and scene.lexicon.weapon_class(found.party.text) is None:
                draft.parts.append(Part(field="victim", value=found.party, span=found.span, by="counts.who"))
    verb = draft.token
    if verb.pos_ == "VERB" and verb.lemma_.lower() in SEIZE_VERBS:
        for o in passive_subjects(verb) or objects(verb):
            _seized(scene, draft, o)


def _seized(scene: Scene, draft: Draft, thing: Token) -> None:
    first, last = edges(thing)
    words = scene.doc[first : last + 1]
    ends = (scene.doc[edges(c)[1]] for c in thing.subtree if c.dep_ == "conj")
    end = max([words.end_char, *(t.idx + len(t) for t in ends)])
    if SEIZED.search(scene.text[words.start_char : end]) and end - words.start_char < 300:
        span = scene.cut(words.start_char, end)
        draft.parts.append(Part(field="seized", value=span.quote, span=span, by="drafts.seized"))


def _share_blame(scene: Scene, drafts: list[Draft], k: int) -> None:
    """Who is blamed in a sentence is blamed for what it tells, or for the last thing told before."""
    tokens = [scene.doc[i] for i in scene.tokens(scene.passages[k].start, scene.passages[k].end)]
    violent = [d for d in drafts if d.kind not in ARMED_KINDS_EXCLUDED and d.role == "main"]
    here = [d for d in violent if d.passage == k] or violent[-1:]
    for found, stance, by in blamed(scene, tokens):
        for d in here[:1]:
            d.actors.append(Part(field="actor", value=found.party, span=found.span, by=by, stance=stance))
