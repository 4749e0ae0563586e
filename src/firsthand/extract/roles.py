"""Whether a trigger is told as news or as background: older events, careers, habits, histories."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.moments import in_speech
from firsthand.extract.past import long_ago, narrow
from firsthand.extract.phrases import above, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.calendar import resolve
from firsthand.model.claim import Role
from firsthand.model.timeref import TimeExpr

LEAD = 2
"""Index of the last passage of the lead: headline and two sentences."""
REFERS = frozenset(
    "participation role involvement response reaction connection suspect anniversary revenge retaliation link".split()
)
"""Nouns whose "in" or "to" phrase points to an event told elsewhere."""
FEASTS = frozenset({"anniversary", "commemoration", "memorial", "remembrance"})
"""What is held for an event of another year."""
TIES = frozenset({"relate", "link", "connect", "tie"})
"""Verbs whose "to" phrase names the event that something only belongs to."""
COMES_UPON = frozenset("find discover locate encounter treat see meet spot".split())
"""Verbs whose object is what the news found: "found a man who had been shot"."""
BODIES = frozenset({"body", "corpse"})
RECOVERS = frozenset("find recover retrieve count pull dig bring bury identify collect exhume".split())
"""What is done with the dead after the deed."""
ON_ACCOUNT = frozenset({"regarding", "concerning", "about", "of", "for"})
CALLED = frozenset("call respond report go dispatch summon alert notify receive".split())
"""What is told to police or doctors, and where it sends them: "were called about a boy who had been shot"."""
OLD_DAYS = 21
"""A day that lies further back than this is recalled, not reported: three weeks, the longest lag seen between an event and its
first report in the five sample reports and the ISAF releases (where 9 of 10 lie within two days)."""


def role_of(scene: Scene, trigger: Trigger, times: list[TimeExpr]) -> tuple[Role, str]:
    """Whether the trigger is told as news, and the rule that says so."""
    token = scene.doc[trigger.token]
    passage = scene.passage(token)
    if passage is None:
        return "background", "roles.no_passage"
    fresh = any(narrow(t.ref, scene.day) and not _old(scene, t) for t in times)
    if (rule := _long_past(scene, times, fresh=fresh)) is not None:
        return "background", rule
    if not trigger.verbal and _referred(scene, token):
        return "background", "roles.reference"
    if not trigger.verbal and not times and _habit(token):
        return "background", "roles.perfect_plural"
    if _career(scene, token, trigger, times):
        return "background", "roles.career"
    if passage.start > 0 and _toll_since(token, trigger):
        return "main", "roles.toll"
    if (passage.role == "background" or _charged(token)) and not fresh:
        return "background", "roles.habit"
    verb = token if token.pos_ in {"VERB", "AUX"} else next((v for v in above(token, 4) if v.pos_ == "VERB"), None)
    past = verb is not None and _pluperfect(verb)
    if past and verb is not None and (_relative(verb) or (passage.start > 0 and not _reported(scene, verb))):
        return ("main", "roles.found") if _came_upon(verb) else ("background", "roles.pluperfect")
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


def _long_past(scene: Scene, times: Sequence[TimeExpr], *, fresh: bool) -> str | None:
    """The rule by which times lie too far back for news; a month or a day counts only where no `fresh` day stands beside it."""
    if any(long_ago(t.ref) for t in times):
        return "roles.long_ago"
    for t in times if not fresh else ():
        when = resolve(t.ref, scene.day)
        if when.width is not None and when.width >= 27:
            return "roles.long_ago"
        if _old(scene, t):
            return "roles.old_day"
    return None


def _toll_since(token: Token, trigger: Trigger) -> bool:
    """Tell whether a word only counts the dead of what is told: a bare toll, bodies that were found since."""
    if trigger.verbal:
        return False
    return token.pos_ == "NUM" or (token.lemma_.lower() in BODIES and token.head.lemma_.lower() in RECOVERS)


def _old(scene: Scene, t: TimeExpr) -> bool:
    """Tell whether a day lies too far back for news."""
    latest, today = resolve(t.ref, scene.day).latest, scene.day.earliest
    return latest is not None and today is not None and (today - latest).days > OLD_DAYS


def _referred(scene: Scene, noun: Token) -> bool:
    """Tell whether the noun only points to an event known already: "since the incursion", "in the wake of their attack".

    Below the lead also one that hangs on another noun: "participation in an operation".
    """
    prep = noun.head
    if noun.dep_ != "pobj":
        return False
    if prep.lower_ in {"to", "with"} and prep.head.lemma_.lower() in TIES and prep.head.pos_ == "VERB":
        return True
    owner = next(
        (c for c in noun.children if c.dep_ in {"poss", "amod", "compound"} and c.i not in scene.time_at), None
    )
    known = owner is not None or any(c.lower_ == "the" for c in noun.children)
    if known and (
        prep.lower_ in {"before", "since", "until", "despite"} or prep.head.lower_ in {"wake", "prior", "aftermath"}
    ):
        return True
    named = owner is not None and (owner.i in scene.name_at or owner.i in scene.place_at)
    if named and prep.lower_ in {"after", "following"} and scene.passage_at[noun.i] > LEAD:
        return True
    dated = any(b.i in scene.time_at for c in noun.children if c.lower_ == "of" for b in c.children)
    if known and dated and prep.lower_ in {"after", "following"}:
        return True
    if prep.lower_ in {"of", "for", "to"} and prep.head.lemma_.lower() in FEASTS:
        return True
    return prep.head.lemma_.lower() in REFERS and scene.passage_at[noun.i] > LEAD


def _habit(noun: Token) -> bool:
    """Tell whether a bare plural stands with a perfect: "have carried out attacks"."""
    if noun.tag_ != "NNS" or noun.dep_ != "dobj" or any(c.dep_ in {"det", "nummod", "amod"} for c in noun.children):
        return False
    return any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve"} for c in noun.head.children)


def _career(scene: Scene, token: Token, trigger: Trigger, times: list[TimeExpr]) -> bool:
    """Tell whether a plural without a day is what one person is said to have done: "the leader directed attacks"."""
    if times or token.tag_ not in {"NNS", "VBD", "VBZ"} or (trigger.verbal and trigger.kind != "attack"):
        return False
    if token.tag_ == "NNS" and any(c.dep_ in {"det", "nummod"} for c in token.children):
        return False
    for s in subject_phrases(scene, trigger):
        people = scene.lexicon.people(s.lemma_.lower())
        alone = s.tag_ == "NN" and people is not None and not people.collective
        if (alone or s.lower_ in {"he", "she", "who"}) and token.tag_ == "NNS":
            return True
    return False


def _charged(token: Token) -> bool:
    """Tell whether a deed is only what someone is "responsible for": the sentence may tell news of him all the same."""
    return any(h.lower_ == "responsible" for h in above(token, 5))


def _relative(verb: Token) -> bool:
    """Tell whether a verb stands in a clause on somebody or something: "the nurses whom they had abducted"."""
    return verb.dep_ == "relcl" or any(c.lower_ in {"who", "whom", "which"} for c in verb.children)


def _came_upon(verb: Token) -> bool:
    """Tell whether a verb is told of somebody whom the sentence finds: "found a man who had been shot"."""
    whom = verb.head
    if verb.dep_ != "relcl":
        return False
    if whom.dep_ in {"dobj", "nsubjpass"}:
        return whom.head.lemma_.lower() in COMES_UPON
    return whom.dep_ == "pobj" and whom.head.lower_ in ON_ACCOUNT and whom.head.head.lemma_.lower() in CALLED


def _historic(verb: Token) -> bool:
    """Tell whether the present tense tells news: with a perfect or progressive auxiliary."""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _pluperfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children)


def _reported(scene: Scene, verb: Token) -> bool:
    """Tell whether the verb stands in what someone is said to have said, where tenses shift back."""
    return in_speech(scene, verb.idx)


def subject_phrases(scene: Scene, trigger: Trigger) -> Iterator[Token]:
    """Subjects of the verb that tells the trigger."""
    token = scene.doc[trigger.token]
    verb = token if token.pos_ in {"VERB", "AUX"} else next((v for v in above(token, 4) if v.pos_ == "VERB"), None)
    if verb is not None:
        yield from subjects(verb)
