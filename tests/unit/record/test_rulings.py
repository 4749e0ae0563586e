"""People's word on mentions: found again after a better reading, parted within a report, and checked for contradiction."""

from datetime import UTC, datetime
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.model.claim import Mention
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision, Mark
from firsthand.model.span import Span
from firsthand.record.parting import parted
from firsthand.record.rulings import conflict, found_again

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
Kind = Literal["same", "different", "split", "undo"]


def decide(
    kind: Kind, *mentions: str, apart: tuple[str, ...] = (), why: str = "read both", answers: str | None = None
) -> Decision:
    return Decision(kind=kind, mentions=mentions, apart=apart, by="R. Lem", why=why, at=WHEN, answers=answers)


def mention(start: int, event: str = "evt_1", report: str = "rpt_1") -> Mention:
    trigger = Span(start=start, end=start + 6, quote="raided")
    return Mention(
        report=report, event=event, kind="ground raid", trigger=trigger, status="occurred", role="main", sentence=0
    )


def test_a_mention_with_other_bounds_is_found_again() -> None:
    before, after = mention(100), mention(104)
    mark = Mark(mention=before.id, report="rpt_1", start=100, end=106)
    decision = replace(decide("same", before.id, "mnt_other"), marks=(mark,))
    said = {"rpt_1": Extraction(report="rpt_1", mentions=(mention(300), after))}
    (now,) = found_again([decision], said)
    assert now.mentions == (after.id, "mnt_other")


def test_a_mention_that_is_gone_binds_nothing_else() -> None:
    gone = mention(100)
    mark = Mark(mention=gone.id, report="rpt_1", start=100, end=106)
    decision = replace(decide("same", gone.id, "mnt_other"), marks=(mark,))
    said = {"rpt_1": Extraction(report="rpt_1", mentions=(mention(300),))}
    assert found_again([decision], said) == (decision,)


def test_mentions_of_one_event_are_parted() -> None:
    first, second, third = mention(10), mention(50), mention(90)
    said = {"rpt_1": Extraction(report="rpt_1", mentions=(first, second, third))}
    out = parted(said, [decide("different", second.id, apart=(first.id,))])["rpt_1"].mentions
    assert out[0].event == out[2].event == "evt_1"
    assert out[1].event != "evt_1"
    assert [m.id for m in out] == [first.id, second.id, third.id]


def test_a_parting_that_was_taken_back_parts_nothing() -> None:
    first, second = mention(10), mention(50)
    said = {"rpt_1": Extraction(report="rpt_1", mentions=(first, second))}
    apart = decide("different", first.id, second.id)
    assert parted(said, [apart, decide("undo", answers=apart.id)]) == said


def test_direct_contradictions_are_found_both_ways() -> None:
    same, other = decide("same", "a", "b"), decide("different", "a", apart=("b",))
    assert (conflict([same], other) or (None,))[0] == same
    assert (conflict([other], same) or (None,))[0] == other
    assert conflict([same], same) is None
    assert conflict([other], other) is None


def test_contradictions_through_others_are_found() -> None:
    held = [decide("same", "a", "b"), decide("same", "b", "c", why="one road")]
    assert conflict(held, decide("split", "a", apart=("c",))) is not None
    assert conflict(held, decide("split", "a", apart=("d",))) is None
    assert conflict([*held[:1], decide("different", "a", "c")], held[1]) is not None


def test_what_was_taken_back_contradicts_nothing() -> None:
    same = decide("same", "a", "b")
    assert conflict([same, decide("undo", answers=same.id)], decide("different", "a", "b")) is None


@given(
    st.lists(
        st.tuples(st.sampled_from(["same", "different"]), st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8
    )
)
def test_no_log_of_accepted_decisions_contradicts_itself(steps: list[tuple[Kind, str, str]]) -> None:
    log: list[Decision] = []
    for number, (kind, one, other) in enumerate(steps):
        new = decide(kind, one, other, why=str(number))
        if one != other and conflict(log, new) is None:
            log.append(new)
    for k, decision in enumerate(log):
        assert conflict([*log[:k], *log[k + 1 :]], decision) is None
