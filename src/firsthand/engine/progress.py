"""How a run tells where it is, and what it hands back at its end."""

from collections.abc import Callable
from typing import Literal

from firsthand.model.base import Record
from firsthand.record.needs import Needs, Refused

Stage = Literal["read", "extract", "conclude", "verify"]


class Tick(Record, frozen=True, kw_only=True):
    """So many of a stage are done. `total` None: not known yet. `notice`: what whoever waits must be told before it goes on."""

    stage: Stage
    done: int
    total: int | None = None
    notice: str = ""


Progress = Callable[[Tick], None]


def silent(_: Tick) -> None:
    """Tell nobody."""


class StageCount(Record, frozen=True, kw_only=True):
    """What went into a stage, came out and was refused: `taken` = `given` + `refused`, always."""

    stage: str
    taken: int
    given: int
    refused: int


class RunNote(Record, frozen=True, kw_only=True):
    """What is kept of a run in the record: program, kit, moment (UTC) and, at its end, the count of every stage.

    `plugins`: those that were on besides the program itself, each with its version. `view`: digest of the view that was
    concluded, as it was kept. `settings`: what those are called in the record that the run had, "" for none.
    """

    program: str
    kit: str = ""
    model: str = ""
    at: str = ""
    stages: tuple[StageCount, ...] = ()
    plugins: tuple[str, ...] = ()
    view: str = ""
    settings: str = ""


class AskedModel(Record, frozen=True, kw_only=True):
    """What asking a language model took, and what came of it. `money`: None where no price was given.

    `proposed` = `added` + `known` (the program had it already) + `dropped` (the report's words do not bear it out), in events
    and values. `cached`: answers kept from before. `declined`: stretches of reports without a usable answer.
    """

    name: str
    calls: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    money: float | None = None
    proposed: int = 0
    added: int = 0
    known: int = 0
    dropped: int = 0
    declined: int = 0


class Summary(Record, frozen=True, kw_only=True):
    """What a build did and what the record now holds.

    `read`, `refused`: reports taken from the paths (`again` of them were there already) and what could not be read.
    `changed`: incidents that are new or other than before. `dated`: reports with a day. `plugins_failed`: what plugins failed on,
    by report; what the program itself found there stands. `llm`: the language model that was asked.
    """

    record: str
    read: int
    again: int
    refused: int
    reports: int
    dated: int
    incidents: int
    background: int
    claims: int
    claims_refused: int
    failed: int
    changed: int
    model: str
    log_head: str
    stages: tuple[StageCount, ...]
    languages: dict[str, int]
    needs: Needs
    plugins_failed: tuple[Refused, ...] = ()
    llm: AskedModel | None = None
