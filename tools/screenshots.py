"""Take down anew what `firsthand page` looks like for the sample reports, as PNG in docs/pictures. Needs Chromium.

.venv/bin/python tools/screenshots.py
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # a script sees only its own folder

from tools.pictures import PICTURES, READ_ON, ROOT, printed


def main() -> int:
    """Exit status: 0; 1 without a browser."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium on this machine (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        printed(folder, "build", "samples/reports", "--out", "record.db", "--read-on", READ_ON, "--quiet")
        printed(folder, "page", "record.db", "-o", "record.html", "--title", "Sample reports")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shown, scheme, size in (
            ("page", "light", (1400, 900)),
            ("page-incident", "light", (1400, 1500)),
            ("page-dark", "dark", (1400, 900)),
            ("page-phone", "light", (390, 844)),
        ):
            context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto((folder / "record.html").as_uri())
            if shown == "page-incident":
                opened(page)
            if shown == "page-dark":
                filtered(page)
            if shown == "page-phone":
                page.evaluate("scrollTo(0, document.querySelector('section.when').offsetTop - 8)")
            page.screenshot(path=str(PICTURES / f"{shown}.png"))
        browser.close()
    print("screenshots: page, page-incident, page-dark, page-phone in docs/pictures")
    return 0


def opened(page: Page) -> None:
    """Open the incident with most reports."""
    rows = page.locator("#list tbody tr")
    best = max(
        range(rows.count()), key=lambda k: int((rows.nth(k).locator("td").nth(6).text_content() or "").split("/")[1])
    )
    rows.nth(best).locator("a").click()
    page.locator("article details[open] .plain").first.wait_for(state="visible")
    page.wait_for_timeout(200)


def filtered(page: Page) -> None:
    """Days chosen with the mouse, one of their incidents picked, and the map brought to what is shown."""
    bars = page.locator(".bar:not(.blank)")
    first, last = (bars.nth(number).locator(".hit").bounding_box() for number in (0, bars.count() - 2))
    if first is None or last is None:
        raise SystemExit("the timeline has no bars")
    page.mouse.move(first["x"] + 5, first["y"] + 60)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 5, last["y"] + 60, steps=5)
    page.mouse.up()
    page.locator("#list tbody tr:not([hidden]) td:nth-child(3)").nth(1).click()
    page.locator("[data-zoom=shown]").click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(300)


if __name__ == "__main__":
    sys.exit(main())
