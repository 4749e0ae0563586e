"""What a model answers: our own types, the JSON Schema that asks for them, and reading them from whatever came back."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, TypeVar, get_args

import msgspec

from firsthand.model.base import Record
from firsthand.model.claim import Status

Told = Literal[
    "actor", "target", "victim", "weapon", "date", "place", "killed", "wounded", "captured", "missing", "displaced"
]
"""Fields that a model is asked for."""
FIELDS: tuple[Told, ...] = get_args(Told)
STATUSES: tuple[Status, ...] = get_args(Status)
MOST_EVENTS, MOST_CLAIMS = 40, 40
"""Events of one answer, and claims of one event, that are looked at; a report of this length tells fewer."""
SHAPE, KIND, MANY = "not of the form that was asked for", "a kind that is not in the vocabulary", "beyond the ceiling"
T = TypeVar("T")
THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)


class Said(Record, frozen=True, kw_only=True):
    """One value as a model gives it: the words, and what it takes them for. `sentence`: where they stand, by its number."""

    field: Told
    quote: str
    sentence: int | None = None
    low: int | None = None
    high: int | None = None
    speaker: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """One event as a model gives it."""

    kind: str
    trigger: str
    status: Status = "occurred"
    sentence: int | None = None
    claims: tuple[Said, ...] = ()


class Answer(NamedTuple):
    """The events that could be read, and how many values could not, by reason. None: the answer is no such answer at all."""

    events: tuple[Event, ...]
    dropped: Counter[str]

    @property
    def proposed(self) -> int:
        """Everything that the model put forward: events and values."""
        return sum(1 + len(event.claims) for event in self.events) + self.dropped.total()


class _Outer(Record, frozen=True, kw_only=True):
    events: tuple[msgspec.Raw, ...]


class _Event(Record, frozen=True, kw_only=True):
    kind: str
    trigger: str
    status: Status = "occurred"
    sentence: int | None = None
    claims: tuple[msgspec.Raw, ...] = ()


def schema(kinds: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema of an answer, in the subset that servers with structured output share."""
    number = {"type": ["integer", "null"]}
    claim = {
        "field": {"type": "string", "enum": list(FIELDS)}, "quote": {"type": "string"}, "sentence": number,
        "low": number, "high": number, "speaker": {"type": ["string", "null"]},
    }  # fmt: skip
    event = {
        "kind": {"type": "string", "enum": list(kinds)}, "trigger": {"type": "string"}, "sentence": number,
        "status": {"type": "string", "enum": list(STATUSES)}, "claims": {"type": "array", "items": _closed(claim)},
    }  # fmt: skip
    return _closed({"events": {"type": "array", "items": _closed(event)}})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def read_answer(text: str, kinds: Sequence[str]) -> Answer | None:
    """The events of an answer; None where no object with events can be found in it. One bad value costs only itself."""
    outer = _outer(text)
    if outer is None:
        return None
    dropped: Counter[str] = Counter()
    events = []
    for raw in outer.events[:MOST_EVENTS]:
        found = _decoded(raw, _Event)
        if found is None or found.kind not in kinds:
            dropped[SHAPE if found is None else KIND] += 1 + (len(found.claims) if found else 0)
            continue
        said = [_decoded(claim, Said) for claim in found.claims[:MOST_CLAIMS]]
        dropped[SHAPE] += said.count(None)
        dropped[MANY] += max(0, len(found.claims) - MOST_CLAIMS)
        claims = tuple(one for one in said if one is not None)
        events.append(
            Event(kind=found.kind, trigger=found.trigger, status=found.status, sentence=found.sentence, claims=claims)
        )
    dropped[MANY] += max(0, len(outer.events) - MOST_EVENTS)
    return Answer(tuple(events), +dropped)


def _outer(text: str) -> _Outer | None:
    """The object of an answer: the whole of it, or the one inside what a model says around it."""
    text = THOUGHT.sub("", text, count=1).strip()
    first, last = text.find("{"), text.rfind("}")
    for words in (text, text[first : last + 1] if first >= 0 else ""):
        found = _decoded(words, _Outer)
        if found is not None:
            return found
    return None


def _decoded(raw: "str | msgspec.Raw", type_: type[T]) -> T | None:
    """A value of that type; None for anything else, however deep or broken."""
    try:
        return msgspec.json.decode(raw, type=type_, strict=False)
    except (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError, OverflowError):
        return None
