"""Acts of saying without a verb of saying: "according to", "reportedly", "citing", "the claim that", "is sure that"."""

from spacy.tokens import Token

from firsthand.extract.voices_act import Act, source_words
from firsthand.extract.voices_grammar import SUBJECTS, agent, citations, reach, subject
from firsthand.model.voice import Stance

LIGHT = frozenset(
    "make issue give express have voice raise deliver repeat share release send hold get put offer dismiss reject publish "
    "receive hear see".split()
)
"""Verbs whose subject says what their object says: "made a claim that"."""
ABOUT = frozenset(("about", "of", "with", "over", "in", "by"))


def according(token: Token) -> Act | None:
    target = next((c for c in token.children if c.dep_ in ("prep", "aux", "pobj")), None)
    if target is None:
        return None
    who = target if target.dep_ == "pobj" else next((c for c in target.children if c.dep_ in ("pobj", "pcomp")), None)
    if who is None:
        return None
    phrase = set(reach(token))
    top = _clause(token)
    content = set(reach(top)) - phrase
    cue = [token.i] if target == who else [token.i, target.i]
    source = list(reach(who))
    if token.i < top.i and not any(c.dep_ in SUBJECTS for c in top.children):
        # The parse took the subject of the sentence for a part of the source.
        astray = next(
            (c for c in who.children if c.dep_ == "acl" and c.tag_ == "VBG" and c.i > who.i and c.nbor(-1).text == ","),
            None,
        )
        if astray is not None:
            source = [i for i in source if i not in reach(astray)]
            content |= set(reach(astray))
    cited = [b.i for c in citations(token, who) for b in c.children if b.dep_ == "dobj"]
    return Act(cue, source, content, "asserts", "according", head=who.i, cited=cited)


def _clause(token: Token) -> Token:
    """The verb of the clause that a phrase stands in, up to the whole sentence unless a clause of its own is opened."""
    here = token
    while here.head != here:
        here = here.head
        if here.pos_ in ("VERB", "AUX") and here.dep_ in ("ROOT", "ccomp", "parataxis"):
            break
    return here


def hearsay(token: Token) -> Act | None:
    top = token.head
    if top == token:
        return None
    return Act([token.i], [], set(reach(top)) - {token.i}, "alleges", "hearsay")


def citing(verb: Token) -> Act | None:
    who = next((c for c in verb.children if c.dep_ == "dobj"), None)
    above = verb.head
    if who is None or above == verb or above.pos_ not in ("VERB", "AUX"):
        return None
    said = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    content = set(reach(said)) if said is not None else set(reach(above)) - set(reach(verb))
    passer = subject(above)
    return Act(
        [verb.i],
        list(reach(who)),
        content,
        "asserts",
        "citing",
        head=who.i,
        via=[passer.i] if passer is not None else [],
    )


def noun_act(noun: Token, stance: Stance) -> Act | None:
    content: set[int] = set()
    for child in noun.children:
        that = child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        )
        if that:
            content |= set(reach(child))
    if not content or any(c.lower_ == "no" for c in noun.children):
        return None
    who = next((c for c in noun.children if c.dep_ == "poss"), None)
    if who is None:
        who = next((b for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of") and c.i < min(content)
                    for b in c.children if b.dep_ == "pobj"), None)  # fmt: skip
    if who is None and noun.dep_ in ("dobj", "attr", "nsubjpass") and noun.head.lemma_.lower() in LIGHT:
        who = agent(noun.head) if noun.dep_ == "nsubjpass" else subject(noun.head)
    source = [i for i in reach(who) if i not in content and i != noun.i] if who is not None else []
    return Act(
        [noun.i], source, content, stance, "noun", head=who.i if who is not None else None, denies=stance == "denies"
    )


def adjective_act(word: Token, stance: Stance) -> Act | None:
    content = {
        i for c in word.children if c.dep_ == "ccomp" or (c.dep_ == "prep" and c.lower_ in ABOUT) for i in reach(c)
    }
    if not content or word.dep_ not in ("acomp", "conj", "ROOT", "advcl"):
        return None
    who = subject(word.head) if word.dep_ == "acomp" else subject(word)
    if who is None or (who.lower_ == "it" and word.dep_ == "acomp"):
        return None
    return Act([word.i], source_words(who, word.head, content), content, stance, "adjective", head=who.i, reports=False)
