"""`firsthand page`: one file that holds the whole record, the same for the same record."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app

TEXT = "2024-03-05\nTwo soldiers were killed when a car bomb exploded in Tripoli on Monday, the army said.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "a.txt").write_text(TEXT)
    assert run("build", folder / "a.txt", "--out", folder / "r.db", "--read-on", "2025-01-01", "--quiet").exit_code == 0
    return folder / "r.db"


def test_the_page_quotes_the_words_and_names_who_said_them(record: Path, tmp_path: Path) -> None:
    made = run("page", record, "-o", tmp_path / "a.html", "--title", "Northern coast")
    assert made.exit_code == 0
    page = (tmp_path / "a.html").read_text()
    assert "<title>Northern coast</title>" in page
    assert "<mark>Two soldiers</mark>" in page
    assert "said by army" in page
    assert "src=" not in page.replace('src="data:', "")


def test_the_same_record_makes_the_same_page(record: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert run("page", record, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_record_is_not_overwritten(record: Path) -> None:
    before = record.read_bytes()
    assert run("page", record, "-o", record).exit_code == 1
    assert record.read_bytes() == before


def test_an_empty_record_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain is expected in the north this week.\n")
    assert run("build", tmp_path / "a.txt", "--out", tmp_path / "r.db", "--quiet").exit_code == 0
    assert run("page", tmp_path / "r.db", "-o", tmp_path / "a.html").exit_code == 0
    assert "0 incidents from 1 report" in (tmp_path / "a.html").read_text()
