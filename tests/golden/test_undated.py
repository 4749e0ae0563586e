"""Undated reports that are bounded by what they tell. The events and groups are invented, the holders of offices are not."""

from pathlib import Path

import pytest

from firsthand import api

DATED = (
    "2024-12-09\n\nWarplanes of the Plains Coalition struck camps of the Reed Front in central Syria on Sunday, it said. "
    "Nobody was hurt, the coalition added.\n"
)
OTHER = "2024-12-20\n\nWarplanes of the Plains Coalition struck camps of the Reed Front in central Syria on Thursday, it said.\n"
ECHO = (
    "The Reed Front shelled a mill near Raqqa on Tuesday, a month of fog after the fall of former President Bashar al-Assad. "
    "Defense Secretary Lloyd Austin has spoken with the governors in recent days. As the strike against the Reed Front in "
    "central Syria this week has shown, the group is not beaten.\n"
)


def published(tmp_path: Path, *texts: str) -> tuple[str | None, str]:
    """When the last of the reports appeared, and the basis."""
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "r.db"
    api.build([tmp_path], out, workers=1)
    with api.open_record(out) as view:
        (entry,) = view.dates(f"{len(texts) - 1}.txt")
    return entry.published.edtf, entry.published.basis


def test_this_week_of_what_the_dated_reports_tell_of_one_day(tmp_path: Path) -> None:
    assert published(tmp_path, DATED, ECHO) == ("2024-12-10/2024-12-14", "inferred")


def test_two_days_in_these_weeks_lend_none(tmp_path: Path) -> None:
    assert published(tmp_path, DATED, OTHER, ECHO) == ("2024-12-08/2025-01-20", "unknown")


@pytest.mark.parametrize("cut", ["a month of fog after the fall of former President Bashar al-Assad", "Lloyd Austin"])
def test_without_bounds_of_its_own_a_report_borrows_no_day(tmp_path: Path, cut: str) -> None:
    edtf, basis = published(tmp_path, DATED, ECHO.replace(cut, "it was said"))
    assert basis == "unknown"
    assert edtf is None or ".." in edtf or edtf.endswith("2025-01-20")
