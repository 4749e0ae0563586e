"""Who did it to whom: the participants of a trigger, by the parse."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.arguments_hit import (
    AGAINST,
    FIRES,
    THROUGH,
    by_deed,
    damaged,
    fired_at,
    repelled,
    site_of,
    torn,
)
from firsthand.extract.arguments_owner import SENDS, owners, senders, sent_from, site_before
from firsthand.extract.arguments_partners import partners
from firsthand.extract.arguments_sought import sought
from firsthand.extract.parties_found import Found
from firsthand.extract.parties_states import body
from firsthand.extract.phrases import (
    QUANTITY,
    above,
    agents,
    conjuncts,
    is_passive,
    objects,
    passive_subjects,
    pobj,
    subjects,
)
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import DOERS, HIT_VERBS, LIGHT, Trigger
from firsthand.extract.triggers_needs import AIRCRAFT

OPERATIONS = frozenset("operation raid mission sweep patrol manhunt offensive campaign".split())
"""Nouns of a deed whose "of" may name who does it: "a joint operation of the army and the police"."""
OF_VICTIM = frozenset({
    "killing", "abduction", "kidnapping", "capture", "arrest", "assassination", "execution", "shelling",
    "bombing", "bombardment", "shooting", "beheading", "murder", "rape", "massacre", "release", "detention",
    "siege", "shooting down", "downing", "ambush", "storming", "hijacking",
})  # fmt: skip
NO_TARGET = frozenset(
    "deal agreement blow accord target range chord balance goal issue problem way end record balance tone pose "
    "conversation chance while area region vicinity territory "
    "life lives time attack strike operation raid campaign sanction price economy figure level".split()
)


DOING = frozenset({"arguments.subject", "arguments.light_verb", "arguments.took_part"})
"""Rules by which the subject of a verb did it."""
Role = tuple[str, Token, str]
"""actor, claimer or target; the noun; the rule."""


def proposed(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    """Whom the grammar proposes: the role, the noun, the rule; what is joined to a noun has its role."""
    token = scene.doc[trigger.token]
    for role, head, by in _of_verb(scene, token, trigger) if trigger.verbal else _of_noun(scene, token, trigger.first):
        for one in conjuncts(head):
            yield role, one, by
        for other in partners(scene, head) if by in DOING else ():
            yield role, other, "arguments.partner"


def site_only(scene: Scene, found: Found) -> bool:
    """Tell whether the phrase only says where, or nothing that can be hit."""
    place = scene.place_at.get(found.token)
    proper = scene.doc[found.token].pos_ == "PROPN"
    where = (
        proper
        and place is not None
        and place.use == "place"
        and place.place is not None
        and found.party.type == "described"
    )
    return where or scene.doc[found.token].lemma_.lower() in NO_TARGET


def weaponry(scene: Scene, found: Found) -> bool:
    """Tell whether the phrase is a weapon and no one's: "a drone", but not "Israeli jets"."""
    head = scene.doc[found.token]
    people = scene.lexicon.people(head.lemma_.lower()) is not None  # "fighters" fight
    return found.described and not people and bool(AIRCRAFT.search(head.text))


