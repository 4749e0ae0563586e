"""The parts of the page: honest marks on the map, bars of the timeline, counts in words."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.model.incident import Incident, IncidentDate, IncidentPlace
from firsthand.model.place import Place
from firsthand.model.value import Count
from firsthand.model.when import TimeSpan
from firsthand.publish.page_map import latitude, map_svg, mercator
from firsthand.publish.page_spots import mapped, spots
from firsthand.publish.page_time import dated, timeline_svg
from firsthand.publish.page_toll import number
from firsthand.resources.land import Land, clipped, whole

KUTUM = Place(name="Kutum", lat=14.2, lon=24.67, radius_km=5, admin1="North Darfur", country="SD")
DARFUR = Place(name="North Darfur", lat=15.5, lon=25.0, radius_km=250, precision="province", country="SD")
NOWHERE = Place(name="the eastern front", precision="region")


@pytest.fixture(scope="module")
def land() -> Land:
    return Land.open()


def incident(id_: str, *places: Place, day: str | None = None) -> Incident:
    on = date.fromisoformat(day) if day else None
    return Incident(
        id=f"inc_{id_}", title=f"Attack {id_}", kind="attack", status="occurred", role="main",
        date=IncidentDate(span=TimeSpan(earliest=on, latest=on, basis="stated" if on else "unknown")),
        places=tuple(IncidentPlace(place=place, as_written=(place.name,), claims=()) for place in places),
    )  # fmt: skip


def svg(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314 - our own picture


def test_only_an_exact_place_has_a_dot(land: Land) -> None:
    exact, wide = map_svg(spots([incident("a", KUTUM)]), land), map_svg(spots([incident("a", DARFUR)]), land)
    assert ('class="dot"' in exact, 'class="area"' in exact) == (True, True)
    assert ('class="dot"' in wide, 'class="area"' in wide) == (False, True)


def test_what_has_no_point_is_not_on_the_map(land: Land) -> None:
    assert mapped(incident("a", NOWHERE)) is None
    shown = mapped(incident("a", NOWHERE, DARFUR))
    assert shown is not None
    assert shown.place == DARFUR
    assert map_svg(spots([incident("a", NOWHERE)]), land) == ""


def test_a_country_alone_has_no_mark_and_is_named_beside_the_map(land: Land) -> None:
    sudan = Place(name="Sudan", lat=15.6, lon=32.5, radius_km=900, precision="country", country="SD")
    found = spots([incident("a", sudan), incident("b", KUTUM), incident("c", sudan), incident("d", sudan, KUTUM)])
    assert [(one.name, one.mapped, len(one.incidents)) for one in found] == [("Kutum", True, 2), ("Sudan", False, 2)]
    assert map_svg(found, land).count('class="area"') == 1
    assert found[1].about == "SD; only the country is told"


def test_incidents_of_one_point_share_a_mark_that_counts_them(land: Land) -> None:
    picture = map_svg(spots([incident("a", KUTUM), incident("b", KUTUM), incident("c", DARFUR)]), land)
    assert picture.count('class="mark') == 2
    assert ">Kutum (2)<" in picture


def test_an_inferred_place_is_marked_as_such(land: Land) -> None:
    told = incident("a", KUTUM)
    guessed = replace(told, places=(replace(told.places[0], basis="inferred", why=("the news plays there",)),))
    assert 'class="mark inferred"' in map_svg(spots([guessed]), land)
    assert 'class="mark inferred"' not in map_svg(spots([guessed, told]), land)


def test_a_coast_is_finer_near_an_incident(land: Land) -> None:
    near, far = Place(name="a", lat=40.6, lon=24.0, radius_km=5), Place(name="b", lat=-30.0, lon=20.0, radius_km=5)
    both = map_svg(spots([incident("a", near), incident("b", far)]), land)
    one = map_svg(spots([incident("a", replace(near, lat=25.0)), incident("b", far)]), land)
    assert both.count(" ") > one.count(" ")


def test_the_area_is_as_wide_as_the_radius_says(land: Land) -> None:
    picture = map_svg(spots([incident("a", replace(KUTUM, radius_km=25)), incident("b", DARFUR)]), land)
    radii = sorted(float(r) for r in re.findall(r'class="area"[^>]* r="([0-9.]+)"', picture))
    assert radii[1] / radii[0] == pytest.approx(10, rel=0.05)
    assert svg(picture).get("id") == "map"


def test_hostile_names_stay_text_in_the_map(land: Land) -> None:
    place = replace(KUTUM, name='<script>"x"</script>')
    picture = map_svg(spots([replace(incident("a", place), title='"><script>')]), land)
    assert "<script" not in picture
    assert svg(picture) is not None


@given(st.floats(-80, 80))
def test_mercator_and_back(degrees: float) -> None:
    assert latitude(mercator(degrees)) == pytest.approx(degrees, abs=1e-6)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=3, max_size=12))
def test_a_clipped_ring_stays_in_its_box(points: list[tuple[float, float]]) -> None:
    assert all(-10.001 <= x <= 20.001 and -5.001 <= y <= 15.001 for x, y in clipped(points, (-10, -5, 20, 15)))


def test_a_ring_across_the_180th_meridian_goes_on_beyond_it() -> None:
    assert whole([(178, 1), (-179, 1), (-179, 2), (178, 2)]) == [(178, 1), (181, 1), (181, 2), (178, 2)]


@pytest.mark.parametrize(
    ("days", "bars"),
    [
        (["2025-03-01", "2025-03-01", "2025-03-09"], ["2025-03-01", "2025-03-09"]),
        (["2025-01-31", "2025-06-02"], ["2025-01", "2025-06"]),
        (["1999-05-05", "2025-06-02", "2025-12-31"], ["1999", "2025"]),
    ],
)
def test_bars_are_days_months_or_years(days: list[str], bars: list[str]) -> None:
    picture = timeline_svg([incident(str(k), day=day) for k, day in enumerate(days)])
    named = re.findall(r'aria-label="([0-9-]+): (\d+) incidents?"', picture)
    assert [name for name, number in named if number != "0"] == bars
    assert len(named) == len({name for name, _ in named})
    assert sum(int(n) for _, n in named) == len(days)
    assert svg(picture) is not None


def test_a_month_ends_on_its_last_day() -> None:
    picture = timeline_svg([incident("a", day="2024-02-03"), incident("b", day="2024-12-05")])
    ends = re.findall(r'data-from="([0-9-]+)" data-to="([0-9-]+)"', picture)
    assert (ends[0], ends[-1]) == (("2024-02-01", "2024-02-29"), ("2024-12-01", "2024-12-31"))
    assert len(ends) == 11  # the empty months between them have a place too, so that days can be brushed over


def test_what_may_lie_in_a_bar_is_told_apart_from_what_does() -> None:
    rough = replace(
        incident("b"),
        date=IncidentDate(span=TimeSpan(earliest=date(2024, 2, 3), latest=date(2024, 3, 20), basis="inferred")),
    )
    picture = timeline_svg([incident("a", day="2024-02-03"), rough, incident("c", day="2024-12-05")])
    assert "2024-02: 1 incident, 1 more may lie there" in picture
    assert "2024-03: 0 incidents, 1 more may lie there" in picture
    assert "2024-04: 0 incidents&" not in picture
    assert '"2024-04: 0 incidents"' in picture


def test_a_day_known_from_one_side_only_is_not_drawn() -> None:
    half = replace(incident("b"), date=IncidentDate(span=TimeSpan(latest=date(2024, 3, 20), basis="inferred")))
    assert dated(half) is None
    assert timeline_svg([half]) == ""


def test_a_rough_day_does_not_stretch_the_timeline() -> None:
    rough = replace(
        incident("b"),
        date=IncidentDate(span=TimeSpan(earliest=date(1990, 1, 1), latest=date(2025, 1, 1), basis="inferred")),
    )
    picture = timeline_svg([incident("a", day="2024-02-03"), incident("c", day="2024-02-05"), rough])
    assert re.findall(r'aria-label="([0-9-]+):', picture) == ["2024-02-03", "2024-02-04", "2024-02-05"]


def test_nothing_dated_has_no_timeline() -> None:
    assert timeline_svg([incident("a")]) == ""


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(number=54, bound="exact", low=54, high=54, wording="54"), "54"),
        (Count(number=30, bound="at_least", low=30, wording="at least 30"), "at least 30"),
        (Count(number=None, bound="between", low=25, high=30, wording="between 25 and 30"), "25 to 30"),
        (Count(number=None, bound="vague", low=24, wording="dozens"), "“dozens”"),
    ],
)
def test_a_count_is_written_as_people_write_it(count: Count, words: str) -> None:
    assert number(count) == words
