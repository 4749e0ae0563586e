"""Who did it, to whom, with what: every wording of one entity together."""

from collections.abc import Callable, Sequence
from typing import Literal

from firsthand.model.claim import Field
from firsthand.model.incident import Arm, Participant
from firsthand.model.value import Party, Weapon
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated, ids, most, reports_of
from firsthand.weigh.speakers import speaker_name

Sort = Literal["organisation", "group", "unit", "person", "described"]
MOST = 6
RARE = 5
"""A party that fewer than one in so many of the reports name that name the first one is left out."""


def participants(case: Case, field: Field, naming: Naming, voice: Callable[[Stated], str]) -> tuple[Participant, ...]:
    """Actors, targets or victims by how many reports name them; described ones only where none is named."""
    told: dict[str, list[Stated]] = {}
    for stated in case.of(field):
        if isinstance(stated.claim.value, Party):
            told.setdefault(_name(stated.claim.value, naming), []).append(stated)
    named = {name: found for name, found in told.items() if any(_party(s).entity for s in found)}
    chosen = named or told
    ranked = sorted(chosen, key=lambda name: (-_weight(chosen[name]), name))
    kept = [name for name in ranked if _weight(chosen[name]) * RARE >= _weight(chosen[ranked[0]])]
    return tuple(_participant(name, chosen[name], voice) for name in kept[:MOST])


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
        name=name if named else most([speaker_name(p.text) for p in parties]),
        type=_sort(sorts) if named and sorts else "described",
        country=countries[0] if len(countries) == 1 else None,
        claims=ids(told),
        voices=tuple(sorted({voice(s) for s in told})),
    )


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
