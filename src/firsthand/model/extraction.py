"""All that is taken from one report, with no view of the others."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.claim import Mention
from firsthand.model.place import PlaceName
from firsthand.model.report import DateClue, Refusal
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.value import Bound
from firsthand.model.voice import OUTLET, Attribution, Quotation, Voice

NameType = Literal["person", "organisation", "group", "unit", "weapon"]
AGENCIES = "agencies"
"""The name of a credit to news agencies that the report does not name ("With inputs from agencies")."""
Section = Literal["headline", "dateline", "byline", "body", "quote", "furniture", "credit"]


class Name(Record, frozen=True, kw_only=True):
    """A name in the text and the entity it is taken for (its canonical name, or the name itself where unknown).

    `described`: no name but words that stand for someone ("the regime", "he", a state that acts); not for lists of entities.
    `plain`: people of whom nothing is told but that they are some ("guerrillas", "a nurse"); stay out of the published names.
    """

    span: Span
    type: NameType
    entity: str
    country: str | None = None
    described: bool = False
    plain: bool = False


class Passage(Record, frozen=True, kw_only=True):
    """A sentence, headline or other line, in reading order.

    `role`: main news, background (older events, histories, habits), statement (opinion, calls, plans), noise (page furniture).
    `lemmas`: content words in order, lower case, for comparing wording.
    """

    start: int
    end: int
    section: Section
    role: Literal["main", "background", "statement", "noise"]
    lemmas: tuple[str, ...] = ()


class Figure(Record, frozen=True, kw_only=True):
    """A standing figure (troops in a country, detainees in camps): no event.

    `changed`: the words say that it was another before.
    """

    span: Span
    what: str
    where: str | None
    number: int | None
    bound: Bound
    low: int | None
    high: int | None
    when: TimeExpr | None = None
    voice: Voice = OUTLET
    changed: bool = False


class Credit(Record, frozen=True, kw_only=True):
    """An agency or outlet that the report credits at its top or foot ("(AP)", "With inputs from .."), or cites; its own reporter.

    `form`: byline, dateline, foot, inline (in brackets) credit the text; `cited`: only that some of it is from there ("told
    AFP", "SANA reported"); `own`: a reporter was there or was told, of the outlet itself (name "") or of the agency `name`.
    `name` is "agencies" where they are not named.
    """

    name: str
    span: Span
    form: Literal["byline", "dateline", "foot", "inline", "cited", "own"]

    @property
    def text(self) -> bool:
        """Tell whether the report's text is credited, and not only something in it."""
        return self.form not in ("cited", "own")


class Extraction(Record, frozen=True, kw_only=True):
    """What `extract` yields for one report; ids and spans all point into that report's text."""

    report: str
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceName, ...] = ()
    times: tuple[TimeExpr, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    clues: tuple[DateClue, ...] = ()
    credits: tuple[Credit, ...] = ()
    refused: tuple[Refusal, ...] = ()
