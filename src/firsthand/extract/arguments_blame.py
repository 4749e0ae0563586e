"""Who did it, where a sentence of its own says so: who is blamed, who takes responsibility, who laid the bomb."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from firsthand.extract.arguments_claimed import (
    CULPRITS,
    HONOURS,
    OWNS,
    TAKES,
    Told,
    boasts,
    claimed,
    claims,
    names,
    our,
)
from firsthand.extract.arguments_hit import SHOTS
from firsthand.extract.arguments_owner import owners, sent_from
from firsthand.extract.parties import actors_of, by_name_only
from firsthand.extract.parties_found import Found
from firsthand.extract.parties_states import body
from firsthand.extract.phrases import agents, is_passive, objects, passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.model.voice import Stance

ACCUSES = frozenset({"blame", "accuse", "suspect", "implicate"})
LAYS = frozenset({"place", "plant", "lay", "leave", "throw", "hurl", "lob", "toss"})
"""What is done with a bomb by whoever brings it."""
DOES = frozenset("do stage commit perpetrate carry".split())
"""Verbs by which a deed that was told is given to somebody: "the militia had done it"."""
THROWN = frozenset({"explosive", "ied", "grenade", "mine", "vehicle_bomb"})
"""Classes of weapons that are laid or thrown."""
DENIES = frozenset("deny reject dismiss refute doubt".split())
CHARGES = frozenset(
    "responsible responsibility involvement role behind plot mastermind orchestrate carry stage deed participate part cooperate"
    " collaborate lay plant throw".split()
)
"""What somebody is accused of besides a deed by its own name."""
LAUNCHES = frozenset({"fire", "launch", "drop", "use"})
SHOT = frozenset({"missile", "rocket", "artillery", "mortar", "bomb", "shell"})
"""Classes of weapons that are shot or dropped."""
SIGNS = frozenset("hallmark trademark fingerprint handwriting".split())
NOBODY = frozenset({"none", "nobody", "neither"})


def blamed(scene: Scene, sentence: Iterable[Token]) -> Iterator[tuple[Found, Stance | None, str]]:
    """Those whom a sentence gives for the doers of what is told: (party, stance, rule)."""
    for token in sentence:
        ways = WAYS.get(token.lemma_.lower(), ())
        for way in (*ways, _whose_weapon) if token.dep_ == "compound" else ways:
            if any(c.dep_ == "neg" for c in (*token.children, *token.head.children)):
                break
            for doer, stance, by in way(scene, token):
                if any(c.lower_ == "no" for c in doer.children) or doer.lower_ in NOBODY:
                    continue
                known = tuple(actors_of(scene, doer))
                named = by_name_only(scene, doer) if not known else None
                for found in (*known, *((named,) if named is not None else ())):
                    yield found, stance, by


def _accused(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "the ministry blamed it on X", "they accused X", "X is suspected", "A and B accused each other"."""
    # "They shelled it to blame it on the army" blames nobody.
    aim = verb.dep_ == "advcl" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if verb.pos_ != "VERB" or aim or not _of_a_deed(scene, verb):
        return
    on = pobj(verb, "on") if verb.lemma_ == "blame" and pobj(verb, "for") is None else None
    whom = [on] if on is not None else passive_subjects(verb) if is_passive(verb) else objects(verb)
    for one in whom:
        if one.lower_ in {"other", "another"}:
            for side in subjects(verb):
                yield from ((s, "alleges", "arguments.each_other") for s in (side, *_joined(side)))
        else:
            yield one, "alleges", "arguments.blamed"


def _traded(_: Scene, verb: Token) -> Iterator[Told]:
    """ "A and B traded accusations", "both sides exchanged blame"."""
    if any(o.lemma_ in {"accusation", "blame", "charge"} for o in objects(verb)):
        for side in subjects(verb):
            yield from ((s, "alleges", "arguments.each_other") for s in (side, *_joined(side)))


