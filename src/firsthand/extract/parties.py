"""Who: noun phrases as parties, with the entity they name where they name one."""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from firsthand.extract.parties_found import Found, words
from firsthand.extract.parties_meant import apposed, called_by_name, doer_before
from firsthand.extract.parties_states import BODIES, FORCE, body, holder, joint, state
from firsthand.extract.phrases import behind_hyphen, edges, meaning_head, pobj, trimmed
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.extraction import Name
from firsthand.model.span import Span
from firsthand.model.value import Party
from firsthand.resources.lexicon_files import PeopleWord

OWN = frozenset({"its", "their", "our", "his", "her"})
THEY = frozenset({"it", "they", "we"})
PEOPLE = frozenset(
    "man member bomber gunman sniper operative mujahid brother martyr cell volunteer commando hero warrior "
    "mujahideen woman".split()
)
"""Words for the people of a body who act for it: "one of its men"."""
ABSTRACT = frozenset(
    "attack strike airstrike raid operation violence war fighting clash conflict explosion blast bombing incident move "
    "decision situation event fire offensive campaign effort battle shelling assault ambush killing death shooting "
    "statement report news claim toll number day week month year time dozens hundreds scores thousands dead wounded injured "
    "hurt body casualty victim fatality corpse toll life most rest remainder others other someone anyone everyone nobody "
    "thing part result case reason way area region place scene target damage".split()
)
"""Nouns that never are an actor."""
INSTITUTIONS = frozenset("army navy police military government force gendarmerie militia airforce guard".split())
"""Bodies of a state that are told without a name."""
INSTITUTED = frozenset({"compound", "nmod", "poss", "amod", "pobj"})
ARMED_SORTS = frozenset({"rebel group", "militia", "criminal"})
TELLERS = frozenset({"agency", "outlet", "monitor", "aid", "court", "intergovernmental", "health"})
CIVIL = re.compile(
    r"\b(?:health|hospital|observatory|human rights|news|university|court|civil defen[cs]e|rescue)\b", re.IGNORECASE
)
STATE_FORCE = re.compile(
    r"\b(?:forces?|troops|military|army|navy|police|government|authorities|regime)$", re.IGNORECASE
)
"""A country's own, with its name before it."""


def party_of(scene: Scene, token: Token, *, acting: bool) -> Found | None:
    """The party that a noun phrase names, or None for a phrase that names none (a pronoun, an abstract noun, a weapon).

    `acting`: it is asked for as an actor, who must be able to act: a name, people, a force, a state.
    """
    if token.lower_ in THEY:
        return (_speaker(scene, token) or _meant(scene, token)) if acting else None
    head = meaning_head(token)
    owner = holder(scene, head) if acting else None
    if owner is not None:
        return party_of(scene, owner, acting=True)
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} or head.lower_ in {"who", "which", "that"}:
        return None
    first, last = edges(token)
    if acting:
        last = next((t.i - 1 for t in scene.doc[head.i + 1 : last] if _charge(t)), last)
    start, end = trimmed(scene.doc, first, last)
    start = start if acting else _after_number(scene, start, end)
    if end - start > 160:
        start, end = head.idx, head.idx + len(head)
    if end <= start:
        return None
    name = _name(scene, head, first, last, acting=acting)
    if not acting and name is not None and name.type == "weapon" and scene.lexicon.weapon_class(head.lemma_) == "ship":
        name = None  # a warship is hit as often as it strikes
    if name is not None and (name.type == "weapon" or (acting and _tells(scene, name, head))):
        return None
    span = scene.cut(start, end)
    if name is not None:
        return _of_name(scene, name, head, span)
    called = called_by_name(head) if acting else None
    if called is not None:
        return party_of(scene, called, acting=True) or by_name_only(scene, called)
    return state(scene, head, first, span) or _own(scene, head, first, span) or _described(scene, head, span, acting)


def _charge(of: Token) -> bool:
    """Tell whether a word opens what somebody is accused of, and not what he belongs to: "the police of the killing"."""
    below = next((c for c in of.children if c.dep_ in {"pobj", "pcomp"}), None) if of.lower_ == "of" else None
    return below is not None and (below.lemma_.lower() in ABSTRACT or (below.tag_ == "VBG" and below.text.islower()))


