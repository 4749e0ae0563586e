"""Readings in the published format."""

from firsthand.model.folded import Folded
from firsthand.model.incident import Incident, IncidentDate, Reading, Readings
from firsthand.model.value import Count
from firsthand.publish.record_json import record_json
from firsthand.resources.kinds import Kinds


def reading(number: int, claim: str, part_of: str | None = None) -> Reading:
    count = Count(number=number, bound="exact", low=number, high=number, wording=str(number), part_of=part_of)
    return Reading(count=count, voices=(), origins=(), reports=(), first_said=None, claims=(claim,))


def test_a_part_stands_in_the_reading_that_counts_it() -> None:
    told = (reading(30, "clm_a"), reading(11, "clm_b", "clm_a"), reading(4, "clm_c", "clm_elsewhere"))
    incident = Incident(
        id="inc_1", title="t", kind="shelling", status="occurred", role="main", date=IncidentDate(),
        counts=(Readings(field="killed", readings=told),),
    )  # fmt: skip
    found = record_json(Folded(model="m", incidents=(incident,)), Kinds.open())["incidents"][0]["killed"]
    assert [(one["number"], [part["number"] for part in one["among"]]) for one in found] == [(30, [11]), (4, [])]
