"""Where voices name different actors for one deed: each blames the other, or a group claims what another is blamed for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count, Party, Where
from firsthand.weigh.camps import ANYBODY, GENERAL, Camp, Camps
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated, ids, reports_of
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import quoted, voice_name
from firsthand.weigh.tolls import size

OWN = re.compile(r"(?:(?:one|some|several|two|three|a group|members) of )?(?:its|our|their)\b", re.IGNORECASE)
OF_BODY = re.compile(
    r"\b(?:of|from) (?:the )?([A-Z][\w'’-]*(?: (?:and |of |of the |for )?[A-Z][\w'’-]*)+(?: [a-z]{5,12})?)$"
)
"""A body of at least two words with capitals to which described people belong."""
AGAINST_STATE = frozenset({"guerrilla", "guerilla", "rebel", "insurgent", "subversive", "maoist", "naxalite"})
BESIDE_STATE = frozenset({"death squad", "paramilitary", "vigilante"})
"""Irregulars who fight a state, and those who kill its foes: nobody calls the one the other."""
Deeds = dict[str, set[tuple[str, object]]]
MANY = 12
"""Reports of one actor whose tellings are looked at, words for it, and voices that are held against them."""
MOST = 6
"""Actors of an incident that are held against each other; those that most reports name."""


class Named(NamedTuple):
    """An actor as voices name it. `name`: its entity, None where it is described; `noun`: the word for people there."""

    key: str
    name: str | None
    noun: str | None
    camp: Camp | None
    country: str | None
    told: tuple[Stated, ...]


def attribution(case: Case, sources: Sources, camps: Camps, naming: Naming) -> Iterator[Discrepancy]:
    """Pairs of actors of whom one voice names the one, and another voice the other, for the same deed."""
    found = _named(case, camps, naming) if case.news else []
    voices = {one.key: {voice_name(s, sources) for s in one.told} for one in found}
    hit = {_key(v, camps, naming) for s in case.of("target", "victim") if isinstance(v := s.claim.value, Party)}
    deeds = {one.key: _deeds(case, one.told) for one in found}
    for a, b in combinations(found, 2):
        blamed = _speaks(a, voices[b.key], camps) or _speaks(b, voices[a.key], camps)
        unnamed = a.name is None and b.name is None
        apart = _exclude(a, b, camps) or (blamed and unnamed and _fight(a, b) and _no_word(a, b))
        if voices[a.key] & voices[b.key] or not apart or not _one_deed(a, b, deeds):
            continue
        if blamed or not (_fight(a, b) or _one_side(a, b, found, voices, camps) or {a.key, b.key} & hit):
            one, other = (min(x.told, key=_plainest) for x in (a, b))
            why = f"{quoted(one, sources)}, {quoted(other, sources)}: they name different actors"
            yield Discrepancy(field="actor", kind="attribution", claims=ids([*a.told, *b.told]), why=why)


def _named(case: Case, camps: Camps, naming: Naming) -> list[Named]:
    """The actors that tell more than that somebody acted, those that most reports name first."""
    told: dict[str, list[Stated]] = {}
    places = (s.claim.value.place for s in case.of("place") if isinstance(s.claim.value, Where))
    here = {place.country for place in places if place is not None}
    for stated in case.of("actor"):
        value = stated.claim.value
        # A country in which it happened is rather where than who.
        if isinstance(value, Party) and not (value.entity and value.country in here and camps.state(value.entity)):
            told.setdefault(_key(_owned(stated, value), camps, naming), []).append(stated)
    found = []
    for key, every in sorted(told.items(), key=lambda one: (-len(reports_of(one[1])), one[0])):
        parties = [_owned(s, s.claim.value) for s in every if isinstance(s.claim.value, Party)]
        name = next((naming.entity(p.entity) for p in parties if p.entity), None)
        if name is not None or not camps.vague(parties[0].text):
            camp = next((c for p in parties if (c := camps.of(p)) is not None), None)
            country = next((p.country for p in parties if p.country), None)
            found.append(Named(key, name, camps.noun(parties[0].text), camp, country, tuple(every)))
    return found[:MOST]


def _owned(stated: Stated, party: Party) -> Party:
    """A described party with the body it belongs to: the speaker's own men, or "mercenaries of the .. coalition"."""
    if party.entity is not None:
        return party
    own, of = OWN.match(party.text), OF_BODY.search(party.text)
    if own is not None and stated.claim.voice.speaker is not None:
        return replace(party, entity=stated.claim.voice.speaker, sort="group")
    return replace(party, entity=of[1]) if of is not None else party


def _key(party: Party, camps: Camps, naming: Naming) -> str:
    """An entity by its name; others by the word for them and their camp, so that "rebels" and "the rebels" are one."""
    if party.entity:
        return f"= {naming.entity(party.entity)}"
    return f"{camps.of(party) or ''} {camps.noun(party.text) or party.text.casefold()}"


