"""Who they were, where a sentence says so of all whom an event hit: "the four men killed on Friday were farmers"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part, distance
from firsthand.extract.events import EventDraft
from firsthand.extract.parties import party_of
from firsthand.extract.phrases import conjuncts
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at

HIT = frozenset(
    {"dead", "victim", "fatality", "casualty", "deceased", "detainee", "arrestee", "captive", "killed", "slain"}
)
"""Words for all whom an event hit, where an article or number stands before them."""
TAKEN = frozenset(
    {"arrest", "detain", "capture", "seize", "abduct", "kidnap", "shoot", "execute", "behead", "hit", "strike"}
)
"""What is done to people, besides the words of harm."""
SOME = frozenset({"most", "many", "some", "several", "few", "one", "majority", "half", "none", "part", "other", "rest"})
FAR = 40
"""Words before a verb in which the parse may have lost its subject."""
REACH = 4
"""Passages after an event in which a sentence without one of its own says who they were."""


def tell_who(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Adds to the events those whom a sentence says that the dead, hurt or taken were."""
    drafts = sorted(
        (d for e in events for d in e.drafts if d.kind not in ARMED_KINDS_EXCLUDED and d.status != "hypothetical"),
        key=lambda d: d.token.i,
    )
    for verb, subject, noun in _said(scene) if drafts else ():
        home = _home(scene, drafts, verb, subject)
        for one in conjuncts(noun) if home is not None else ():
            found = party_of(scene, one, acting=False) if _people(scene, one) else None
            if home is not None and found is not None:
                home.parts = [p for p in home.parts if not (p.field == "victim" and p.span == found.span)]
                home.parts.append(Part(field="victim", value=found.party, span=found.span, by="arguments.were"))


def _said(scene: Scene) -> Iterator[tuple[Token, Token, Token]]:
    """Verb, subject and noun of each "X were Y" that is told of all whom something hit."""
    for verb in scene.doc:
        if verb.lemma_ != "be" or verb.pos_ not in {"AUX", "VERB"} or scene.passage_at[verb.i] < 0:
            continue
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        noun = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        if noun is None and subject is not None and subject.i > verb.i:
            noun, subject = subject, None
        if noun is None and verb.dep_ == "auxpass":
            noun, subject = _driven_out(verb)
        if noun is not None and subject is None:
            subject = _astray(scene, verb)
        if subject is None or noun is None:
            continue
        if any(c.dep_ == "neg" or c.lower_ == "no" for c in (*verb.children, *noun.children)):
            continue  # "they were no rebels"
        if (_all(subject) and (_hit(scene, subject) or noun.dep_ == "nsubj" or subject.head.i < verb.i)) or _called(
            scene, subject, noun
        ):
            yield verb, subject, noun


def _driven_out(be: Token) -> tuple[Token | None, Token | None]:
    """Noun and subject where the parse takes an adjective for a verb: "the dead were displaced women"."""
    verb = be.head
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.i == verb.i + 1), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.i < be.i), None)
    return (noun, subject) if noun is not None and be.i == verb.i - 1 else (None, None)


def _astray(scene: Scene, verb: Token) -> Token | None:
    """The subject that the parse gave to a participle before: "the men killed when the boat sank were fishermen"."""
    for token in scene.doc[max(0, verb.i - FAR) : verb.i]:
        done = (
            token.lemma_.lower() in scene.frames.harm_verbs and token.tag_ in {"VBN", "VBD"} and token.head == verb.head
        )
        bare = done and not any(c.dep_ in {"aux", "auxpass", "dobj"} for c in token.children)
        found = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None) if bare else None
        if found is not None and any(c.lower_ in {"the", "those"} for c in (found, *found.children)):
            return found
    return None


def _called(scene: Scene, subject: Token, noun: Token) -> bool:
    """Tell whether somebody says of a person told before that he fights, or does not: "said that he was a gunman"."""
    if (
        subject.lower_ not in {"he", "she", "they"}
        or voice_at(noun.idx, noun.idx + 1, scene.attributions).speaker is None
    ):
        return False
    people = scene.lexicon.people(noun.lemma_.lower())
    plain = {c.lower_ for c in noun.children} & {"unarmed", "innocent", "ordinary"} or noun.lemma_.lower() == "civilian"
    return people is not None and (people.side == "armed nonstate" or bool(plain))


def _all(subject: Token) -> bool:
    """Tell whether a subject is definite and means all of them: "the men", "those killed", "all of the dead"."""
    words = [t for t in subject.subtree if t.i <= subject.i]
    if subject.lemma_.lower() in SOME or any(t.lower_ in SOME for t in words):
        return False
    return subject.lower_ in {"those", "all", "both"} or any(
        t.lower_ in {"the", "those", "these", "all", "both"} for t in words
    )


def _hit(scene: Scene, subject: Token) -> bool:
    """Tell whether a subject is of people whom something hit, by its own word or by what is said of it."""
    if subject.lemma_.lower() in HIT:
        return True
    done = (t for c in subject.children if c.dep_ in {"acl", "relcl", "amod"} for t in (c, *c.children))
    return any(
        t.lemma_.lower() in TAKEN or t.lemma_.lower() in scene.frames.harm_verbs or t.lemma_ == "dead" for t in done
    )


def _people(scene: Scene, noun: Token) -> bool:
    return scene.lexicon.people(noun.lemma_.lower()) is not None


def _home(scene: Scene, drafts: Sequence[Draft], verb: Token, subject: Token) -> Draft | None:
    """The event that the subject tells, else the nearest of the sentence, else the last one told as news before."""
    k = scene.passage_at[verb.i]
    here = [d for d in drafts if d.passage == k]
    if here:
        return min(here, key=lambda d: (distance(subject, d.token), d.token.i))
    before = [d for d in drafts if k - REACH <= d.passage < k and d.role == "main"]
    return before[-1] if before else None
