"""Whoever reads the page: by ear, by key, on a phone, in light and dark, with larger letters, or on paper."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opened import Opened, contrast, other

TEXTS = """
() => {
  const solid = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const style = getComputedStyle(one), colour = style.backgroundColor;
      if (!colour.endsWith(', 0)') && colour !== 'transparent') return colour;
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  const out = {}, walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || node.closest('svg, script, style, option') || !node.checkVisibility()) continue;
    const style = getComputedStyle(node), key = `${style.color} on ${solid(node)}`;
    out[key] = [style.color, solid(node), text.data.trim().slice(0, 40), node.className];
  }
  return Object.values(out);
}
"""


@pytest.fixture(params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, browser: Browser, written: Path) -> Iterator[Page]:
    shown = other(browser, written, color_scheme=request.param)
    yield shown.page
    shown.page.context.close()


def test_all_text_can_be_told_from_its_ground(coloured: Page) -> None:
    coloured.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    coloured.fill("[name=words]", "kutum")
    coloured.locator("#list tbody tr:not([hidden]) td:nth-child(3)").first.click()
    found = coloured.evaluate(TEXTS)
    assert len(found) >= 6
    assert [one for one in found if contrast(one[0], one[1]) < 4.5] == []


def test_text_and_marks_in_pictures_can_be_told_from_their_ground(coloured: Page) -> None:
    names = ("paper", "card", "sea", "land", "ink", "soft", "blue", "warm", "name", "o0", "o1", "o2", "o3", "o4", "o5")
    colours = coloured.evaluate(
        """(names) => {
          const one = document.createElement('i'), out = {};
          document.body.append(one);
          for (const name of names) { one.style.color = `var(--${name})`; out[name] = getComputedStyle(one).color; }
          return out;
        }""",
        list(names),
    )
    for text, ground in (("name", "land"), ("ink", "land"), ("ink", "sea"), ("soft", "paper"), ("soft", "card")):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    marks = [(one, ground) for one in ("blue", "warm") for ground in ("land", "sea", "paper")]
    marks += [(f"o{number}", "card") for number in range(6)]
    assert [pair for pair in marks if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


def test_light_and_dark_differ(browser: Browser, written: Path) -> None:
    papers = {
        other(browser, written, color_scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert len(papers) == 2


def test_headings_are_in_order_and_parts_have_names(opened: Opened) -> None:
    levels = opened.page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for role in ("banner", "main", "contentinfo", "search", "navigation"):
        assert opened.page.get_by_role(role).count() == 1, role
    assert opened.page.evaluate(
        "[...document.querySelectorAll('section')].every(one => one.getAttribute('aria-labelledby'))"
    )


def test_no_id_stands_twice(opened: Opened) -> None:
    twice = opened.page.evaluate(
        "[...document.querySelectorAll('[id]')].map(one => one.id).filter((one, k, all) => all.indexOf(one) !== k)"
    )
    assert twice == []


def test_everything_that_can_be_pressed_has_a_name(opened: Opened) -> None:
    unnamed = opened.page.evaluate(
        "[...document.querySelectorAll('button, input, select, a[href], [role=button]')]"
        ".filter(one => !(one.getAttribute('aria-label') || one.textContent.trim() || (one.labels && one.labels.length)))"
        ".map(one => one.outerHTML)"
    )
    assert unnamed == []


def test_the_table_stays_a_table(browser: Browser, written: Path) -> None:
    for width in (1400, 1024, 390):
        page = other(browser, written, viewport={"width": width, "height": 844}).page
        table = page.get_by_role("table").first
        assert table.get_by_role("columnheader").count() == 8
        assert table.get_by_role("row").nth(1).get_by_role("cell").count() == 8


def test_what_is_read_out_is_neither_signs_nor_the_names_on_the_map(opened: Opened) -> None:
    heard = opened.page.locator("main").aria_snapshot()
    assert 'button "Day"' in heard
    assert "▲" not in heard.split('region "Each incident')[0]
    map_ = opened.page.locator(".where").aria_snapshot()
    assert "South Africa" not in map_.split("paragraph")[0]
    assert 'table "Incidents"' in heard


def test_the_skip_link_is_the_first_stop_and_leads_to_the_list(opened: Opened) -> None:
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    assert opened.page.locator(".skip").evaluate("one => one.getBoundingClientRect().left >= 0")
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("Boolean(document.activeElement.closest('#list'))")


def test_few_stops_lie_before_the_table_and_each_can_be_seen(opened: Opened) -> None:
    stops = 0
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        stops += 1
        if opened.page.evaluate("Boolean(document.activeElement.closest('#list'))"):
            break
        seen = opened.page.evaluate(
            """() => {
              const one = document.activeElement, inner = [...one.querySelectorAll('*')];
              return getComputedStyle(one).outlineStyle !== 'none'
                || inner.some(part => parseFloat(getComputedStyle(part).strokeWidth) >= 3);
            }"""
        )
        assert seen, opened.page.evaluate("document.activeElement.outerHTML")
    assert stops < 35


def test_the_count_is_read_out(opened: Opened) -> None:
    assert opened.page.locator("#count").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1024, 1400, 2560])
def test_nothing_is_wider_than_the_screen(browser: Browser, written: Path, width: int) -> None:
    shown = other(browser, written, viewport={"width": width, "height": 800})
    shown.unfold()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.complaints == []


def test_a_phone_shows_rows_as_blocks_and_can_sort(browser: Browser, written: Path) -> None:
    shown = other(browser, written, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert shown.page.locator("[name=sort]").is_visible()
    before = shown.ids
    shown.page.select_option("[name=sort]", "killed")
    assert shown.ids != before
    row = shown.page.locator("#list tbody tr").first
    assert row.evaluate("one => getComputedStyle(one).display") == "flex"
    small = shown.page.evaluate(
        "[...document.querySelectorAll('.zoom button')].filter(one => one.getBoundingClientRect().height < 40).length"
    )
    assert small == 0


def test_letters_may_be_twice_as_large(browser: Browser, written: Path) -> None:
    shown = other(browser, written, viewport={"width": 700, "height": 450})
    shown.unfold()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 700


def test_nothing_moves_for_those_who_ask_for_it(browser: Browser, written: Path) -> None:
    page = other(browser, written, reduced_motion="reduce").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.locator("#list a").first.click()
    assert page.evaluate("document.getAnimations().length") == 0


def test_grades_and_ways_are_told_in_words_not_by_colour_alone(opened: Opened) -> None:
    grades = opened.page.locator("#list .grade").all_text_contents()
    assert set(grades) <= {"corroborated", "contested", "single source", "weak"}
    assert opened.page.locator(".where .note").first.get_by_text("somewhere in this area").count() == 1


def test_on_paper_stands_everything_that_was_shown(browser: Browser, written: Path) -> None:
    shown = other(browser, written)
    shown.page.fill("[name=words]", "kutum")
    rows = shown.rows
    shown.page.emulate_media(media="print")
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not shown.page.locator("#filter").is_visible()
    assert shown.page.locator("article:not([hidden]) > details[open]").count() == rows
    assert shown.page.locator("article:not([hidden]) details:not([open])").count() == 0
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown.page.locator("article > details[open]").count() == 0
    assert len(shown.page.pdf()) > 10_000
