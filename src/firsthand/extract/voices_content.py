"""What a verb of saying says: a clause, a plan, or a thing that is named, denied, judged, spoken about."""

from spacy.tokens import Token

from firsthand.extract.voices_disputes import FALSE
from firsthand.extract.voices_grammar import CITES, SUBJECTS, citations, passive, reach
from firsthand.resources.speech import Verb

ABOUT = frozenset(("about", "of", "over", "for", "on", "as", "against", "from", "to", "with"))
"""Prepositions that go on with the thing said: "expressed concern over the raids"."""
TIMES = frozenset(("DATE", "TIME"))
NO_SAYING = frozenset(
    "life victim access entry permission visa bail lives request application appeal petition asylum parole passage "
    "treatment".split()
)
"""Objects beside which a verb of saying is none: "claimed 20 lives", "denied entry"."""


def content_of(verb: Token, entry: Verb) -> tuple[set[int], str]:
    """What a verb says, and by which construction."""
    takes = entry.takes
    if "raising" in takes and passive(verb):
        raised = _raised(verb)
        if raised:
            return raised, "raising"
    found: set[int] = set()
    rule = ""
    clausal = bool(takes & {"clause", "quotation"})
    for child in [*verb.children, *(c for v in citations(verb, None) for c in v.children)]:
        if child.dep_ not in ("ccomp", "xcomp") or (child.lemma_ in CITES and child.tag_ == "VBG"):
            continue
        to = any(c.tag_ == "TO" for c in child.children)
        if to and "infinitive" in takes:
            heard = (c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < child.i)
            found |= {i for c in (*heard, child) for i in reach(c)}
            rule = rule or "infinitive"
        elif child.dep_ == "xcomp" and child.tag_ == "VBG" and "gerund" in takes:
            found |= set(reach(child))
            rule = rule or "gerund"
        elif clausal and (child.dep_ == "ccomp" or (child.tag_ != "VBG" and not to)):
            found |= set(reach(child))
            rule = "clause"
    found = _this_side(found, verb)
    if found:
        for citation in citations(verb, None):
            if citation.head != verb:
                found -= set(reach(citation))
        return _outside(found, verb), rule
    if "clause" in takes and (behind := _behind(verb)):
        return behind, "clause"
    if verb.dep_ == "pcomp" and "quotation" in takes:
        cited = _as_saying(verb)
        if cited:
            return cited, "clause"
    if verb.dep_ == "parataxis" and "quotation" in takes:
        inserted = _inserted(verb)
        if inserted:
            return inserted, "inserted"
    return _phrasal(verb, entry)


def _this_side(found: set[int], verb: Token) -> set[int]:
    """Content without what a semicolon parts from a saying that begins behind it: "Nine died; officials said it was a bomb".

    A saying that closes the sentence holds what stands on both sides: "Nine died; ten were hurt, officials said".
    """
    stops = [i for i in range(verb.left_edge.i, verb.i) if verb.doc[i].text == ";"] if found else []
    if not stops or min(found) > stops[-1] or any(stops[-1] < i < verb.i for i in found):
        return found
    return {i for i in found if i > stops[-1]}


def _as_saying(verb: Token) -> set[int]:
    """What was said before "…, the ministry was quoted by the agency as saying"."""
    above = verb.head.head
    if above.lemma_ not in CITES:
        return set()
    return {i for c in above.children if c.dep_ == "ccomp" and c.i < above.i for i in reach(c)}


def _raised(verb: Token) -> set[int]:
    """What a passive verb says of its subject: "was reported to have fallen", "was reported killed", "is feared dead"."""
    if not any(c.dep_ == "nsubjpass" for c in verb.children):
        return set()
    said = [c for c in verb.children if c.i > verb.i and (c.dep_ == "oprd" or (c.dep_ == "xcomp" and c.tag_ != "VBG"))]
    return {i for c in said[:1] for i in reach(c)}


def _phrasal(verb: Token, entry: Verb) -> tuple[set[int], str]:
    """Content that is no clause: what is named, denied, called something, spoken about."""
    takes = entry.takes
    if "naming" in takes:
        named = [c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
        if named and (verb.dep_ != "acl" or turned_down(verb)):
            what = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
            return {i for c in [*what, *named] for i in reach(c)}, "naming"
    after = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    what = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if "accusation" in takes and any(c.lower_ in ("of", "for") for c in after):
        deeds = [c for c in after if c.lower_ in ("of", "for")]
        return {i for c in (*what, *deeds) for i in reach(c)}, "accusation"
    if "nominal" in takes:
        said = [c for c in what if c.pos_ != "PRON" and c.lemma_ not in NO_SAYING]
        if said:
            about = [c for c in after if c.lower_ in ABOUT and c.i > said[0].i]
            return {i for c in (said[0], *about) for i in reach(c)}, "nominal"
    if "prepositional" in takes:
        about = [
            c for c in after if c.lower_ in entry.prepositions and not any(b.ent_type_ in TIMES for b in c.children)
        ]
        if about:
            return set(reach(about[0])) - {about[0].i}, "prepositional"
    return set(), ""


def turned_down(verb: Token) -> bool:
    """Tell whether a verb is that of "X dismissed as untrue reports that ..", whatever the parse makes of its form."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]]
    bare = verb.dep_ == "acl" and verb.sent.root.pos_ in ("NOUN", "PROPN") and verb.sent.root.i < verb.i
    return bare and after[:1] == ["as"] and bool(FALSE & set(after)) and "by" not in after


def _outside(found: set[int], verb: Token) -> set[int]:
    """Content without the cue, its auxiliaries and its subject, which an inverted clause may hold."""
    own = {verb.i}
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg"):
            own |= set(reach(child))
    return found - own


def _inserted(verb: Token) -> set[int]:
    """The clause around a saying that is put into it: "The group, officials say, fled"."""
    above = verb.head
    if above == verb or above.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return set()
    return set(reach(above)) - set(reach(verb))


def _behind(verb: Token) -> set[int]:
    """The "that" clause of a verb that the parser hangs on a noun in between: "said in a statement that nine died"."""
    for child in verb.children:
        if child.dep_ != "prep" or child.i < verb.i:
            continue
        for word in child.subtree:
            marked = word.dep_ in ("acl", "ccomp", "relcl") and word.tag_ != "VBG"
            that = next((c for c in word.children if c.dep_ == "mark" and c.lower_ == "that"), None) if marked else None
            if that is not None and any(c.dep_ in SUBJECTS for c in word.children):
                return {i for i in reach(word) if i >= that.i}
    return set()
