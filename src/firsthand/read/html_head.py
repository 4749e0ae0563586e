"""What a page says about itself: title, outlet, address, language, days."""

import re
from collections.abc import Iterator
from typing import TypedDict

import msgspec

from firsthand.model.report import Stamp
from firsthand.read.days import day_in_address, day_of
from firsthand.read.fields import one_line, unique
from firsthand.read.language import code
from firsthand.read.tree import Element

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish_date", "publication_date", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "citation_publication_date", "article.published",
)  # fmt: skip
LATER = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
ARTICLES = re.compile(r"(?:\w*Article|Report|\w*Posting|LiveBlogPosting|WebPage|CreativeWork)")
MOST_SCRIPTS = 20
SCRIPT_LETTERS = 500_000
MOST_TIMES = 10
HEADLINE = 20
"""What stands before a dash is a headline from so many letters on, where the outlet is not known."""
TAIL = re.compile(r"\s[|–—-]\s[^|–—]{2,60}$")


class About(TypedDict):
    """Fields of a Page that a page's head gives."""

    title: str | None
    outlet: str | None
    url: str | None
    declared: str | None
    stamps: tuple[Stamp, ...]


def head(tree: Element) -> About:
    """Everything the page says about itself; what it does not say is None. Never raises over a page's content."""
    metas = _metas(tree)
    linked = _linked(tree)
    outlet = metas.get("og:site_name") or _name(linked.get("publisher")) or metas.get("application-name")
    url = _http(_attribute(tree, "//link[@rel='canonical']/@href")) or _http(metas.get("og:url"))
    tongue = _attribute(tree, "/html/@lang") or _attribute(tree, "//html/@lang") or metas.get("content-language")
    return About(
        title=_title(tree, metas, linked, outlet),
        outlet=one_line(outlet or ""),
        url=url,
        declared=code(tongue or linked.get("inLanguage")),
        stamps=_stamps(tree, metas, linked, url),
    )


def _metas(tree: Element) -> dict[str, str]:
    """The page's meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]")[:500]:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower()[:80], content[:2000])
    return found


def _linked(tree: Element) -> dict[str, object]:
    """The JSON-LD object that tells of the article, {} where there is none."""
    objects = [
        o for script in tree.xpath("//script[@type='application/ld+json']")[:MOST_SCRIPTS] for o in _objects(script)
    ]
    articles = [o for o in objects if ARTICLES.fullmatch(str(_first(o.get("@type"))))]
    dated = [o for o in articles if o.get("datePublished")]
    return next(iter([*dated, *articles]), {})


def _objects(script: Element) -> Iterator[dict[str, object]]:
    try:
        value = msgspec.json.decode((script.text or "")[:SCRIPT_LETTERS])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _stamps(tree: Element, metas: dict[str, str], linked: dict[str, object], url: str | None) -> tuple[Stamp, ...]:
    times = tree.xpath("//time[@datetime]")[:MOST_TIMES]
    inside = tree.xpath("//article//time[@datetime]")[:1]
    return unique(
        (day_of(linked.get("datePublished")), "json-ld datePublished", True),
        *((day_of(metas.get(name)), f"meta {name}", True) for name in PUBLISHED),
        *((day_of(e.get("content") or e.get("datetime")), "itemprop datePublished", True) for e in _marked(tree)),
        (day_of(linked.get("dateModified")), "json-ld dateModified", False),
        *((day_of(metas.get(name)), f"meta {name}", False) for name in LATER),
        *((day_of(time.get("datetime")), "time", False) for time in (inside or times[:1])),
        (day_in_address(url), "url", False),
    )


def _marked(tree: Element) -> list[Element]:
    return list(tree.xpath("//*[@itemprop='datePublished'][@content or @datetime]")[:1])


def _title(tree: Element, metas: dict[str, str], linked: dict[str, object], outlet: str | None) -> str | None:
    """The headline without the outlet's name behind it."""
    heading = headline(tree)
    named = metas.get("og:title") or linked.get("headline") or heading or _attribute(tree, "//title/text()") or ""
    title = one_line(named if isinstance(named, str) else "")
    tail = TAIL.search(title) if title else None
    if title and tail and (outlet.lower() in tail[0].lower() if outlet else tail.start() > HEADLINE):
        return title[: tail.start()]
    return title


def headline(tree: Element) -> str | None:
    """The heading over the article, where there is just one."""
    headings = tree.xpath("//article//h1") or tree.xpath("//h1")
    return one_line(headings[0].text_content()) if len(headings) == 1 else None


def _attribute(tree: Element, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip()[:2000] or None if found else None


def _http(address: str | None) -> str | None:
    """An address of the web without white space; others (javascript:, data:) are none a report has."""
    return address if address and re.fullmatch(r"https?://[^\s<>\"]{3,2000}", address) else None


def _name(value: object) -> str | None:
    one = _first(value)
    name = one.get("name") if isinstance(one, dict) else one
    return name if isinstance(name, str) and not name.startswith("http") else None


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value
