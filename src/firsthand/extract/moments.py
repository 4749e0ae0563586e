"""When and where a trigger happened, whether it did, and whether it is the news: by the clause it stands in."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from firsthand.extract.phrases import above, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.calendar import resolve
from firsthand.model.claim import Role, Status
from firsthand.model.place import PlaceName
from firsthand.model.timeref import TimeExpr

NO_DAY = frozenset({"vague", "told", "duration", "set", "clock", "part", "midnight"})
"""Expressions that name no day by themselves; those of a part of a day hold it in their own reference."""
OLD_DAYS = 21
"""A day that lies further back than this is recalled, not reported: three weeks, the longest lag seen between an event and its
first report in the five sample reports and the ISAF releases (where 9 of 10 lie within two days)."""
PLANS = frozenset(
    "plan intend prepare vow promise want seek aim pledge hope expect agree decide order schedule continue".split()
) - {"continue", "order"}
TRIES = frozenset("attempt try fail struggle".split())
PREVENTS = frozenset(
    "prevent avoid deter stop avert tackle combat counter curb end halt face fight thwart foil hinder discourage protect guard fear warn risk call urge demand oppose reject support allow enable help".split()
)
EVENTFUL = frozenset(
    "continue begin start manage go come use proceed help report say believe allege suspect claim appear seem accuse".split()
)
UNREAL_NOUNS = frozenset(
    "ability capability capacity plan threat risk possibility potential effort attempt plot intention intent bid danger fear prospect likelihood warning readiness "
    "support call preparation preparedness prevention need".split()
)
CONDITION = frozenset({"if", "unless", "whether", "lest", "should"})
MODAL_PLAN = frozenset({"will", "'ll", "shall", "wo"})
MODAL_MAY = frozenset({"would", "could", "may", "might", "can", "should", "must", "ca"})


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
    cues = speech_tokens(scene)
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


def speech_tokens(scene: Scene) -> frozenset[int]:
    """Tokens of the cues of speech: "announced", "according to"."""
    return frozenset(i for a in scene.attributions for c in a.cue for i in scene.tokens(c.start, c.end))


def times_of(scene: Scene, trigger: Trigger, *, alone: bool) -> list[tuple[TimeExpr, str]]:
    """Time expressions of the trigger's clause; with `alone` (no other trigger in the sentence), of its sentence.

    Never one that hangs on a verb of speech: that is the day of the announcement.
    """
    k = scene.passage_at[trigger.token]
    verbs, cues = clause_verbs(scene, trigger), speech_tokens(scene)
    own: list[tuple[TimeExpr, str]] = []
    near: list[tuple[TimeExpr, str]] = []
    for t in scene.times:
        if (
            t.type not in {"DATE", "TIME"}
            or t.ref.op in NO_DAY
            or t.span.start in scene.own_days
            or not _in_passage(scene, t.span.start, k)
        ):
            continue
        head = governor(scene, t.span.start, t.span.end)
        said = head is not None and head.i in cues
        if head is None or (said and not _in_content(scene, t.span.start)):
            continue
        if _beside_cue(scene, t, cues):
            continue
        inside = any(h.i == trigger.token for h in above(scene.doc[scene.tokens(t.span.start, t.span.end)[0]], 6))
        if head.i in verbs or inside or said:
            own.append((t, "moments.clause"))
        elif not _in_relative(head, scene.doc[trigger.token]):
            near.append((t, "moments.sentence"))
    return own or (near if alone else [])


def _beside_cue(scene: Scene, t: TimeExpr, cues: frozenset[int]) -> bool:
    """Tell whether the day stands right behind a verb of speech ("announced Saturday that"), whatever the parse says."""
    tokens = scene.tokens(t.span.start, t.span.end)
    if not tokens or tokens[0] == 0:
        return False
    before = tokens[0] - 1
    if scene.doc[before].lower_ in {"on", "late", "early"} and before > 0:
        before -= 1
    return before in cues


def _in_content(scene: Scene, at: int) -> bool:
    """Tell whether a character stands in what someone is said to have said."""
    return any(c.start <= at < c.end for a in scene.attributions for c in a.content)


def _in_relative(head: Token, trigger: Token) -> bool:
    """Tell whether a verb stands in a relative clause that the trigger is no part of."""
    chain = [head, *above(head)]
    for v in chain:
        if v == trigger or v.is_ancestor(trigger):
            return False
        if v.dep_ in {"relcl", "acl"}:
            return True
    return False


def _in_passage(scene: Scene, start: int, k: int) -> bool:
    return k >= 0 and scene.passages[k].start <= start < scene.passages[k].end


def places_of(scene: Scene, trigger: Trigger, taken: set[int]) -> list[tuple[PlaceName, str]]:
    """Places of the trigger's clause, else of its sentence; `taken`: tokens of participants, whose places are theirs."""
    k = scene.passage_at[trigger.token]
    verbs = clause_verbs(scene, trigger)
    own: list[tuple[PlaceName, str]] = []
    near: list[tuple[PlaceName, str]] = []
    for p in scene.places:
        if p.use != "place" or not _in_passage(scene, p.span.start, k):
            continue
        tokens = scene.tokens(p.span.start, p.span.end)
        if not tokens or _subject_only(scene, tokens):
            continue
        first = scene.doc[tokens[0]]
        inside = any(h.i == trigger.token for h in above(first, 8))
        head = governor(scene, p.span.start, p.span.end)
        if inside or (head is not None and head.i in verbs):
            own.append((p, "moments.clause"))
        elif not (set(tokens) & taken) and not _movement(first):
            near.append((p, "moments.sentence"))
    return own or near


