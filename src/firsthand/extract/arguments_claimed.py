"""Who takes a deed for its own: claims of responsibility, boasts, and who names the attackers or speaks of its fighters there."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.parties_states import body
from firsthand.extract.phrases import agents, objects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.extraction import Name
from firsthand.model.voice import Stance

OWNS = frozenset({"responsibility", "credit"})
TAKES = frozenset("claim take accept assume admit acknowledge".split())
"""What is done with responsibility by who owns a deed."""
HONOURS = frozenset("name identify praise hail salute eulogise eulogize".split())
"""What an armed group does to those who attacked in its name."""
CULPRITS = frozenset(
    "attacker assailant killer gunman perpetrator kidnapper abductor bomber captor shooter culprit author raider arsonist".split()
)
"""Words for whoever did it, which say nothing else of them."""
Told = tuple[Token, Stance | None, str]


def claims(_: Scene, verb: Token) -> Iterator[Told]:
    if verb.pos_ == "VERB" and any(o.lemma_ in OWNS for o in objects(verb)):
        for s in subjects(verb):
            yield s, "claims", "arguments.claimed"


def claimed(_: Scene, noun: Token) -> Iterator[Told]:
    if noun.dep_ in {"nsubjpass", "dobj"} and noun.head.lemma_ in TAKES:
        for a in agents(noun.head):
            yield a, "claims", "arguments.claimed"


def boasts(scene: Scene, verb: Token) -> Iterator[Told]:
    of = pobj(verb, "of", "about")
    if of is not None and of.lemma_.lower() in scene.frames.nouns:
        yield from ((s, "claims", "arguments.claimed") for s in subjects(verb))


def our(scene: Scene, word: Token) -> Iterator[Told]:
    """ "our fighters are inside", said by an armed group: it takes the deed for its own."""
    doer = word.head
    voice = voice_at(word.idx, word.idx + len(word), scene.attributions)
    inside = scene.tokens(voice.span.start, voice.span.end) if voice.span is not None else range(0)
    speaks = any(n.type == "group" or _armed(scene, n) for i in inside if (n := scene.name_at.get(i)) is not None)
    if speaks and doer.dep_ == "nsubj" and body(scene, doer):
        yield from ((scene.doc[i], "claims", "arguments.claimed") for i in inside if i in scene.name_at)


def _armed(scene: Scene, name: Name) -> bool:
    entry = scene.lexicon.entry(name.entity)
    return entry is not None and entry.sort in {"rebel group", "militia", "criminal"}


def names(scene: Scene, verb: Token) -> Iterator[Told]:
    """ "X's media office named the two bombers": a group that names the attackers, or praises them, claims the deed."""
    if any(o.lemma_.lower() in CULPRITS for o in objects(verb)):
        for s in subjects(verb):
            for i in {s.i, *(c.i for c in s.children if c.dep_ in {"poss", "compound"})}:
                name = scene.name_at.get(i)
                if name is not None and _armed(scene, name):
                    yield scene.doc[i], "claims", "arguments.claimed"
