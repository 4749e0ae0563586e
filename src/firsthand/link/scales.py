"""All that two tellings are weighed with: weights, kinds, and how rare words, names and places are over the reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firsthand.link.accounts import Account, Shared, news_words
from firsthand.link.terms import Terms, Vector, sample
from firsthand.model.extraction import Extraction
from firsthand.model.place import Place
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

KINSHIP: Final = ("kind_same", "kind_refines", "kind_akin", "kind_alike", "kind_other")
"""How two kinds may go together, the closest first."""


class Yardstick(NamedTuple):
    """How rare names and places (`entities`) and words (`lemmas`) are, counted once and then held fast."""

    entities: Terms
    lemmas: Terms


class Finding(NamedTuple):
    """One thing for or against: the feature, its millibits, the weight that gave them, and what is shared or apart."""

    feature: str
    millibits: int
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Scales:
    """`kinship`: how two kinds go together, as the name of a weight. `entities`, `lemmas`: rarity of names, places and words.

    `wording`, `report`: vectors by event, by report. `made`, `curved` are memories, nothing else changes.
    """

    weights: Weights
    kinship: Mapping[tuple[str, str], str]
    entities: Terms
    lemmas: Terms
    wording: Mapping[str, Vector]
    report: Mapping[str, Vector]
    with_dates: bool
    made: dict[tuple[str, str], Finding] = field(default_factory=dict)
    curved: dict[tuple[str, int], Finding] = field(default_factory=dict)

    def fixed(self, feature: str, reason: str) -> Finding:
        """The finding of a weight as it stands: made once, since millions of pairs find the same."""
        finding = self.made.get((feature, reason))
        if finding is None:
            finding = self.made[feature, reason] = Finding(feature, self.weights[reason], reason)
        return finding

    def drawn(self, curve: str, share: int) -> Finding:
        """The finding of a curve for a share of words in 1/1000, made once like `fixed`."""
        finding = self.curved.get((curve, share))
        if finding is None:
            finding = self.curved[curve, share] = Finding(curve, self.weights.curve(curve, share), curve, str(share))
        return finding

    def at_most(self, top: str, each: str, term: str) -> int:
        """The weight `each` for every doubling of the rarity of `term`, up to `top`."""
        return min(self.weights[top], self.weights[each] * self.entities.rarity(term) // 1000)


def scales(
    told: Iterable[Account],
    extractions: Mapping[str, Extraction],
    shared: Mapping[str, Sequence[Shared]],
    kinds: Kinds,
    weights: Weights,
    *,
    with_dates: bool,
    yardstick: Yardstick | None = None,
) -> Scales:
    """Scales over the reports at hand. `shared`: passages of lineages by report. `yardstick`: None for that of these reports."""
    told = tuple(told)
    told_kinds = sorted({kind for account in told for kind in account.kinds})
    entities, lemmas = yardstick or counted(told, extractions, shared, weights)
    words = {key: news_words(extraction, shared.get(key, ())) for key, extraction in extractions.items()}
    return Scales(
        weights=weights,
        kinship={(x, y): kinship(x, y, kinds, weights) for x in told_kinds for y in told_kinds},
        entities=entities,
        lemmas=lemmas,
        wording={a.event: lemmas.vector(a.wording.words) for a in told},
        report={key: lemmas.vector(found) for key, found in words.items()},
        with_dates=with_dates,
    )


def counted(
    told: Iterable[Account],
    extractions: Mapping[str, Extraction],
    shared: Mapping[str, Sequence[Shared]],
    weights: Weights,
) -> Yardstick:
    """The yardstick of these reports: terms counted in a sample of them."""
    drawn = sample(extractions)
    named: dict[str, set[str]] = {key: set() for key in drawn}
    seen = {key: set(news_words(extractions[key], shared.get(key, ()))) for key in drawn}
    for account in told:
        if account.report in named:
            named[account.report] |= _terms(account)
            seen[account.report] |= account.wording.words
    return Yardstick(
        Terms(map(frozenset, named.values()), weights.limits.others),
        Terms(map(frozenset, seen.values()), weights.limits.background, weights.words),
    )


def kinship(x: str, y: str, kinds: Kinds, weights: Weights) -> str:
    """How two kinds go together, as the name of a weight."""
    if x == y:
        return "kind_same"
    if kinds.refines(x, y) or kinds.refines(y, x):
        return "kind_refines"
    if kinds.akin(x, y):
        return "kind_akin"
    return "kind_alike" if weights.alike(x, y) else "kind_other"


def place_term(place: Place) -> str:
    """A place as a term: its GeoNames number, or its name and country."""
    return f"place {place.geonames_id or place.name} {place.country or ''}"


def _terms(account: Account) -> set[str]:
    said = account.said
    return {*said.actors, *said.suffered, *account.wording.names, *(place_term(p) for p in said.places), *said.unplaced}
