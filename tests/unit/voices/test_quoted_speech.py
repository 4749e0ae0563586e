"""Every quotation of a passage with its span and its speaker, and as an attribution."""

import pytest

from firsthand.model.voice import Attribution
from tests.unit.voices.conftest import Quote
from tests.unit.voices.quoted_speech import MARKS, NOT_YET, SECOND, Wanted

ENDS = " ,.?!"


def covering(found: tuple[Attribution, ...], start: int, end: int) -> list[Attribution]:
    """Direct attributions that have four fifths of the words start..end."""
    return [
        a
        for a in found
        if a.direct
        and 5 * sum(max(0, min(p.end, end) - max(p.start, start)) for p in a.content) >= 4 * (end - start - 2)
    ]


def check(quote: Quote, text: str, wanted: Wanted) -> None:
    found, quotations = quote(text)
    listed = [(q.span.quote.strip(ENDS), q.speaker) for q in quotations]
    expected = [(words.strip(ENDS), who) for words, who in wanted if who or words.strip(ENDS) in dict(listed)]
    assert [words for words, _ in listed] == [words for words, _ in expected]
    for (words, speaker), (_, who) in zip(listed, expected, strict=True):
        assert who == "?" or speaker == who, words
    for words, who in wanted:
        start = text.index(words)
        spoken = covering(found, start, start + len(words))
        if who is None:
            assert not any(a.speaker and sum(p.end - p.start for p in a.content) <= 1.3 * len(words) for a in spoken)
        elif who != "?":
            assert who in {a.speaker for a in spoken}


@pytest.mark.parametrize(("text", "wanted"), [*MARKS, *SECOND], ids=[t[:40] for t, _ in [*MARKS, *SECOND]])
def test_quotations_have_their_span_and_their_speaker(quote: Quote, text: str, wanted: Wanted) -> None:
    check(quote, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), NOT_YET, ids=[t[:40] for t, _ in NOT_YET])
def test_what_is_not_found_yet(quote: Quote, text: str, wanted: Wanted) -> None:
    """Glued marks, names that the parser mistakes, a name that follows the pronoun: to move up once one is found."""
    with pytest.raises(AssertionError):
        check(quote, text, wanted)