def actors_of(scene: Scene, token: Token) -> Iterator[Found]:
    """Those who act in a phrase: whom it describes, and the body they belong to ("three Front rebels", "army patrol": both)."""
    several = tuple(joint(scene, meaning_head(token)))
    for one in several:
        owner = party_of(scene, one, acting=True)
        if owner is not None:
            yield owner
    names = [n for n in (_beside(scene, one) for one in apposed(token)) if n is not None] if not several else []
    yield from names
    found = party_of(scene, token, acting=True) if not several and not names else None
    if found is None:
        return
    if found.token != token.i and called_by_name(meaning_head(token)) is not None:
        yield found
        return
    members = found.token != token.i and scene.lexicon.people(token.lemma_.lower()) is not None  # "members of .."
    if not found.described and not (members and found.party.sort in BODIES):
        yield found
        return
    told = replace(found, party=replace(found.party, entity=None, type="described", sort="described"))
    if found.party.entity is not None:
        span = _body_words(scene, found)
        sort = found.party.sort if found.party.sort in BODIES else "group"
        body = Party(text=words(span), entity=found.party.entity, type="named", sort=sort, country=found.party.country)
        if span != found.span:
            yield told
        yield Found(party=body, span=span, token=found.token)
        return
    yield told
    known = _known_body(scene, scene.doc[found.token])
    if known is not None:
        yield known
        return
    whole = _institution(token)
    if whole is not None:
        span = scene.cut(*trimmed(scene.doc, *edges(whole)))
        yield Found(party=Party(text=words(span), sort="organisation"), span=span, token=whole.i)


def _beside(scene: Scene, token: Token) -> Found | None:
    """The party of a name beside a body that it is the name of: no person, and no place."""
    found = party_of(scene, token, acting=True)
    if found is None or found.party.entity is None:
        return by_name_only(scene, token)
    sort = "group" if found.party.sort == "person" else found.party.sort
    return replace(found, party=replace(found.party, sort=sort))


def _body_words(scene: Scene, found: Found) -> Span:
    """The words in a phrase that name the body it tells of; all of it where none stand out."""
    for i in reversed(scene.tokens(found.span.start, found.span.end)):
        name = scene.name_at.get(i)
        if name is not None and name.entity == found.party.entity:
            return name.span
    of = pobj(scene.doc[found.token], "of", "from")
    return scene.cut(*trimmed(scene.doc, *edges(of))) if of is not None else found.span


def _known_body(scene: Scene, head: Token) -> Found | None:
    """An armed group before the people it is made of, known to the lexicon though written small ("red banner rebels")."""
    words_before = [t for t in scene.doc[max(0, head.i - 4) : head.i] if t.is_alpha]
    for size in range(len(words_before), 1, -1):
        own = words_before[-size:]
        if own[-1].i - own[0].i != size - 1 or own[-1].i != head.i - 1:
            continue
        entry = scene.lexicon.find(" ".join(t.text.capitalize() for t in own))
        if entry is not None and entry.sort in ARMED_SORTS:
            span = scene.cut(own[0].idx, own[-1].idx + len(own[-1]))
            party = Party(text=words(span), entity=entry.name, type="named", sort="group", country=entry.country)
            return Found(party=party, span=span, token=head.i)
    return None


def _institution(token: Token) -> Token | None:
    """The force or authority that people are told by: "army patrol", "members of the armed forces"."""
    of = pobj(token, "of", "from")
    near: Token
    for near in (*token.children, *((of,) if of is not None else ())):
        hyphen = behind_hyphen(near)  # "pro-government militia"
        if near.lemma_.lower() in INSTITUTIONS and near.dep_ in INSTITUTED and not hyphen:
            return near
    return None


def _tells(scene: Scene, name: Name, head: Token) -> bool:
    """Tell whether a name is of someone who tells or helps rather than fights, or only of a town."""
    entry = scene.lexicon.entry(name.entity)
    if entry is not None and entry.sort in TELLERS:
        return True
    place = scene.place_at.get(head.i)
    town = place is not None and place.place is not None and place.place.precision in {"site", "settlement", "district"}
    return town or CIVIL.search(name.entity) is not None


def _after_number(scene: Scene, start: int, end: int) -> int:
    """Leave out the number at the front: "54 members of the army" -> "members of the army", "a further 62 people"."""
    more = re.match(r"(?:an? )?(?:further|another|other|additional) (?=\w)", scene.text[start:end], re.IGNORECASE)
    start += more.end() if more is not None else 0
    for a in scene.amounts:
        if a.start <= start < a.end < end:
            rest = re.match(r"\s*(?:of\s+)?(?:the\s+|its\s+|their\s+|them\s+|whom\s+)?", scene.text[a.end : end])
            return a.end + (rest.end() if rest else 0)
        if a.start > start:
            break
    return start


def _name(scene: Scene, head: Token, first: int, last: int, *, acting: bool) -> Name | None:
    """The name that the head is part of, else one beside it that says whose they are ("ISIS fighters", "members of ISIS")."""
    name = scene.name_at.get(head.i)
    if name is not None:
        return name
    if acting and scene.lexicon.people(head.lemma_.lower()) is None and not FORCE.match(head.lemma_):
        return None
    beside = [n for i in range(first, last + 1) if (n := scene.name_at.get(i))]
    groups = [n for n in beside if n.type in BODIES]
    return groups[-1] if groups else None


