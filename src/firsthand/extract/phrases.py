"""Noun phrases over the parse: their edges, their meaning head, and what stands beside them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
QUANTITY = frozenset(
    "series number group dozen dozens score scores hundred hundreds thousand thousands pair couple wave string host "
    "spate handful member "
    "members majority total batch round set team body bodies remains crew column convoy group gang cell cells band "
    "crowd trio rest "
    "lot type kind part unit piece member resident people some many several one two three four five six seven eight "
    "nine ten all most none "
    "each lives life deaths death killing target injury".split()
)
"""Nouns that count or bundle what their "of" phrase names: "a series of strikes" are strikes."""
BUNDLES = QUANTITY - frozenset({"people", "resident", "crew", "convoy", "column", "team"})
CUT = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct", "cc", "conj", "dep"})


DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def pobj(token: Token, *preps: str) -> Token | None:
    """The object of the first preposition of `token` among `preps` (any, where none are given)."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and (not preps or child.lower_ in preps):
            for below in child.children:
                if below.dep_ in {"pobj", "pcomp"} and not _behind_day(child, below):
                    return below
    return None


def _behind_day(prep: Token, noun: Token) -> bool:
    """Tell whether a noun was taken together with the day before it: in "On Sunday NATO bombed ..", it is who bombed."""
    day = prep.doc[prep.i + 1]
    return (
        prep.lower_ == "on"
        and prep.i < prep.head.i
        and day.lower_ in DAYS
        and day.head == noun
        and noun.pos_ in NOMINAL
        and prep.head.pos_ == "VERB"
    )


def meaning_head(token: Token) -> Token:
    """The noun that says what `token` bundles: "a series of strikes" -> strikes; the token itself where it bundles nothing."""
    for _ in range(4):
        if token.lower_ not in BUNDLES and token.pos_ != "NUM":
            return token
        below = pobj(token, "of")
        if below is None:
            return token
        token = below
    return token


def behind_hyphen(token: Token) -> bool:
    """Tell whether a word is the end of one with a hyphen ("anti-government"); a dash with a space beside it joins nothing."""
    if token.i < 2 or token.nbor(-1).text not in {"-", "–"}:
        return False
    return not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is joined to it by "and" or a comma, in reading order."""
    waiting = [token]  # no recursion: a parse may be as deep as its sentence is long
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [child for child in one.children if child.dep_ == "conj" and child.pos_ in NOMINAL][::-1]


def edges(token: Token, *, of_only: bool = True) -> tuple[int, int]:
    """(first, last) token index of the phrase of `token`, without clauses, appositions and what is joined to it.

    With `of_only`, "of" is the only preposition kept, so that "soldiers of the army in the desert" ends before "in".
    """
    first = last = token.i
    left, right = [token], [token]
    while left:
        head = left.pop()
        left += (near := [c for c in head.children if c.i < head.i and _belongs(c, head, of_only=of_only)])
        first = min([first, *(child.i for child in near)])
    while right:
        head = right.pop()
        right += (near := [c for c in head.children if c.i > head.i and _belongs(c, head, of_only=of_only)])
        last = max([last, *(child.i for child in near)])
    return first, last


def _belongs(child: Token, head: Token, *, of_only: bool) -> bool:
    """Tell whether what depends on a word is part of its phrase."""
    if (
        child.ent_type_ in {"DATE", "TIME"}
        and child.dep_ in {"npadvmod", "nmod", "compound", "amod", "nummod"}
        and child.pos_ != "NUM"
    ):
        return False  # "announced Saturday .. militants": the day is no part of whom it stands beside
    if child.i > head.i and child.dep_ in {"amod", "acomp"}:
        return False  # "nine soldiers dead"
    if child.dep_ in CUT and not (child.dep_ == "punct" and child.text in {"-", "–"} and child.i < head.i):
        return False
    return child.dep_ not in {"prep", "agent", "dative"} or (child.i > head.i and (not of_only or child.lower_ == "of"))


HELD = frozenset("believe suspect think presume allege say".split())
"""Verbs of holding somebody for something."""
QUOTES = frozenset("\"'`“”‘’«»")


def trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Character offsets of tokens first..last without determiners, quotes and punctuation at the ends."""
    while first < last and (
        doc[first].pos_ in {"DET", "PUNCT", "PART", "SPACE"}
        or doc[first].lower_ in {"them", "whom"}
        or doc[first].text[0] in QUOTES
        or doc[first].lower_ in {"its", "their", "his", "her"}
        or (doc[first].lower_ == "dead" and first > 0 and doc[first - 1].pos_ == "VERB")  # "shot dead two villagers"
    ):
        first += 1
    while last > first and (
        doc[last].pos_ in {"PUNCT", "SPACE"} or doc[last].text[0] in QUOTES or doc[last].tag_ == "POS"
    ):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def subjects(verb: Token) -> list[Token]:
    """Active subjects of a verb, its own or borrowed from the verb it is joined or subordinated to."""
    return _borrowed(verb, {"nsubj", "csubj"}, {"nsubjpass"}) or _taken_with_day(verb) or _of_those_held(verb)


