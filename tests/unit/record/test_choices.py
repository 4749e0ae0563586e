"""A person's choice of a place, applied to what a report says."""

from datetime import UTC, datetime

from msgspec.structs import replace

from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision, standing
from firsthand.model.place import Place, PlaceName
from firsthand.model.span import Span
from firsthand.model.value import Where
from firsthand.model.voice import OUTLET
from firsthand.record.choices import BY, Choices, settled
from firsthand.record.named_places import named_places

SOUTH = Place(name="Amber", lat=10, lon=10, radius_km=5, country="SY", within=("South", "Syria"), geonames_id=1)
NORTH = Place(name="Amber", lat=40, lon=40, radius_km=5, country="IQ", within=("North", "Iraq"), geonames_id=2)
TEXT = "Shells fell on Amber and north of Amber."


def beside(place: Place) -> Place:
    """North of a place."""
    return replace(
        place, name="north of Amber", lat=(place.lat or 0) + 0.2, radius_km=30, within=(place.name, *place.within),
        geonames_id=None, precision="district",
    )  # fmt: skip


def said(report: str = "rpt_1") -> Extraction:
    """Two names that were taken for the south, each with its claim."""
    span, later = Span.cut(TEXT, 15, 20), Span.cut(TEXT, 34, 39)
    area = Span.cut(TEXT, 25, 39)
    names = (
        PlaceName(span=span, area=span, place=SOUTH, others=(NORTH,), weights=(700, 300)),
        PlaceName(span=later, area=area, place=beside(SOUTH), others=(beside(NORTH),), weights=(700, 300)),
    )
    claims = tuple(
        Claim(
            report=report, mention="mnt_1", field="place", span=name.area, voice=OUTLET, by="moments.clause",
            value=Where(text=name.area.quote, place=name.place, others=name.others, weights=name.weights),
        )
        for name in names
    )  # fmt: skip
    trigger = Span.cut(TEXT, 7, 11)
    mention = Mention(
        report=report, event="evt_1", kind="shelling", trigger=trigger, status="occurred", role="main", sentence=0,
        claims=claims,
    )  # fmt: skip
    return Extraction(report=report, mentions=(mention,), places=names)


def decision(place: Place | None, *, minute: int = 0, report: str | None = None) -> Decision:
    at = datetime(2026, 1, 1, 12, minute, tzinfo=UTC)
    return Decision(
        kind="place", name="amber", place=place, report=report, by="A. Reader", why="the map shows it", at=at
    )


def meant(extraction: Extraction) -> list[str | None]:
    """Countries of the places of the claims."""
    values = [claim.value for mention in extraction.mentions for claim in mention.claims]
    return [value.place.country if value.place else None for value in values if isinstance(value, Where)]


def test_choice_moves_the_name_and_what_lies_beside_it() -> None:
    new = Choices([decision(NORTH)]).settle(said())
    assert meant(new) == ["IQ", "IQ"]
    first, second = new.mentions[0].claims
    assert isinstance(first.value, Where)
    assert isinstance(second.value, Where)
    assert second.value.place == beside(NORTH)
    assert (first.value.weights, first.value.others) == ((1000, 0), (SOUTH,))
    assert first.by == f"moments.clause {BY}"
    assert first.id != said().mentions[0].claims[0].id


def test_without_a_decision_nothing_changes() -> None:
    one = said()
    assert settled({"rpt_1": one}, ())["rpt_1"] is one
    assert Choices([replace(decision(NORTH), name="jasper")]).settle(one) is one


def test_later_decision_holds_and_one_on_a_report_goes_before_one_on_all() -> None:
    back = Choices([decision(NORTH), decision(SOUTH, minute=1)])
    assert meant(back.settle(said())) == ["SY", "SY"]
    both = Choices([decision(NORTH, report="rpt_1"), decision(SOUTH, minute=1)])
    assert meant(both.settle(said())) == ["IQ", "IQ"]
    assert meant(both.settle(said("rpt_2"))) == ["SY", "SY"]


def test_undone_decision_is_gone() -> None:
    made = decision(NORTH)
    undo = Decision(kind="undo", answers=made.id, by="A. Reader", why="mistaken", at=made.at)
    assert standing([made, undo]) == ()
    assert meant(Choices([made, undo]).settle(said())) == ["SY", "SY"]


def test_name_that_is_no_place() -> None:
    assert meant(Choices([decision(None)]).settle(said())) == [None, None]


def test_place_that_no_text_thought_of() -> None:
    far = Place(name="Amber", lat=-10, lon=-10, radius_km=5, country="CO", within=("Colombia",))
    new = Choices([decision(far)]).settle(said())
    assert meant(new) == ["CO", "CO"]
    area = new.places[1].place
    assert area is not None
    assert area.radius_km >= 30
    assert area.within[0] == "Amber"


def test_names_of_a_record_with_their_candidates() -> None:
    (one,) = named_places({"rpt_1": said(), "rpt_2": said("rpt_2")}, ())
    assert (one.name, one.reports, one.ambiguous) == ("Amber", ("rpt_1", "rpt_2"), True)
    assert [(option.place, option.weight, option.taken) for option in one.options] == [(SOUTH, 700, 2), (NORTH, 300, 0)]
    (decided,) = named_places({"rpt_1": said()}, [decision(NORTH)])
    assert not decided.ambiguous
    assert decided.options[0].place == NORTH
    assert [made.why for made in decided.decisions] == ["the map shows it"]
