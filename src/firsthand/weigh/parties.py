"""Who did it, to whom, with what: every wording of one entity together."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from firsthand.model.claim import Field
from firsthand.model.incident import Arm, Participant
from firsthand.model.value import Count, Party, Weapon, Where
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated, ids, most, reports_of
from firsthand.weigh.speakers import Speakers, speaker_name

Sort = Literal["organisation", "group", "unit", "person", "described"]
MOST, DESCRIBED = 6, 3
"""Parties that are kept, and how many of them are only described."""
RARE = 5
"""A party that fewer than one in so many of the reports name that name the first one is left out."""
GENERAL = frozenset({
    "person", "people", "individual", "other", "victim", "casualty", "casualties", "dead", "dozen", "score", "hundred",
    "thousand",
    "number", "count", "total", "toll", "one", "two", "three", "several", "many", "some", "more", "least", "nearly", "about",
    "further", "another", "additional", "at", "of", "the", "a", "and", "latest",
})  # fmt: skip
"""Words that tell how many or only that somebody was hit; a party of nothing else is left out beside any other."""
INSTITUTIONS = frozenset(
    "army military government police junta navy gendarmerie regime coalition forces troops soldiers".split()
)
"""Bodies of a state that reports blame without a name."""
FIGHTERS = frozenset({
    "fighter", "militant", "operative", "leader", "member", "commander", "insurgent", "gunman", "gunmen", "terrorist", "senior",
    "rest", "second", "unnamed", "suspected", "extremist", "element", "cell", "their", "its", "his",
})  # fmt: skip
"""Words for those who fight for a group."""


def participants(
    case: Case, field: Field, naming: Naming, speakers: Speakers, voice: Callable[[Stated], str]
) -> tuple[Participant, ...]:
    """Actors, targets or victims by how many reports name them, then those only described; such actors where none is named."""
    told: dict[str, list[Stated]] = {}
    for stated in case.of(field):
        if isinstance(stated.claim.value, Party):
            told.setdefault(_name(stated.claim.value, naming), []).append(stated)
    places = _place_names(case)
    named = {
        n: t for n, t in told.items() if any(_party(s).entity for s in t) and not _no_party(n, field, places, speakers)
    }
    described = _told_together({n: t for n, t in told.items() if not any(_party(s).entity for s in t)})
    kept = _kept(named)
    if field == "actor" and kept:
        described = {n: t for n, t in described.items() if _rival(n, t, {k: named[k] for k in kept})}
    if kept:
        described = {
            n: t for n, t in described.items() if not _members(n) and 3 * _weight(t) >= _weight(named[kept[0]])
        }
    if _unharmed(case):
        described = {n: t for n, t in described.items() if _singular(n.split()[-1]) != "civilian"}
    kept += _kept(described)[:DESCRIBED]
    chosen: dict[str, Sequence[Stated]] = {**named, **described}
    return tuple(_participant(name, chosen[name], voice) for name in kept[:MOST])


def _members(name: str) -> bool:
    """Tell whether a description is no more than a word for those who fight for a party that is named."""
    return not {_singular(word) for word in name.split()} - GENERAL - FIGHTERS


def _rival(name: str, told: Sequence[Stated], named: Mapping[str, Sequence[Stated]]) -> bool:
    """Tell whether a described actor is one to whom somebody gives the deed, beside one who is named: "the army"."""
    told_in_full = any(name in other.casefold() for other in named)
    sure = any(s.claim.voice.stance != "alleges" for others in named.values() for s in others)
    blamed = not sure or any(s.claim.voice.stance == "alleges" for s in told)
    return blamed and name.split()[-1] in INSTITUTIONS and not told_in_full


def _unharmed(case: Case) -> bool:
    """Tell whether civilians are spoken of only to say that none was hurt."""
    fields: tuple[Field, ...] = ("civilian_casualties", "civilian_killed", "civilian_wounded", "killed", "wounded")
    counts = [(s.claim.field, s.claim.value) for s in case.of(*fields) if isinstance(s.claim.value, Count)]
    civilians = [c for field, c in counts if field.startswith("civilian_") or c.side == "civilian"]
    return bool(civilians) and all(c.number == 0 for c in civilians)


def _kept(told: Mapping[str, Sequence[Stated]]) -> list[str]:
    """The names that enough reports give, most told first."""
    ranked = sorted(told, key=lambda name: (-_weight(told[name]), name))
    return [name for name in ranked if _weight(told[name]) * RARE >= _weight(told[ranked[0]])]


def _place_names(case: Case) -> frozenset[str]:
    """Every place that the claims and their reports name, as written and as known, in small letters; countries act."""
    where = [(s.claim.value.text, s.claim.value.place) for s in case.of("place") if isinstance(s.claim.value, Where)]
    for report in {t.report for t in case.group.tellings}:
        where += [(p.span.quote, p.place) for p in case.extractions[report].places if p.use in ("place", "dateline")]
    small = [(text, place) for text, place in where if place is None or place.precision != "country"]
    return frozenset(name.casefold() for text, place in small for name in (text, place.name if place else text))


def _no_party(name: str, field: Field, places: frozenset[str], speakers: Speakers) -> bool:
    """Tell whether a named party is rather the place, or a monitor or agency that told of it."""
    return name.casefold() in places or (speakers.source(name) if field == "actor" else speakers.media(name))


def _told_together(told: Mapping[str, Sequence[Stated]]) -> dict[str, Sequence[Stated]]:
    """Described parties, a shorter wording with the longer one that holds all its words; bare numbers only by themselves."""
    words = {name: frozenset(_singular(word) for word in name.split()) for name in told}
    exact = [name for name in told if words[name] - GENERAL]
    found: dict[str, list[Stated]] = {name: list(told[name]) for name in (exact or told)}
    for name in sorted(found, key=lambda n: (len(words[n]), n)):
        longer = [other for other in found if words[name] < words[other]]
        if longer:
            home = min(longer, key=lambda other: (-_weight(found[other]), len(words[other]), other))
            found[home] += found.pop(name)
    return dict(found)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _party(stated: Stated) -> Party:
    value = stated.claim.value
    assert isinstance(value, Party)  # noqa: S101 - only such claims are collected
    return value


def _name(party: Party, naming: Naming) -> str:
    """The entity, or the words without article in small letters where nothing is named."""
    return naming.entity(party.entity) if party.entity else speaker_name(party.text).casefold()


def _weight(told: Sequence[Stated]) -> int:
    """Reports that name it; telling it as news counts four times as much as recalling it."""
    return 4 * len(reports_of(s for s in told if s.role == "main")) + len(reports_of(told))


def _participant(name: str, told: Sequence[Stated], voice: Callable[[Stated], str]) -> Participant:
    parties = [_party(s) for s in told]
    named = any(p.entity for p in parties)
    countries = sorted({p.country for p in parties if p.country})
    sorts: list[Sort] = [p.sort for p in parties if p.sort != "described"]
    return Participant(
        name=name if named else _wording(name, [speaker_name(p.text) for p in parties]),
        type=_sort(sorts) if named and sorts else "described",
        country=countries[0] if len(countries) == 1 else None,
        claims=ids(told),
        voices=tuple(sorted({voice(s) for s in told})),
    )


def _wording(name: str, written: Sequence[str]) -> str:
    """The words of a described party as reports write them."""
    return most([words for words in written if words.casefold() == name] or written)


def _sort(sorts: Sequence[Sort]) -> Sort:
    return min(set(sorts), key=lambda sort: (-sorts.count(sort), sort))


def arms(case: Case) -> tuple[Arm, ...]:
    """Weapons and platforms by how many reports name them."""
    told: dict[str, list[Stated]] = {}
    shown: dict[str, list[Weapon]] = {}
    for stated in case.of("weapon"):
        weapon = stated.claim.value
        if isinstance(weapon, Weapon):
            key = (weapon.entity or speaker_name(weapon.text)).casefold()
            told.setdefault(key, []).append(stated)
            shown.setdefault(key, []).append(weapon)
    ranked = sorted(told, key=lambda key: (-_weight(told[key]), key))
    return tuple(_arm(shown[key], told[key]) for key in ranked)


def _arm(weapons: Sequence[Weapon], told: Sequence[Stated]) -> Arm:
    classes = [w.class_ for w in weapons if w.class_]
    name = most([w.entity or speaker_name(w.text) for w in weapons])
    return Arm(name=name, class_=most(classes) if classes else None, claims=ids(told))