def _of_verb(scene: Scene, verb: Token, trigger: Trigger) -> Iterator[Role]:
    frame = trigger.frame
    held = {d for o in objects(verb) if o.lemma_.lower() in scene.frames.nouns for d in repelled(verb, o)}
    if held:
        yield from sorted(held, key=lambda d: d[1].i)
        return
    yield from _senders(scene, verb)
    if (on := _fired_on(verb)) is not None:
        yield "actor", verb.head, "arguments.subject"
        yield "target", on, "arguments.against"
        return
    if frame.object == "captured" or frame.kind == "ground raid":
        yield from sought(verb)
    if frame.subject == "actor":
        for s in agents(verb) if is_passive(verb) else [] if by_deed(scene, verb) else subjects(verb):
            yield "actor", s, "arguments.agent" if is_passive(verb) else "arguments.subject"
        if is_passive(verb):
            for t in passive_subjects(verb) or ([verb.head] if verb.dep_ in {"acl", "relcl"} else []):
                if frame.object in {"target", "victim", "captured"}:
                    yield "target", t, "arguments.passive"
        elif frame.object in {"target", "victim", "captured"}:
            for o in objects(verb):
                of = pobj(o, "of") if o.lemma_.lower() == "throat" else None
                yield "target", of if of is not None else o, "arguments.object"
            if (o2 := pobj(verb, *AGAINST)) is not None and not objects(verb):
                yield "target", o2, "arguments.against"
            yield from fired_at(scene, verb)
        if (
            verb.lemma_ in {"clash", "battle", "fight", "exchange", "skirmish"}
            and (w := pobj(verb, "with", "against")) is not None
        ):
            yield "target", w, "arguments.with"
    else:
        yield from site_of(verb)
    if not is_passive(verb) or frame.subject != "actor":
        yield from damaged(verb)


def _fired_on(verb: Token) -> Token | None:
    """Whom somebody fired on, where the parse takes the verb for a participle: "the attackers, .., fired on workers"."""
    if verb.lemma_ != "fire" or verb.tag_ != "VBN" or verb.dep_ != "acl" or agents(verb):
        return None
    return pobj(verb, "on", "at", "into", "upon")


def _senders(scene: Scene, verb: Token) -> Iterator[Role]:
    """Whose ground a verb, or the weapon that is its subject, says that it was fired from."""
    found = [*(sent_from(scene, verb) if verb.lemma_.lower() in SENDS else ())]
    found += [x for w in (*subjects(verb), *agents(verb)) if w.pos_ == "NOUN" for x in senders(scene, w)]
    for sender in found:
        yield "actor", sender, "arguments.sent_from"


def _of_noun(scene: Scene, noun: Token, first: int) -> Iterator[Role]:
    yield from _inside_phrase(scene, noun, first)
    if noun.lemma_.lower() in {"operation", "raid", "search", "mission", "sweep", "manhunt"}:
        yield from sought(noun if noun.head.pos_ != "VERB" else noun.head)
    top = _climbed(noun)
    if top != noun:
        yield from _inside_phrase(scene, top)
    verb = top.head
    if verb == top or verb.pos_ not in {"VERB", "AUX"}:
        verb = next((v for v in above(top, 4) if v.pos_ == "VERB"), top)
        if verb != top and top.dep_ in {"pobj", "appos", "conj", "attr"}:
            yield from _of_governor(scene, top, verb)
        return
    yield from _of_governor(scene, top, verb)


def _climbed(noun: Token) -> Token:
    """The top of "a series of strikes", where the trigger is the strikes."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in QUANTITY:
        top = top.head.head
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    return top


def _inside_phrase(scene: Scene, noun: Token, first: int | None = None) -> Iterator[Role]:
    """Participants within the noun's own phrase: "Israeli strike", "strike by ..", "attack on ..", "raid targeting .."."""
    for owner in owners(scene, noun, noun.i if first is None else first):
        yield "actor", owner, "arguments.owner"
    if (site := site_before(noun)) is not None:
        yield "target", site, "arguments.hit"
    for sender in senders(scene, noun):
        yield "actor", sender, "arguments.sent_from"
    for c in noun.children:
        if c.dep_ == "acl" and c.tag_ == "VBN":
            for a in agents(c):
                yield "actor", a, "arguments.agent"
            if c.lemma_ in {"blame", "claim", "attribute"} and (b := pobj(c, "on", "by", "to")) is not None:
                yield "actor", b, "arguments.blamed"
        elif c.dep_ == "relcl" and c.lemma_.lower() in DOERS:
            for s in c.children:
                if s.dep_ == "nsubj" and s.lower_ not in {"which", "that"}:
                    yield "actor", s, "arguments.light_verb"
        elif c.dep_ in {"acl", "relcl"} and c.lemma_ in {"target", "hit", "strike", "kill", "wound", "injure"}:
            for o in objects(c):
                yield "target", o, "arguments.targeting"
        elif c.dep_ == "prep" and c.lower_ == "targeting":
            for b in c.children:
                yield "target", b, "arguments.targeting"
    if (by := pobj(noun, "by", "from") or _by_below(noun)) is not None and by.lower_ not in {"air", "sky", "sea"}:
        yield "actor", by, "arguments.by"
    if (on := pobj(noun, *AGAINST)) is not None:
        yield "target", on, "arguments.against"
    if noun.lemma_.lower() in OPERATIONS and (of := pobj(noun, "of")) is not None:
        yield from (("actor", one, "arguments.by") for one in conjuncts(of) if body(scene, one))
    if noun.lemma_.lower() in OF_VICTIM and (of := pobj(noun, "of")) is not None:
        yield "target", of, "arguments.of"
    if (
        noun.lemma_.lower() in {"clash", "battle", "fighting", "firefight", "gunfight", "skirmish", "confrontation"}
        and (w := pobj(noun, "between", "with") or _between(noun)) is not None
    ):
        sides = list(conjuncts(w))
        yield "actor", sides[0], "arguments.between"
        for side in sides[1:] or []:
            yield "target", side, "arguments.between"


