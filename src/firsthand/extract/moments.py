"""When and where a trigger happened, whether it did, and whether it is the news: by the clause it stands in."""

from spacy.tokens import Token

from firsthand.extract.moments_words import AFTER, BENCH, COURT, FIND, HOSPITAL, HURT, LAW, OPERATIONS, OVER, SEIZING
from firsthand.extract.past import narrow
from firsthand.extract.phrases import above, pobj
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.timeref import TimeExpr, TimeRef, names_day

TODAY = TimeRef(op="rel", args=("day", 0))
AS_OF, SINCE = "as of ", "since "
RISES = frozenset("rise climb increase reach jump grow mount revise".split())
"""What tolls do; the day of that is not the day of the dead."""


def governor(scene: Scene, start: int, end: int) -> Token | None:
    """The verb (or the root) that an expression hangs on."""
    tokens = scene.tokens(start, end)
    if not tokens:
        return None
    root = next(
        (scene.doc[i] for i in tokens if scene.doc[i].head.i not in tokens or scene.doc[i].head.i == i),
        scene.doc[tokens[0]],
    )
    return next((h for h in above(root) if h.pos_ in {"VERB", "AUX"}), root.head)


def clause_verbs(scene: Scene, trigger: Trigger) -> set[int]:
    """Verbs that tell the trigger: itself, the verb it is the object or subject of, and what is joined to those."""
    token = scene.doc[trigger.token]
    found = {token.i}
    first = (
        token
        if token.pos_ in {"VERB", "AUX"}
        else next((v for v in above(token, 6) if v.pos_ in {"VERB", "AUX"}), None)
    )
    if first is None:
        return found
    cues = scene.cues
    verb: Token | None = first
    for _ in range(4):
        if verb is None or verb.i in cues:
            break
        found.add(verb.i)
        found |= {
            c.i for c in verb.children if c.dep_ in {"advcl", "conj", "xcomp"} and c.pos_ == "VERB" and c.i not in cues
        }
        verb = (
            verb.head
            if verb.dep_ in {"advcl", "conj", "xcomp", "acl", "relcl", "pcomp"}
            and verb.head.pos_ in {"VERB", "AUX"}
            and verb.head != verb
            else None
        )
    return found


def times_of(scene: Scene, trigger: Trigger, rivals: frozenset[int], *, alone: bool) -> list[tuple[TimeExpr, str]]:
    """Time expressions of the trigger's clause; with `alone` (no other trigger in the sentence), of its sentence.

    Never one that hangs on a verb of speech: that is the day of the announcement.
    """
    k = scene.passage_at[trigger.token]
    if _of_wounds(scene, trigger, k) or scene.doc[trigger.token].pos_ == "NUM":
        return []  # a bare toll: the day is when it was given
    verbs, cues = clause_verbs(scene, trigger), scene.cues
    times = [t for t in scene.times_in(k) if t.type in {"DATE", "TIME"} and names_day(t.ref)]
    times = [t for t in times if t.span.start not in scene.own_days and not stamp(scene, t, k)]
    # "Announced an operation on Monday", "began Tuesday to speak of Friday's shooting": the event's own, whatever the verb.
    own = [(t, "moments.clause") for t in times if not trigger.verbal and _within(scene, t, trigger)]
    if any(narrow(t.ref, scene.day) for t, _ in own):
        return own
    near: list[tuple[TimeExpr, str]] = []
    joined: list[tuple[TimeExpr, str]] = []
    for t in times:
        if any(t is x for x, _ in own):
            continue
        if _when(scene, t, trigger):
            own.append((t, "moments.clause"))
            continue
        head = governor(scene, t.span.start, t.span.end)
        said = head is not None and head.i in cues
        if head is not None and _counted(scene, t, head, trigger):
            continue
        if head is None or (said and not in_speech(scene, t.span.start) and not _inserted(scene, head, t, trigger)):
            continue
        if beside_cue(scene, t) or of_rival(scene, t.span.start, trigger, rivals):
            continue
        inside = any(h.i == trigger.token for h in above(scene.doc[scene.tokens(t.span.start, t.span.end)[0]], 6))
        if head.i != trigger.token and _pursued(scene, head, trigger) and not _within(scene, t, trigger):
            continue  # the day of the charge, the funeral or the announcement
        if head.i in verbs or inside or said:
            (joined if _goes_on(head, trigger) else own).append((t, "moments.clause"))
        elif not _in_relative(head, scene.doc[trigger.token]) and not _meanwhile(head):
            near.append((t, "moments.sentence"))
    return own or joined or (near if alone else [])


def _when(scene: Scene, t: TimeExpr, trigger: Trigger) -> bool:
    """Tell whether a clause hangs on the day itself: "on Monday, 3 May, when their car hit a mine"."""
    token, tokens = scene.doc[trigger.token], scene.tokens(t.span.start, t.span.end)
    return any(
        verb.dep_ in {"relcl", "advcl"} and verb.head.i in tokens and any(c.lower_ == "when" for c in verb.children)
        for verb in (token, *above(token, 6))
    )


def _counted(scene: Scene, t: TimeExpr, head: Token, trigger: Trigger) -> bool:
    """Tell whether a time is when a toll rose, up to or from when the dead are counted, or when bodies were found."""
    before = scene.text[max(0, t.span.start - 6) : t.span.start].lower()
    if before == AS_OF or (before == SINCE and narrow(t.ref, scene.day)):
        return True
    return head.lemma_.lower() in RISES or (_found(head) and head.i != trigger.token)


