"""HTML pages: the article's words in their order, without what stands around it."""

import re

from firsthand.errors import NothingSaid, NotText, TooComplex, TooLarge
from firsthand.read.clean import clean, repair
from firsthand.read.decode import decode
from firsthand.read.html_around import drop_around
from firsthand.read.html_head import head, headline
from firsthand.read.limits import Limits
from firsthand.read.page import Page
from firsthand.read.tree import Element

CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{2,40})", re.I
)
HEAD_BYTES = 4096
TAG = re.compile(r"<(?:!doctype|!--|/?[a-z][a-z0-9-]{0,30})[\s/>]?", re.I)
WHOLE = re.compile(r"<(?:html|body|head)[\s>]", re.I)
TABLE_RULE = re.compile(r"^\|(?:\s?-{1,10}\s?\|){1,100}$")
HEADLINE_WORDS = 3
FEW_LETTERS = 200
ENOUGH = 0.5
"""Less than this share of the letters in paragraphs: the fast way has missed the article."""


def read_html(raw: bytes, limits: Limits) -> Page:
    """The page's article. Runs in the process that unwraps. Errors: NotText, NothingSaid, TooComplex, TooLarge."""
    if len(raw) > limits.html_bytes:
        raise TooLarge(f"the page has {len(raw)} bytes, more than {limits.html_bytes}")
    found = CHARSET.search(raw[:HEAD_BYTES])
    source = repair(decode(raw, declared=found[1].decode("ascii") if found else None).text, keep_length=False)
    if not TAG.search(source[: 4 * HEAD_BYTES]):
        raise NotText("it is called a page and holds no element of HTML")
    from trafilatura import load_html  # a fifth of a second to load, in the process that needs it

    tree = load_html(_document(clean(source)))
    if tree is None:
        raise NothingSaid("the page has no elements to read")
    _measured(tree, limits)
    about = head(tree)
    over = headline(tree)
    text = _article(tree)
    if over and text and len(over.split()) >= HEADLINE_WORDS and over.lower() not in text.lower():
        text = f"{over}\n\n{text}"
    return Page(text=text, **about)


def _document(source: str) -> str:
    """The page; a piece of one is wrapped, since it would be taken for none."""
    return source if WHOLE.search(source[: 4 * HEAD_BYTES]) else f"<html><body><div>{source}</div></body></html>"


def _measured(tree: Element, limits: Limits) -> None:
    """Errors: TooComplex for more elements, or deeper ones, than may be.

    The parser itself stops at a depth of 256 and leaves out what follows, without a word: that page is not read in part.
    """
    depths: dict[Element, int] = {}
    for element in tree.iter("*"):
        parent = element.getparent()
        depths[element] = 0 if parent is None else depths.get(parent, 0) + 1
    if len(depths) > limits.nodes:
        raise TooComplex(f"the page has {len(depths)} elements, more than {limits.nodes}")
    if max(depths.values()) > limits.depth:
        raise TooComplex(f"its elements lie more than {limits.depth} deep in each other")


def _article(tree: Element) -> str:
    """The article's paragraphs, apart by an empty line."""
    drop_around(tree)
    wanted = sum(len(p.text_content()) for p in tree.xpath("//p"))
    found = _extracted(tree, fast=True)
    if len(found) < max(FEW_LETTERS, ENOUGH * wanted):
        found = _extracted(tree, fast=False) or "\n".join(_paragraphs(tree))
    lines = [" ".join(line.split()) for line in clean(found).split("\n") if not TABLE_RULE.match(line.strip())]
    return "\n\n".join(line.strip("| ") for line in lines if line.strip("| "))


def _extracted(tree: Element, *, fast: bool) -> str:
    """What the extractor takes for the article; `fast`: without asking others, which takes twice as long."""
    from trafilatura import bare_extraction

    document = bare_extraction(
        tree, fast=fast, include_comments=False, include_tables=True, include_links=False, with_metadata=False
    )
    return (document.text or "").strip() if document is not None and not isinstance(document, dict) else ""


def _paragraphs(tree: Element) -> list[str]:
    """All blocks with words of their own, for pages too small for the rules of long ones."""
    for element in tree.xpath("//script|//style|//head|//noscript|//template|//footer|//header[not(.//h1)]"):
        if element.getparent() is not None:
            element.drop_tree()
    blocks = tree.xpath(
        "//h1|//h2|//h3|//p|//li[not(.//p)]|//blockquote[not(.//p)]|//td[not(.//p)]|//pre|//time|//div[not(.//p or .//div)]"
    )
    words = [" ".join(block.text_content().split()) for block in blocks]
    kept = [w for k, w in enumerate(words) if w and (k == 0 or w != words[k - 1])]
    return kept or [" ".join(tree.text_content().split())]
