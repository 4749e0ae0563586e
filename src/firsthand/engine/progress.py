"""How a run tells where it is, and what it hands back at its end."""

from collections.abc import Callable
from typing import Literal

from firsthand.model.base import Record
from firsthand.record.needs import Needs, Refused

Stage = Literal["read", "extract", "conclude", "verify"]


class Tick(Record, frozen=True, kw_only=True):
    """So many of a stage are done. `total` None: not known yet."""

    stage: Stage
    done: int
    total: int | None = None


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

    `plugins`: those that were on besides the program itself, each with its version.
    """

    program: str
    kit: str = ""
    model: str = ""
    at: str = ""
    stages: tuple[StageCount, ...] = ()
    plugins: tuple[str, ...] = ()


class Summary(Record, frozen=True, kw_only=True):
    """What a build did and what the record now holds.

    `read`, `refused`: reports taken from the paths (`again` of them were there already) and what could not be read.
    `changed`: incidents that are new or other than before. `dated`: reports with a day. `plugins_failed`: what plugins failed on,
    by report; what the program itself found there stands.
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
