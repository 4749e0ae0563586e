"""Quotations joined to the acts of saying that introduce them, or that they carry on."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import WITHIN, Act, source_words
from firsthand.extract.voices_grammar import beside, passers, reach, subject
from firsthand.extract.voices_quotes_near import headline_speaker, stands_alone, subject_after, subject_before
from firsthand.extract.voices_quotes_tokens import Quoted, is_break, nested
from firsthand.model.voice import Quotation
from firsthand.resources.speech import Speech, Takes

REACH = 30
"""Tokens between a quotation and the verb that introduces it."""
SCARE = 2
"""Words up to which quotation marks may only set a term apart."""
NOBODY = frozenset(("no", "nobody", "none", "neither"))
"""How a source begins that nobody is: "no group claimed responsibility"."""
CARRIES_ON = frozenset(("add", "continue", "insist", "stress", "note", "emphasize", "emphasise", "explain"))
OWN = frozenset(("i", "we", "me", "us"))
CARRIED = 5
"""Words from which a quotation without a verb of saying goes on with who spoke in an earlier paragraph."""
NEAR = 7
"""Tokens from a verb of saying to a quotation inside another one."""
DASHES = "-–—―"
STOPS = frozenset((".", "!", "?", ";"))


def join(doc: Doc, found: list[Act], quotes: Sequence[Quoted], speech: Speech) -> list[Act]:
    """The acts with the quotations that are theirs, and new acts for the others."""
    in_marks = {i for q in quotes for i in range(q.first, q.last)}
    found = [a for a in found if a.word not in in_marks]
    ends = [q.last for q in quotes]
    for act in found:
        for q in _touched(act, quotes, ends):
            _widen(act, q)
    _participles(doc, found, in_marks)
    for act in found:
        _turned(doc, act)
    held = {q.first for act in found for q in _touched(act, quotes, ends) if _holds(act, q)}
    added: list[Act] = []
    for number, q in enumerate(quotes):
        if q.words <= SCARE or q.first in held:
            continue
        before = quotes[number - 1].last if number else 0
        after = quotes[number + 1].first if number + 1 < len(quotes) else len(doc)
        cue = _after(doc, q, after, speech) or _before(doc, q, before, speech)
        if cue is None:
            cue = _before(doc, q, before, speech, kind=None)
        signed = _signature(doc, q) or (_label(doc, q) if cue is None else [])
        if signed:
            added.append(Act([], signed, q.tokens, "asserts", "signed", head=signed[-1], direct=True))
        elif cue is not None:
            _attach(found, added, cue, q, speech)
        else:
            cues = {i for act in (*found, *added) if act.reports or act.direct for i in act.cue}
            added.append(_uncued(doc, q, (before, after), cues, speech))
    return _carry([*found, *added], doc, {q.first: q for q in quotes}, speech)


def _uncued(doc: Doc, q: Quoted, free: tuple[int, int], cues: Set[int], speech: Speech) -> Act:
    """The act of a quotation without a verb of saying: of whom a headline or the sentence before it names, else carried on."""
    who = headline_speaker(doc, q, speech)
    if not who and stands_alone(doc, q):
        who = subject_before(doc, q, free[0], cues, speech)
    if who:
        return Act([], who, q.tokens, "asserts", "beside", head=_top(doc, who), direct=True)
    return Act([], [], q.tokens, "asserts", "carried", head=free[1], direct=True)


def _top(doc: Doc, words: Sequence[int]) -> int:
    """The word of a phrase that the others hang on."""
    inside = set(words)
    return next((i for i in words if doc[i].head.i not in inside or doc[i].head.i == i), words[-1])


def within(doc: Doc, quotations: Sequence[Quotation], quotes: Sequence[Quoted], speech: Speech) -> list[Act]:
    """Acts inside a quotation that bring in another one: "“The guards told us ‘go home’,” she said"."""
    found: list[Act] = []
    for q, outer in nested(doc, quotations, quotes):
        cue = _after(doc, q, outer.last, speech) or _before(doc, q, max(outer.first, q.first - NEAR), speech, kind=None)
        if q.words <= SCARE or cue is None:
            continue
        head, words = _source(cue, q)
        if head is None or doc[head].lower_ in OWN or not outer.first <= words[0] < outer.last:
            continue
        stance = speech.verbs[cue.lemma_.lower()].stance
        found.append(Act([cue.i], words, q.tokens, stance, WITHIN, head=head, direct=True, verb=cue.i))
    return found


def _turned(doc: Doc, act: Act) -> None:
    """Give a verb behind its quotation the noun phrase behind it, which the parse took for an object: "“…,” read a note"."""
    if not act.direct or act.source or not act.cue or act.word < max(act.content):
        return
    who = next((c for c in doc[act.word].children if c.i > act.word and c.dep_ in ("dobj", "attr", "oprd")), None)
    if who is not None and who.left_edge.i == act.word + 1:
        act.source, act.head = [i for i in reach(who) if i not in act.content], who.i


def _touched(act: Act, quotes: Sequence[Quoted], ends: Sequence[int]) -> Sequence[Quoted]:
    """The quotations between the first and the last word of an act's content."""
    if not act.content:
        return ()
    starts = bisect_right(ends, min(act.content))
    last = max(act.content)
    stop = starts
    while stop < len(quotes) and quotes[stop].first <= last:
        stop += 1
    return quotes[starts:stop]