def _plainest(stated: Stated) -> tuple[bool, int, str]:
    """Order of claims to be quoted: those that give the name before a pronoun, the longest before a part of it."""
    value, words = stated.claim.value, stated.claim.span.quote
    entity = value.entity if isinstance(value, Party) else None
    return (entity is not None and entity.casefold() not in words.casefold(), -min(len(words), 60), stated.id)


def _speaks(actor: Named, voices: Iterable[str], camps: Camps) -> bool:
    """Tell whether an actor whom others name is one of these voices, which name another: each blames the other."""
    country = actor.country if actor.camp == "state" else None
    # A ministry speaks for the forces of its country.
    if country is not None and any(camps.speaks_for(voice) == country for voice in sorted(voices)[:MANY]):
        return True
    named = [actor.name] if actor.name is not None else sorted({s.claim.span.quote for s in actor.told})[:MANY]
    return any(camps.related(voice, name) for voice in sorted(voices)[:MANY] for name in named)


def _fight(a: Named, b: Named) -> bool:
    """Tell whether two actors are both forces of states, which may have acted together: where nobody lays it at their door."""
    alleged = any(s.claim.voice.stance == "alleges" for x in (a, b) for s in x.told)
    foes = alleged and None not in (a.country, b.country) and a.country != b.country
    return a.camp == b.camp == "state" and not foes


def _no_word(a: Named, b: Named) -> bool:
    """Tell whether no word is in what both are called: "southern army", "northern troops"."""
    one, other = ({w for s in x.told for w in s.claim.span.quote.casefold().split()} for x in (a, b))
    return not one & other - {"the", "of"}


def _exclude(a: Named, b: Named, camps: Camps) -> bool:
    """Tell whether two actors cannot be one and the same."""
    if a.name is not None and b.name is not None:
        allied = a.country is not None and a.country == b.country and "armed" not in (a.camp, b.camp)
        return not allied and not camps.related(a.name, b.name)
    if a.camp is not None and b.camp is not None and a.camp != b.camp:
        return "civilian" not in (a.camp, b.camp) or (a.noun not in ANYBODY and b.noun not in ANYBODY)
    if a.camp == b.camp == "state":
        return a.country is not None and b.country is not None and a.country != b.country
    if a.name is not None or b.name is not None or a.noun is None or b.noun is None:
        return False
    if any(x in AGAINST_STATE and y in BESIDE_STATE for x, y in ((a.noun, b.noun), (b.noun, a.noun))):
        return True
    return a.noun != b.noun and not {a.noun, b.noun} & (GENERAL | ANYBODY)


def _one_side(a: Named, b: Named, every: Sequence[Named], voices: dict[str, set[str]], camps: Camps) -> bool:
    """Tell whether a voice of the one names the other as well in words that may mean it: then both took part."""
    for one, other in ((a, b), (b, a)):
        same = (n for n in every if n.key not in (one.key, other.key) and not _exclude(n, other, camps))
        if any(n.camp == other.camp and voices[n.key] & voices[one.key] for n in same):
            return True
    return False


def _one_deed(a: Named, b: Named, deeds: Mapping[str, Deeds]) -> bool:
    """Tell whether two actors are named for one deed: by two reports, or by one that says who blames whom."""
    blamed = {s.claim.report for x in (a, b) for s in x.told if s.claim.voice.stance in ("alleges", "claims")}
    return any(
        done & other and (report != where or report in blamed)
        for report, done in deeds[a.key].items()
        for where, other in deeds[b.key].items()
    )


def _deeds(case: Case, told: Sequence[Stated]) -> Deeds:
    """What each report that names an actor says was done: numbers of dead and hurt, and what was hit."""
    mentions = {s.claim.mention for s in told}
    found: Deeds = {}
    for report in reports_of(told)[:MANY]:
        events = {m.event for key, m in case.told_by(report) if key in mentions}
        own = {key for key, m in case.told_by(report) if m.event in events}
        found[report] = {one for s in case.stated_by(report) if s.claim.mention in own for one in _deed(s)}
    return found


def _deed(stated: Stated) -> Iterator[tuple[str, object]]:
    """What a claim says was done: how many it hurt, or that it hurt people who do not fight; what it hit."""
    field, value = stated.claim.field, stated.claim.value
    if isinstance(value, Count) and value.side != "attacker" and size(value) is not None:
        yield field, size(value)
        if value.side == "civilian":
            yield field, "civilians"
    elif isinstance(value, Party) and field in ("target", "victim"):
        word = value.text.casefold().split()[-1]
        if word.removesuffix("s") not in ANYBODY and word != "people":
            yield field, word
