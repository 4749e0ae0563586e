"""Bulletins and what news in prose only recalls: days of an issue, entries of a log, clauses on an earlier deed. Invented."""

import pytest

from firsthand.model.calendar import resolve
from firsthand.model.value import Day
from tests.unit.extract.conftest import Read, claims, mention


def days(read: Read, text: str) -> set[str | None]:
    """The days that the claims of a text give, without its own day to count from."""
    return {resolve(c.value.ref).edtf for c in claims(read(text), "date") if isinstance(c.value, Day)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bulletin of the River Committee, May 1991\n\nOn 3 May gunmen killed two farmers near Malakal.", "1991-05-03"),
        ("Bulletin of the River Committee, May 1991\n\nOn 28 April gunmen killed two farmers near Malakal.", "1991-04-28"),
        ("Monthly report for January 2019\n\n29 December - Gunmen killed two farmers near Malakal.", "2018-12-29"),
        ("Monthly report for June 2021 (out 5 July)\n\n11 June - Gunmen killed two farmers near Malakal.", "2021-06-11"),
        ("Security digest: March 2014\n\n7 March, Bangui: Two traders were shot dead.", "2014-03-07"),
        ("Update, August 2008\n\nOn August 9 a bomb killed two farmers near Malakal.", "2008-08-09"),
    ],
)  # fmt: skip
def test_days_of_a_periodical_have_its_year(read: Read, text: str, day: str) -> None:
    assert day in days(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Widows of the May 1991 march meet\n\nOn 3 December gunmen killed two traders near Malakal.",
        "Bulletin, 6 May 1991\n\nGunmen killed two farmers near Malakal on 3 November.",
        "Gunmen killed two farmers near Malakal on 3 May. In June 1991 they had come before.",
    ],
)
def test_other_days_have_no_year_of_a_heading(read: Read, text: str) -> None:
    assert all(day is None or not day.startswith("19") for day in days(read, text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[Radio Estuary, La Paz, 9 Mar 87] Two farmers were killed.", "1987-03-09"),
        ("[Estuary News Agency, Asmara, 14 June 1999] Two farmers were killed.", "1999-06-14"),
        ("Bulletin of the River Committee, May 1991\n\nOn 3 May gunmen killed two farmers.", "1991-05-01"),
        ("Weekly digest, March 2014 - Bangui\n\nTwo traders were shot dead.", "2014-03-01"),
    ],
)
def test_heads_of_bulletins_tell_when_they_appeared(read: Read, text: str, day: str) -> None:
    found = [c for c in read(text).clues if c.kind in ("dateline", "month")]
    assert [c.day.isoformat() for c in found if c.day is not None] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Log of May 2015\n\n4 May - Gunmen killed two farmers at Malakal.\n\n2 May - Gunmen killed three traders at Renk.",
        "Log of May 2015\n\n4 May: Gunmen killed two farmers.\n\n2 May: Gunmen killed three traders.",
        "Log of May 2015\n\n4 May, Malakal: Gunmen killed two farmers.\n\n2 May, Renk: Gunmen killed three traders.",
        "Log of May 2015\n\nMay 4 - Gunmen shot two farmers dead.\n\nMay 2 - Gunmen shot three traders dead.",
    ],
)
def test_entries_of_a_log_are_each_news(read: Read, text: str) -> None:
    found = [m for m in read(text).mentions if m.role == "main"]
    assert len({m.event for m in found}) == 2


@pytest.mark.parametrize(
    ("text", "told", "recalled"),
    [
        ("Soldiers freed nine nurses who had been abducted in Kutum last month.", "freed", "Kutum"),
        ("Police arrested a man who had killed two guards in Zinder on Monday.", "arrested", "Zinder"),
        ("Rebels released six miners whom they had kidnapped near Gao in May.", "released", "Gao"),
        ("Villagers lynched a trader who had shot a boy in Bria on Friday.", "lynched", "Bria"),
    ],
)
def test_what_a_clause_recalls_keeps_its_place(read: Read, text: str, told: str, recalled: str) -> None:
    found = mention(read(text), told)
    assert recalled not in {c.span.quote for c in found.claims if c.field == "place" and "moments" in c.by}


@pytest.mark.parametrize("verb", ["stabbed", "beaten", "hacked", "stoned", "clubbed", "burned", "shot", "trampled"])
def test_what_was_done_to_death_killed(read: Read, verb: str) -> None:
    found = claims(read(f"Eleven villagers were {verb} to death in a raid on Tamale on Monday."), "killed")
    assert [c.value.number for c in found if hasattr(c.value, "number")] == [11]


def test_the_day_before_the_title_is_no_day_of_an_entry(read: Read) -> None:
    found = read("May 8: Patrol finds rifles near Malakal\n\nA patrol killed two gunmen in a compound near Malakal.")
    assert not [c for c in claims(found, "date") if "moments.entry" in c.by]


def test_who_found_out_keeps_the_day_of_the_deed(read: Read) -> None:
    text = "Nine people were killed in the air strike on the mill of Malakal on 11 March 2021, the River Observatory has found."
    assert days(read, text) == {"2021-03-11"}


@pytest.mark.parametrize("verb", ["sentenced", "condemned", "tried and sentenced"])
def test_who_is_sentenced_to_death_is_not_killed_yet(read: Read, verb: str) -> None:
    found = read(f"A tribunal in Tamale {verb} the following traders to death on Monday: Adan Vree, Ola Brin.")
    assert not claims(found, "killed")
    assert len({m.trigger for m in found.mentions}) == len(found.mentions)


def places(read: Read, text: str) -> list[str]:
    """The places that the claims of a text name, in its order."""
    return [c.span.quote for c in claims(read(text), "place")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Malakal: Two fishermen were shot dead on Friday.\n\nRenk: Gunmen burned a mill.", ["Malakal", "Renk"]),
        ("- Malakal: Gunmen killed a trader.\n\n- Renk: Police freed two boys.", ["Malakal", "Renk"]),
        ("Malakal: Gunmen killed a trader near Renk on Friday.", ["near Renk"]),
        ("Malakal: Gunmen killed a trader.\n\nThe committee thanks all who were shot at and wrote to it.", ["Malakal"]),
        ("Sudan: Gunmen killed a trader.", []),
        ("Malakal elders: gunmen killed them.", []),
    ],
)  # fmt: skip
def test_the_place_before_a_colon_is_where_its_entry_happened(read: Read, text: str, wanted: list[str]) -> None:
    text = f"Weekly log\n\n{text}\n\nThe roads in Sudan, from Malakal to Renk, are open in the dry season."
    assert [name for name in places(read, text) if name.endswith(("Malakal", "Renk", "Sudan"))] == wanted
