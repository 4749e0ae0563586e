"""Which sets the gate measures, and which of their scores it watches.

The sets and their scorers live beside the repository, in ../shared/bench. A set that its list names and this table does
not is measured all the same, by its headline.
"""

from dataclasses import dataclass

# Why a bound at all, for a program that gives the same bytes every time: the parser adds up floating-point numbers, and
# other processors and builds of numpy round them in another order, so a tag on the edge may fall the other way.
NOISE = 0.5

HEADLINE = "headline"
UNLISTED_FIRST = 60


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One score of a set: `path` leads through the scorer's JSON, `of` to what it is a share of.

    `inverted` marks a share that should be small; the gate watches 100 minus it. `noise` is in points of 100.
    """

    name: str
    path: str
    of: str | None = None
    inverted: bool = False
    noise: float = NOISE


@dataclass(frozen=True, kw_only=True)
class MeasuredSet:
    """One set: what it needs (extraction or record), how many reports the quick part takes (None: all)."""

    name: str
    needs: str
    quick: int | None
    measures: tuple[Measure, ...] = ()


def _measures(**paths: str) -> tuple[Measure, ...]:
    return tuple(Measure(name=name.replace("__", " "), path=path) for name, path in paths.items())


def _f1(**paths: str) -> tuple[Measure, ...]:
    return _measures(**{name: f"{path}/F1" for name, path in paths.items()})


_MUC = _f1(
    relaxed="gtt/template_relaxed/micro",
    full__relaxed="full/template_relaxed/micro",
    incident__types="gtt/types",
    relevance="gtt/relevance",
    perpetrators="gtt/template_relaxed/PerpOrg",
    victims="full/template_relaxed/Victim",
    weapons="gtt/template_relaxed/Weapon",
)

_CASES = (
    *_measures(
        clustering="clustering/b3_f1",
        incidents="incidents/f1",
        date__exact="attributes/date_exact/all",
        place="attributes/place/all",
        kind="attributes/type/all",
        killed__recall="attributes/killed_figure_recall/all",
        killed__precision="attributes/killed_figure_precision/all",
        wounded__recall="attributes/wounded_figure_recall/all",
        actor="attributes/actor/all",
        target="attributes/target/all",
        independent__sources="attributes/independent_sources_in_range/all",
        near__twins__apart="near_pairs/both_found_apart",
    ),
    Measure(name="no false incident", path="distractors/rate", inverted=True),
)

_FACTS = tuple(
    Measure(name=name, path=f"facts/{key}", of="items")
    for name, key in (("date", "date"), ("city", "city"), ("killed", "killed"), ("injured", "injured"))
)

# The quick part's sizes keep it under four minutes on two cores.
SETS: tuple[MeasuredSet, ...] = (
    MeasuredSet(name="five", needs="record", quick=None),
    MeasuredSet(name="cases", needs="record", quick=None, measures=_CASES),
    MeasuredSet(
        name="isaf",
        needs="extraction",
        quick=100,
        measures=_measures(
            mean__of__11="mean_11",
            date="fields/start_date",
            province="fields/province",
            event__type="fields/event_type",
            target__group="fields/target_group",
            killed="fields/min_killed",
            captured="fields/min_captured",
        ),
    ),
    MeasuredSet(name="muc4", needs="extraction", quick=50, measures=_MUC),
    MeasuredSet(name="muc4-dev", needs="extraction", quick=50, measures=_MUC),
    MeasuredSet(name="case", needs="extraction", quick=None, measures=_f1(micro="micro", macro="macro")),
    MeasuredSet(
        name="wikievents",
        needs="extraction",
        quick=20,
        measures=(
            *_f1(triggers="triggers", arguments__in__document="arguments_document"),
            *_measures(typed="typed"),
        ),
    ),
    MeasuredSet(
        name="re3d",
        needs="extraction",
        quick=36,
        measures=_f1(
            strict="all/strict",
            organisations="entities/Organisation/overlap",
            places="entities/Location/overlap",
            weapons="entities/Weapon/overlap",
            fighting="fighting",
            fighting__by__name="fighting_names",
        ),
    ),
    MeasuredSet(
        name="wikiwars",
        needs="extraction",
        quick=4,
        measures=_f1(found="relaxed", found__exactly="strict", type="type", value__exactly="strict_value"),
    ),
    MeasuredSet(
        name="lgl",
        needs="extraction",
        quick=80,
        measures=(
            *_f1(found="overlap", found__exactly="strict"),
            *_measures(within__161__km="acc161_recognised", same__geoname="geonameid_accuracy"),
        ),
    ),
    MeasuredSet(
        name="polnear",
        needs="extraction",
        quick=20,
        measures=(
            *_f1(content="content/overlap", source="source/overlap", cue="cue/overlap", strict="whole/strict"),
            *_measures(right__source="whole/source_accuracy"),
        ),
    ),
    MeasuredSet(
        name="gva",
        needs="record",
        quick=120,
        measures=(*_f1(several__reports="b_cubed_several", pairs="pairs"), *_measures(CoNLL="conll"), *_FACTS),
    ),
    MeasuredSet(
        name="fakes",
        needs="record",
        quick=300,  # the first hundreds hold hardly a copy
        measures=_f1(copies__or__origin="copies_or_same_origin", origins="origins"),
    ),
)


def value(measure: Measure, scores: object) -> float | None:
    """The measure in points of 100, or None where the scorer does not give it."""
    share = _follow(scores, measure.path)
    if share is not None and measure.of:
        whole = _follow(scores, measure.of)
        share = share / whole if whole else None
    if share is None:
        return None
    return round(100 * (1 - share if measure.inverted else share), 2)


def _follow(scores: object, path: str) -> float | None:
    for step in path.split("/"):
        if not isinstance(scores, dict) or step not in scores:
            return None
        scores = scores[step]
    return float(scores) if isinstance(scores, int | float) else None


def known(name: str, needs: str) -> MeasuredSet:
    """The set of this name; one that the table does not list is measured by its headline."""
    listed = {measured.name: measured for measured in SETS}
    return listed.get(name) or MeasuredSet(name=name, needs=needs, quick=UNLISTED_FIRST)