def _holds(act: Act, q: Quoted) -> bool:
    """Tell whether an act has half of a quotation or more."""
    return len(act.content & q.tokens) * 2 >= q.last - q.first


def _carry(found: list[Act], doc: Doc, quotes: Mapping[int, Quoted], speech: Speech) -> list[Act]:
    """Quotations without a cue of their own go to who spoke before: to the same act within a paragraph."""
    kept: list[Act] = []
    said: Act | None = None
    end = 0
    for act in sorted(found, key=lambda a: min(a.cue or a.content)):
        if act.rule == "carried":
            if said is not None and said.direct and not _parted(doc, end, min(act.content)):
                said.content |= act.content
                end = max(act.content)
                continue
            q, limit = quotes[min(act.content)], act.head or 0
            act.head = None
            if said is not None and (q.words >= CARRIED or stands_alone(doc, q) or not _parted(doc, end, q.first)):
                act.source, act.head = list(said.source), said.head
            elif stands_alone(doc, q) and (who := subject_after(doc, q, limit, speech)):
                act.source, act.head, act.rule = who, _top(doc, who), "beside"
            elif not stands_alone(doc, q):
                continue
        if act.source and act.rule != "carried" and doc[act.source[0]].lower_ not in NOBODY:
            said, end = act, max(*act.content, *act.cue, -1)
        kept.append(act)
    return kept


def _parted(doc: Doc, first: int, last: int) -> bool:
    """Tell whether a line break stands between two tokens."""
    return any("\n" in doc[i].text for i in range(first, last))


def _participles(doc: Doc, found: list[Act], in_marks: Set[int]) -> None:
    """Give "adding that .." after a quotation the source of the quotation, not a noun inside it."""
    for act in found:
        verb = doc[act.word] if act.cue else None
        if verb is None or verb.tag_ != "VBG" or (act.head is None and verb.lemma_ not in CARRIES_ON):
            continue
        earlier = [o for o in found if o is not act and o.cue and o.source and o.word < verb.i]
        if act.head is None:
            within = [o for o in earlier if not _parted(doc, o.word, verb.i)]
        else:
            within = [o for o in earlier if act.head in o.content]
            if verb.lemma_ not in CARRIES_ON and act.head not in in_marks:
                continue
        if not within:
            continue
        owner = max(within, key=lambda o: o.word)
        owner.content -= {*act.content, *act.cue}
        act.source, act.head = list(owner.source), owner.head


def _widen(act: Act, q: Quoted) -> None:
    """Give an act the whole of a quotation whose beginning or end it has."""
    if not (act.content & q.tokens):
        return
    if any(q.first <= i < q.last for i in act.cue):
        return
    if act.rule in ("nominal", "infinitive", "noun", "adjective", "hearsay") and not _holds(act, q):
        return
    act.content |= q.tokens - set(act.source)
    act.source = [i for i in act.source if not q.first <= i < q.last]
    act.direct = True


