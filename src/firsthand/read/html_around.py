"""What stands around an article on a page: banners, menus, boxes."""

import re

from firsthand.read.tree import Element

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
BOX_LETTERS = 1500
"""A longer element of such a name holds more than a box does, and stays."""
MENU_LINKS = 3
MENU_SHARE = 0.8
BLOCKS = ("ul", "ol", "div", "section", "table", "dl")


def drop_around(tree: Element) -> None:
    """Take out banners, menus and boxes; an element that holds the article stays whatever it is called."""
    boxes = [element for element in tree.xpath("//*[@class or @id]") if _is_box(element)]
    for element in [*boxes, *_menus(tree), *(e for path in AROUND for e in tree.xpath(path))]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_box(element: Element) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    if element.tag in ("html", "body", "article", "main", "p", "h1") or not BOXES.search(name):
        return False
    return not element.xpath(".//article|.//h1") and len(element.text_content()) <= BOX_LETTERS


def _menus(tree: Element) -> list[Element]:
    """Blocks of links, and of hardly anything else; counted in one way up the tree."""
    letters: dict[Element, int] = {}
    linked: dict[Element, int] = {}
    links: dict[Element, int] = {}
    menus: list[Element] = []
    for element in reversed(list(tree.iter("*"))):
        own = letters.get(element, 0) + _size(element.text)
        if element.tag == "a":
            linked[element], links[element] = own, 1
        elif element.tag in BLOCKS and links.get(element, 0) >= MENU_LINKS and linked[element] >= MENU_SHARE * own:
            menus.append(element)
        parent = element.getparent()
        if parent is not None:
            letters[parent] = letters.get(parent, 0) + own + _size(element.tail)
            linked[parent] = linked.get(parent, 0) + linked.get(element, 0)
            links[parent] = links.get(parent, 0) + links.get(element, 0)
    return [menu for menu in reversed(menus) if not menu.xpath(".//article|.//h1|.//p[not(.//a)]")]


def _size(words: str | None) -> int:
    return len("".join(words.split())) if words else 0
