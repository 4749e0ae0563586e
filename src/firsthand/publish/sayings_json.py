"""Sayings over reports as JSON: each wording with the steps from the fullest one."""

from collections.abc import Iterable, Mapping

from firsthand.model.lineage import Saying, Wording
from firsthand.publish.parts import Json

__all__ = ["sayings_json"]


def sayings_json(sayings: Iterable[Saying], names: Mapping[str, str]) -> list[Json]:
    """The list that `firsthand quotes --json` prints. `names`: of reports, by id."""
    return [
        {
            "speaker": saying.speaker or None,
            "kind": saying.kind,
            "wordings": [_wording(wording, names) for wording in saying.wordings],
        }
        for saying in sayings
    ]


def _wording(wording: Wording, names: Mapping[str, str]) -> Json:
    return {
        "report": names.get(wording.report, wording.report),
        "start": wording.start,
        "end": wording.end,
        "quote": wording.quote,
        "kind": wording.kind,
        "why": wording.why or None,
        "edits": [{"op": edit.op, "before": edit.before, "after": edit.after} for edit in wording.edits],
    }