def believed(verb: Token) -> bool:
    """Tell whether a participle is taken for a verb of its own: "gunmen thought to be rebels raided ..": they did not think."""
    return (
        verb.lemma_.lower() in HELD
        and verb.tag_ in {"VBD", "VBN"}
        and any(c.dep_ == "xcomp" and any(a.tag_ == "TO" for a in c.children) for c in verb.children)
    )


def _of_those_held(verb: Token) -> list[Token]:
    above = verb.head
    if verb.dep_ != "ccomp" or verb.tag_ != "VBD" or above.i > verb.i or not believed(above):
        return []
    if any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in verb.children):
        return []
    return [c for c in above.children if c.dep_ == "nsubj"]


def _taken_with_day(verb: Token) -> list[Token]:
    """The subject that stands behind a day without a comma, where the parse makes the two one phrase."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.children) or verb.tag_ in {"VBG", "VB"}:
        return []
    return [n for p in verb.children if p.dep_ == "prep" for n in p.children if n.dep_ == "pobj" and _behind_day(p, n)]


def passive_subjects(verb: Token) -> list[Token]:
    """Subjects of a passive verb, its own or borrowed."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "nsubj" and _bare(verb))]
    if own:
        return [_antecedent(t) for t in own]
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head):
        return passive_subjects(verb.head)
    return []


def _borrowed(verb: Token, wanted: set[str], other: set[str]) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in wanted]
    if own:
        return [_antecedent(t) for t in own]
    if any(c.dep_ in other for c in verb.children):
        return []
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        # "killing five": the one who did the head verb; a passive head lends its agent
        if is_passive(verb.head):
            return agents(verb.head)
        return _borrowed(verb.head, wanted, other)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    return []


def _antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: the noun its clause hangs on."""
    if token.lower_ in {"who", "which", "that", "whom"}:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
    return token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: with its auxiliary, joined to one, or a bare participle after its noun."""
    while verb.tag_ in {"VBN", "VBD"}:
        if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
            return True
        if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "dobj"} for c in verb.children):
            return verb.tag_ == "VBN" and (verb.dep_ in {"acl", "amod"} or _bare(verb))
        if verb.head.pos_ != "VERB":
            return False
        verb = verb.head
    return False


def _bare(verb: Token) -> bool:
    """Tell whether a participle tells a headline in the passive: "Four guards killed in ambush", with no "have" or object."""
    deps = {c.dep_ for c in verb.children}
    joined = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= 2)
    shared = any(o.dep_ == "dobj" for c in joined for o in c.children)  # "forces killed or captured five men"
    return verb.tag_ == "VBN" and "nsubj" in deps and not deps & {"aux", "auxpass", "dobj"} and not shared


def agents(verb: Token) -> list[Token]:
    """Who did a passive verb: its "by" phrase."""
    found = [
        below
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for below in c.children
        if below.dep_ == "pobj"
    ]
    if not found and verb.dep_ == "conj" and is_passive(verb):
        return agents(verb.head)
    return found


def objects(verb: Token) -> list[Token]:
    """Direct objects of a verb, its own or those of the verb joined after it ("killed and wounded 15")."""
    own = [c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd"} and c.pos_ in NOMINAL]
    if own:
        return [t for o in own for t in [_antecedent(o)]]
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            return objects(child)
    return []


def above(token: Token, depth: int = 12) -> Iterator[Token]:
    """The heads of a token, nearest first."""
    for _ in range(depth):
        if token.head == token:
            return
        token = token.head
        yield token
