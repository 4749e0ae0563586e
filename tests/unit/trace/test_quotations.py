"""Words in quotation marks that reports give in different wordings."""

import pytest

from firsthand.model.extraction import Extraction
from firsthand.model.lineage import QuotationDiffers
from firsthand.model.report import Report
from firsthand.model.span import Span
from firsthand.model.voice import Quotation
from firsthand.trace import trace
from tests.unit.trace.planted import report


def differing(*quoted: tuple[str, str | None]) -> tuple[QuotationDiffers, ...]:
    """What is found over reports of one quotation each."""
    reports: dict[str, Report] = {}
    extractions: dict[str, Extraction] = {}
    for k, (words, speaker) in enumerate(quoted):
        one = report(f"r{k}", f'Page {k}. Somebody put it so: "{words}"\n')
        start = one.text.index('"') + 1
        span = Span.cut(one.text, start, start + len(words))
        reports[one.id] = one
        extractions[one.id] = Extraction(report=one.id, quotations=(Quotation(span=span, speaker=speaker),))
    return trace(reports, extractions).quotations


SAID = "No convoy will enter the Tembe valley until the bridge at Halmer is rebuilt"
ALTERED = "No convoy shall pass the Tembe valley until the crossing at Halmer is rebuilt"


def test_altered_words_are_shown() -> None:
    (found,) = differing((SAID, "Ana Marek"), (ALTERED, "Colonel Ana Marek"))
    assert found.speaker == "Colonel Ana Marek"
    assert {v.quote for v in found.versions} == {SAID, ALTERED}
    assert "'bridge'" in found.why
    assert "'crossing'" in found.why


def test_a_dropped_not_is_shown() -> None:
    (found,) = differing((SAID.replace("will", "will not"), "Ana Marek"), (SAID, "Marek"))
    assert "'not' left out" in found.why


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        SAID.upper(),
        SAID[: SAID.index(" until")],
        SAID + ", and the pylons beside it as well",
        SAID.replace("the Tembe", "the [eastern] Tembe"),
        SAID.replace("convoy", "con-voy"),
        "No convoy",
        "Prices in Halmer will rise until the harvest is in, whatever the bridge may cost us",
    ],
)
def test_the_same_a_shortened_or_another_saying_does_not_differ(other: str) -> None:
    assert not differing((SAID, "Ana Marek"), (other, "Ana Marek"))


def test_two_speakers_are_never_one_saying() -> None:
    assert not differing((SAID, "Ana Marek"), (ALTERED, "Ilya Dorrin"))


def test_without_a_speaker_the_wording_must_be_closer() -> None:
    near = SAID.replace("rebuilt", "restored")
    assert differing((SAID, None), (near, "Ana Marek"))
    assert not differing(
        (SAID, None), ("No lorry will reach the upper valley until the pass at Halmer is cleared", None)
    )


def test_one_form_of_words_with_other_numbers_is_another_saying() -> None:
    form = "At least {} people were killed and {} wounded by {} shells that fell on {} this morning"
    first, second = (
        form.format(14, 30, "nine", "Pellin"),
        form.format(2, 11, "four", "the market of Quorn and its school"),
    )
    assert not differing((first, "Ana Marek"), (second, "Ana Marek"))
    assert differing((first, "Ana Marek"), (first.replace("14", "40"), "Ana Marek"))


def test_heavily_reworded_sayings_of_one_speaker_are_found() -> None:
    one = "Our crews kept the bridge open all night, and not one lorry was turned back by the storm"
    other = "Our teams held the crossing clear all night, and no truck whatsoever was turned away by the storm"
    (found,) = differing((one, "Ana Marek"), (other, "Ana Marek"))
    assert "'crews kept' against 'teams held'" in found.why


def test_three_versions_are_one_entry() -> None:
    third = SAID.replace("rebuilt", "restored")
    (found,) = differing((SAID, "Ana Marek"), (ALTERED, "Ana Marek"), (third, "Ana Marek"))
    assert len(found.versions) == 3


def test_a_short_quotation_is_compared_only_where_the_sentences_answer_to_each_other() -> None:
    same = (
        "Gunners of the Delmar Army hit 41 depots beside the Tembe ridge on Tuesday, colonel Adan Vree announced. "
        "Families from Pellin had been moved to Melisk before the barrage began. Patrols will stay until the orchards are safe. "
    )
    told = [
        same + 'The colonel spoke of a "lean winter at Pellin" that nobody in the valley had wanted.\n',
        same + 'The colonel spoke of a "lean season at Pellin" that nobody in the valley had wanted.\n',
        'Bakers in Quorn call this their "lean summer at Pellin" and hope for cheaper flour.\n',
    ]
    reports = {r.id: r for r in (report(f"r{k}", text) for k, text in enumerate(told))}
    extractions = {}
    for key, one in reports.items():
        start, end = one.text.index('"') + 1, one.text.rindex('"')
        quotation = Quotation(span=Span.cut(one.text, start, end), speaker="Adan Vree")
        extractions[key] = Extraction(report=key, quotations=(quotation,))
    (found,) = trace(reports, extractions).quotations
    assert {v.quote for v in found.versions} == {"lean winter at Pellin", "lean season at Pellin"}
