"""The page of a record in a browser: it loads nothing, its views filter each other, and hostile text stays text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import firsthand
from firsthand import api

SAMPLES = Path(__file__).resolve().parents[2] / "samples/reports"
HOSTILE = (
    "2025-03-05\n"
    "Gunmen of the <script>window.hit=1</script> Front killed four soldiers in Kutum on Monday, said Colonel "
    "\"onmouseover='window.hit=2'\".\n<img src=x onerror=window.hit=3> </style></script><script>window.hit=4</script> "
    "The army said \u202etwo troops\u202c were wounded.\n"
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "more").mkdir()
    (folder / "more/<b onclick=window.hit=5>.txt").write_text(HOSTILE)
    firsthand.build([SAMPLES, folder / "more"], folder / "r.db")
    (folder / "r.html").write_bytes(api.page(folder / "r.db", title="</title><script>window.hit=6</script>"))
    return folder / "r.html"


class Opened:
    """A page with what it asked for and what it complained of."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.asked, self.complaints = page, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(path.as_uri())

    asked: list[str]
    complaints: list[str]

    @property
    def rows(self) -> int:
        """Rows of the table that are shown."""
        return self.page.locator("#list tbody tr:visible").count()

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows, incidents and marks that are shown."""
        return self.rows, self.page.locator("article:visible").count(), self.page.locator(".mark:not(.off)").count()


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Opened(context.new_page(), written)
    context.close()


def other(browser: Browser, written: Path, **settings: Any) -> Opened:  # noqa: ANN401 - settings of Playwright
    return Opened(browser.new_context(**settings).new_page(), written)


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    opened.page.locator("summary").first.click()
    assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []
    assert opened.complaints == []


def test_hostile_text_stays_text(opened: Opened) -> None:
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("script").count() == 1
    assert "<script>" in opened.page.title()
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.get_by_text("<b onclick=window.hit=5>.txt").count() > 0
    assert "\u202e" not in opened.page.content()


def test_search_narrows_table_map_and_incidents(opened: Opened) -> None:
    whole = opened.counts
    opened.page.fill("[name=words]", "kutum air strike")
    few = opened.counts
    assert 0 < few[0] < whole[0]
    assert few[0] == few[1]
    assert few[2] < whole[2]
    opened.page.fill("[name=words]", "no such words")
    assert opened.rows == 0
    opened.page.get_by_text("No incident fits.").wait_for()
    opened.page.locator("[data-reset]").click()
    opened.page.wait_for_function("!document.querySelector('#list tbody tr[hidden]')")
    assert opened.counts == whole


def test_a_bar_of_the_timeline_sets_the_days_by_key_too(opened: Opened) -> None:
    whole = opened.rows
    bar = opened.page.locator(".bar").first
    told = int((bar.get_attribute("aria-label") or "").split(": ")[1].split()[0])
    bar.focus()
    opened.page.keyboard.press("Enter")
    assert 0 < told <= opened.rows < whole
    assert opened.page.input_value("[name=from]") == bar.get_attribute("data-from")
    bar.click()
    assert opened.rows == whole


def test_the_map_filters_by_what_it_shows(opened: Opened) -> None:
    whole = opened.rows
    opened.page.check("[name=seen]")
    mapped = opened.rows
    assert 0 < mapped <= whole
    opened.page.locator("#map").focus()
    for _ in range(6):
        opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowLeft")
    assert opened.rows < mapped
    opened.page.locator("[data-zoom=all]").click()
    assert opened.rows == mapped


def test_a_row_opens_its_incident(opened: Opened) -> None:
    row = opened.page.locator("#list tbody tr").first
    row.locator("a").click()
    article = opened.page.locator(f"article[data-id={row.get_attribute('data-id')}]")
    article.locator("dl").wait_for(state="visible")
    assert article.locator("mark").first.text_content()


def test_kinds_and_grades_can_be_chosen(opened: Opened) -> None:
    opened.page.select_option("[name=kind]", "ambush")
    assert {row.get_attribute("data-kind") for row in opened.page.locator("#list tbody tr:visible").all()} == {"ambush"}
    opened.page.select_option("[name=grade]", "single source")
    assert opened.rows < opened.page.locator("#list tbody tr[data-kind=ambush]").count()


def test_it_can_be_read_without_script(browser: Browser, written: Path) -> None:
    plain = other(browser, written, java_script_enabled=False)
    assert plain.rows == plain.page.locator("article").count() > 5
    assert not plain.page.locator("#filter").is_visible()
    plain.page.locator("article summary").first.click()
    assert plain.page.locator("article dl").first.is_visible()


def test_it_fits_a_phone(browser: Browser, written: Path) -> None:
    phone = other(browser, written, viewport={"width": 360, "height": 740})
    phone.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_light_and_dark_can_both_be_read(browser: Browser, written: Path) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        page = other(browser, written, color_scheme=scheme).page
        paper, ink = (
            page.evaluate(f"getComputedStyle(document.body)['{name}']") for name in ("backgroundColor", "color")
        )
        assert contrast(paper, ink) >= 7
        seen.add(paper)
    assert len(seen) == 2


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2.2 counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
