"""A text that is too long for one report: its beginning is analysed, the rest refused with a reason."""

from datetime import date

from firsthand.model.base import sha256
from firsthand.model.report import ANALYSED, Report
from firsthand.pipeline import extract_all
from firsthand.resources.kit import Kit

SENTENCE = "Gunmen killed three farmers near Daquq on Monday. "


def report(text: str, language: str | None = "en") -> Report:
    return Report(
        sha256=sha256(text.encode()), text=text, names=("long.txt",), media_type="text/plain", read_on=date(2026, 1, 1),
        language=language,
    )  # fmt: skip


def test_only_the_beginning_is_analysed_and_the_rest_is_refused() -> None:
    long = report(SENTENCE + " " * ANALYSED + SENTENCE)
    [found] = extract_all([long], Kit.open())
    assert [m.trigger.start for m in found.mentions] == [SENTENCE.index("killed")]
    assert [r.code for r in found.refused] == ["E303"]


def test_another_language_yields_nothing_and_keeps_its_place() -> None:
    kit = Kit.open()
    found = list(extract_all([report("Militanlar saldırdı.", "tr"), report(SENTENCE)], kit))
    assert [bool(x.mentions) for x in found] == [False, True]
