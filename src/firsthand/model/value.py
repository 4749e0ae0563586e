"""The values that a claim can assert."""

from typing import Literal

import msgspec

from firsthand.model.base import Record
from firsthand.model.place import Place
from firsthand.model.timeref import TimeRef

Bound = Literal["exact", "at_least", "more_than", "up_to", "about", "between", "vague", "none_reported"]
Side = Literal["attacker", "target", "civilian", "unknown"]


class Count(Record, frozen=True, kw_only=True, tag_field="is", tag="count"):
    """A number of persons (or things, for targets_hit) as an interval with its words; the table of the format holds.

    `low` or `high` None is open. `number` is as written. `part_of`: id of the claim whose number includes this one.
    """

    number: int | None = None
    bound: Bound = "exact"
    low: int | None = None
    high: int | None = None
    who: str | None = None
    side: Side = "unknown"
    part_of: str | None = None
    wording: str = ""


class Party(Record, frozen=True, kw_only=True, tag_field="is", tag="party"):
    """Who did it or suffered it: the words, the entity they name, and how many where the words say so.

    `type`: named ("ISIS", "the Syrian army") or described ("gunmen", "a bus"). `sort`: what the entity is, for the record.
    """

    text: str
    entity: str | None = None
    type: Literal["named", "described"] = "described"
    sort: Literal["organisation", "group", "unit", "person", "described"] = "described"
    country: str | None = None
    side: Side | None = None
    count: int | None = None


class Weapon(Record, frozen=True, kw_only=True, tag_field="is", tag="weapon"):
    """A weapon or platform; `class_` is written `class` outside: aircraft, drone, explosive, firearm, .."""

    text: str
    entity: str | None = None
    class_: str | None = msgspec.field(name="class", default=None)


class Where(Record, frozen=True, kw_only=True, tag_field="is", tag="place"):
    """A place of the event; None where the words name one that is not in the gazetteer.

    `others`, `weights`: what else the name may mean, as in `PlaceName`.
    """

    text: str
    place: Place | None = None
    others: tuple[Place, ...] = ()
    weights: tuple[int, ...] = ()


class Day(Record, frozen=True, kw_only=True, tag_field="is", tag="date"):
    """A time of the event: the words, and what they mean before the report's own day is known."""

    expression: str
    ref: TimeRef


class Words(Record, frozen=True, kw_only=True, tag_field="is", tag="words"):
    """Motive, outcome, what was seized: the words are the value."""

    text: str


class Denial(Record, frozen=True, kw_only=True, tag_field="is", tag="denial"):
    """What is denied."""

    of: Literal["event", "responsibility", "legitimacy", "toll", "status"]


Value = Count | Party | Weapon | Where | Day | Words | Denial
