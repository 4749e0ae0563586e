"""Links between pages lead somewhere, and every page can be found."""

from pathlib import Path

import pytest

from tests.docs.pages import FENCE, ROOT, anchors, links, name, pages


@pytest.mark.parametrize("page", pages(), ids=name)
def test_links_resolve(page: Path) -> None:
    broken = []
    for link in links(page):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or not target.is_relative_to(ROOT) or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken, f"{name(page)} links to {', '.join(broken)}"


def test_every_page_is_reached_from_the_readme() -> None:
    found = {ROOT / "README.md"}
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            inside = sorted(target.glob("*.md")) if target.is_dir() else [target]
            for one in inside:
                if one.suffix == ".md" and one.is_file() and one not in found:
                    found.add(one)
                    waiting.append(one)
    lost = [name(page) for page in pages() if page not in found]
    assert not lost, f"no link leads to {', '.join(lost)}"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_tables_have_as_many_cells_in_each_row(page: Path) -> None:
    """A bar inside a cell would end it."""
    table: list[str] = []
    for line in [*FENCE.sub("", page.read_text(encoding="utf-8")).splitlines(), ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        widths = {row.replace("\\|", "").count("|") for row in table}
        assert len(widths) < 2, f"{name(page)}: {table[0]}"
        table = []


def test_pictures_show_something_and_call_nobody() -> None:
    """A picture is text that can be found in it, and loads nothing from elsewhere."""
    for picture in (ROOT / "docs/pictures").glob("*.svg"):
        text = picture.read_text(encoding="utf-8")
        assert "firsthand" in text
        assert "url(http" not in text
        assert "@import" not in text
