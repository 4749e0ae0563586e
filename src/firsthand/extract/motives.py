"""Why it was done, where the words say so: revenge, reprisal, a stated aim, a charge, a dispute, a reason with "because".

The value is the words of the reason.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.outcomes import Circumstance
from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene

REPAYS = frozenset(
    "retaliation revenge reprisal retribution vengeance response protest punishment payback solidarity".split()
)
"""Nouns that name the reason: "in retaliation for", "as punishment for", "in protest at"."""
CHARGES = frozenset("suspicion accusation charge allegation pretext ground grounds".split())
"""Nouns after "on" or "under" that name what is held against someone."""
AIMS = frozenset("effort attempt bid aim intention goal order hope".split())
"""Nouns that name the aim: "in a bid to free prisoners"."""
QUARRELS = frozenset("dispute feud row quarrel disagreement rivalry grievance argument".split())
INFINITIVES = frozenset(
    "avenge punish protest demand prevent deter intimidate pressure press force free retaliate coerce silence extort "
    "discourage disrupt stop commemorate mark".split()
)
"""Verbs whose plain "to" after a deed tells its aim."""
ACCUSES = frozenset("accuse suspect charge convict".split())
MOVED = frozenset("motivate prompt provoke spark trigger inspire".split())
HARMS = frozenset(
    "kill murder execute behead shoot abduct kidnap arrest detain attack beat torture hang stone lynch target assassinate "
    "burn bomb whip flog jail hold punish behead slay strike raid".split()
)
"""Verbs whose "for" phrase may tell what someone was punished for."""
ANSWERS = frozenset({"retaliatory", "reprisal", "revenge", "vengeful", "punitive"})
LONGEST = 220


def motives(scene: Scene) -> Iterator[Circumstance]:
    """Stated reasons, in reading order of the words they hang on."""
    for token in scene.doc:
        lower = token.lower_
        if lower in {"because", "for"} or token.pos_ in {"NOUN", "VERB", "ADJ"}:
            k = scene.passage_at[token.i]
            if k < 0 or scene.passages[k].role == "noise":
                continue
            found = _reason(token, token.lemma_.lower(), lower)
            if found is not None and (made := _made(scene, *found, token)) is not None:
                yield made


def _reason(token: Token, lemma: str, lower: str) -> tuple[Token, str] | None:
    """The word under which the reason stands, and the rule."""
    if lower == "because":
        top = token if any(c.dep_ in {"pobj", "pcomp"} for c in token.children) or token.dep_ == "prep" else token.head
        return (top, "motives.because") if top.dep_ in {"advcl", "prep"} else None
    if lower == "for":
        return _held_against(token)
    if token.pos_ == "ADJ":
        return (token, "motives.answer") if lower in ANSWERS and token.dep_ == "amod" else None
    if token.pos_ == "NOUN":
        return _noun(token, lemma)
    return _verb(token, lemma)


def _held_against(prep: Token) -> tuple[Token, str] | None:
    """ "killed for refusing to pay": a deed of the one who suffers."""
    inner = next((c for c in prep.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    if inner is None or prep.head.lemma_.lower() not in HARMS | {"punish", "target"}:
        return None
    return prep, "motives.for"


def _noun(token: Token, lemma: str) -> tuple[Token, str] | None:
    prep = token.head
    if lemma in REPAYS:
        what = {c.lower_ for c in token.children if c.dep_ == "prep"}
        if (
            token.dep_ == "pobj"
            and prep.lower_ in {"in", "as", "out"}
            and what & {"for", "to", "against", "over", "at", "with"}
        ):
            return prep, "motives.repays"
        if (
            token.dep_ in {"attr", "acomp", "oprd", "pobj"}
            and what & {"for", "against", "over"}
            and lemma not in {"response", "solidarity"}
        ):
            return token, "motives.repays"
        return None
    if lemma in CHARGES and token.dep_ == "pobj" and prep.lower_ in {"on", "under", "over"}:
        stated = any(c.lower_ in {"of", "that"} or c.dep_ in {"acl", "ccomp"} for c in token.children)
        return (prep, "motives.charge") if stated else None
    if lemma in AIMS and token.dep_ == "pobj" and prep.lower_ in {"in", "with"}:
        aimed = any(c.dep_ in {"acl", "relcl"} or c.lower_ == "of" for c in token.children)
        return (prep, "motives.aim") if aimed else None
    if lemma in QUARRELS and token.dep_ == "pobj" and prep.lower_ in {"over", "amid", "following", "after", "to", "in"}:
        return (
            (token, "motives.quarrel")
            if any(c.lower_ in {"over", "about", "with", "between"} for c in token.children)
            else None
        )
    return None


def _verb(token: Token, lemma: str) -> tuple[Token, str] | None:
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)
    if lemma in INFINITIVES and infinitive:
        return (token, "motives.aim") if token.dep_ in {"advcl", "acl"} else None
    if lemma == "aim" and token.dep_ in {"acl", "advcl", "relcl"} and any(c.lower_ == "at" for c in token.children):
        return token, "motives.aim"
    if lemma in MOVED and token.tag_ == "VBN" and any(c.dep_ == "agent" or c.lower_ == "by" for c in token.children):
        return token, "motives.moved"
    if lemma in ACCUSES and token.dep_ in {"acl", "advcl", "pcomp", "relcl"}:
        return (token, "motives.charge") if any(c.lower_ in {"of", "with"} for c in token.children) else None
    return None


def _made(scene: Scene, top: Token, by: str, cue: Token) -> Circumstance | None:
    """The phrase of the reason, cut where another clause begins; None for one that is too long to be quoted."""
    first, last = top.i, top.i
    for t in top.subtree:
        if not _elsewhere(t, top):
            first, last = min(first, t.i), max(last, t.i)
    if by == "motives.quarrel" or cue.dep_ == "amod":
        first = min(first, cue.i)
    elif top.i > first and top.dep_ in {"acl", "advcl", "relcl"}:
        first = min((c.i for c in top.children if c.dep_ in {"aux", "auxpass", "mark", "neg"}), default=top.i)
    while last > first and scene.doc[last].is_punct:
        last -= 1
    start, end = scene.doc[first].idx, scene.doc[last].idx + len(scene.doc[last])
    passage = scene.passages[scene.passage_at[cue.i]]
    start, end = max(start, passage.start), min(end, passage.end)
    if end - start > LONGEST or start >= end:
        return None
    home = next((h for h in above(top, 3) if h.pos_ in {"VERB", "NOUN", "PROPN", "AUX"}), top)
    return Circumstance(token=home.i, span=scene.cut(start, end), by=by)


def _elsewhere(token: Token, top: Token) -> bool:
    """Tell whether a word of the subtree belongs to another clause than the reason: one joined or put in."""
    for t in (token, *above(token, 30)):
        if t == top:
            return False
        if t.dep_ == "parataxis" or (t.dep_ == "punct" and t.head == top):
            return True
    return True
