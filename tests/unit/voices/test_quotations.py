"""Quotations whatever their marks look like."""

import pytest

from firsthand.extract.quotations import find_quotations, paragraphs

# text, (words, closed) of each quotation
CASES = [
    ("He said “we stay” and left.", [("we stay", True)]),
    ('He said "we stay" and left.', [("we stay", True)]),
    ("He said ``we stay'' and left.", [("we stay", True)]),
    ("He said ''we stay'' and left.", [("we stay", True)]),
    ("He said «we stay» and « we go ».", [("we stay", True), ("we go", True)]),
    ("He said „we stay“ and left.", [("we stay", True)]),
    ("He said ”we stay” and “we go“ too.", [("we stay", True), ("we go", True)]),
    ("He said “we stay\" and left.", [("we stay", True)]),
    ("Killing of ‘multiple’ militants, ‘many’ wounded", [("multiple", True), ("many", True)]),
    ("It's the rebels' camp and the group's, the soldiers' too.", []),
    ("'We go,' said Tal. 'It's done.'", [("We go,", True), ("It's done.", True)]),
    ("In the '90s the '80s tanks stayed.", []),
    ("A 6\" gun and a 5'10\" man said \"yes\".", [("yes", True)]),
    ("“He told me ‘go home’ twice,” she said.", [("He told me ‘go home’ twice,", True), ("go home", True)]),
    ("“He said “go” and I went,” she said.", [("He said “go” and I went,", True), ("go", True)]),
    ("“We stay until the end\nNobody answered.", [("We stay until the end", False)]),
    ("“We stay until the end, said Tal on Monday.", [("We stay until the end,", False)]),
    ("“We stay.\n\n“We do not go,” said Tal.", [("We stay.", False), ("We do not go,", True)]),
    ("She said: \"We stay. \"We go\" is no answer.", [("We stay.", False), ("We go", True)]),
    ("“” and \"\" hold nothing", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_marks(text: str, expected: list[tuple[str, bool]]) -> None:
    found = find_quotations(text)
    assert [(q.span.quote, q.closed) for q in found] == expected
    assert all(q.span.holds_in(text) and q.speaker is None for q in found)


def test_a_quotation_runs_over_lines_of_a_fixed_width() -> None:
    lines = [
        "The commander spoke to the men at the gate on Monday and told them",
        "that “the road is ours. Every one of us has walked it. We keep the",
        "road. Nobody passes it without our word, day or night, and nobody",
        "will ever take it from us again,” and then he drove back to town.",
        "Afterwards the men went home to the villages by the river for rest.",
    ]
    text = "\n".join(lines)
    assert paragraphs(text) == [(0, len(text))]
    (found,) = find_quotations(text)
    assert found.closed
    assert found.span.quote.endswith("again,")
