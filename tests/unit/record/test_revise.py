"""Revisions: one for each incident that is new, other, or gone."""

from msgspec.structs import replace

from firsthand.model.incident import Incident, IncidentDate
from firsthand.record.revise import GONE, revise
from firsthand.record.verify import revision_faults

ONE = Incident(id="inc_1", title="Shelling", kind="shelling", status="occurred", role="main", date=IncidentDate())
TWO = replace(ONE, id="inc_2", title="Ambush")


def test_what_did_not_change_is_not_revised() -> None:
    history = revise([ONE, TWO], (), ())
    assert [(r.incident, r.number, r.changes) for r in history] == [
        ("inc_1", 1, ("first told",)),
        ("inc_2", 1, ("first told",)),
    ]
    assert revise([TWO, ONE], history, [ONE, TWO]) == ()


def test_a_change_names_its_fields_and_follows_the_last_revision() -> None:
    first = revise([ONE], (), ())
    later = replace(ONE, title="Shelling of a market", grade="contested")
    second = revise([later], first, [ONE])
    assert [(r.number, r.changes) for r in second] == [(2, ("title", "grade"))]
    assert list(revision_faults([*first, *second])) == []
    assert list(revision_faults([*second])) != []
    assert list(revision_faults([replace(first[0], digest="x"), *second])) != []


def test_an_incident_that_is_gone_is_revised_once() -> None:
    first = revise([ONE, TWO], (), ())
    second = revise([ONE], first, [ONE, TWO])
    assert [(r.incident, r.digest) for r in second] == [("inc_2", GONE)]
    assert revise([ONE], [*first, *second], [ONE]) == ()
    third = revise([ONE, TWO], [*first, *second], [ONE])
    assert [(r.incident, r.number) for r in third] == [("inc_2", 3)]
