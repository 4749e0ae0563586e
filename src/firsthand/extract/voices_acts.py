"""Acts of saying as the parse shows them: a cue, whose it is, and what is said, each as token numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from firsthand.model.voice import Stance
from firsthand.resources.speech import Speech, Verb

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
LIGHT = frozenset(("make", "issue", "give", "express", "have", "voice", "raise", "deliver", "repeat", "share", "release", "send", "hold", "get",
                   "put", "offer", "dismiss", "reject", "publish", "receive", "hear", "see"))  # fmt: skip
HEARSAY = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))
CITES = frozenset(("cite", "quote"))
CITING = frozenset(("advcl", "acl", "xcomp", "ccomp", "prep", "dep", "relcl", "csubj", "nsubj"))
NO_SAYING = frozenset(("life", "victim", "access", "entry", "permission", "visa", "bail", "lives"))
"""Objects beside which a verb of saying is none: "claimed 20 lives", "denied entry"."""
DEEPEST = 6
"""Steps up the tree that a missing subject is looked for."""


@dataclass
class Act:
    """An act of saying under construction. `rule`: which pattern found it. `via`: heads of who passes it on; `cited`: of whom
    the source cites."""

    cue: list[int]
    source: list[int]
    content: set[int]
    stance: Stance
    rule: str
    head: int | None = None
    via: list[int] = field(default_factory=list)
    cited: list[int] = field(default_factory=list)
    denies: bool = False
    direct: bool = False
    reports: bool = True


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


def acts(doc: Doc, speech: Speech) -> Iterator[Act]:
    """All acts of saying that the parse of `doc` shows, in text order of their cues."""
    for token in doc:
        found = _act(token, speech)
        if found is not None and found.content:
            yield found


def _act(token: Token, speech: Speech) -> Act | None:
    if token.lower_ == "according":
        return _according(token)
    if token.lower_ in HEARSAY:
        return _hearsay(token)
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if lemma in CITES and token.tag_ == "VBG" and token.dep_ not in ("pcomp", "conj", "ROOT"):
            above = token.head
            taken = above.lemma_.lower() in speech.verbs or (above.dep_ == "ccomp" and _before_that(token, above))
            return None if taken else _citing(token)
        verb = speech.verbs.get(lemma)
        return _verb(token, verb) if verb is not None else None
    if token.pos_ == "NOUN":
        stance = speech.nouns.get(lemma)
        return _noun(token, stance) if stance else None
    if token.pos_ == "ADJ":
        stance = speech.adjectives.get(lemma)
        return _adjective(token, stance) if stance else None
    return None


def _cue(verb: Token) -> list[int]:
    """The verb with its auxiliaries, negation and particle."""
    own = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and c.i >= verb.i - 4]
    return sorted([*own, verb.i])


def _verb(verb: Token, entry: Verb) -> Act | None:
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    who = subject(verb)
    content, rule = _content(verb, entry)
    if not content:
        return None
    if passive(verb):
        by = agent(verb)
        if who is not None and rule == "infinitive":
            content |= set(reach(who))
        who = by
    elif who is not None and who.lower_ in ("it", "there") and who.dep_ == "expl":
        who = None
    act = Act(_cue(verb), [], content, entry.stance, rule, head=who.i if who is not None else None)
    if who is not None:
        act.source = source_words(who, verb, content)
    act.denies = entry.stance == "denies"
    act.cited = [b.i for c in _citations(verb, who) for b in c.children if b.dep_ == "dobj"]
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in CITES:
        passer = agent(verb.head.head) if passive(verb.head.head) else subject(verb.head.head)
        act.via = [passer.i] if passer is not None else []
    act.reports = rule not in entry.attitude and not (rule == "inserted" and "clause" in entry.attitude)
    if negated(verb) and entry.stance in ("asserts", "claims", "alleges", "estimates"):
        act.stance = "doubts"
    return act


def source_words(who: Token, cue: Token, content: Iterable[int]) -> list[int]:
    """The whole noun phrase of a source, without a relative clause that holds the cue, or words of the content."""
    taken = set(content) | ({*reach(cue)} if who.i < cue.i and cue in who.subtree else {cue.i})
    for child in who.children:
        if child.dep_ in ("relcl", "acl", "parataxis", "ccomp", "advcl") and (
            cue.i in reach(child) or child.dep_ in ("parataxis", "ccomp")
        ):
            taken |= set(reach(child))
    return [i for i in reach(who) if i not in taken]


def _citations(verb: Token, who: Token | None) -> list[Token]:
    """The participles "citing X", "quoting X" beside a verb of saying or behind its subject."""
    beside = [*verb.children, *(who.children if who is not None else ())]
    beside += [c for said in verb.children if said.dep_ == "ccomp" and said.i > verb.i for c in said.children if _before_that(c, said)]
    return [c for c in beside if c.lemma_ in CITES and (c.tag_ == "VBG" or c.dep_ == "relcl") and c.dep_ in CITING]


def _before_that(token: Token, clause: Token) -> bool:
    """Tell whether a word stands before the "that" of its clause, so that it belongs to the verb above."""
    return any(c.dep_ == "mark" and c.i > token.i for c in clause.children)


RANK = frozenset(("maj", "gen", "lt", "col", "sgt", "brig", "capt", "cmdr", "adm", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "cpl", "pvt", "insp", "supt"))


def mend(doc: Doc, act: Act) -> None:
    """Give a source the name behind a rank whose point the parser took for the end of a sentence: "Maj. Gen. X"."""
    if not act.source or doc[act.source[-1]].lower_.rstrip(".") not in RANK:
        return
    at = act.source[-1] + 1
    while at < len(doc) and at not in act.content and (doc[at].text == "." or doc[at].pos_ == "PROPN"):
        act.source.append(at)
        at += 1
    if doc[act.source[-1]].text == ".":
        act.source.pop()
    act.head = act.source[-1]


def _content(verb: Token, entry: Verb) -> tuple[set[int], str]:
    """What a verb says, and by which construction."""
    takes = entry.takes
    found: set[int] = set()
    rule = ""
    clausal = bool(takes & {"clause", "quotation"})
    for child in [*verb.children, *(c for v in _citations(verb, None) for c in v.children)]:
        dep = child.dep_
        if child.lemma_ in CITES and child.tag_ == "VBG":
            continue
        if dep == "ccomp" and (clausal or "infinitive" in takes):
            found |= set(reach(child))
            rule = "clause"
        elif dep == "xcomp":
            to = any(c.tag_ == "TO" for c in child.children)
            if (to and "infinitive" in takes) or (child.tag_ == "VBG" and "gerund" in takes):
                found |= set(reach(child))
                rule = rule or "infinitive"
            elif not to and clausal and child.tag_ != "VBG":
                found |= set(reach(child))
                rule = rule or "clause"
    if found:
        for citation in _citations(verb, None):
            if citation.head != verb:
                found -= set(reach(citation))
        return _outside(found, verb), rule
    if verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") and "quotation" in takes:
        inserted = _inserted(verb)
        if inserted:
            return inserted, "inserted"
    return _phrasal(verb, entry)


def _phrasal(verb: Token, entry: Verb) -> tuple[set[int], str]:
    """Content that is no clause: what is named, denied, called something, spoken about."""
    takes = entry.takes
    if "naming" in takes:
        named = [c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
        if named and verb.dep_ != "acl":
            what = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
            return {i for c in [*what, *named] for i in reach(c)}, "naming"
    if "accusation" in takes and any(c.dep_ == "prep" and c.lower_ in ("of", "for") for c in verb.children):
        about = [
            c
            for c in verb.children
            if c.dep_ in ("dobj", "nsubjpass") or (c.dep_ == "prep" and c.lower_ in ("of", "for"))
        ]
        return {i for c in about for i in reach(c)}, "accusation"
    if "nominal" in takes:
        what = [
            c
            for c in verb.children
            if c.dep_ in ("dobj", "nsubjpass") and c.pos_ != "PRON" and c.lemma_ not in NO_SAYING
        ]
        if what:
            return set(reach(what[0])), "nominal"
    if "prepositional" in takes:
        about = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i and c.lower_ in entry.prepositions]
        if about:
            return set(reach(about[0])), "prepositional"
    return set(), ""


def _outside(found: set[int], verb: Token) -> set[int]:
    """Content without the cue, its auxiliaries and its subject, which an inverted clause may hold."""
    own = {verb.i}
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg"):
            own |= set(reach(child))
    return found - own


def _inserted(verb: Token) -> set[int]:
    """The clause around a saying that is put into it: "The group, officials say, fled", "as officials said"."""
    above = verb.head
    if above == verb or above.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return set()
    if verb.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return set()
    if verb.dep_ == "ccomp" and not (verb.i > above.i or subject(verb) is not None):
        return set()
    if verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children):
        return set()
    return set(reach(above)) - set(reach(verb))


def _clause(token: Token) -> Token:
    """The verb of the clause that a phrase stands in, up to the whole sentence unless a clause of its own is opened."""
    here = token
    while here.head != here:
        here = here.head
        if here.pos_ in ("VERB", "AUX") and here.dep_ in ("ROOT", "ccomp", "parataxis"):
            break
    return here


def _according(token: Token) -> Act | None:
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
    cited = [b.i for c in _citations(token, who) for b in c.children if b.dep_ == "dobj"]
    return Act(cue, source, content, "asserts", "according", head=who.i, cited=cited)


def _hearsay(token: Token) -> Act | None:
    top = token.head
    if top == token:
        return None
    return Act([token.i], [], set(reach(top)) - {token.i}, "alleges", "hearsay")


def _citing(verb: Token) -> Act | None:
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


def _noun(noun: Token, stance: Stance) -> Act | None:
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


def _adjective(word: Token, stance: Stance) -> Act | None:
    content = {i for c in word.children if c.dep_ in ("ccomp",) for i in reach(c)}
    if not content or word.dep_ not in ("acomp", "conj", "ROOT", "advcl"):
        return None
    who = subject(word.head) if word.dep_ == "acomp" else subject(word)
    if who is None or (who.lower_ == "it" and word.dep_ == "acomp"):
        return None
    return Act([word.i], source_words(who, word.head, content), content, stance, "adjective", head=who.i, reports=False)
