"""A page of a thousand incidents: how large it is, how soon it is there, and how fast it filters."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Best, Incident, IncidentDate, IncidentPlace, Origin, Participant, Telling
from firsthand.model.place import Place
from firsthand.model.when import TimeSpan
from firsthand.publish.page import page_html
from firsthand.resources.land import Land
from tests.browser.opened import other

MANY = 1000
KINDS = ("air strike", "ambush", "shelling", "killing")
WITHIN = 100
"""Milliseconds of work from a letter typed to all views drawn and laid out, the best of five."""


def incident(number: int) -> Incident:
    day = date(2022, 1, 1) + timedelta(days=number % 900)
    place = Place(
        name=f"Town {number % 250}", lat=10 + number % 25, lon=15 + number % 40, radius_km=5 + number % 60,
        precision="settlement" if number % 3 else "region", country="SD",
    )  # fmt: skip
    killed = number % 70
    return Incident(
        id=f"inc_{number:016x}", title=f"{KINDS[number % 4].capitalize()}, {place.name}, {day}", kind=KINDS[number % 4],
        status="occurred", role="main", date=IncidentDate(span=TimeSpan(edtf=str(day), earliest=day, latest=day, basis="stated")),
        places=(IncidentPlace(place=place, as_written=(place.name,), claims=()),),
        actors=(Participant(name=f"Group {number % 30}", type="group", country=None, claims=(), voices=()),),
        best=(Best(field="killed", low=killed, best=killed + 1, high=killed + 9),),
        tellings=(Telling(report=f"rpt_{number}", event="e", mentions=(), role="main"),),
        formerly=(f"inc_f{number:015x}",),
        origins=(Origin(name="Hill Monitor", reports=(f"rpt_{number}",), why="named"),), grade="single source",
    )  # fmt: skip


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = tuple(ReportEntry(id=f"rpt_{k}", name=f"{k}.txt", names=(f"{k}.txt",)) for k in range(MANY))
    folded = Folded(model="m", incidents=tuple(map(incident, range(MANY))), reports=reports)
    path = tmp_path_factory.mktemp("many") / "many.html"
    texts = {f"rpt_{k}": "A short report." for k in range(MANY)}
    path.write_text(page_html(folded, texts, {}, Land.open(), title="many"))
    return path


@pytest.fixture
def shown(browser: Browser, many: Path) -> Iterator[Page]:
    opened = other(browser, many)
    yield opened.page
    opened.page.context.close()


def test_what_a_thousand_incidents_weigh(many: Path) -> None:
    assert many.stat().st_size < 4_500_000


def test_it_is_soon_there(shown: Page) -> None:
    painted = shown.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert painted < 2000
    assert shown.locator("#count").text_content() == f"All {MANY} shown"


PARTS = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")


class Clock:
    """Milliseconds of processor time that the page itself spends, so that what else the machine does is not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now(self) -> float:
        found = {one["name"]: one["value"] for one in self.session.send("Performance.getMetrics")["metrics"]}
        return 1000 * sum(float(found[part]) for part in PARTS)

    def spent(self, script: str, *given: str) -> float:
        """What a script and the layout after it take."""
        before = self.now()
        self.page.evaluate(script, *given)
        return self.now() - before


TYPE = """(words) => {
  const field = document.querySelector('[name=words]');
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.offsetHeight;
}"""
SORT = "() => { document.querySelector('#list th[data-sort=killed] button').click(); document.body.offsetHeight; }"


@pytest.mark.parametrize("words", ["town 17", "ambush", "group"])
def test_it_filters_at_once(shown: Page, words: str) -> None:
    clock = Clock(shown)
    took = [(clock.spent(TYPE, words), clock.spent(TYPE, "")) for _ in range(5)]
    assert min(narrowed for narrowed, _ in took) < WITHIN
    assert min(widened for _, widened in took) < WITHIN


def test_it_sorts_soon(shown: Page) -> None:
    clock = Clock(shown)
    assert min(clock.spent(SORT) for _ in range(5)) < 2 * WITHIN


def test_far_rows_come_into_sight_by_scrolling(shown: Page) -> None:
    shown.locator("#list tbody tr").last.scroll_into_view_if_needed()
    assert shown.locator("#list tbody tr").last.locator("a").is_visible()


def test_a_former_name_still_leads_to_its_incident(browser: Browser, many: Path) -> None:
    opened = other(browser, many, f"#inc_f{17:015x}")
    opened.until(f"document.querySelector('article[data-id=inc_{17:016x}] > details').open")
    assert opened.page.locator("#list tr[aria-current]").get_attribute("data-id") == f"inc_{17:016x}"
