"""What came of an event, why it was done and who denies it, given to the event that each is told of."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.arguments_sought import after_whom
from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part, distance
from firsthand.extract.events import EventDraft
from firsthand.extract.motives import motives
from firsthand.extract.outcomes import Circumstance, outcomes
from firsthand.extract.parties import party_of
from firsthand.extract.parties_found import Found
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import LIGHT
from firsthand.model.claim import Field
from firsthand.model.span import Span
from firsthand.model.value import Denial

NO_EVENT = frozenset({"hypothetical", "planned", "threatened"})
OPERATIONS = frozenset({
    "ground raid", "capture", "arrest", "killing", "armed clash", "seizure of weapons", "shooting", "attack", "air strike",
    "drone strike",
})  # fmt: skip
"""Kinds of event that can be after somebody."""
OWN_OUTCOME = frozenset({"outcomes.repelled", "outcomes.damaged", "outcomes.negated"})
"""Outcomes whose own word may be the trigger of the event that they belong to."""
BEING = frozenset({"be", "come", "happen", "occur", "follow", "seem", "appear"})
ACCUSATION = re.compile(
    r"^(?:any |all |the |these |those |such |its |their |his |her )?(?:\w{2,20} )?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|it|that)$",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"^(?:that )?(?:no such|there (?:was|were|had been) no|it\b|this\b|that (?:was|were|is|had|did|never)\b|"
    r"the (?:incident|event)\b|"
    r"(?:the |these |those |such |all )?(?:reports?|claims?|accusations?|allegations?|news) (?:was|were|is|are|as)\b)",
    re.IGNORECASE,
)
"""Words of a denial that go back to the event told before: "no such attack", "the reports were false"."""
NOT_THEY = re.compile(
    r"\b(?:was|were|is|are) (?:not|in no way) (?:responsible for|involved in|behind)\b|\bnothing to do with\b"
    r"|\bhad no (?:part|hand|role) in\b"
)
LONG = 400
REACH = 4
"""Passages after an event in which an outcome or a denial without an event of its own is told of it."""


def tell_circumstances(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Adds outcomes, motives and denials to the drafts of the events that they are told of."""
    drafts = sorted(
        (d for e in events for d in e.drafts if d.kind not in ARMED_KINDS_EXCLUDED), key=lambda d: d.token.i
    )
    if not drafts:
        return
    for found in outcomes(scene):
        _give(scene, drafts, found, "outcome")
    for found in motives(scene):
        _give(scene, drafts, found, "motive")
    for draft, part in _denials(scene, drafts):
        draft.parts.append(part)
    for whom, token in _sought(scene):
        _aim(scene, drafts, whom, token)


def _give(scene: Scene, drafts: Sequence[Draft], found: Circumstance, field: Field) -> None:
    home = _home(scene, drafts, found, field)
    if home is None or any(p.field == field and p.span.touches(found.span.start, found.span.end) for p in home.parts):
        return
    home.parts.append(Part(field=field, value=found.span.quote, span=found.span, by=found.by))
    if field == "motive":
        _avenged(home, found.span)


def _avenged(d: Draft, reason: Span) -> None:
    """Takes the people that the reason counts from the event: "in revenge for the death of a cleric" kills nobody."""
    d.counts = [c for c in d.counts if not reason.start <= c.start < reason.end]
    d.parts = [p for p in d.parts if p.field != "victim" or not reason.start <= p.span.start < reason.end]


def _home(scene: Scene, drafts: Sequence[Draft], found: Circumstance, field: Field) -> Draft | None:
    """The event of the sentence that is nearest over the parse, else the last one told as news before it."""
    k, token = scene.passage_at[found.token], scene.doc[found.token]
    here = [d for d in drafts if d.passage == k and _fits(d, token, found, field)]
    if here:
        return min(here, key=lambda d: (d.status in NO_EVENT, d.role != "main", distance(token, d.token), d.token.i))
    if field == "motive":
        return None
    before = [d for d in drafts if k - REACH <= d.passage < k and d.role == "main" and d.status not in NO_EVENT]
    return before[-1] if before else None


