"""Whether a report says anything, and in which language."""

from msgspec.structs import replace

from firsthand.errors import NothingSaid, TooLarge
from firsthand.read.language import language_of
from firsthand.read.page import Page


def said(page: Page) -> Page:
    """The page with its language. Errors: NothingSaid for one without a letter."""
    if not page.text.strip():
        raise NothingSaid("it holds no text")
    if not any(character.isalpha() for character in page.text):
        raise NothingSaid("it holds no letters, only figures or signs")
    return replace(page, language=language_of(page.text, page.declared))


def within(page: Page, characters: int) -> Page:
    """The page. Errors: TooLarge above so many characters."""
    if len(page.text) > characters:
        raise TooLarge(f"its text has {len(page.text)} characters, more than {characters}")
    return page
