"""A derivation as a JSON object, in the pieces that the other formats are made of."""

from firsthand.model.derivation import Derivation, Rule
from firsthand.model.extraction import Name
from firsthand.model.match import Decision
from firsthand.model.place import PlaceName
from firsthand.model.timeref import TimeExpr
from firsthand.model.timex import timex
from firsthand.model.voice import Attribution
from firsthand.model.when import TimeSpan
from firsthand.publish.audit_json import judged_json, sample_json
from firsthand.publish.parts import (
    Json,
    alternatives_json,
    claim_json,
    interval_json,
    kind_json,
    place_json,
    published_json,
    span_json,
    weight_json,
)  # fmt: skip
from firsthand.resources.kinds import Kinds

__all__ = ["decision_json", "derivation_json"]


def derivation_json(found: Derivation, kinds: Kinds) -> Json:
    """The object that `firsthand why --json` prints. What is not there is null."""
    mention, sentence = found.mention, found.sentence
    return {
        "claim": claim_json(found.claim, found.day, id_=found.id),
        "rules": [_rule(rule) for rule in found.rules],
        "report": {
            "name": found.report.name, "names": list(found.report.names),
            "published": published_json(found.report.published),
        },
        "sentence": None if sentence is None else {
            "start": sentence.start, "end": sentence.end, "quote": found.context, "section": sentence.section,
            "role": sentence.role,
        },
        "mention": {
            "id": mention.id, "event": mention.event, **kind_json(mention.kind, kinds), "trigger": span_json(mention.trigger),
            "status": mention.status, "role": mention.role, "rules": [_rule(rule) for rule in found.mention_rules],
            "claims": list(found.others),
        },
        "time": None if found.time is None else _time(found.time, found),
        "place": None if found.place is None else _place(found.place),
        "name": None if found.name is None else _name(found.name),
        "attribution": None if found.attribution is None else _attribution(found.attribution),
        "decision": None if found.decision is None else decision_json(found.decision),
        "uses": [{"incident": u.incident, "title": u.title, "as": u.what or None, "why": u.why or None} for u in found.uses],
        "unused": found.unused,
    }  # fmt: skip


def _rule(rule: Rule) -> Json:
    return {"name": rule.name, "does": rule.what}


def _time(time: TimeExpr, found: Derivation) -> Json:
    day = found.day or TimeSpan()
    return {
        **span_json(time.span), "type": time.type, "timex": timex(time.ref, found.report.published),
        **interval_json(day), "why": list(day.why),
    }  # fmt: skip


def _place(place: PlaceName) -> Json:
    return {
        **span_json(place.area), "bare": span_json(place.span), "use": place.use, **place_json(place.place),
        "others": alternatives_json(place.others, place.weights), "weight": weight_json(place.weights),
    }  # fmt: skip


def decision_json(made: Decision) -> Json:
    """A decision of a person."""
    return {
        "id": made.id, "kind": made.kind, "name": made.name, "place": None if made.place is None else place_json(made.place),
        "everywhere": made.report is None,
        "weights": None if made.weights is None else made.weights.id,
        "mentions": list(made.mentions), "apart": list(made.apart), "answers": made.answers,
        "by": made.by, "why": made.why, "at": made.at.isoformat(),
        "claim": None if made.judged is None else judged_json(made.judged), "fault": made.fault,
        "sample": None if made.drawn is None else sample_json(made.drawn),
    }  # fmt: skip


def _name(name: Name) -> Json:
    return {**span_json(name.span), "type": name.type, "entity": name.entity, "country": name.country}


def _attribution(said: Attribution) -> Json:
    return {
        "source": span_json(said.source) if said.source else None, "cue": [span_json(cue) for cue in said.cue],
        "content": [span_json(piece) for piece in said.content], "speaker": said.speaker, "direct": said.direct,
    }  # fmt: skip
