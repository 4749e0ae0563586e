"""A comparison of two incidents, and decisions, as JSON objects."""

from firsthand.model.explained import Explained, SideOf
from firsthand.model.match import Feature
from firsthand.publish.derivation_json import decision_json
from firsthand.publish.parts import Json

__all__ = ["explained_json"]


def explained_json(found: Explained) -> Json:
    """The object that `firsthand explain --json` prints. All bits in 1/1000; prior and features sum to `millibits`."""
    best = found.weighing.best
    return {
        "left": _side(found.left), "right": _side(found.right), "together": found.together,
        "prior": best.prior, "features": [_feature(one) for one in best.features], "millibits": best.millibits,
        "veto": best.veto, "pairs": found.weighing.pairs, "mean": found.weighing.mean, "needed": found.weighing.needed,
        "barred": list(found.weighing.barred), "ruled": found.weighing.ruled,
        "decisions": [decision_json(one) for one in found.decisions], "why": list(found.why),
    }  # fmt: skip


def _side(side: SideOf) -> Json:
    return {"incident": side.incident, "title": side.title, "report": side.report, "words": side.words}


def _feature(one: Feature) -> Json:
    return {"name": one.name, "left": one.left, "right": one.right, "millibits": one.millibits, "why": one.why}
