"""The page of a record in a browser: it loads nothing, hostile text stays text, and it can be read without script."""

from pathlib import Path

from playwright.sync_api import Browser

from firsthand import api
from tests.browser.conftest import LONG
from tests.browser.opened import Opened, other, unseen


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    opened.unfold()
    opened.page.mouse.wheel(0, 4000)
    opened.page.locator("#list a").last.click()
    assert opened.foreign == []
    assert opened.complaints == []


def test_its_policy_allows_its_own_style_and_script_only(opened: Opened) -> None:
    policy = opened.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    opened.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<i id=x style=\"color:red\" onclick=\"hit=9\">x</i>')"
    )
    opened.page.locator("#x").dispatch_event("click")
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.evaluate("getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)"
    refused = opened.page.evaluate("fetch('https://example.invalid/').then(() => 'sent', () => 'refused')")
    assert refused == "refused"


def test_hostile_text_stays_text(opened: Opened) -> None:
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("script").count() == 1
    assert opened.page.locator("style").count() == 1
    assert "<script>" in opened.page.title()
    opened.unfold()
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.get_by_text("<b onclick=window.hit=5>.txt").count() > 0
    assert (
        opened.page.locator("iframe, img, main svg[onload], [href^='javascript:'], [onclick], [onmouseover]").count()
        == 0
    )
    assert opened.page.get_by_text("{{ 7 * 7 }}").count() > 0
    assert opened.complaints == []


def test_characters_that_cannot_be_seen_are_left_out(opened: Opened) -> None:
    assert unseen(opened.page.content()) == set()
    assert opened.page.get_by_text("nine farmers").count() > 0


def test_a_word_without_end_breaks(opened: Opened) -> None:
    opened.unfold()
    assert opened.page.get_by_text(LONG).count() > 0
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_can_be_read_without_script(browser: Browser, written: Path) -> None:
    plain = other(browser, written, java_script_enabled=False)
    assert plain.rows == plain.page.locator("article").count() > 5
    assert not plain.page.locator("#filter").is_visible()
    assert not plain.page.locator(".zoom").is_visible()
    assert plain.page.locator("#map .mark").first.is_visible()
    assert plain.page.locator("#time .bar").first.is_visible()
    article = plain.page.locator("article").first
    article.locator("summary").first.click()
    assert article.locator(".plain").is_visible()
    article.locator("dl details summary").first.click()
    assert article.locator("mark").first.is_visible()


def test_without_script_a_row_leads_to_its_incident(browser: Browser, written: Path) -> None:
    plain = other(browser, written, java_script_enabled=False)
    link = plain.page.locator("#list tbody tr a").nth(3)
    link.click()
    target = plain.page.locator(link.get_attribute("href") or "")
    assert target.evaluate("one => Math.abs(one.getBoundingClientRect().top) < innerHeight")


def test_the_same_record_gives_the_same_bytes(record: Path) -> None:
    assert api.page(record, title="x") == api.page(record, title="x")


def test_every_link_leads_somewhere(opened: Opened) -> None:
    lost = opened.page.evaluate(
        "[...document.querySelectorAll('a[href]')].map(one => one.getAttribute('href')).filter(to => !to.startsWith('#')"
        " || !document.getElementById(to.slice(1)))"
    )
    assert lost == []


def test_every_part_of_an_incident_is_there(opened: Opened) -> None:
    opened.unfold()
    kutum = opened.page.locator("article", has_text="Dune Monitor").first
    assert "tell of" in (kutum.locator(".plain").text_content() or "")
    heads = kutum.locator("h4").all_text_contents()
    for head in ("Values and the words that say them", "Killed", "Reports"):
        assert head in heads
    assert any(head.startswith("Who said it first") for head in heads)
    readings = kutum.locator(".readings > li")
    assert readings.count() >= 2
    assert kutum.locator(".readings mark").count() >= 2
    assert kutum.locator(".sources li li").count() >= 1
    assert kutum.locator(".past svg[role=img] desc").count() >= 1
    assert kutum.locator(".differ .kind").count() >= 1
    assert kutum.locator(".tree svg").count() == 1


def test_quotes_stand_in_the_text_of_their_report(opened: Opened, record: Path) -> None:
    with api.open_record(record) as view:
        texts = {entry.id: view.text(entry.id) for entry in view.folded.reports if entry.id and not entry.refused}
    quotes = opened.page.evaluate(
        "[...document.querySelectorAll('.said li')].filter(one => one.querySelector('mark')).map("
        "one => [one.querySelector('mark').textContent, one.querySelector('.by a').getAttribute('href').slice(1)])"
    )
    assert len(quotes) > 50
    shown = {key: "".join(char for char in text if not unseen(char)) for key, text in texts.items()}
    assert all(quote in shown[key] for quote, key in quotes)


def test_reports_are_listed_with_what_became_of_them(opened: Opened) -> None:
    opened.unfold()
    section = opened.page.locator("#reports")
    assert "broken.txt" in (section.locator("details").first.text_content() or "")
    assert section.get_by_text("day not known").count() > 0
    assert section.locator("blockquote").count() > 5