def _by_below(noun: Token) -> Token | None:
    """ "the rape of 12 girls by soldiers": the parse hangs "by" on the last noun before it."""
    below = pobj(noun, "of", "on", "against")
    found = (pobj(one, "by") for one in conjuncts(below)) if below is not None else ()
    return next((by for by in found if by is not None), None)


def _between(noun: Token) -> Token | None:
    """ "clashes broke out between ..": the sides stand beside the verb that only says that it came about."""
    verb = noun.head
    return pobj(verb, "between") if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ == "VERB" else None


def _carried_out(top: Token, verb: Token) -> Iterator[Role]:
    """Who carried out what the noun `top` names, and against whom: "troops carried out a raid against the group"."""
    for s in agents(verb) if is_passive(verb) else subjects(verb):
        yield "actor", s, "arguments.light_verb"
    if (on := pobj(verb, *AGAINST)) is not None and on != top:
        yield "target", on, "arguments.against"
    for c in verb.children:
        if c.dep_ == "advcl" and c.lemma_ == "target":
            for o in objects(c):
                yield "target", o, "arguments.targeting"


def _of_governor(scene: Scene, top: Token, verb: Token) -> Iterator[Role]:
    """Participants that the verb above the noun adds: who carried it out, whom it hit."""
    lemma = verb.lemma_.lower()
    if lemma == "carry" and not any(c.lower_ == "out" for c in verb.children):
        return
    if lemma == "claim" and top.dep_ == "dobj":
        for s in subjects(verb):
            yield "claimer", s, "arguments.claimed"
    yield from repelled(verb, top)
    if top.dep_ in {"dobj", "nsubjpass"} and lemma in FIRES - DOERS:
        for s in agents(verb) if is_passive(verb) else subjects(verb):
            yield "actor", s, "arguments.fired"
        yield from fired_at(scene, verb)
    elif top.dep_ in {"dobj", "nsubjpass"} and lemma in DOERS:
        yield from _carried_out(top, verb)
    elif top.dep_ == "nsubj" and lemma in HIT_VERBS:
        for o in objects(verb):
            yield "target", o, "arguments.hit"
        yield from damaged(verb)
        yield from torn(verb)
    elif top.dep_ == "nsubj" and lemma in THROUGH:
        yield from torn(verb)
    elif top.dep_ == "pobj" and (
        lemma in {"participate", "engage"} or (lemma == "take" and any(o.lower_ == "part" for o in objects(verb)))
    ):
        for s in subjects(verb):
            yield "actor", s, "arguments.took_part"
    elif (
        top.dep_ == "pobj"
        and is_passive(verb)
        and top.head.lower_ in {"in", "by", "during", "after", "with"}
        and lemma not in LIGHT
    ):
        for s in passive_subjects(verb):
            yield "target", s, "arguments.hurt_in"
