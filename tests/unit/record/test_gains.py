"""What one state of a record has over another: by incident, and by field of claims."""

from msgspec.structs import replace

from firsthand.model.claim import Claim
from firsthand.model.folded import Folded, StatedClaim
from firsthand.model.incident import Best, Incident, IncidentDate, Telling
from firsthand.model.span import Span
from firsthand.model.value import Count
from firsthand.model.voice import OUTLET
from firsthand.record.gains import gains


def incident(name: str, *mentions: str, kind: str = "attack", killed: int | None = None) -> Incident:
    best = (Best(field="killed", low=killed, best=killed, high=killed),) if killed is not None else ()
    tellings = tuple(Telling(report=f"r{m}", event=f"e{m}", mentions=(m,), role="main") for m in mentions)
    return Incident(
        id=f"inc_{name}", title=f"Title {name}", kind=kind, status="occurred", role="main", date=IncidentDate(),
        tellings=tellings, best=best,
    )  # fmt: skip


def claim(mention: str, start: int, number: int = 1) -> StatedClaim:
    count = Count(number=number, bound="exact", low=number, high=number, wording=str(number))
    made = Claim(
        report="r", mention=mention, field="killed", value=count, by="counts.numeral", voice=OUTLET,
        span=Span(start=start, end=start + 1, quote="1"),
    )  # fmt: skip
    return StatedClaim(id=made.id, claim=made)


def state(*incidents: Incident, claims: tuple[StatedClaim, ...] = ()) -> Folded:
    return Folded(model="m", incidents=incidents, claims=claims)


def test_nothing_changes_between_two_states_that_are_alike() -> None:
    found = gains(state(incident("a", "1")), state(incident("a", "1")))
    assert (found.incidents, found.unchanged, found.claims) == ((), 1, ())


def test_each_sort_of_change_is_told_with_who_it_is_about() -> None:
    before = state(incident("gone", "1"), incident("m1", "2"), incident("m2", "3"), incident("s", "4", "5"),
                   incident("x", "7", "8"), incident("y", "9"))  # fmt: skip
    after = state(incident("new", "6"), incident("m1", "2", "3"), incident("s", "4"), incident("t", "5"),
                  incident("x", "7"), incident("y", "8", "9"))  # fmt: skip
    told = {one.what: ([a.id for a in one.before], [b.id for b in one.after]) for one in gains(before, after).incidents}
    assert told == {
        "new": ([], ["inc_new"]),
        "gone": (["inc_gone"], []),
        "merged": (["inc_m1", "inc_m2"], ["inc_m1"]),
        "split": (["inc_s"], ["inc_s", "inc_t"]),
        "moved": (["inc_x", "inc_y"], ["inc_x", "inc_y"]),
    }


def test_a_changed_incident_says_which_fields_before_and_after() -> None:
    before, after = incident("a", "1", killed=4), incident("a", "1", kind="shelling")
    (changed,) = gains(state(before), state(after)).incidents
    fields = {one.field: (one.before, one.after) for one in changed.fields}
    assert fields == {"kind": ("attack", "shelling"), "killed": ("4", "")}


def test_a_telling_of_other_words_is_known_by_its_claims() -> None:
    """A trigger of two words for one of one word: another mention, the same incident."""
    old, new = incident("a", "1"), incident("b", "2", kind="shelling")
    known = gains(state(old, claims=(claim("1", 7),)), state(new, claims=(claim("2", 7),)))
    assert [one.what for one in known.incidents] == ["changed"]
    apart = gains(state(old, claims=(claim("1", 7),)), state(new, claims=(claim("2", 9),)))
    assert [one.what for one in apart.incidents] == ["new", "gone"]


def test_claims_are_counted_by_field() -> None:
    one = incident("a", "1")
    found = gains(state(one, claims=(claim("1", 7),)), state(one, claims=(claim("1", 7, 2), claim("1", 9))))
    (killed,) = found.claims
    assert (killed.field, killed.new, killed.gone) == ("killed", 2, 1)
    assert (found.claims_before, found.claims_after) == (1, 2)
    assert replace(found, claims=()).incidents == ()
