"""What the parse says about a verb: its subject, its agent, what stands beside it."""

from collections.abc import Set

from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
DEEPEST = 6
"""Steps up the tree that a missing subject is looked for."""
CITES = frozenset(("cite", "quote"))
PASSES = CITES | {"carry", "broadcast", "air", "relay"}
CITING = frozenset(("advcl", "acl", "xcomp", "ccomp", "prep", "dep", "relcl", "csubj", "nsubj"))


def reach(token: Token) -> range:
    """The token numbers of a token's subtree."""
    return range(token.left_edge.i, token.right_edge.i + 1)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above; the noun that a relative clause describes."""
    if depth > DEEPEST:
        return None
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.lower_ in RELATIVES and child.tag_ in ("WDT", "WP", "IN", "DT"):
                return _antecedent(verb)
            return child
    above = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        if verb.nbor(-1).text == "," and above.dep_ in ("dobj", "pobj", "attr", "oprd"):
            over = next((a for a in above.ancestors if a.pos_ in ("VERB", "AUX")), None)
            return subject(over, depth + 1) if over is not None else above
        return above
    if verb.dep_ == "pcomp" and above.dep_ in ("prep", "advcl", "mark"):
        above = above.head
        if above.lemma_ in CITES and not passive(above):
            return next((c for c in above.children if c.dep_ == "dobj"), None)
    if (
        verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp")
        and above.pos_ in ("VERB", "AUX", "ADJ")
        and above != verb
    ):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        return subject(above, depth + 1)
    return None


def relative(verb: Token) -> Token | None:
    """The relative pronoun that is the subject of a verb, its own or of the verb it is joined to."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child if child.lower_ in RELATIVES and child.tag_ in ("WDT", "WP", "IN", "DT") else None
    return relative(verb.head) if verb.dep_ in ("conj", "xcomp") and verb.head != verb else None


def _antecedent(verb: Token) -> Token | None:
    while verb.dep_ in ("conj", "ccomp", "xcomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN"
    )


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb says: "claimed by X"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for below in child.children:
                if below.dep_ == "pobj":
                    return below
    return None


def negated(verb: Token) -> bool:
    """Tell whether a verb is negated: "did not say"."""
    return any(c.dep_ == "neg" for c in verb.children)


def beside(verb: Token, content: Set[int]) -> list[int]:
    """The noun phrase next to a verb that has no subject in the parse: behind it after a quotation, else before it."""
    doc = verb.doc
    run: list[int] = []
    if content and verb.i > min(content):
        for token in doc[verb.i + 1 : verb.i + 12]:
            if (
                token.is_punct
                or token.is_space
                or token.i in content
                or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "ADV")
            ):
                break
            run.append(token.i)
    if not run:
        for i in range(verb.i - 1, max(verb.i - 12, -1), -1):
            token = doc[i]
            if token.is_punct or token.is_space or i in content or token.pos_ in ("VERB", "SCONJ", "CCONJ"):
                break
            if token.pos_ not in ("ADV", "AUX") and token.dep_ not in ("aux", "neg"):
                run.insert(0, i)
    return run if any(doc[i].pos_ in ("NOUN", "PROPN", "PRON") for i in run) else []


def citations(verb: Token, who: Token | None) -> list[Token]:
    """The participles "citing X", "quoting X" beside a verb of saying or behind its subject."""
    near = [*verb.children, *(who.children if who is not None else ())]
    near += [
        c
        for said in verb.children
        if said.dep_ == "ccomp" and said.i > verb.i
        for c in said.children
        if before_that(c, said)
    ]
    return [c for c in near if c.lemma_ in CITES and (c.tag_ == "VBG" or c.dep_ == "relcl") and c.dep_ in CITING]


def before_that(token: Token, clause: Token) -> bool:
    """Tell whether a word stands before the "that" of its clause, so that it belongs to the verb above."""
    return any(c.dep_ == "mark" and c.i > token.i for c in clause.children)


def passers(verb: Token, who: Token | None = None) -> list[int]:
    """Who quotes, in "X quoted Y as saying", "Y was quoted by X as saying", "Y, cited by X, said": its head."""
    cited = [c for c in who.children if c.lemma_ in PASSES and c.tag_ == "VBN"] if who is not None else []
    found = [by.i for by in (agent(c) for c in cited) if by is not None]
    if found:
        return found
    above = verb.head.head
    if verb.dep_ != "pcomp" or above.lemma_ not in CITES:
        return []
    passer = agent(above) if passive(above) else subject(above)
    return [passer.i] if passer is not None else []