def _fits(d: Draft, home: Token, found: Circumstance, field: Field) -> bool:
    """Tell whether words can be told of an event: not of its own word alone, and a reason only where it hangs on the deed."""
    if field == "outcome":
        return d.token != home or found.by in OWN_OUTCOME
    if found.span.start <= d.token.idx < found.span.end and found.by != "motives.answer":
        return False  # the deed that is avenged is not the one that avenges it
    if d.token == home:
        return True
    if found.by == "motives.charge" and home.head == d.token:
        return home.dep_ in {"dobj", "nsubjpass", "nsubj", "pobj"}
    return (
        home.lemma_.lower() in LIGHT | BEING
        and d.token.head == home
        and d.token.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"}
    )


def _of_the_news(denial: str, words: str) -> bool:
    """Tell whether words that name no event deny the one told last: "involvement", "the accusations", "it"."""
    if denial in {"responsibility", "legitimacy", "toll", "status"}:
        return True
    return ACCUSATION.search(words) is not None or AGAIN.match(words) is not None


def _sought(scene: Scene) -> Iterator[tuple[Found, Token]]:
    """Armed people or a group that somebody was after, with the word that says so."""
    for token in scene.doc:
        if token.pos_ not in {"VERB", "NOUN"} or scene.passage_at[token.i] < 0:
            continue
        head = after_whom(token)
        found = party_of(scene, head, acting=False) if head is not None else None
        if found is None:
            continue
        people = scene.lexicon.people(scene.doc[found.token].lemma_.lower())
        if found.party.sort in {"group", "organisation"} or (people is not None and people.side != "civilian"):
            yield found, token


def _aim(scene: Scene, drafts: Sequence[Draft], found: Found, token: Token) -> None:
    """Gives whom an operation was after to the operation told in the sentence, else to the last one before."""
    if any(p.span.touches(found.span.start, found.span.end) for d in drafts for p in d.targets):
        return
    k = scene.passage_at[token.i]
    real = [d for d in drafts if d.role == "main" and d.status not in NO_EVENT and d.kind in OPERATIONS]
    here = [d for d in real if d.passage == k]
    before = [d for d in real if k - REACH <= d.passage < k]
    home = min(here, key=lambda d: distance(token, d.token)) if here else before[-1] if before else None
    if home is not None:
        home.targets.append(Part(field="target", value=found.party, span=found.span, by="arguments.sought"))


def _denials(scene: Scene, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Part]]:
    """Denials as the acts of saying tell them, each given to the event it denies: in its own words, else the last one before."""
    for act in scene.attributions:
        if act.denial is None or act.speaker is None or not act.content:
            continue
        whole = act.content[0]
        inside = [d for d in drafts if any(p.start <= d.token.idx < p.end for p in act.content)]
        k = scene.passage_at[scene.tokens(whole.start, whole.end)[0]]
        near = [d for d in drafts if k - REACH <= d.passage <= k and d.role == "main"]
        real = [d for d in near if d.status not in {*NO_EVENT, "denied"} and d not in inside]
        if inside and inside[0].status == "denied":
            # "denied the strike": the one told before, where it is of the same kind
            home: Draft | None = next((d for d in reversed(real) if d.kind == inside[0].kind), inside[0])
        else:
            home = inside[0] if inside else near[-1] if near and _of_the_news(act.denial, whole.quote) else None
        if home is not None:
            yield (
                home,
                Part(
                    field="denial", value=Denial(of=act.denial), span=whole, by="circumstances.denial", stance="denies"
                ),
            )
    yield from _disowned(scene, drafts)


def _disowned(scene: Scene, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Part]]:
    """Sentences of the report's own that say who did not do it: "the Front was not responsible for the blast"."""
    for k, passage in enumerate(scene.passages):
        own = passage.section == "body" and passage.role == "main"
        if not own or any(p.touches(passage.start, passage.end) for act in scene.attributions for p in act.content):
            continue
        words = scene.text[passage.start : passage.end]
        here = [d for d in drafts if d.passage == k and d.role == "main"]
        if here and NOT_THEY.search(words[:LONG]):
            span = scene.cut(passage.start, passage.start + len(words.rstrip()))
            part = Part(
                field="denial",
                value=Denial(of="responsibility"),
                span=span,
                by="circumstances.disowned",
                stance="denies",
            )
            yield here[0], part
