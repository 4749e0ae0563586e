"""HTML pages: the article's words in their order, without what stands around it."""

import re

from firsthand.errors import NothingSaid, NotText, TooComplex, TooLarge
from firsthand.read.clean import clean, repair
from firsthand.read.decode import decode
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
AROUND = (
    "//*[@role='dialog' or @role='navigation' or @role='banner' or @role='contentinfo' or @role='alertdialog']"
    "[not(.//article)]",
    "//nav", "//*[@hidden or @aria-hidden='true'][not(.//article)]", "//article//aside", "//form[not(.//article)]",
    "//button", "//noscript", "//template", "//*[contains(translate(@style, ' ', ''), 'display:none')][not(.//article)]",
)  # fmt: skip
BOXES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscribe|related|recommend(?:ed|ations?)?|share|sharing|social|"
    r"promo|advert(?:isement)?|comments?|breadcrumbs?|most-(?:read|popular)|read-(?:more|next)|also-read|outbrain|taboola|"
    r"paywall|sidebar)(?:$|[\s_-])",
    re.IGNORECASE,
)
HEADLINE_WORDS = 3
MENU_LINKS = 3
MENU_SHARE = 0.8
BOX_LETTERS = 1500
"""A longer element of such a name holds more than a box does, and stays."""


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
    """The article's paragraphs, apart by an empty line. Errors: NothingSaid."""
    from trafilatura import bare_extraction

    _drop_around(tree)
    document = bare_extraction(
        tree, include_comments=False, include_tables=True, include_links=False, with_metadata=False, deduplicate=False
    )
    found = document.text if document is not None and not isinstance(document, dict) else None
    if not found or not found.strip():
        found = "\n".join(_paragraphs(tree))
    lines = [" ".join(line.split()) for line in clean(found).split("\n") if not TABLE_RULE.match(line.strip())]
    return "\n\n".join(line.strip("| ") for line in lines if line.strip("| "))


def _drop_around(tree: Element) -> None:
    """Take out banners, menus and boxes; an element that holds the article stays whatever it is called."""
    boxes = [e for e in tree.xpath("//*[@class or @id]") if _is_box(e)]
    menus = [e for e in tree.xpath("//ul|//ol") if _is_menu(e)]
    for element in [*boxes, *menus, *(e for path in AROUND for e in tree.xpath(path))]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_box(element: Element) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    if element.tag in ("html", "body", "article", "main", "p", "h1") or not BOXES.search(name):
        return False
    return not element.xpath(".//article|.//h1") and len(element.text_content()) <= BOX_LETTERS


def _is_menu(element: Element) -> bool:
    """A list of links, and of hardly anything else."""
    links = element.xpath(".//a")
    if len(links) < MENU_LINKS:
        return False
    linked = sum(len("".join(link.text_content().split())) for link in links)
    return linked >= MENU_SHARE * len("".join(element.text_content().split()))


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
