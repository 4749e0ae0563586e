"""Why the candidates for a name stand in the order in which they stand."""

from typing import Final, NamedTuple

from firsthand.model.place import Place
from firsthand.resources.gazetteer import BONUS, PENALTY, Found, Gazetteer
from firsthand.resources.gazetteer_fold import keys, plain
from firsthand.resources.gazetteer_tables import Rank

FITS: Final = {
    Rank.PRIMARY: "its name",
    Rank.ALTERNATE: "another name of it",
    Rank.STRIPPED: "its name without the kind of unit",
    Rank.LOOSE: "alike in another transliteration",
    Rank.SHORT: "an abbreviation; only beside another place",
    Rank.ADJECTIVE: "an adjective or a name of its people",
}


class Candidate(NamedTuple):
    """A place that a name may mean. `key`: folded spelling under which they met.

    `weight`: log10 of the people, or of our estimate for a place without any. `bonus`, `penalty`: what its kind adds, and
    what the fit of the spelling takes off. `score`: the sum, by which candidates are sorted before the text is asked.
    """

    found: Found
    place: Place
    fit: str
    key: str
    weight: float
    bonus: float
    penalty: float
    score: float
    added: bool


class Explained(NamedTuple):
    """A name in its folded forms, and what it may mean, best first. `all`: how many before a country was asked for."""

    plain: str
    keys: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    all: int


def explain(gazetteer: Gazetteer, name: str, *, country: str | None = None) -> Explained:
    """What `name` may mean and why in this order. `country`: only places in it (ISO alpha-2)."""
    text = plain(name)
    under = keys(text)
    met: dict[tuple[int, Rank], str] = {}
    for hit in gazetteer.hits(text):
        met.setdefault((hit.place, hit.rank), hit.key)
    under += tuple(dict.fromkeys(key for key in met.values() if key not in under))
    found = gazetteer.find(name)
    fit = [f for f in found if country is None or f.country == country]
    return Explained(text, under, tuple(candidate(gazetteer, f, met[f.id, f.rank]) for f in fit), len(found))


def candidate(gazetteer: Gazetteer, found: Found, key: str) -> Candidate:
    """One candidate with the parts of its score."""
    bonus, penalty = BONUS.get(found.kind, 0.0), PENALTY[found.rank]
    return Candidate(
        found,
        gazetteer.place(found.id),
        FITS[found.rank],
        key,
        found.weight - bonus,
        bonus,
        penalty,
        found.weight - penalty,
        gazetteer.is_added(found.id),
    )
