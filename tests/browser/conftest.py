"""A browser for the tests of pages: the system's Chromium, driven by Playwright; without one they are skipped, in CI never."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import firsthand
from firsthand import api
from tests.browser.opened import Opened, other

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SAMPLES = Path(__file__).resolve().parents[2] / "samples/reports"
LONG = "Ver" + "y" * 400 + "long"
HOSTILE = (
    "2025-03-05\n"
    "Gunmen of the <script>window.hit=1</script> Front killed four soldiers in Kutum on Monday, said Colonel "
    "\"onmouseover='window.hit=2'\".\n<img src=x onerror=window.hit=3> </style></script><script>window.hit=4</script> "
    "The army said \u202etwo troops\u202c were wounded. <iframe src='javascript:alert(1)'></iframe>\n"
    f"Gunmen of {LONG} killed nine farm\u200bers\ufeff in Kutum on Monday, =HYPERLINK('http://example.invalid') said.\n"
    "\x1b[31mThe army\x1b[0m killed six \u2066rebels\u2069 in {{ 7 * 7 }} {% raw %} near Kutum on Monday. &lt;b&gt; &#60;i&#62;\n"
    "<svg onload=window.hit=7> ]]> --> <a href='javascript:window.hit=8'>five gunmen</a> were killed in El Fasher on Tuesday.\n"
)
BOOK = (
    "2025-04-11\nAn air strike killed eleven people in Kutum on 9 April 2025, the Dune Monitor said. The army denied it.\n",
    "2025-04-12\nAt least fourteen people were killed in the air strike in Kutum on 9 April 2025, the Dune Monitor said on "
    "Saturday. A hospital doctor told Radio Oasis that 23 were killed and 40 wounded.\n",
    "2025-04-12\nAn explosion killed three soldiers in Sudan on 10 April 2025, the army said.\n",
    "Gunmen killed two farmers in eastern Chad, a local chief said.\n",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: .ci/run installs it")
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        # The sandbox of Chromium needs rights that a container seldom gives; the pages are our own.
        opened = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports, four more, a hostile one, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "more").mkdir()
    (folder / "more/<b onclick=window.hit=5>.txt").write_text(HOSTILE)
    (folder / "more/broken.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    for number, text in enumerate(BOOK):
        (folder / f"more/book{number}.txt").write_text(text)
    firsthand.build([SAMPLES, folder / "more"], folder / "r.db")
    return folder / "r.db"


@pytest.fixture(scope="session")
def written(record: Path) -> Path:
    path = record.with_suffix(".html")
    path.write_bytes(api.page(record, title="</title><script>window.hit=6</script>"))
    return path


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Opened]:
    shown = other(browser, written)
    yield shown
    shown.page.context.close()