def _it_was(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "said it was a rebel mortar", "it was an Israeli missile": whose weapon hit what was told before."""
    if any(s.lower_ == "it" for s in subjects(verb)):
        for c in verb.children:
            if c.dep_ == "attr" and (scene.lexicon.weapon_class(c.lemma_.lower()) is not None or c.lemma_ in SHOTS):
                yield from ((o, "alleges", "arguments.whose_weapon") for o in owners(scene, c, c.i))


def _of_a_deed(scene: Scene, verb: Token) -> bool:
    """Tell whether what somebody is accused of, where that is told, is a deed: not of being, of sheltering, of lying."""
    of = pobj(verb, "of")
    if of is None:
        return True
    words = {of.lemma_.lower(), *(c.lemma_.lower() for c in (*of.children, *objects(of)))}
    deeds = (scene.frames.verbs, scene.frames.harm_verbs, scene.frames.nouns, CHARGES)
    return any(word in deed for word in words for deed in deeds)


def _joined(token: Token) -> Iterator[Token]:
    for c in token.children:
        if c.dep_ == "conj":
            yield c
            yield from _joined(c)


def _attributed(_: Scene, verb: Token) -> Iterator[Told]:
    if verb.pos_ == "VERB" and (to := pobj(verb, "to")) is not None:
        yield to, "alleges", "arguments.blamed"


def _pointed(_: Scene, verb: Token) -> Iterator[Told]:
    """ "pointed to X as the author", "pointed the finger at X", "pointed at X"."""
    if (to := pobj(verb, "to")) is not None and pobj(verb, "as") is not None:
        yield to, "alleges", "arguments.blamed"
    finger = next((o for o in objects(verb) if o.lemma_ == "finger"), None)
    at = pobj(verb, "at") or (pobj(finger, "at") if finger is not None else None)
    if at is not None:
        yield at, "alleges", "arguments.blamed"


def _involved(_: Scene, verb: Token) -> Iterator[Told]:
    if verb.pos_ == "VERB" and is_passive(verb) and pobj(verb, "in") is not None:
        for o in passive_subjects(verb):
            yield o, "alleges", "arguments.involved"


def _responsible(_: Scene, word: Token) -> Iterator[Told]:
    """ "X is believed responsible for it", "he held X responsible for it"."""
    above = word.head
    meant = any(c.dep_ in {"prep", "xcomp", "ccomp"} for c in word.children)
    if pobj(word, "for") is None and pobj(above, "for") is None and meant:
        return
    if word.dep_ == "amod" and above.head.lemma_ == "hold" and above.dep_ == "dobj":
        yield above, "alleges", "arguments.responsible"
    elif above.lemma_ == "hold" or word.dep_ == "ccomp":
        held = [c for c in (*above.children, *word.children) if c.dep_ in {"dobj", "nsubj"} and c.i < word.i]
        nearest = [c for c in held if c.i > above.i]
        yield from ((o, "alleges", "arguments.responsible") for o in nearest or passive_subjects(above))
    elif word.dep_ in {"acomp", "oprd", "attr"}:
        for o in passive_subjects(above) if is_passive(above) else subjects(above):
            yield o, "alleges", "arguments.responsible"


def _behind(scene: Scene, word: Token) -> Iterator[Told]:
    """ "X was behind the bombing", "X is thought to be behind it", "the group behind the raid"."""
    above = word.head
    if word.pos_ not in {"ADP", "ADV"} or not any(c.dep_ == "pobj" for c in word.children):
        return
    if above.lemma_ == "be":
        up = above.head if above.dep_ == "xcomp" else above
        for s in passive_subjects(up) or subjects(above):
            yield s, "alleges", "arguments.behind"
    elif above.lemma_ in {"see", "suspect", "believe"}:
        yield from ((o, "alleges", "arguments.behind") for o in objects(above))
    elif above.lemma_ in {"stand", "lie"}:
        yield from ((s, "alleges", "arguments.behind") for s in above.children if s.dep_ in {"nsubj", "dobj", "attr"})
    elif above.lemma_ not in CULPRITS and body(scene, above) and _deed(scene, word):
        yield above, "alleges", "arguments.behind"


def _deed(scene: Scene, word: Token) -> bool:
    deed = next(c for c in word.children if c.dep_ == "pobj")
    return deed.lemma_.lower() in scene.frames.nouns or deed.lower_ in {"it", "this"}


def _signed(_: Scene, noun: Token) -> Iterator[Told]:
    """ "the raid bore the hallmarks of X"."""
    if noun.dep_ in {"dobj", "attr"} and (of := pobj(noun, "of")) is not None:
        yield of, "alleges", "arguments.hallmark"


def _to_blame(_: Scene, verb: Token) -> Iterator[Told]:
    """ "X was to blame"."""
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if to and verb.dep_ in {"xcomp", "acomp", "ccomp"} and verb.head.lemma_ == "be" and not objects(verb):
        yield from ((s, "alleges", "arguments.blamed") for s in subjects(verb.head))


def _work(_: Scene, noun: Token) -> Iterator[Told]:
    if noun.dep_ == "attr" and (of := pobj(noun, "of")) is not None:
        yield of, "alleges", "arguments.work_of"


def _laid(scene: Scene, verb: Token) -> Iterator[Told]:
    laid = passive_subjects(verb) if is_passive(verb) else objects(verb)
    if verb.pos_ == "VERB" and any(scene.lexicon.weapon_class(o.lemma_.lower()) in THROWN for o in laid):
        for s in agents(verb) if is_passive(verb) else subjects(verb):
            yield s, None, "arguments.laid"


def _did_it(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "the militia had done it", "the gang was said to have carried it out"."""
    own = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ in {"it", "them"}]
    if verb.pos_ == "VERB" and own and own[0].i > verb.i and verb.head.lemma_ not in DENIES:
        for s in subjects(verb):
            if any(body(scene, c) for c in (s, *s.children)):
                yield s, "alleges", "arguments.did_it"


