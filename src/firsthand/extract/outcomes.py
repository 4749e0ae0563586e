"""What came of it besides the numbers of people: no shot fired, repelled, fled, surrendered, secured, damaged, unharmed.

An inquiry, a statement or a plan is no outcome. The value is the words of the clause that tells it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import above, is_passive, objects, passive_subjects, subjects
from firsthand.extract.scene import Scene
from firsthand.model.base import Record
from firsthand.model.span import Span

NO_FIRE = (
    r"(?:there (?:was|were) )?(?:no|not|not an?|not a single|no further|neither) (?:shots?|rounds?|weapons?|guns?|bullets?)"
    r"(?: (?:was|were|is|are|has been|have been|had been|being))?(?: ever)? (?:fired|discharged|used|exchanged)"
    r"|without (?:(?:an?|any|a single) )?(?:shots?|rounds?|bullets?)(?: being)?(?: fired)?"
    r"|without (?:firing|discharging|using|having to fire) (?:(?:an?|any|a single|their|its|his|her) )?"
    r"(?:shots?|rounds?|weapons?|guns?|force|firearms?)"
    r"|(?:did|had|has|have|do)(?: not|n[’']t|n[’']t ever| never)(?: have to)? (?:fired?|discharged?|used?) "
    r"(?:(?:an?|any|a single|their|its) )?(?:shots?|rounds?|weapons?|guns?|firearms?)"
    r"|never fired (?:(?:an?|any|a single|their|its) )?(?:shots?|rounds?|weapons?)"
)
NO_HARM = (
    r"(?:no[ -]one|nobody|none of (?:the|its|their) \w{2,20}|neither \w{2,20}|no (?:[\w’'-]{2,20} ){1,4}?"
    r"(?:or (?:[\w’'-]{2,20} ){1,2})?)(?: ?(?:was|were|has been|have been|had been|is|are))(?: reportedly| seriously)? "
    r"(?:harmed|hurt|injured|killed|wounded|affected|damaged|detained|captured|arrested)"
    r"(?: (?:or|nor) (?:harmed|hurt|injured|killed|wounded|affected|damaged|detained))?"
    r"|(?:caus(?:ed|ing)|with|suffer(?:ed|ing)|inflict(?:ed|ing)|result(?:ed|ing) in|led to|there (?:was|were))"
    r" no (?:\w{2,20} ){0,3}?"
    r"(?:casualt(?:y|ies)|damages?|injur(?:y|ies)|deaths?|loss(?:es)?|fatalit(?:y|ies)|victims?)"
    r"|without (?:any |further |a |serious |causing (?:any )?)?(?:incident|resistance|a fight|struggle|casualt(?:y|ies)|"
    r"injur(?:y|ies)|bloodshed|damage|loss(?:es)?|loss of life)"
    r"|no (?:\w{2,20} ){0,3}?(?:casualt(?:y|ies)|damage|injur(?:y|ies)|deaths|fatalit(?:y|ies)|losses)"
    r"(?: (?:was|were|has been|have been))? (?:reported|suffered|recorded|caused)"
)
DUD = (
    r"(?:failed|fails) to (?:explode|detonate|go off|hit (?:its|their|the) targets?)"
    r"|did(?: not|n[’']t) (?:explode|detonate|go off)|missed (?:its|their|the) (?:intended )?targets?"
)
NEGATED = re.compile(rf"\b(?!no (?:fewer|less) than\b)(?:{NO_FIRE}|{NO_HARM}|{DUD})\b", re.IGNORECASE)
FIRST_WORDS = re.compile(
    r"\b(?:no|not|none|nobody|neither|never|without|failed|fails|missed|didn[’']t)\b", re.IGNORECASE
)
"""One of these is in every negated outcome."""

REPELLED = frozenset("repel repulse foil thwart fend rebuff".split())
DRIVEN = frozenset({"beat back", "push back", "drive back", "drive out", "fight off", "beat off", "force back"})
STRUCK_BACK = frozenset(
    "attack assault raid offensive attempt bid incursion advance ambush infiltration wave plot".split()
)
FLED = frozenset("flee escape withdraw retreat disperse scatter".split())
YIELDED = frozenset({"surrender", "capitulate"})
SECURED = frozenset("secure clear retake recapture liberate free rescue evacuate extinguish restore".split())
DAMAGED = frozenset(
    "damage destroy demolish level gut torch burn wreck shatter collapse flatten raze ruin sink devastate".split()
)
VERBS: dict[str, str] = {
    **dict.fromkeys(REPELLED, "outcomes.repelled"), **dict.fromkeys(FLED, "outcomes.fled"),
    **dict.fromkeys(YIELDED, "outcomes.yielded"), **dict.fromkeys(SECURED, "outcomes.secured"),
    **dict.fromkeys(DAMAGED, "outcomes.damaged"),
}  # fmt: skip
HEADS = frozenset(VERBS) | {p.split()[0] for p in DRIVEN}
DAMAGE = frozenset({"damage", "destruction"})
ABSTRACT = frozenset(
    "calm peace hope life lives truce record morale trust image relation career reputation economy dream confidence "
    "credibility unity silence illusion".split()
)
"""What is only damaged in a manner of speaking."""
CAUSES = frozenset("cause inflict suffer sustain do leave report".split())
UNREAL = frozenset("will would could may might can should must shall 'll wo ca".split())
LETS = frozenset("force manage begin start try compel oblige help able cause lead allow".split())
"""Verbs whose "to" tells what happened: "forced to flee", "managed to escape"."""
DONE = frozenset({"dobj", "nsubjpass"})
CLAUSE = frozenset(
    "nsubj nsubjpass auxpass aux dobj prt neg prep agent advmod npadvmod oprd acomp attr xcomp dative".split()
)
LONGEST = 200


class Circumstance(Record, frozen=True, kw_only=True):
    """Words about an event that are a claim of their own. `token`: index of the word that they hang on."""

    token: int
    span: Span
    by: str


def outcomes(scene: Scene) -> Iterator[Circumstance]:
    """What came of things, in no order."""
    yield from _negated(scene)
    for token in scene.doc:
        if token.pos_ in {"VERB", "NOUN"} and not _skipped(scene, token):
            lemma = token.lemma_.lower()
            if token.pos_ == "NOUN":
                verb = token.head
                if lemma in DAMAGE and token.dep_ in DONE and verb.lemma_.lower() in CAUSES and real(verb):
                    yield from _clause(scene, token.head, "outcomes.damage")
            elif lemma in HEADS and (what := _told(scene, token, lemma)) is not None:
                yield from _clause(scene, token, what)


def _skipped(scene: Scene, token: Token) -> bool:
    k = scene.passage_at[token.i]
    return k < 0 or scene.passages[k].role == "noise"


def _negated(scene: Scene) -> Iterator[Circumstance]:
    for p in scene.passages:
        if p.role == "noise" or FIRST_WORDS.search(scene.text, p.start, p.end) is None:
            continue
        for m in NEGATED.finditer(scene.text, p.start, p.end):
            tokens = scene.tokens(m.start(), m.end())
            if tokens:
                yield Circumstance(token=tokens[-1], span=scene.cut(m.start(), m.end()), by="outcomes.negated")


def _told(scene: Scene, verb: Token, lemma: str) -> str | None:
    """What a verb says came of it, or None where it says that of nobody and nothing fit, or as no fact."""
    if not real(verb):
        return None
    what = VERBS.get(lemma)
    if what is None:
        particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod", "prep"} and c.i > verb.i), "")
        what = "outcomes.repelled" if f"{lemma} {particle}" in DRIVEN else None
    if what in {"outcomes.fled", "outcomes.yielded"}:
        who = [] if objects(verb) and lemma == "withdraw" else [*subjects(verb), *passive_subjects(verb)]
        return what if any(_someone(scene, s) for s in who) else None
    things = passive_subjects(verb) if is_passive(verb) else objects(verb)
    if not things and verb.dep_ in {"acl", "relcl"} and is_passive(verb):
        things = [verb.head]
    if what == "outcomes.damaged":
        own = things or (subjects(verb) if lemma in {"burn", "collapse", "sink"} else [])
        return what if own and not any(_someone(scene, t) or t.lemma_.lower() in ABSTRACT for t in own) else None
    if what == "outcomes.repelled":
        return what if any(_someone(scene, t) or t.lemma_.lower() in STRUCK_BACK for t in things) else None
    return what if things else None


def real(verb: Token) -> bool:
    """Tell whether a verb is told as a fact: no negation, no "will" or "may", no bare purpose, no condition."""
    for c in verb.children:
        if (
            c.dep_ == "neg"
            or (c.dep_ == "aux" and c.lower_ in UNREAL)
            or (c.dep_ == "mark" and c.lower_ in {"if", "unless", "until"})
        ):
            return False
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return verb.head.lemma_.lower() in LETS and verb.head != verb and real(verb.head)
    if verb.tag_ == "VB":
        return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in {"make", "see", "let", "help"}
    if verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"pcomp", "amod", "compound"}:
        return verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "before", "by", "in"}
    return verb.dep_ != "conj" or verb.head == verb or verb.head.tag_ != "VB" or real(verb.head)


def _someone(scene: Scene, token: Token) -> bool:
    """Tell whether a word stands for people, a group or a name."""
    if token.pos_ == "PRON":
        return token.lower_ not in {"it", "this", "that", "which"}
    name = scene.name_at.get(token.i)
    if name is not None:
        return name.type != "weapon"
    people = scene.lexicon.people(token.lemma_.lower())
    return people is not None or token.ent_type_ in {"PERSON", "NORP"}


def _clause(scene: Scene, verb: Token, by: str) -> Iterator[Circumstance]:
    """The words of the verb's own clause: with subject, object and short complements, without the clauses that hang on it."""
    passage = scene.passages[scene.passage_at[verb.i]]
    first = last = verb.i
    if verb.dep_ in {"relcl", "acl"} and verb.head not in subjects(verb) + passive_subjects(verb) + objects(verb):
        head = verb
    elif verb.dep_ in {"relcl", "acl"}:
        head = verb.head
        first = min([head.i, *(t.i for t in head.lefts if head != verb)])
    for c in sorted(verb.children, key=lambda t: abs(t.i - verb.i)):
        if c.dep_ not in CLAUSE or (c.dep_ in {"advmod", "npadvmod", "prep"} and c.i < verb.i):
            continue
        left, right = _edges(c)
        first, last = min(first, left), max(last, right)
    start, end = scene.doc[first].idx, scene.doc[last].idx + len(scene.doc[last])
    if start < passage.start or end > passage.end or end - start > LONGEST:
        start, end = verb.idx, verb.idx + len(verb)
        short = [t for t in (*passive_subjects(verb), *objects(verb)) if abs(t.i - verb.i) < 12]
        for t in short:
            start, end = min(start, t.idx), max(end, t.idx + len(t))
    if passage.start <= start < end <= passage.end:
        yield Circumstance(token=verb.i, span=scene.cut(start, end), by=by)


def _edges(token: Token) -> tuple[int, int]:
    """First and last token of a phrase, up to the clauses that hang on it."""
    first = last = token.i
    for c in token.children:
        if c.dep_ in {"relcl", "advcl", "parataxis", "punct", "appos"} or (c.dep_ == "acl" and c.i > token.i + 1):
            continue
        left, right = _edges(c)
        first, last = min(first, left), max(last, right)
    return first, last


def under(token: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a word hangs on one of these lemmas."""
    return any(t.lemma_.lower() in lemmas for t in above(token, 6))