def _goes_on(head: Token, trigger: Trigger) -> bool:
    """Tell whether a verb only goes on after the trigger, with a subject of its own: ".., and the fire was out on Tuesday"."""
    return (
        head.dep_ == "conj"
        and head.i > trigger.token
        and any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
        and not head.is_ancestor(head.doc[trigger.token])
    )


def stamp(scene: Scene, t: TimeExpr, k: int) -> bool:
    """Tell whether a time is when the page was brought up to date: "UPDATE 5:45 a.m. Saturday", "Tue. 11 a.m.: Victim named"."""
    start = scene.passages[k].start
    before = scene.text[max(0, t.span.start - 12) : t.span.start].rstrip(" :(-").lower()
    closed = t.span.start == start and t.type == "TIME" and scene.text[t.span.end : t.span.end + 1] == ":"
    return closed or before.endswith(("update", "updated"))


def _found(head: Token) -> bool:
    return head.lemma_.lower() in FIND and any(c.lemma_.lower() in HURT for c in head.children)


def _pursued(scene: Scene, head: Token, trigger: Trigger) -> bool:
    """Tell whether a verb is of what followed: a charge, a funeral, an arrest "in connection with" it, a day in court."""
    lemma = head.lemma_.lower()
    if lemma in LAW or lemma == "remain":
        return True
    if lemma in BENCH or (lemma in {"take", "bring"} and pobj(head, "to", "before", "into") is not None):
        return not COURT.isdisjoint(scene.passages[scene.passage_at[trigger.token]].lemmas)
    if trigger.verbal or lemma not in SEIZING | FIND:
        return False
    if lemma in FIND and not any(c.dep_ in {"dobj", "nsubjpass"} for c in head.children):
        return False  # "ten were killed in the strike on 11 March, the observatory has found": it found out
    if trigger.kind not in OPERATIONS:
        return True  # "was arrested on Monday in the shooting of ..", "a gun was found on Monday near the shooting"
    between = {h.lower_ for h in above(scene.doc[trigger.token], 5) if h.is_ancestor(scene.doc[trigger.token])}
    return bool(between & OVER)


def _of_wounds(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Tell whether somebody died later of what was done to him: the day of that is not the day of the deed."""
    token = scene.doc[trigger.token]
    return token.lemma_.lower() in {"die", "succumb", "death"} and not HOSPITAL.isdisjoint(scene.passages[k].lemmas)


def _meanwhile(head: Token) -> bool:
    """Tell whether a verb says what went on when the report was written ("were searching Tuesday") or what followed."""
    going_on = head.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in head.children)
    return going_on or head.lemma_.lower() in AFTER


def _within(scene: Scene, t: TimeExpr, trigger: Trigger) -> bool:
    """Tell whether a time belongs to the words of an event themselves: "the 4 May ambush", "the attack on Monday"."""
    for head in above(scene.doc[scene.tokens(t.span.start, t.span.end)[0]], 6):
        if head.i == trigger.token:
            return True
        if head.pos_ in {"VERB", "AUX"}:
            return False
    return False


def beside_cue(scene: Scene, t: TimeExpr) -> bool:
    """Tell whether the day stands right behind a verb of speech ("announced Saturday that"), whatever the parse says."""
    tokens = scene.tokens(t.span.start, t.span.end)
    if not tokens or tokens[0] == 0:
        return False
    before = tokens[0] - 1
    if scene.doc[before].lower_ in {"on", "late", "early"} and before > 0:
        before -= 1
    return before in scene.cues


def of_rival(scene: Scene, at: int, trigger: Trigger, rivals: frozenset[int]) -> bool:
    """Tell whether another event noun stands between the words and their verb: "came after the ambush of 4 November"."""
    tokens = scene.tokens(at, at + 1)
    for head in above(scene.doc[tokens[0]], 6) if tokens else ():
        if head.i == trigger.token or head.pos_ in {"VERB", "AUX"}:
            return False
        if head.i in rivals:
            return True
    return False


def _inserted(scene: Scene, cue: Token, t: TimeExpr, trigger: Trigger) -> bool:
    """Tell whether a day that hangs on a verb of speech is told all the same.

    "On Monday, it added, troops entered .."; "troops entered the town Monday, it said"; "on Monday, police say, .." (the present
    tense has no day in the past).
    """
    if t.span.end >= cue.idx:
        return False
    after = cue.nbor(1) if cue.i + 1 < len(cue.doc) else None
    if after is not None and after.text == ",":
        return True
    if cue.tag_ in {"VBP", "VBZ"} and t.ref != TODAY:
        return True
    closed = scene.text[t.span.end : t.span.end + 1] == ","
    return closed and scene.doc[trigger.token].idx < t.span.start


def in_speech(scene: Scene, at: int) -> bool:
    """Tell whether a character stands in what someone is said to have said."""
    return bool(scene.spoken[at])


def _in_relative(head: Token, trigger: Token) -> bool:
    """Tell whether a verb stands in a relative clause that the trigger is no part of."""
    chain = [head, *above(head)]
    for v in chain:
        if v == trigger or v.is_ancestor(trigger):
            return False
        if v.dep_ in {"relcl", "acl"}:
            return True
    return False
