"""Map, timeline and table of a page filter each other; what is picked in one shows in all; the address and the way back hold."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import Opened, other


def test_they_stand_side_by_side_on_a_wide_screen(opened: Opened) -> None:
    where, when, what = (
        opened.page.locator(name).bounding_box() for name in ("section.where", "section.when", "section.what")
    )
    assert where is not None
    assert when is not None
    assert what is not None
    assert where["x"] + where["width"] <= when["x"]
    assert when["y"] + when["height"] <= what["y"]
    assert what["y"] < where["y"] + where["height"]
    assert what["y"] + what["height"] <= 960


def test_search_narrows_every_view(opened: Opened) -> None:
    whole, barred = opened.counts, opened.barred
    opened.page.fill("[name=words]", "kutum air strike")
    few = opened.counts
    assert 0 < few[0] == few[1] < whole[0]
    assert few[2] < whole[2]
    assert 0 < opened.barred < barred
    opened.page.fill("[name=words]", "no such words")
    assert opened.rows == 0
    opened.page.get_by_text("No incident fits.").wait_for()
    opened.page.locator("[data-reset]").click()
    assert (opened.counts, opened.barred) == (whole, barred)


def test_what_is_shown_is_said_and_can_be_taken_back_piece_by_piece(opened: Opened) -> None:
    assert opened.page.locator("#count").text_content() == f"All {opened.rows} shown"
    whole = opened.rows
    opened.page.fill("[name=words]", "kutum")
    opened.page.select_option("[name=grade]", "single source")
    assert opened.page.locator("#count").text_content() == f"{opened.rows} of {whole} shown"
    assert opened.page.locator("#chips .chip").all_text_contents() == ["“kutum” ✕", "single source ✕"]
    opened.page.locator("#chips .chip").first.click()
    assert opened.page.input_value("[name=words]") == ""
    opened.page.get_by_role("button", name="Show all", exact=True).click()
    assert opened.rows == whole


def test_a_bar_of_the_timeline_sets_the_days(opened: Opened) -> None:
    whole = opened.rows
    bar = opened.page.locator(".bar:not(.blank)").first
    told = sum(map(int, re.findall(r": (\d+) incident|, (\d+) more", bar.get_attribute("aria-label") or "")[0][:1]))
    bar.locator(".hit").click()
    assert 0 < told <= opened.rows < whole
    assert opened.page.input_value("[name=from]") == bar.get_attribute("data-from")
    assert bar.get_attribute("aria-pressed") == "true"
    bar.locator(".hit").click()
    assert opened.rows == whole


def test_dragging_over_the_timeline_sets_days_from_bar_to_bar(opened: Opened) -> None:
    whole = opened.counts
    box = opened.page.locator("#time").bounding_box()
    assert box is not None
    opened.page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 40)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.55, box["y"] + 40, steps=3)
    opened.page.mouse.up()
    assert 0 < opened.rows < whole[0]
    assert opened.counts[2] < whole[2]
    first, last = opened.page.input_value("[name=from]"), opened.page.input_value("[name=to]")
    assert first < last
    spans = opened.page.evaluate(
        "[...document.querySelectorAll('#list tbody tr:not([hidden])')].map(one => [one.dataset.first, one.dataset.last])"
    )
    assert all(a <= last and b >= first for a, b in spans)
    assert float((opened.page.locator("#brush").get_attribute("width") or "0").rstrip("%")) > 20


def test_the_timeline_is_brushed_by_key_too(opened: Opened) -> None:
    whole = opened.rows
    opened.page.locator(".bar[tabindex='0']").focus()
    opened.page.keyboard.press("End")
    opened.page.keyboard.press("Enter")
    one = opened.rows
    assert 0 < one < whole
    for _ in range(40):
        opened.page.keyboard.press("Shift+ArrowLeft")
    assert one <= opened.rows < whole
    assert opened.page.input_value("[name=from]") < opened.page.input_value("[name=to]")
    opened.page.keyboard.press("Escape")
    assert opened.rows == whole


def test_days_that_are_chosen_can_be_drawn_larger(opened: Opened) -> None:
    whole, barred = opened.page.locator(".bar").count(), opened.barred
    opened.page.locator(".bar:not(.blank)").last.focus()
    opened.page.keyboard.press("Enter")
    shown, first = opened.rows, opened.page.input_value("[name=from]")
    opened.page.locator("[data-time=in]").click()
    names = [bar.get_attribute("data-from") or "" for bar in opened.page.locator(".bar").all()]
    assert names[0] == first
    assert [name[:7] for name in names] == [first[:7]] * len(names)  # the days of one month
    assert (opened.rows, opened.barred) == (shown, shown)
    opened.page.locator(".bar:not(.blank)").first.focus()
    opened.page.keyboard.press("Enter")
    assert 0 < opened.rows <= shown
    opened.page.locator("[data-time=all]").click()
    assert opened.page.locator(".bar").count() == whole
    opened.page.get_by_role("button", name="Show all", exact=True).click()
    assert opened.barred == barred


def test_bars_count_what_the_other_filters_leave(opened: Opened) -> None:
    opened.page.select_option("[name=kind]", "ambush")
    left = opened.barred
    assert left > 0
    opened.page.locator(".bar:not(.blank) .hit").first.click()
    assert opened.barred == left  # the days that are chosen do not empty the other bars


def test_what_has_no_day_can_be_asked_for(opened: Opened) -> None:
    link = opened.page.locator("a.undated")
    told = int((link.text_content() or "0").split()[0])
    link.click()
    assert opened.rows == told
    assert opened.page.locator("#chips .chip").count() == 1
    link.click()
    assert opened.rows > told


def test_a_place_on_the_map_shows_its_rows_only(opened: Opened) -> None:
    whole = opened.counts
    mark = opened.page.locator(".mark").last
    mark.dispatch_event("click")
    spots = opened.page.evaluate(
        "[...new Set([...document.querySelectorAll('#list tbody tr:not([hidden])')].map(one => one.dataset.spot))]"
    )
    assert spots == [mark.get_attribute("data-spot")]
    assert opened.counts[2] == whole[2]  # the other places stay, so that another can be picked
    assert mark.get_attribute("aria-current") == "true"
    mark.dispatch_event("click")
    assert opened.counts == whole


def test_places_are_picked_by_key(opened: Opened) -> None:
    whole = opened.rows
    opened.page.locator("#map .mark[tabindex='0']").focus()
    opened.page.keyboard.press("ArrowRight")
    focused = opened.page.evaluate("document.activeElement.dataset.spot")
    opened.page.keyboard.press("Enter")
    assert 0 < opened.rows < whole
    assert opened.page.evaluate("document.activeElement.dataset.spot") == focused
    opened.page.keyboard.press("Escape")
    assert opened.rows == whole


def test_a_place_that_no_map_shows_is_picked_beside_it(opened: Opened) -> None:
    link = opened.page.locator(".where a.spot").first
    name, told = re.fullmatch(r"(.+) \((\d+)\)", link.text_content() or "").groups()  # type: ignore[union-attr]
    link.click()
    assert opened.rows == int(told)
    assert name in (opened.page.locator("#chips .chip").first.text_content() or "")


def test_the_map_filters_by_what_it_shows(opened: Opened) -> None:
    whole = opened.rows
    opened.page.check("[name=seen]")
    mapped = opened.rows
    assert 0 < mapped < whole
    opened.page.locator("#map").focus()
    for _ in range(6):
        opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowLeft")
    assert opened.rows < mapped
    opened.page.locator("[data-zoom=all]").click()
    assert opened.rows == mapped


def test_the_map_goes_to_what_is_shown(opened: Opened) -> None:
    before = opened.page.locator("#map").get_attribute("viewBox")
    opened.page.fill("[name=words]", "kutum")
    opened.page.locator("[data-zoom=shown]").click()
    after = opened.page.locator("#map").get_attribute("viewBox")
    assert float((after or "").split()[2]) < float((before or "").split()[2])
    opened.page.check("[name=seen]")
    assert opened.rows > 0


def test_a_country_alone_is_never_a_mark(opened: Opened) -> None:
    labels = opened.page.locator(".mark").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert labels
    assert not any("only the country is told" in label for label in labels)
    assert opened.page.locator("#places", has_text="only the country is told").count() == 1


@pytest.mark.parametrize("column", ["place", "kind", "who", "killed", "wounded", "sources", "grade", "day"])
def test_columns_sort_both_ways_and_say_so(opened: Opened, column: str) -> None:
    head = opened.page.locator(f"#list th[data-sort={column}]")
    before = opened.ids
    head.locator("button").click()
    first, way = opened.ids, head.get_attribute("aria-sort")
    head.locator("button").click()
    assert sorted(first) == sorted(before) == sorted(opened.ids)
    assert opened.ids != first
    assert {way, head.get_attribute("aria-sort")} == {"ascending", "descending"}
    assert opened.page.locator("#list th[aria-sort]").count() == 1


def test_figures_sort_as_numbers_and_the_empty_ones_stand_last(opened: Opened) -> None:
    opened.page.locator("#list th[data-sort=killed] button").click()
    cells = opened.page.evaluate("[...document.querySelectorAll('#list tbody tr')].map(one => one.cells[4].dataset.n)")
    known = [int(cell) for cell in cells if cell]
    assert known == sorted(known, reverse=True)
    assert cells[len(known) :] == [""] * (len(cells) - len(known))
    opened.page.locator("#list th[data-sort=killed] button").click()
    cells = opened.page.evaluate("[...document.querySelectorAll('#list tbody tr')].map(one => one.cells[4].dataset.n)")
    assert [int(cell) for cell in cells[: len(known)]] == sorted(known)


def test_kinds_and_grades_can_be_chosen(opened: Opened) -> None:
    opened.page.select_option("[name=kind]", "ambush")
    kinds = opened.page.locator("#list tbody tr:not([hidden]) td:nth-child(3)").all_text_contents()
    assert set(kinds) == {"ambush"}
    opened.page.select_option("[name=grade]", "single source")
    assert opened.rows <= len(kinds)


def test_what_is_picked_shows_in_all_three(opened: Opened) -> None:
    row = opened.page.locator("#list tbody tr", has_text="2025-04-09").first
    row.locator("td").nth(2).click()
    assert row.get_attribute("aria-current") == "true"
    sel = opened.page.locator(".mark.sel")
    assert sel.count() == 1
    assert sel.get_attribute("data-spot") == row.get_attribute("data-spot")
    assert opened.page.locator(".bar.sel").count() == 1
    assert opened.page.locator("#chips a.chip").get_attribute("href") == f"#{row.get_attribute('data-id')}"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".sel").count() == 0


def test_a_row_opens_its_incident_and_the_way_back_leads_to_what_was_shown(opened: Opened) -> None:
    opened.page.fill("[name=words]", "kutum")
    shown = opened.ids
    opened.until("location.hash.startsWith('#show:')")
    row = opened.page.locator("#list tbody tr:not([hidden])").first
    row.locator("a").click()
    article = opened.page.locator(f"article[data-id={row.get_attribute('data-id')}]")
    article.locator(".plain").wait_for(state="visible")
    assert article.evaluate("one => one.getBoundingClientRect().top") < 300
    opened.until("document.activeElement.tagName === 'SUMMARY'")
    opened.page.go_back()
    opened.until("!document.querySelector('.sel')")
    assert opened.ids == shown
    assert opened.page.input_value("[name=words]") == "kutum"


def test_an_incident_in_the_address_opens(browser: Browser, written: Path, opened: Opened) -> None:
    wanted = opened.ids[-1]
    deep = other(browser, written, f"#{wanted}")
    article = deep.page.locator(f"article[data-id={wanted}]")
    article.locator(".plain").wait_for(state="visible")
    assert article.evaluate("one => one.getBoundingClientRect().top") < 900
    assert deep.page.locator(f"#list tr[data-id={wanted}]").get_attribute("aria-current") == "true"


def test_what_is_shown_can_be_sent_as_an_address(browser: Browser, written: Path, opened: Opened) -> None:
    opened.page.select_option("[name=kind]", "ambush")
    opened.page.fill("[name=words]", "kutum & <b>")
    opened.page.fill("[name=words]", "kutum")
    opened.until("location.hash.includes('words=kutum')")
    hash_ = opened.page.evaluate("location.hash")
    assert other(browser, written, hash_).ids == opened.ids
    assert other(browser, written, "#show:kind=%22%3E&at=%5B&words=%3Cscript%3E").complaints == []


def test_pointing_at_a_row_points_at_its_place(opened: Opened) -> None:
    row = opened.page.locator("#list tbody tr", has_text="2025-04-09").first
    row.hover()
    assert opened.page.locator(".mark.on").get_attribute("data-spot") == row.get_attribute("data-spot")
    assert opened.page.locator(".bar.point").count() >= 1