def _speaks(token: Token, speech: Speech, kind: Takes | None = "quotation") -> bool:
    """Tell whether a token is a verb of saying that takes content of that kind (None: of any)."""
    if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") or token.tag_ in ("NN", "NNP"):
        return False
    verb = speech.verbs.get(token.lemma_.lower())
    return verb is not None and (kind is None or kind in verb.takes)


def _after(doc: Doc, q: Quoted, limit: int, speech: Speech) -> Token | None:
    """The verb after a quotation: "“…,” the army said", "“…,” said the army"."""
    if q.last > q.first and doc[q.last - 1].text == ".":
        return None
    for i in range(q.last, min(limit, q.last + REACH)):
        token = doc[i]
        if is_break(token) or token.text in STOPS:
            return None
        if _speaks(token, speech):
            return token
    return None


def _before(doc: Doc, q: Quoted, limit: int, speech: Speech, kind: Takes | None = "quotation") -> Token | None:
    """The verb before a quotation, in its sentence, which may end in a colon and a new line."""
    at = q.first - 1
    while at > limit and (doc[at].is_quote or doc[at].is_space):
        at -= 1
    if at > limit and doc[at].text == ":":
        at -= 1
    elif any(is_break(doc[i]) for i in range(max(at, 0), q.first)):
        return None
    for i in range(at, max(limit, q.first - REACH) - 1, -1):
        token = doc[i]
        if is_break(token) or token.text in STOPS:
            return None
        if _speaks(token, speech, kind):
            return token
    return None


def _dash(token: Token) -> bool:
    return token.text.lstrip("\"'”’")[:1] in DASHES and token.text.strip("\"'”’") != ""


def _signature(doc: Doc, q: Quoted) -> list[int]:
    """The name under or behind a quotation: after a dash, up to the end of the line."""
    at = q.last
    while at < len(doc) and at < q.last + 3 and not _dash(doc[at]) and (doc[at].is_punct or doc[at].is_space):
        at += 1
    if at >= len(doc) or not _dash(doc[at]):
        return []
    found: list[int] = []
    for token in doc[at : at + 9]:
        if is_break(token) or (found and token.is_punct and token.text != "."):
            break
        if token.text.lstrip(DASHES + "\"'”’")[:1].isupper():
            found.append(token.i)
        elif found and not token.is_punct:
            return []
    return found


def _label(doc: Doc, q: Quoted) -> list[int]:
    """The name before a quotation that a colon brings in: "The army: “We hold the town.”"."""
    at = q.first - 1
    while at > 0 and (doc[at].is_quote or doc[at].is_space):
        at -= 1
    if at < 1 or doc[at].text != ":":
        return []
    found: list[int] = []
    for i in range(at - 1, max(at - 8, -1), -1):
        if is_break(doc[i]) or doc[i].text in STOPS:
            break
        if doc[i].pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "ADP", "PUNCT"):
            return []
        found.insert(0, i)
    return found if found and any(doc[i].pos_ == "PROPN" for i in found) else []


def _attach(found: list[Act], added: list[Act], cue: Token, q: Quoted, speech: Speech) -> None:
    """Add a quotation to the act of its cue, or make one."""
    for act in [*found, *added]:
        if cue.i in act.cue:
            act.content |= q.tokens
            act.direct = True
            return
    source = _source(cue, q)
    verb = speech.verbs[cue.lemma_.lower()]
    added.append(
        Act(
            [cue.i],
            source[1],
            q.tokens,
            verb.stance,
            "quotation",
            head=source[0],
            direct=True,
            via=passers(cue),
            verb=cue.i,
            denies=verb.stance == "denies",
        )
    )


def _source(cue: Token, q: Quoted) -> tuple[int | None, list[int]]:
    """Who speaks: the subject in the parse, else the noun phrase beside the verb."""
    who = subject(cue)
    if who is not None and not q.first <= who.i < q.last:
        words = [i for i in source_words(who, cue, q.tokens) if i != cue.i]
        if words:
            return who.i, words
    run = beside(cue, q.tokens)
    return (run[-1] if run else None), run
