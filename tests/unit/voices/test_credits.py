"""Credit lines at top, foot and in brackets."""

import pytest

from firsthand.extract.credits import find_credits
from firsthand.resources.lexicon import Lexicon

BODY = "Two boats were sunk off the harbour on Monday, the guard said. Nobody was hurt. " * 12

# text, (name, form)
CASES = [
    (f"ADEN (AP) — {BODY}", [("Associated Press", "dateline")]),
    (f"ADEN, Jan 5 (Reuters) - {BODY}", [("Reuters", "dateline")]),
    (f"MUKALLA, Yemen (AP/AFP) – {BODY}", [("Associated Press", "dateline"), ("Agence France-Presse", "dateline")]),
    (f"Two boats sunk\nReuters\n\n{BODY}", [("Reuters", "byline")]),
    (f"By Mara Lind, Associated Press\n{BODY}", [("Associated Press", "byline")]),
    (f"{BODY}\n(AFP)", [("Agence France-Presse", "foot")]),
    (f"{BODY}(With inputs from AFP and Reuters)", [("Agence France-Presse", "foot"), ("Reuters", "foot")]),
    (f"{BODY}\nSOURCE: Harbour Gazette", [("Harbour Gazette", "foot")]),
    (f"{BODY}\n– Xinhua", [("Xinhua", "foot")]),
    (f"{BODY}\nAssociated Press writers Mara Lind and Oran Tal contributed to this report.", [("Associated Press", "foot")]),
    (f"ADEN, Aden Province – {BODY}", []),
    (f"The Harbour Guard (HG) said. {BODY}", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:15] + " .. " + c[0][-25:] for c in CASES])
def test_credit_lines(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    found = find_credits(text, lexicon)
    assert [(c.name, c.form) for c in found] == expected
    assert all(c.span.holds_in(text) for c in found)


def test_without_a_lexicon_only_lines_that_say_so() -> None:
    found = find_credits(f"{BODY} They met him (AP) there.\nSource: Harbour Gazette")
    assert [c.name for c in found] == ["Harbour Gazette"]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("ADEN, Yemen, March 3, 2025 (Hill Wire) - ", "Hill Wire"),
        ("HILL RIGHTS MONITOR\nIncident note\n\n", "Hill Rights Monitor"),
        ("Hill Courier, Monday, 3 March 2025\n\n", "Hill Courier"),
    ],
)
def test_an_unknown_outlet_that_its_page_names_at_the_top(top: str, name: str) -> None:
    assert [c.name for c in find_credits(top + BODY)] == [name]


@pytest.mark.parametrize(
    "top", ["By Ann Hill, 3 March 2025\n\n", "ADEN (March 3) - ", "Hill Press Release, 3 March 2025\n\n"]
)
def test_a_writer_a_day_or_a_form_is_no_outlet(top: str) -> None:
    assert not find_credits(top + BODY)
