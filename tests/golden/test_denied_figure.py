"""A denial that names a figure stands against whoever gave that figure. All is invented."""

from pathlib import Path

from firsthand import api

TEXT = (
    "TERA, Niger, 6 November 2025 (Sahel Courier) - The Ministry of Defence said that 17 soldiers were killed in an ambush near "
    "Tera on Tuesday. A nurse at the hospital said that 23 soldiers were killed. "
    "“The figure of 23 is false,” the Ministry of Defence said.\n"
)
OTHER = "TERA, Niger, 7 November 2025 (Niger Bend Post) - An ambush near Tera on Tuesday killed 27 soldiers, a driver said.\n"


def test_a_denied_figure_is_the_one_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    api.build([tmp_path], tmp_path / "r.db", workers=1)
    with api.open_record(tmp_path / "r.db") as view:
        denials = [d.why for i in view.folded.incidents for d in i.discrepancies if d.kind == "denial"]
    assert any("against “23 soldiers”" in why for why in denials), denials
