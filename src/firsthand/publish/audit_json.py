"""Audits as JSON: samples, what was judged, precision with its interval, and agreement."""

from collections.abc import Mapping

from firsthand.model.audit import Judged, Sample
from firsthand.model.audited import Agreement, Drawn, Results, Row
from firsthand.publish.parts import Json


def judged_json(judged: Judged) -> Json:
    """The claim that a mark is about, as it stood."""
    return {
        "id": judged.claim, "report": judged.report, "mention": judged.mention, "field": judged.field, "kind": judged.kind,
        "start": judged.start, "end": judged.end, "value": judged.value, "by": judged.by,
    }  # fmt: skip


def sample_json(sample: Sample) -> Json:
    """How claims are drawn."""
    return {
        "id": sample.id, "seed": sample.seed, "number": sample.number, "size": sample.size, "field": sample.field,
        "kind": sample.kind,
        "strata": [{"field": one.field, "kind": one.kind, "claims": one.claims} for one in sample.strata],
    }  # fmt: skip


def results_json(found: Results) -> Json:
    """What one person's marks on one sample come to. Shares are from 0 to 1."""
    return {
        "by": found.by, "sample": sample_json(found.sample),
        "overall": _row(found.overall),
        "fields": [_row(row) for row in found.fields], "kinds": [_row(row) for row in found.kinds],
        "rules": [_row(row) for row in found.rules],
        "strata": [_stratum(one) for one in found.strata],
        "faults": [{"fault": fault, "claims": many} for fault, many in found.faults],
        "left": found.left, "unreached": found.unreached, "outside": found.outside, "gone": found.gone,
    }  # fmt: skip


def _row(row: Row) -> Json:
    given = row.estimate
    return {
        "name": row.name, "claims": row.claims, "drawn": row.drawn, "right": row.right, "wrong": row.wrong, "unsure": row.unsure,
        "precision": given.share if given else None, "low": given.low if given else None,
        "high": given.high if given else None, "effective": given.effective if given else None, "few": row.few,
    }  # fmt: skip


def _stratum(one: Drawn) -> Json:
    return {
        "field": one.field, "kind": one.kind, "claims": one.claims, "drawn": one.drawn, "right": one.right, "wrong": one.wrong,
        "unsure": one.unsure, "chance": one.chance, "weight": one.weight,
    }  # fmt: skip


def agreement_json(found: Agreement, names: Mapping[str, str]) -> Json:
    """How far two people agree. `names`: of reports, by id."""
    kappa = found.kappa
    return {
        "first": found.first, "second": found.second, "claims": found.claims, "decided": found.decided, "same": found.same,
        "share": found.same / found.decided if found.decided else None, "low": found.low, "high": found.high, "few": found.few,
        "kappa": None if kappa is None else {"kappa": kappa.kappa, "low": kappa.low, "high": kappa.high},
        "table": [{"first": one, "second": other, "claims": many} for one, other, many in found.table],
        "differing": [
            {
                **judged_json(one.judged), "report": names.get(one.judged.report, one.judged.report),
                "first": one.first.kind, "second": one.second.kind, "first_fault": one.first.fault,
                "second_fault": one.second.fault,
            }
            for one in found.differing
        ],
    }  # fmt: skip
