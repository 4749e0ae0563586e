"""The bench of concluding times every stage of the pipeline, on reports whose quotes stand in their text."""

from tools.speed import concluding
from tools.speed.records import generated


def test_every_stage_has_a_column_and_the_stages_make_up_the_whole() -> None:
    row = concluding.measured(40)
    assert all(row[name] > 0 for name in concluding.STAGES)
    assert 0.8 * row["all"] < sum(row[name] for name in concluding.STAGES) <= row["all"]
    assert row["incidents"] > 1
    said = concluding.table([row, row])
    assert [len(part.splitlines()) for part in said.split("\n\n")] == [4, 4]
    for part in said.split("\n\n"):
        assert len({line.count("|") for line in part.splitlines()}) == 1


def test_made_up_reports_are_the_same_at_every_call_and_quote_their_text() -> None:
    made = list(generated(30))
    assert made == list(generated(30))
    assert len({one.report.id for one in made}) == 30
    for report, extraction in made:
        spans = [claim.span for mention in extraction.mentions for claim in mention.claims]
        assert spans or not extraction.mentions[0].claims
        assert all(span.holds_in(report.text) for span in (*spans, *(name.span for name in extraction.names)))
        assert all(piece.holds_in(report.text) for act in extraction.attributions for piece in act.content)
