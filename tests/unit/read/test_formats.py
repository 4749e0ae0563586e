"""One format after the other: what is taken from a sound file, and what is left behind."""

import json
from datetime import date

import pytest

from firsthand.read.formats import unwrap
from firsthand.read.limits import DEFAULT
from firsthand.read.page import Answer, Format, Job, Page

SAID = "Gunmen ambushed a lorry near Brill before dawn on Thursday and killed four drivers, the carriers' union said."
MORE = "The governor's office confirmed the attack but gave no toll. Troops were searching the hills on Friday."


def read(form: Format, source: str | bytes) -> Answer:
    """The answer for these bytes, in this process."""
    return unwrap(Job(format=form, raw=source if isinstance(source, bytes) else source.encode(), limits=DEFAULT))


def page(form: Format, source: str | bytes) -> Page:
    """The one report in them."""
    answer = read(form, source)
    assert not answer.flaws, answer.flaws
    assert len(answer.pages) == 1
    return answer.pages[0]


def stamped(one: Page) -> list[tuple[str, str, str]]:
    return [(stamp.day.isoformat(), stamp.trust, stamp.source) for stamp in one.stamps]


def html(body: str, head: str = "", lang: str = "en") -> str:
    return f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>"


def test_sound_text_is_stored_as_it_is() -> None:
    source = f"  {SAID}\n\n\t“Señor Ōë” \u202eabc\u200b\u00a0{MORE}  \n"
    assert page("text", source).text == source


@pytest.mark.parametrize(
    ("source", "text"),
    [("a man\r\ndied\rhere", "a man\ndied\nhere"), ("a man\x00died\x07", "a man died "), ("a\x0cb", "a\nb")],
)
def test_newlines_and_control_characters(source: str, text: str) -> None:
    assert page("text", source).text == text


def test_front_matter_and_marks_of_markdown() -> None:
    one = page(
        "markdown",
        f'---\ntitle: "Four drivers killed"\ndate: 2024-05-10\nsource: The Dune Mail\nlang: en-GB\n---\n'
        f"# Four *drivers* killed\n\n> {SAID}\n\n**Brill** has [a market](https://x.example/a_(b)) and `a\\*b`.<!-- no -->\n\n"
        f"* first\n+ second\n\n| Place | Dead |\n|---|---:|\n| Brill | 4 |\n\n![picture](p.png)\n\n***\n{MORE}\n",
    )
    assert (one.title, one.outlet, one.declared) == ("Four drivers killed", "The Dune Mail", "en")
    assert stamped(one) == [("2024-05-10", "high", "front matter date")]
    assert one.text == (
        f"Four drivers killed\n\n{SAID}\n\nBrill has a market and a*b.\n\n- first\n- second\n\n"
        f"Place | Dead\n\nBrill | 4\n\n{MORE}"
    )


def test_markdown_without_front_matter_is_titled_by_its_heading() -> None:
    one = page("markdown", f"A quiet night\n=====\n\n{SAID}\n\n## What we know\n\n2 * 3 * 4 and snake_case_name\n")
    assert one.title == "A quiet night"
    assert one.text.endswith("What we know\n\n2 * 3 * 4 and snake_case_name")
    assert page("markdown", f"+++\ntitle = 'Dusk'\ndate = 2024-05-10\n+++\n{SAID}").stamps[0].day == date(2024, 5, 10)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert page("markdown", f"---\n{SAID}\n\n---\n{MORE}").text == f"{SAID}\n\n{MORE}"


AROUND = (
    "<div id='cookie-consent'><p>This site uses cookies to count its readers.</p></div>"
    "<header><nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav></header>"
)
BEHIND = (
    "<div class='related-posts'><h3>Related</h3><ul><li><a href='/a'>Bomb kills ninety in Sarn</a></li></ul></div>"
    "<div class='comments'><p>I heard that fifty died.</p></div><footer><p>All rights reserved.</p></footer>"
)


@pytest.mark.parametrize("box", ["article", "main", "div"])
def test_only_the_article_of_a_page_is_kept_in_its_order(box: str) -> None:
    inner = f"<h1>Four drivers killed</h1><p>{SAID}</p><script>var dead = 99;</script><blockquote>They came at night."
    source = html(
        f"{AROUND}<{box}>{inner}</blockquote><p onclick='x()'>{MORE}</p></{box}>{BEHIND}<style>p {{}}</style>"
    )
    text = page("html", source).text
    found = [text.find(words) for words in ("Four drivers killed", SAID, "They came at night.", MORE)]
    assert -1 not in found
    assert found == sorted(found)
    assert not [w for w in ("cookies", "Sport", "ninety", "fifty", "99", "rights", "onclick", "{") if w in text]


