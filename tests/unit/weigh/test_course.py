"""How the account of an incident changed: what each figure did, and what stood after each day."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand import api
from firsthand.model.claim import Claim
from firsthand.model.course import Course, FigureTold, History
from firsthand.model.folded import ReportEntry, StatedClaim
from firsthand.model.incident import Best, Discrepancy, Incident, IncidentDate, Reading, Readings, Way
from firsthand.model.span import Span
from firsthand.model.value import Count, Denial
from firsthand.model.voice import Voice
from firsthand.model.when import TimeSpan
from firsthand.weigh.course import history
from tests import factories
from tests.unit.weigh.test_linear import steps

Told = tuple[str, str, Count]
"""Day of the report ("" for none), who says so, and the count."""


def exact(number: int) -> Count:
    return Count(number=number, low=number, high=number, wording=str(number))


def at_least(number: int) -> Count:
    return Count(number=number, bound="at_least", low=number, wording=f"at least {number}")


def between(low: int, high: int) -> Count:
    return Count(bound="between", low=low, high=high, wording=f"{low} to {high}")


ROOT = Path(__file__).resolve().parents[3]
DOZENS = Count(bound="vague", low=24, wording="dozens")
SEVERAL = Count(bound="vague", wording="several")


def day(words: str) -> TimeSpan:
    if not words:
        return TimeSpan()
    first, _, last = words.partition("/")
    return TimeSpan(
        edtf=words, earliest=date.fromisoformat(first), latest=date.fromisoformat(last or first), basis="stated"
    )


def claim(number: int, told: Told, field: str = "killed", value: object = None) -> StatedClaim:
    quote = told[2].wording
    made = Claim(
        report=f"rpt_{number}", mention="mnt_0", field=field, value=value or told[2],  # type: ignore[arg-type]
        span=Span(start=number, end=number + len(quote), quote=quote), by="tests.made",
        voice=Voice(speaker=told[1], chain=(told[1],), stance="denies" if value else "asserts"),
    )  # fmt: skip
    return StatedClaim(id=f"clm_{number:02}", claim=made)


def course(*told: Told, aside: tuple[int, ...] = (), recalled: tuple[int, ...] = ()) -> Course:
    """The history of an incident in which each report gives one figure."""
    claims = {f"clm_{i:02}": claim(i, one) for i, one in enumerate(told)}
    reports = {
        f"rpt_{i}": ReportEntry(id=f"rpt_{i}", name=f"{i}.txt", names=(f"{i}.txt",), published=day(one[0]))
        for i, one in enumerate(told)
    }
    grouped: dict[Count, list[int]] = {}
    for i, one in enumerate(told):
        grouped.setdefault(one[2], []).append(i)
    readings = tuple(
        Reading(
            count=count, voices=tuple(sorted({told[i][1] for i in ids})), origins=tuple(sorted({told[i][1] for i in ids})),
            reports=tuple(f"rpt_{i}" for i in ids), first_said=min((told[i][0][:10] for i in ids if told[i][0]), default=None),
            claims=tuple(f"clm_{i:02}" for i in ids),
            ways=tuple(Way(report=f"rpt_{i}", chain=(told[i][1],), how="named", claims=(f"clm_{i:02}",)) for i in ids),
            aside=tuple(f"clm_{i:02}" for i in ids if i in (*aside, *recalled)),
            recalled=tuple(f"clm_{i:02}" for i in ids if i in recalled),
        )
        for count, ids in grouped.items()
    )  # fmt: skip
    incident = Incident(
        id="inc_0", title="", kind="shelling", status="occurred", role="main", date=IncidentDate(),
        counts=(Readings(field="killed", readings=readings),), best=(Best(field="killed", low=0, best=1, high=2),),
    )  # fmt: skip
    return history(incident, claims, reports).courses[0]


def did(found: Course) -> list[str]:
    return [row.did for row in found.told]


def stood(found: Course) -> list[tuple[int | None, int | None, int | None] | None]:
    return [(s.best.low, s.best.best, s.best.high) if s.best else None for s in found.stood]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (exact(4), exact(9), "higher"),
        (exact(9), exact(4), "lower"),
        (exact(9), exact(9), "same"),
        (exact(9), exact(0), "lower"),
        (DOZENS, exact(75), "more exact"),
        (DOZENS, exact(9), "lower"),
        (exact(75), DOZENS, "less exact"),
        (exact(9), DOZENS, "higher"),
        (SEVERAL, exact(5), "first"),
        (exact(5), SEVERAL, "less exact"),
        (at_least(30), exact(30), "more exact"),
        (exact(30), at_least(30), "less exact"),
        (at_least(30), exact(35), "higher"),
        (exact(35), at_least(30), "less exact"),
        (exact(35), at_least(40), "higher"),
        (between(25, 30), exact(28), "more exact"),
        (exact(28), between(25, 30), "less exact"),
        (between(25, 30), exact(40), "higher"),
        (exact(9), Count(number=20, bound="up_to", high=20, wording="up to 20"), "less exact"),
        (exact(30), Count(number=20, bound="up_to", high=20, wording="up to 20"), "lower"),
    ],
)
def test_what_a_later_figure_did(before: Count, after: Count, change: str) -> None:
    assert did(course(("2024-03-05", "Hill Monitor", before), ("2024-03-06", "Plain Wire", after))) == ["first", change]


def test_who_replaces_their_own_figure_says_so_and_others_do_not() -> None:
    found = course(("2024-03-05", "A", exact(9)), ("2024-03-06", "B", exact(12)), ("2024-03-07", "A", exact(5)))
    assert [row.replaces for row in found.told] == [None, None, "9"]
    assert stood(found) == [(9, 9, 9), (9, 12, 12), (5, 5, 12)]


def test_several_figures_of_one_day_all_replace_the_one_before() -> None:
    found = course(("2024-03-05", "A", exact(9)), ("2024-03-06", "A", exact(12)), ("2024-03-06", "A", exact(14)))
    assert [row.replaces for row in found.told] == [None, "9", "9"]


def test_figures_of_one_day_are_weighed_together_and_none_is_before_another() -> None:
    found = course(("2024-03-05", "A", exact(9)), ("2024-03-05", "B", exact(12)), ("2024-03-05", "C", exact(12)))
    assert did(found) == ["first", "first", "same"]
    assert stood(found) == [(9, 12, 12)]


def test_what_is_of_unknown_day_stands_apart_and_changes_no_day() -> None:
    wide = ("2024-03-01/2024-03-20", "C", exact(50))
    found = course(("2024-03-05", "A", exact(9)), ("", "B", exact(100)), wide)
    assert [row.quote for row in found.undated] == ["100", "50"]
    assert stood(found) == [(9, 9, 9)]


def test_a_report_of_two_or_three_days_counts_from_the_last() -> None:
    found = course(("2024-03-05/2024-03-06", "A", exact(9)))
    assert [row.day for row in found.told] == [date(2024, 3, 6)]


def test_attackers_parts_and_what_is_recalled_move_nothing() -> None:
    theirs = Count(number=40, low=40, high=40, wording="40 raiders", side="attacker")
    part = Count(number=3, low=3, high=3, wording="three of them", part_of="clm_00")
    found = course(
        ("2024-03-05", "A", exact(9)), ("2024-03-06", "B", theirs), ("2024-03-06", "A", part), ("2024-03-07", "C", exact(60)),
        recalled=(3,),
    )  # fmt: skip
    assert sorted(did(found)) == ["attackers", "first", "part", "recalled"]
    assert stood(found)[0] == (9, 9, 9)
    assert [b for b in stood(found) if b and b[2] is not None and b[2] > 9] == []


def test_where_only_attackers_were_lost_they_are_the_account() -> None:
    theirs = [Count(number=n, low=n, high=n, wording=str(n), side="attacker") for n in (4, 6)]
    assert did(course(("2024-03-05", "A", theirs[0]), ("2024-03-06", "B", theirs[1]))) == ["first", "higher"]


def test_a_denial_stands_on_the_day_of_the_report_that_has_it() -> None:
    claims = {"clm_00": claim(0, ("", "A", exact(9)), value=Denial(of="toll")), "clm_01": claim(1, ("", "B", exact(9)))}
    reports = {
        f"rpt_{i}": ReportEntry(id=f"rpt_{i}", name=f"{i}.txt", names=(), published=day(f"2024-03-0{i + 5}"))
        for i in (0, 1)
    }
    told = [
        Discrepancy(field="killed", kind="denial", claims=("clm_00", "clm_01"), why="A denies the toll"),
        Discrepancy(field="killed", kind="denial", claims=("clm_01",), why="C calls it exaggerated"),
        Discrepancy(field="killed", kind="conflict", claims=("clm_01",), why="no denial"),
    ]
    incident = Incident(
        id="inc_0",
        title="",
        kind="shelling",
        status="occurred",
        role="main",
        date=IncidentDate(),
        discrepancies=tuple(told),
    )
    found = history(incident, claims, reports).denied
    assert [(one.day, one.report, one.why) for one in found] == [
        (date(2024, 3, 5), "rpt_0", "A denies the toll"), (None, None, "C calls it exaggerated"),
    ]  # fmt: skip


def histories(record: Path) -> Iterator[tuple[Incident, History]]:
    with api.open_record(record) as view:
        for incident in view.incidents(background=True):
            yield incident, view.history(incident.id)


def rows(found: Course) -> list[FigureTold]:
    return [*found.told, *found.undated]


def test_every_reading_of_the_samples_is_told_and_the_last_day_is_the_record(tmp_path: Path) -> None:
    api.build([ROOT / "samples/reports"], tmp_path / "r.db", read_on=date(2026, 3, 1))
    seen = 0
    for incident, found in histories(tmp_path / "r.db"):
        assert [c.field for c in found.courses] == [c.field for c in incident.counts]
        for one, told in zip(found.courses, incident.counts, strict=True):
            assert {c for row in rows(one) for c in row.claims} == {c for r in told.readings for c in r.claims}
            assert [s.day for s in one.stood] == sorted({row.day for row in one.told if row.day})
            if not one.undated:
                assert one.stood[-1].best == one.now
                seen += 1
    assert seen


DAYS = ("2024-03-05", "2024-03-06", "2024-03-08")
TOLD = st.lists(
    st.tuples(st.sampled_from(DAYS), st.integers(0, 9), st.sampled_from([None, "Hill Monitor", "Plain Wire"])),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=TOLD)
def test_after_the_last_day_stands_what_the_record_says(told: list[tuple[str, int, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for i, (head, killed, voice) in enumerate(told):
            said = factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", killed, voice)
            (Path(name) / f"{i}.txt").write_text(f"{head} {said}\n")
        record = Path(name) / "r.db"
        api.build([Path(name)], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
        for _, found in histories(record):
            for one in found.courses:
                assert one.stood[-1].best == one.now


def test_people_told_in_one_breath_are_added_up_and_none_of_them_is_a_figure(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, text in {
        "a/1.txt": "2024-03-05\nEight soldiers and a driver were killed by a bomb near Kutum on Monday, the army said.\n",
        "a/2.txt": "2024-03-07\nThe army said eleven people were killed by the bomb near Kutum on Monday.\n",
    }.items():
        (tmp_path / name).write_text(text)
    api.build([tmp_path / "a"], tmp_path / "r.db", read_on=factories.READ_ON)
    ((_, found),) = histories(tmp_path / "r.db")
    told = {row.quote: (row.did, row.replaces) for row in found.courses[0].told}
    whole = "Eight soldiers + a driver"
    assert told == {
        whole: ("first", None), "Eight soldiers": ("part", None), "a driver": ("part", None), "eleven people": ("higher", whole),
    }  # fmt: skip
    assert stood(found.courses[0]) == [(9, 9, 9), (11, 11, 11)]


def test_the_cost_grows_with_the_figures_and_no_faster() -> None:
    def told(number: int) -> list[Told]:
        first = date(2024, 1, 1)
        return [
            ((first + timedelta(days=i // 4)).isoformat(), f"Source {i % 9}", exact(1 + i % 8)) for i in range(number)
        ]

    def run(number: int) -> Callable[[], object]:
        rows = told(number)
        return lambda: course(*rows)

    few, many = steps(run(100)), steps(run(400))
    assert many < 4.5 * few
