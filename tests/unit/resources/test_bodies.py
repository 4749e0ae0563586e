"""The table of bodies: sound, sourced, and the longest name wins."""

import csv
from importlib.resources import files

from firsthand.resources.bodies import Bodies


def test_every_row_is_sourced_and_ends_after_it_begins() -> None:
    text = files("firsthand").joinpath("data/bodies.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) >= 50
    for row in rows:
        assert row["source"].strip(), row
        assert not row["last"] or row["first"] < row["last"]
    names = [n.strip() for row in rows for n in (row["name"], *row["aliases"].split(";")) if n.strip()]
    assert len(names) == len(set(names))


def test_the_longest_name_in_these_letters_and_each_body_once() -> None:
    found = Bodies.open()
    text = "ISAF Joint Command said so. ISAF said so, and ISAF again. isaf, ISAFs and non-ISAF troops did not."
    assert [text[start:end] for start, end, _ in found.find(text)] == ["ISAF Joint Command", "ISAF"]
