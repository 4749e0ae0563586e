"""All tellings with what they are weighed by: where linking, explaining and learning begin."""

from collections.abc import Mapping, Sequence

from firsthand.link.accounts import shared_texts, tellings
from firsthand.link.clusters import Bench
from firsthand.link.rulings import Rulings
from firsthand.link.scales import Yardstick, scales
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights


def bench_of(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision],
    *,
    with_dates: bool,
    yardstick: Yardstick | None = None,
) -> Bench:
    """Every telling of what happened or is denied, and what they are weighed with."""
    shared = shared_texts(traced.lineages)
    told = tellings(extractions, dated, shared)
    weighed = scales(told, extractions, shared, kinds, weights, with_dates=with_dates, yardstick=yardstick)
    return Bench(told, weighed, Rulings(decisions, told), {})
