"""Who says so."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Span

Stance = Literal["asserts", "claims", "alleges", "estimates", "denies", "doubts"]


class Voice(Record, frozen=True, kw_only=True):
    """Who says a thing, through whom, and how firmly.

    `speaker` None: the outlet itself. `chain`: from who first said it to who passed it on; empty for the outlet's own
    voice. `span`: the words that name the speaker, None for the outlet.
    """

    speaker: str | None = None
    chain: tuple[str, ...] = ()
    stance: Stance = "asserts"
    span: Span | None = None


OUTLET = Voice()


class Attribution(Record, frozen=True, kw_only=True):
    """One act of saying: source words, cue words, content pieces, each as spans; the pieces need not be adjacent.

    `direct`: the content stands in quotation marks. `speaker`: the source resolved to a name ("It added" -> CENTCOM).
    `reports`: False for an attitude, wish or judgement ("condemned", "wants"), which does not vouch that the content happened.
    `presupposed`: what the outlet itself tells within the content ("claimed the bombing, which killed nine").
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    chain: tuple[str, ...] = ()
    stance: Stance = "asserts"
    direct: bool = False
    denial: Literal["event", "responsibility", "legitimacy", "toll", "status"] | None = None
    reports: bool = True
    presupposed: tuple[Span, ...] = ()


class Quotation(Record, frozen=True, kw_only=True):
    """Words in quotation marks: span inside the marks, who is quoted (None: not told), and whether the mark was closed.

    `chain`: from who is quoted to who passed it on, as in `Attribution`.
    """

    span: Span
    speaker: str | None
    closed: bool = True
    chain: tuple[str, ...] = ()