def _subject_only(scene: Scene, tokens: range) -> bool:
    """Tell whether the place is a party or says whose something is ("Israel struck", "US troops"), and no site."""
    root = next((scene.doc[i] for i in tokens if scene.doc[i].head.i not in tokens or scene.doc[i].head.i == i), None)
    if root is None:
        return False
    place = scene.place_at.get(root.i)
    country = place is not None and place.place is not None and place.place.precision == "country"
    if root.dep_ == "pobj" and root.head.lower_ == "by":
        return True
    return root.dep_ in {"nsubj", "nsubjpass", "poss", "amod"} or (country and root.dep_ in {"compound", "nmod"})


def _movement(token: Token) -> bool:
    """Tell whether the place is where someone came from or belongs to ("troops from Chad")."""
    return any(h.dep_ == "prep" and h.lower_ == "from" and h.head.pos_ in {"NOUN", "PROPN"} for h in above(token, 3))


def status_of(scene: Scene, trigger: Trigger) -> Status | None:
    """What is said of the event's reality; None for one that the sentence says did not happen."""
    token = scene.doc[trigger.token]
    chain = [token] if token.pos_ in {"VERB", "AUX"} else []
    chain += above(token, 8)
    below = token
    first_verb = True
    for at in chain:
        if (
            at.pos_ in {"NOUN", "PROPN"}
            and at != token
            and at.lemma_.lower() in UNREAL_NOUNS
            and below.dep_ in {"prep", "acl", "pobj", "compound"}
        ):
            return (
                "attempted"
                if at.lemma_.lower() == "attempt"
                else "threatened"
                if at.lemma_.lower() == "threat"
                else "hypothetical"
            )
        if at.pos_ in {"VERB", "AUX"}:
            said = _verb_status(at, token, below, first=first_verb)
            if said != "go on":
                return None if said == "not" else said
            first_verb = False
        below = at
    return "occurred"