def _of_name(scene: Scene, name: Name, head: Token, span: Span) -> Found:
    """The party of a name: a person by the name alone; people told by the group they belong to are described, and are its."""
    sort = name.type if name.type != "weapon" else "described"
    if name.type == "person":
        party = Party(text=name.entity, entity=name.entity, type="named", sort="person", country=name.country)
        return Found(party=party, span=name.span, token=head.i)
    inside = name.span.start <= head.idx < name.span.end
    people = scene.lexicon.people(head.lower_)
    told = head.pos_ == "NOUN" and head.text.islower() and STATE_FORCE.search(head.text) is None
    apart = people is not None and (not inside or (told and not people.collective))
    party = Party(
        text=words(span), entity=name.entity, type="described" if apart else "named", sort=sort, country=name.country
    )
    return Found(party=party, span=span, token=head.i)


def _own(scene: Scene, head: Token, first: int, span: Span) -> Found | None:
    """ "its forces": those of the speaker, where one is speaking."""
    own = next((t for t in scene.doc[first : head.i] if t.lower_ in OWN), None)
    theirs = FORCE.match(head.lemma_) or head.lemma_.lower() in PEOPLE
    found = _speaker(scene, own) if own is not None and theirs else None
    if found is None:
        return None
    return replace(found, party=replace(found.party, text=words(span)), span=span, token=head.i)


def _speaker(scene: Scene, token: Token) -> Found | None:
    """The speaker whose words a pronoun stands in, where it is a body that can act: a group, a force, a state."""
    source = voice_at(token.idx, token.idx + len(token), scene.attributions).span
    inside = scene.tokens(source.start, source.end) if source is not None else range(0)
    head = next((scene.doc[i] for i in inside if scene.doc[i].head.i not in inside), None)
    if head is None or head.lower_ in THEY or head.lower_ in OWN:
        return None
    found = next((f for one in apposed(head) if (f := _beside(scene, one))), None) or party_of(scene, head, acting=True)
    if found is None or (found.party.entity is None and not body(scene, head)):
        return None
    if found.party.sort == "person" and token.lower_ != "its":
        return None  # a name that nobody knows is of a body where it has fighters of "its" own
    if found.party.entity is None:
        return found
    sort = found.party.sort if found.party.sort != "person" else "group"
    span = scene.cut(token.idx, token.idx + len(token))
    return Found(party=replace(found.party, text=words(span), sort=sort), span=span, token=token.i)


def _meant(scene: Scene, pronoun: Token) -> Found | None:
    """Whom "they" and "it" mean at the head of a clause: who did what the clause or sentence before it tells."""
    doer = doer_before(scene, pronoun)
    found = party_of(scene, doer, acting=True) if doer is not None else None
    return None if found is None or found.party.sort == "person" else found


def by_name_only(scene: Scene, token: Token) -> Found | None:
    """The party of a name that nothing is known of but that somebody is called so, or blamed, or takes credit under it."""
    if token.pos_ != "PROPN" or token.i in scene.time_at or token.ent_type_ in {"GPE", "LOC", "DATE", "TIME"}:
        return None
    place, name = scene.place_at.get(token.i), scene.name_at.get(token.i)
    if (place is not None and place.place is not None) or (name is not None and name.type in {"person", "weapon"}):
        return None
    span = scene.cut(*trimmed(scene.doc, *edges(token)))
    party = Party(text=words(span), entity=words(span), type="named", sort="group")
    return Found(party=party, span=span, token=token.i)


def _of_two_words(scene: Scene, head: Token) -> PeopleWord | None:
    """People whom only both words tell: "death squad", "armed group"."""
    before = scene.doc[head.i - 1] if head.i > 0 else None
    if before is None or before.head != head or before.dep_ not in {"compound", "amod"}:
        return None
    return scene.lexicon.people(f"{before.lower_} {head.lemma_.lower()}")


def _described(scene: Scene, head: Token, span: Span, acting: bool) -> Found | None:
    lemma = head.lemma_.lower()
    people = scene.lexicon.people(lemma) or (_of_two_words(scene, head) if acting else None)
    if head.pos_ == "NUM" or lemma in ABSTRACT:
        return None
    if acting and people is None and not FORCE.match(lemma) and head.ent_type_ not in {"ORG", "NORP", "PERSON"}:
        return None
    if head.i in scene.time_at:
        return None
    body = pobj(head, "of", "from") if people is not None and people.side.startswith("armed") else None
    if body is not None and body.pos_ == "PROPN" and body.ent_type_ not in {"GPE", "LOC", "DATE"}:
        whose = scene.cut(*trimmed(scene.doc, *edges(body)))
        party = Party(text=words(span), entity=words(whose), type="described", sort="group")
        return Found(party=party, span=span, token=head.i)
    proper = head.pos_ == "PROPN" and head.ent_type_ in {"ORG", "NORP", "PERSON"} and people is None
    party = Party(text=words(span), entity=words(span) if proper else None, type="named" if proper else "described",
                  sort="person" if head.ent_type_ == "PERSON" else "organisation" if proper else "described")  # fmt: skip
    return Found(party=party, span=span, token=head.i)
