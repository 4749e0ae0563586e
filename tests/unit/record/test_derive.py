"""Where a claim came from and where it ended, or why nowhere."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from firsthand.model.claim import Mention
from firsthand.model.derivation import Derivation
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.incident import IncidentDate
from firsthand.model.report import Report
from firsthand.pipeline import conclude
from firsthand.record.derive import derive
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_files import Weapons
from firsthand.resources.rules import UNKNOWN, Rules
from firsthand.resources.weights import Weights
from tests import factories

TEXT = "2024-03-05 Northmen shelled Oldford on 2024-03-04, killing 4 (Hill Monitor)."


def derived(
    field: str, change: dict[str, object] | None = None, seen: Callable[[Folded], Folded] = lambda folded: folded
) -> Derivation:
    """The derivation of the first claim to a field, in a record of one report.

    `change`: made to its mention; `seen`: to the whole record.
    """
    report: Report = factories.report(TEXT)
    said: Extraction = factories.extraction(report)
    mention: Mention = replace(said.mentions[0], **(change or {}))
    said = replace(said, mentions=(mention,))
    nobody = Lexicon((), (), {}, Weapons({}))
    folded = conclude(
        [report], {report.id: said}, (), (), kinds=Kinds.open(), weights=Weights.open(), lexicon=nobody, model="m"
    )
    wanted = next(claim.id for claim in mention.claims if claim.field == field)
    stated = next(one for one in folded.claims if one.id == wanted)
    return derive(stated, seen(folded), said, report.text, Rules({"tests.idiom": "An idiom."}))


def test_a_claim_ends_in_its_incident() -> None:
    found = derived("killed")
    assert found.context[found.claim.span.start - 11 : found.claim.span.end - 11] == "4"
    assert [use.what for use in found.uses] == ["killed: the reading 4 (exact); of all readings: low/best/high 4/4/4"]
    assert found.unused is None
    assert found.rules[0].what == "An idiom."


def test_a_time_keeps_its_expression_and_the_day_it_led_to() -> None:
    found = derived("date")
    assert found.time is not None
    assert found.day is not None
    assert (found.time.span.quote, found.day.earliest) == ("2024-03-04", date(2024, 3, 4))


@pytest.mark.parametrize(
    ("status", "why"),
    [("planned", "every mention of its event is planned"), ("denied", "its event is denied")],
)
def test_what_makes_no_incident_says_why(status: str, why: str) -> None:
    found = derived("killed", {"status": status})
    assert found.uses == ()
    assert found.unused is not None
    assert found.unused.startswith(why)


def test_a_value_that_the_incident_leaves_out_says_why() -> None:
    """As where other tellings give the day, and this one only recalls it."""

    def in_passing(folded: Folded) -> Folded:
        (incident,) = folded.incidents
        telling = replace(incident.tellings[0], role="background")
        return replace(folded, incidents=(replace(incident, date=IncidentDate(), tellings=(telling,)),))

    found = derived("date", seen=in_passing)
    assert [use.what for use in found.uses] == [""]
    assert found.uses[0].why.startswith("it is told in passing here")


def test_a_rule_of_another_program_is_named_without_a_sentence() -> None:
    one, other = Rules({"a.b": "Does."}).explain("a.b plug.in")
    assert (one.name, one.what, other.name, other.what) == ("a.b", "Does.", "plug.in", UNKNOWN)
