"""Words by which one report contradicts another, each in its smallest case. All sentences are invented."""

import pytest

from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from tests.unit.extract.conftest import Read


def every(found: Extraction) -> list[Claim]:
    """All claims of a report."""
    return [c for m in found.mentions for c in m.claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten cadets lost their lives in the raid on Friday.", ["killed: Ten cadets"]),
        ("Shells hit the camp and 11 displaced people lost their lives.", ["killed: 11 displaced people"]),
        ("Rebels executed six wounded soldiers near the ford.", ["actor: Rebels", "killed: six wounded soldiers"]),
        ("The mayor was gunned down on Friday by a death squad.", ["actor: death squad"]),
        ("A missile struck the frigate off the coast on Friday.", ["target: frigate"]),
        ("The ministry lowered its count of the soldiers killed in the blast from 29 to 21.", ["killed: to 21"]),
        (
            "The army said that no missile struck the port on Friday.",
            ["denial: that no missile struck the port on Friday"],
        ),
        (
            "A spokesman for the army dismissed as untrue reports that its planes bombed a dairy on Friday.",
            ["denial: as untrue reports that its planes bombed a dairy on Friday"],
        ),
    ],
)
def test_words_are_read(read: Read, text: str, wanted: list[str]) -> None:
    said = {f"{c.field}: {c.span.quote}" for c in every(read(text))}
    assert set(wanted) <= said, sorted(said)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Ten cadets lost their lives in the raid on Friday.", "actor"),
        ("Shells hit the camp and 11 displaced people lost their lives.", "displaced"),
    ],
)
def test_nothing_else_is(read: Read, text: str, unwanted: str) -> None:
    assert unwanted not in {c.field for c in every(read(text))}


def test_what_they_were_not_is_no_victim(read: Read) -> None:
    found = every(read("Helicopters killed 14 nomads on Friday, elders said. They were no rebels, they insisted."))
    assert "rebels" not in {c.span.quote for c in found if c.field == "victim"}
