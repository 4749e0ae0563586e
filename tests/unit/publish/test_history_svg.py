"""The step chart of a figure: everything that is told is in it, words do not overlap, hostile names stay text."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.course import Course, Denied, Did, FigureTold, Stood
from firsthand.model.incident import Best
from firsthand.model.value import Bound, Count, Side
from firsthand.publish.history_scale import days_of, numbers_of, ticks, width
from firsthand.publish.history_svg import history_svg, tells_more

NAMESPACE = "{http://www.w3.org/2000/svg}"


def told(
    day: int | None, source: str, low: int | None, high: int | None, *, did: Did = "first", bound: Bound = "exact"
) -> FigureTold:
    side: Side = "attacker" if did == "attackers" else "unknown"
    return FigureTold(
        report=f"rpt_{source}", day=None if day is None else date(2024, 3, 5) + timedelta(days=day),
        count=Count(number=low, bound=bound, low=low, high=high, wording="w", side=side), quote=f"{low} people", speaker=source,
        stance="asserts", origins=(source,), through=(), claims=(), did=did,
    )  # fmt: skip


def course(rows: Sequence[FigureTold], *stood: tuple[int, int, int, int]) -> Course:
    return Course(
        field="killed", told=tuple(row for row in rows if row.day), undated=tuple(row for row in rows if not row.day), now=None,
        stood=tuple(
            Stood(day=date(2024, 3, 5) + timedelta(days=day), best=Best(field="killed", low=low, best=best, high=high))
            for day, low, best, high in stood
        ),
    )  # fmt: skip


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own picture


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in parsed(svg).iter(f"{NAMESPACE}text")]


def marks(svg: str) -> list[str]:
    """What is said when one points at a mark."""
    return ["".join(node.itertext()) for node in parsed(svg).iter(f"{NAMESPACE}title")][1:]


def test_each_figure_has_its_mark_and_each_origin_its_line_and_name() -> None:
    svg = history_svg(
        course([told(0, "Clinic", 4, 4), told(2, "Clinic", 9, 9), told(3, "Wire", 7, 7)], (0, 4, 4, 4)), "T", {}
    )
    assert [one.partition("(")[0] for one in marks(svg)] == [
        "2024-03-05: “4 people” ", "2024-03-07: “9 people” ", "2024-03-08: “7 people” ",
    ]  # fmt: skip
    assert svg.count('class="step') == 2
    assert {"Clinic", "Wire", "4", "9", "7", "best after each day"} <= set(texts(svg))
    assert "low to high" not in texts(svg)


def test_a_fall_goes_down_and_the_best_line_follows_the_account() -> None:
    svg = history_svg(course([told(0, "A", 12, 12), told(4, "A", 5, 5)], (0, 12, 12, 12), (4, 5, 5, 5)), "T", {})
    line = re.search(r'class="stood" d="M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)H', svg)
    assert line is not None
    assert float(line[1]) < float(line[2])


def test_bounds_are_hollow_with_an_arrow_and_intervals_are_bands() -> None:
    rows = [
        told(0, "A", 30, None, bound="at_least"),
        told(1, "B", None, 20, bound="up_to"),
        told(2, "C", 25, 40, bound="between"),
    ]
    svg = history_svg(course(rows), "T", {})
    assert {"30+", "≤20", "25–40"} <= set(texts(svg))
    assert svg.count(" hollow") >= 3
    assert svg.count('class="band') == 1
    assert len(re.findall(r"v-?15m", svg)) == 2


def test_attackers_losses_stand_apart_and_do_not_stretch_the_axis() -> None:
    svg = history_svg(course([told(0, "A", 4, 4), told(0, "B", 900, 900, did="attackers")]), "T", {})
    assert "The attackers’ own losses" in texts(svg)
    assert "1,000" in texts(svg)
    assert [t for t in texts(svg) if t in ("4", "2", "0")]
    assert "attackers" not in "".join(texts(history_svg(course([told(0, "A", 4, 4)]), "T", {})))


def test_parts_and_recalled_figures_are_not_drawn() -> None:
    svg = history_svg(
        course([told(0, "A", 4, 4), told(1, "A", 1, 1, did="part"), told(1, "B", 60, 60, did="recalled")]), "T", {}
    )
    assert len(marks(svg)) == 1


def test_what_is_of_unknown_day_stands_in_a_strip_of_its_own() -> None:
    svg = history_svg(course([told(0, "A", 4, 4), told(None, "B", 9, 9)]), "T", {})
    assert "day unknown" in texts(svg)
    assert marks(svg)[1].startswith("day unknown: “9 people”")
    assert "day unknown" not in texts(history_svg(course([told(0, "A", 4, 4)]), "T", {}))
    assert marks(history_svg(course([told(None, "B", 9, 9)]), "T", {}))


def test_one_source_that_says_it_twice_in_a_report_has_one_mark() -> None:
    twice = [told(0, "A", 4, 4), told(0, "A", 4, 4)]
    assert len(marks(history_svg(course(twice), "T", {}))) == 1


def test_no_number_stands_in_the_lane_of_the_denials() -> None:
    denied = [Denied(field="killed", why="M denies the toll", day=date(2024, 3, 5), speaker="Ministry")]
    rows = course([told(0, "A", None, 20, bound="up_to"), told(1, "B", 20, 20)], (0, 0, 20, 20))
    lane = [
        node
        for node in parsed(history_svg(rows, "T", {}, denied)).iter(f"{NAMESPACE}text")
        if node.get("class") == "soft"
    ]
    above = [float(node.get("y", 0)) for node in lane if (node.text or "").startswith("denied")]
    numbers = [
        node
        for node in parsed(history_svg(rows, "T", {}, denied)).iter(f"{NAMESPACE}text")
        if node.text in ("20", "≤20")
    ]
    assert above
    assert all(float(node.get("y", 0)) > above[0] + 4 for node in numbers)


def test_denials_are_marked_on_their_day_or_counted() -> None:
    denied = [
        Denied(field="killed", why="M denies the toll", day=date(2024, 3, 6), speaker="Ministry"),
        Denied(field="denial", why="F denies that it happened"),
        Denied(field="wounded", why="of another count", day=date(2024, 3, 6)),
    ]
    svg = history_svg(course([told(0, "A", 4, 4)]), "T", {}, denied)
    assert "denied: Ministry" in texts(svg)
    assert "1 denied on a day unknown" in texts(svg)
    assert "2024-03-06: M denies the toll" in marks(svg)
    assert "another count" not in svg


def test_hostile_names_stay_text() -> None:
    svg = history_svg(
        course([told(0, "</text><script>x()</script>", 4, 4), told(1, "\u202eA\x00&\"'", 5, 5)]), "<b>", {}
    )
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "</text><script>x()</script>" in texts(svg)


def test_inline_it_brings_no_style_and_names_of_its_own() -> None:
    rows = course([told(0, "A", 4, 4), told(1, "A", 5, 5)])
    svg = history_svg(rows, "T", {}, inline="h7")
    assert "style" not in svg
    assert 'aria-labelledby="h7-t h7-d"' in svg
    assert 'id="h7-t"' in svg
    assert "<style>" in history_svg(rows, "T", {})


def test_the_same_told_aloud() -> None:
    svg = history_svg(
        course([told(0, "A", 4, 4), told(1, "B", 30, None, bound="at_least")], (0, 4, 4, 4), (1, 4, 30, 30)), "T", {}
    )
    said = parsed(svg).find(f"{NAMESPACE}desc")
    assert said is not None
    assert said.text == "2024-03-05: 4 (A). 2024-03-06: 30+ (B). After the last day low 4, best 30, high 30."


def test_one_point_is_no_history() -> None:
    assert not tells_more(course([told(0, "A", 4, 4), told(0, "B", 4, 4)]))
    assert tells_more(course([told(0, "A", 4, 4), told(0, "B", 5, 5)]))
    assert tells_more(course([told(0, "A", 4, 4), told(1, "B", 4, 4)]))


@pytest.mark.parametrize(
    ("numbers", "floor", "most", "lines"),
    [([4], 0, 4, 5), ([0], 0, 1, 2), ([10_000, 4], 0, 10_000, 3), ([4980, 5100], 4950, 5100, 4), ([20, 30], 0, 30, 4)],
)  # fmt: skip
def test_axes_have_few_round_lines_and_begin_at_zero_unless_all_is_far_above(
    numbers: list[int], floor: int, most: int, lines: int
) -> None:
    scale = numbers_of(numbers, 0, 100)
    assert (scale.floor, scale.most, len(scale.marks)) == (floor, most, lines)
    assert scale.y(scale.floor) == 100
    assert scale.y(scale.most) == 0


def test_a_bent_axis_says_so() -> None:
    rows = course([told(0, "A", 4980, 4980), told(1, "A", 5100, 5100)])
    assert "from 4,950, not from 0" in texts(history_svg(rows, "T", {}))


DAY = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))


@settings(max_examples=200, deadline=None)
@given(days=st.lists(DAY, min_size=1, max_size=12))
def test_named_days_are_in_their_place_and_apart(days: list[date]) -> None:
    scale = days_of(days, 58, 740)
    found = ticks(scale, days)
    assert found
    assert all(58 <= scale.x(tick.day) <= 740 and scale.first <= tick.day <= scale.last for tick in found)
    assert all(a.right < b.left for a, b in pairwise(found))
    assert str(found[0].day.year) in found[0].name


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.builds(
            told, st.one_of(st.none(), st.integers(0, 40)), st.sampled_from(["A", "Bb", "Ministry"]), st.integers(0, 300),
            st.none(), did=st.sampled_from(["first", "attackers", "part"]), bound=st.sampled_from(["exact", "at_least"]),
        ),
        max_size=20,
    )
)  # fmt: skip
def test_numbers_do_not_overlap(rows: list[FigureTold]) -> None:
    svg = history_svg(course(sorted(rows, key=lambda row: str(row.day))), "T", {})
    boxes = []
    for node in parsed(svg).iter(f"{NAMESPACE}text"):
        if (node.get("class") or "").startswith("n "):
            wide, x, y = width(node.text or ""), float(node.get("x", 0)), float(node.get("y", 0))
            left = x - (wide / 2 if "mid" in node.get("class", "") else wide if "end" in node.get("class", "") else 0)
            boxes.append((left, y - 10, left + wide, y))
    assert not [1 for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
