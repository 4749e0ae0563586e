"""Voices and places over sentences put together at random: spans hold, names do not overlap, one text gives one answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extract.names import find_names
from firsthand.extract.places import find_places
from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import find_attributions, speakers_of, voice_at
from firsthand.resources.kit import Kit

WHO = (
    "The army",
    "Residents",
    "Mara Oru",
    "a spokesman, Col. Oran Tal,",
    "It",
    "She",
    "the Plains Observatory",
    "Nobody",
    "’s",
    "",
)
CUE = (
    "said",
    "denied that",
    "told reporters",
    ", according to",
    "blamed",
    "claimed responsibility for",
    "put the toll at",
    ":",
    "and",
)
WHAT = (
    "12 rebels were killed near Kutum", "“We saw nothing", "a blast in Homs, Syria,", "the town of Ain Baal fell", "12", "—", "”",
    "\n\n",
    "shelling east of Gaza", "the attack", "(AFP)", "north of Mosul and Erbil, Iraq", "that", "GAZA, 3 May - Israeli", "İstanbul",
)  # fmt: skip
TEXTS = st.lists(st.tuples(*map(st.sampled_from, (WHO, CUE, WHAT))), min_size=1, max_size=5).map(
    lambda rows: " ".join(" ".join(row) + "." for row in rows)
)
RARE = st.text(max_size=30)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit.open()


@given(text=TEXTS, rest=RARE)
@settings(max_examples=80, deadline=None)
def test_what_voices_say_stands_in_the_text(kit: Kit, text: str, rest: str) -> None:
    text += rest
    doc = next(kit.parser.pipe([text]))
    names = find_names(doc, kit.lexicon, text=text)
    quotations = find_quotations(text)
    found = find_attributions(doc, quotations, names, kit.lexicon, kit.speech, text)
    assert found == find_attributions(doc, quotations, names, kit.lexicon, kit.speech, text)
    for one in found:
        spans = [*one.cue, *one.content, *one.presupposed, *([one.source] if one.source else [])]
        assert all(span.holds_in(text) for span in spans)
        assert one.speaker is None or one.speaker.strip()
    for at in range(0, len(text), 7):
        span = voice_at(at, min(at + 3, len(text)), found).span
        assert span is None or span.holds_in(text)
    assert [one.span for one in speakers_of(quotations, found)] == [one.span for one in quotations]


@given(text=TEXTS, rest=RARE)
@settings(max_examples=80, deadline=None)
def test_places_stand_in_the_text_and_are_on_the_earth(kit: Kit, text: str, rest: str) -> None:
    text += rest
    doc = next(kit.parser.pipe([text]))
    names = find_names(doc, kit.lexicon, text=text)
    found = find_places(doc, kit.gazetteer, names, text=text)
    assert found == find_places(doc, kit.gazetteer, names, text=text)
    end = 0
    for one in found:
        assert one.span.holds_in(text)
        assert one.area.holds_in(text)
        assert one.span.start >= end
        end = one.span.end
        for place in (one.place, *one.others):
            if place is not None and place.lat is not None and place.lon is not None:
                assert -90 <= place.lat <= 90
                assert -180 <= place.lon <= 180
                assert place.radius_km > 0