def _launched(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "a rocket launched by rebels"; "said that the army had fired them", of shells told before."""
    if verb.pos_ != "VERB":
        return
    if verb.dep_ == "acl" and scene.lexicon.weapon_class(verb.head.lemma_.lower()) is not None:
        yield from ((a, None, "arguments.launched") for a in agents(verb))
    elif verb.dep_ == "ccomp" and verb.head.lemma_ not in DENIES:
        what = [o for o in verb.children if o.dep_ == "dobj"]
        told = verb.lemma_ != "use" and any(o.lower_ in {"them", "it"} for o in what)
        told = told or any(scene.lexicon.weapon_class(o.lemma_.lower()) in SHOT for o in what)
        yield from ((s, "alleges", "arguments.launched") for s in (subjects(verb) if told else ()))


def _came_from(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "the rounds came from positions of the army", "the shells were fired from rebel-held hills"."""
    weapons = (*subjects(verb), *passive_subjects(verb))
    if any(w.lemma_.lower() in SHOTS or scene.lexicon.weapon_class(w.lemma_.lower()) is not None for w in weapons):
        yield from ((s, "alleges", "arguments.sent_from") for s in sent_from(scene, verb))


def _identified(_: Scene, noun: Token) -> Iterator[Told]:
    """ "the attackers were X militiamen", "the killers belonged to X", "the gunmen were identified as members of X"."""
    verb = noun.head
    if not any(c.lower_ in {"the", "those", "these", "its"} for c in noun.children):
        return
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        for c in verb.children:
            if c.dep_ == "attr" and c.i > verb.i:
                yield c, None, "arguments.identified"
    elif noun.dep_ == "nsubj" and verb.lemma_ == "belong" and (to := pobj(verb, "to")) is not None:
        yield to, None, "arguments.identified"
    elif noun.dep_ == "nsubjpass" and verb.lemma_ == "identify" and (as_ := pobj(verb, "as")) is not None:
        yield as_, None, "arguments.identified"


def _whose_weapon(scene: Scene, word: Token) -> Iterator[Told]:
    """The force or group whose weapon did it: "NATO bombs killed five"."""
    name = scene.name_at.get(word.i)
    if (
        name is None
        or (word.i + 1 in scene.name_at and scene.name_at[word.i + 1] is name)
        or word.head.dep_ not in {"nsubj", "pobj"}
    ):
        return
    acting = word.head.dep_ == "nsubj" or word.head.head.dep_ == "agent"
    known = name.type in {"organisation", "group", "unit"} and not scene.lexicon.is_source(name.entity)
    if acting and known and scene.lexicon.weapon_class(word.head.lemma_.lower()) is not None:
        yield word, None, "arguments.whose_weapon"


Way = Callable[[Scene, Token], Iterator[Told]]


def _ways() -> dict[str, tuple[Way, ...]]:
    """The ways by the lemma that they begin with: looked up once a word."""
    rows: tuple[tuple[Iterable[str], Way], ...] = (
        (ACCUSES, _accused), (("trade", "exchange"), _traded), (("be",), _it_was),
        (("attribute",), _attributed), (("point",), _pointed), (("involve",), _involved),
        (("responsible",), _responsible), (("behind",), _behind), (SIGNS, _signed), (("blame",), _to_blame),
        (("work", "handiwork"), _work), (TAKES, claims), (OWNS, claimed), (("boast",), boasts), (LAYS, _laid),
        (DOES, _did_it), (LAUNCHES, _launched), (CULPRITS, _identified),
        (("come", "fire", "launch", "originate"), _came_from), (("our",), our), (HONOURS, names),
    )  # fmt: skip
    ways: dict[str, tuple[Way, ...]] = {}
    for lemmas, way in rows:
        for lemma in sorted(lemmas):
            ways[lemma] = (*ways.get(lemma, ()), way)
    return ways


WAYS = _ways()