def test_blocks_of_links_are_no_part_of_an_article() -> None:
    links = "".join(f"<div><a href='/{n}'>Bomb kills {n} in Sarn</a></div>" for n in range(90, 99))
    one = page(
        "html", html(f"<div>{links}</div><div><p>{SAID} See <a href='/x'>the list</a>.</p><p>{MORE}</p>{links}</div>")
    )
    assert one.text == f"{SAID} See the list.\n\n{MORE}"


def test_a_short_page_and_a_piece_of_one_are_read_too() -> None:
    assert page("html", html(f"<p>{SAID}</p>")).text == SAID
    assert page("html", f"<p>{SAID}</p>").text == SAID


def test_a_page_tells_its_outlet_address_and_days() -> None:
    linked = {
        "@graph": [
            {"@type": "WebSite", "name": "No"},
            {
                "@type": ["NewsArticle"], "headline": "Four drivers killed", "datePublished": "2024-05-10T23:30:00-05:00",
                "dateModified": "2024-05-12", "publisher": {"name": "The Dune Mail"},
            },
        ]
    }  # fmt: skip
    head = (
        f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
        "<link rel='canonical' href='https://dune.example/2024/05/11/four'>"
    )
    one = page("html", html(f"<article><p>{SAID}</p><p>{MORE}</p></article>", head))
    assert (one.title, one.outlet, one.url) == (
        "Four drivers killed", "The Dune Mail", "https://dune.example/2024/05/11/four",
    )  # fmt: skip
    assert stamped(one) == [
        ("2024-05-10", "high", "json-ld datePublished"), ("2024-05-12", "low", "json-ld dateModified"),
        ("2024-05-11", "low", "url"),
    ]  # fmt: skip


def test_a_meta_day_is_trusted_and_a_time_element_less() -> None:
    article = f"<article><time datetime='2024-05-13'>13 May</time><p>{SAID}</p><p>{MORE}</p></article>"
    head = (
        "<meta property='article:published_time' content='2024-05-10T08:00:00Z'><title>Four killed | Dune Mail</title>"
        "<meta property='og:site_name' content='Dune Mail'><link rel='canonical' href='javascript:alert(1)'>"
    )
    one = page("html", html(article, head))
    assert stamped(one) == [
        ("2024-05-10", "high", "meta article:published_time"), ("2024-05-13", "low", "time"),
    ]  # fmt: skip
    assert (one.title, one.outlet, one.url) == ("Four killed", "Dune Mail", None)


@pytest.mark.parametrize("words", ["text", "body", "content"])
def test_a_json_report(words: str) -> None:
    one = page(
        "json",
        json.dumps({"headline": "Dusk", "publisher": {"name": "Dune Mail"}, "date": "10 May 2024", "language": "English",
                    "url": "https://d.example/x", words: SAID, "id": 7}),
    )  # fmt: skip
    assert (one.text, one.title, one.outlet, one.url, one.language) == (
        SAID, "Dusk", "Dune Mail", "https://d.example/x", "en",
    )  # fmt: skip
    assert stamped(one) == [("2024-05-10", "high", "json date")]


def test_each_report_of_a_list_has_its_own_bytes_and_its_place() -> None:
    answer = read("json", f' [ {{"text": "{SAID}"}} , {{"x": 1}}, 3, {{"body": "{MORE}"}} ]')
    assert [(p.number, p.text, p.raw) for p in answer.pages] == [
        (1, SAID, f'{{"text": "{SAID}"}}'.encode()), (4, MORE, f'{{"body": "{MORE}"}}'.encode()),
    ]  # fmt: skip
    assert [(flaw.number, flaw.code) for flaw in answer.flaws] == [(2, "E508"), (3, "E508")]


def test_half_a_sign_in_json_is_replaced() -> None:
    cut = '{"text": "two men \\ud83d"}'
    assert page("json", cut).text == "two men \ufffd"
    assert page("json", '{"text": "a\\\\ud83d \\ud83d\\ude00"}').text == "a\\ud83d 😀"
    assert [one.text for one in read("json", f"[{cut}, {cut}]").pages] == ["two men \ufffd"] * 2


@pytest.mark.parametrize(
    ("form", "source", "code"),
    [
        ("text", "", "E506"), ("text", " \n\t", "E506"), ("text", "... 12 -- !", "E506"), ("html", "<p></p>", "E506"),
        ("html", SAID, "E505"), ("json", "{", "E507"), ("json", "", "E507"), ("json", '{"about": {}}', "E508"),
        ("json", "7", "E508"), ("json", "[]", "E506"), ("json line", "[]", "E508"), ("json", '{"text": "-"}', "E506"),
        ("json", '{"\\ud800": 1}', "E508"),
        ("text", b"%PDF-1.7 abc", "E505"), ("text", bytes(range(256)) * 9, "E505"),
    ],
)  # fmt: skip
def test_what_is_no_report_has_a_code(form: Format, source: str | bytes, code: str) -> None:
    answer = read(form, source)
    assert [flaw.code for flaw in answer.flaws] == [code]
    assert not answer.pages