def _verb_status(verb: Token, trigger: Token, below: Token, *, first: bool) -> Status | Literal["not", "go on"]:
    """What one verb says of the event below it, or "go on"."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    if any(c.dep_ == "mark" and c.lower_ in CONDITION for c in children):
        return "hypothetical"
    if verb != trigger:
        if lemma == "threaten":
            return "threatened"
        if lemma == "deny":
            return "denied"
        if lemma in PREVENTS and _prevented(below):
            if lemma in {"thwart", "foil"}:
                return "attempted"
            if not first or below.dep_ != "dobj" or lemma not in {"allow", "enable", "help", "support"}:
                return "hypothetical"
        if lemma in TRIES and below.dep_ == "xcomp":
            return "attempted"
        if lemma in PLANS and below.dep_ in {"xcomp", "dobj", "prep"}:
            return "planned"
    if first or verb == trigger:
        if any(c.dep_ == "neg" for c in children):
            return "not"
        have = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve"} for c in children)
        modal = next((c.lower_ for c in children if c.dep_ == "aux" and c.lower_ in MODAL_PLAN | MODAL_MAY), None)
        if modal is not None and not have:
            return "planned" if modal in MODAL_PLAN else "hypothetical"
        if (
            any(c.dep_ == "aux" and c.tag_ == "TO" for c in children)
            and not have
            and verb.head.lemma_.lower() not in EVENTFUL
        ):
            head = verb.head.lemma_.lower()
            return (
                "planned"
                if head in PLANS
                else "attempted"
                if head in TRIES
                else "threatened"
                if head == "threaten"
                else "hypothetical"
            )
        if (
            verb == trigger
            and verb.tag_ == "VBG"
            and any(c.dep_ == "aux" and c.lower_ in {"is", "are"} for c in children)
        ):
            return "ongoing"
    return "go on"


def _prevented(below: Token) -> bool:
    """Tell whether what stands below a verb is what it prevents, fears or calls for, and not when or where it does so."""
    if below.dep_ == "prep":
        return below.lower_ in {"from", "against", "of", "about", "for"}
    return below.dep_ in {"dobj", "xcomp", "pcomp", "ccomp"} and below.pos_ != "AUX"


def role_of(scene: Scene, trigger: Trigger, times: list[TimeExpr]) -> tuple[Role, str]:
    """Whether the trigger is told as news, and the rule that says so."""
    token = scene.doc[trigger.token]
    passage = scene.passage(token)
    if passage is None:
        return "background", "roles.no_passage"
    for t in times:
        when = resolve(t.ref, scene.day)
        if when.width is not None and when.width >= 27:
            return "background", "roles.long_ago"
        if (
            when.latest is not None
            and scene.day.earliest is not None
            and (scene.day.earliest - when.latest).days > OLD_DAYS
        ):
            return "background", "roles.old_day"
    if passage.role == "background" and not any(
        w <= 7 for t in times if (w := resolve(t.ref, scene.day).width) is not None
    ):
        return "background", "roles.habit"
    verb = token if token.pos_ in {"VERB", "AUX"} else next((v for v in above(token, 4) if v.pos_ == "VERB"), None)
    if verb is not None and _pluperfect(verb) and not _reported(scene, verb) and passage.start > 0:
        return "background", "roles.pluperfect"
    if (
        verb is not None
        and verb.tag_ in {"VBP", "VBZ"}
        and passage.section == "body"
        and not times
        and not _reported(scene, verb)
        and trigger.verbal
        and not _historic(verb)
    ):
        return "background", "roles.present"
    return "main", "roles.news"


def _historic(verb: Token) -> bool:
    """Tell whether the present tense tells news: with a perfect or progressive auxiliary."""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _pluperfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children)


def _reported(scene: Scene, verb: Token) -> bool:
    """Tell whether the verb stands in what someone is said to have said, where tenses shift back."""
    return _in_content(scene, verb.idx)


def subject_phrases(scene: Scene, trigger: Trigger) -> Iterator[Token]:
    """Subjects of the verb that tells the trigger."""
    token = scene.doc[trigger.token]
    verb = token if token.pos_ in {"VERB", "AUX"} else next((v for v in above(token, 4) if v.pos_ == "VERB"), None)
    if verb is not None:
        yield from subjects(verb)
