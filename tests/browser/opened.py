"""A page that is open in a browser, with what it asked for and what it complained of; and the contrast of colours."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from firsthand.publish.plain import UNSAFE

WIDE = {"width": 1400, "height": 900}


class Opened:
    """A page with what it asked for, what it complained of, and the dialogs it opened."""

    def __init__(self, page: Page, path: Path, hash_: str = "") -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(path.as_uri() + hash_)

    @property
    def foreign(self) -> list[str]:
        """What it asked for that is neither the file itself nor in it."""
        return [url for url in self.asked if not url.startswith(("file:", "data:"))]

    @property
    def rows(self) -> int:
        """Rows of the table that are shown."""
        return self.page.locator("#list tbody tr:not([hidden])").count()

    @property
    def ids(self) -> list[str]:
        """Incidents of the rows that are shown, from top to bottom."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('#list tbody tr:not([hidden])')].map(one => one.dataset.id)"
        )
        return found

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows, incidents and places on the map that are shown."""
        articles, marks = "article:not([hidden])", ".mark:not(.off)"
        return self.rows, self.page.locator(articles).count(), self.page.locator(marks).count()

    @property
    def barred(self) -> int:
        """Incidents that the full and pale bars stand for."""
        texts = self.page.locator(".bar text").all_text_contents()
        return sum(int(text) for text in texts if text)

    def until(self, script: str) -> None:
        """Wait until that is true; the page's own policy forbids the driver's way of waiting."""
        for _ in range(100):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(script)

    def unfold(self) -> None:
        """Open everything that can be opened."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def other(browser: Browser, path: Path, hash_: str = "", **settings: Any) -> Opened:  # noqa: ANN401 - settings of Playwright
    """The page in a window of its own."""
    return Opened(browser.new_context(**{"viewport": WIDE, **settings}).new_page(), path, hash_)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2.2 counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(r, g, b)`."""
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def unseen(text: str) -> set[str]:
    """Characters in it that a reader cannot see, or that turn the line around."""
    return set(UNSAFE.findall(text))
