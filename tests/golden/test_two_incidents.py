"""Small corpora in plain words, read from end to end: which reports tell one incident as news, and what is left open."""

from collections.abc import Mapping
from datetime import date

import pytest

from firsthand.engine.conclusions import Grounds
from firsthand.model.base import sha256
from firsthand.model.folded import Folded
from firsthand.model.report import Report
from firsthand.pipeline import conclude, extract_all
from firsthand.resources.kit import Kit

CONVOY = (
    "2024-03-05\nGunmen of the Hill Rangers ambushed an army convoy near Kutum on Monday, 4 "
    "March 2024, killing nine soldiers, the army said. The convoy was carrying fuel.\n"
)
CONVOY_AGAIN = (
    "2024-03-05\nNine soldiers died when an army fuel convoy was ambushed near Kutum on Monday. "
    "The Hill Rangers said they did it.\n"
)
PATROL = (
    "2024-03-12\nThree police officers were killed on Monday, 11 March 2024, when the Hill "
    "Rangers ambushed their patrol near Kutum, the governor said.\n"
)
PATROL_AGAIN = (
    "2024-03-12\nThe Hill Rangers ambushed a police patrol near Kutum on Monday, 11 March, killing three officers.\n"
)
ROUNDUP = (
    "2024-03-15\nNorth Darfur has seen two ambushes in eight days. On 4 March the Hill Rangers "
    "ambushed an army convoy near Kutum, killing nine soldiers. On 11 March they ambushed a "
    "police patrol near Kutum, killing three officers. On 13 March shells fell on a market in "
    "Juba, killing two traders.\n"
)
MARKET = "2024-05-02\nA bomb killed 12 people at a market in Maiduguri on Thursday, police said.\n"
MARKET_AGAIN = "2024-05-03\nTwelve people were killed when a bomb exploded at a market in Maiduguri on Thursday.\n"
STATION = (
    "2024-05-09\nA suicide bomber killed seven people at a bus station in Maiduguri on Wednesday, 8 May, police said.\n"
)
SCHOOL = (
    "2023-06-01\nAn air strike hit a school in Saada on Wednesday, 31 May 2023, killing 14 "
    "pupils, the health ministry said.\n"
)
CLINIC = (
    "2023-06-03\nAn air strike on a clinic in Saada on Friday, 2 June 2023, killed four nurses, "
    "the health ministry said.\n"
)
RAID = (
    "2010-08-03\nA joint force raided a compound in Zhari district on Monday, 2 August 2010, and detained three men.\n"
)
NEXT_RAID = (
    "2010-08-07\nA joint force raided a compound in Zhari district on Friday, 6 August 2010, and detained two men.\n"
)
Row = tuple[dict[str, str], list[set[str]], set[str]]
ROWS: Mapping[str, Row] = {
    "two stay two": (
        {"a": CONVOY, "a2": CONVOY_AGAIN, "b": PATROL, "b2": PATROL_AGAIN},
        [{"a", "a2"}, {"b", "b2"}],
        set(),
    ),
    "roundup": (
        {"a": CONVOY, "a2": CONVOY_AGAIN, "b": PATROL, "b2": PATROL_AGAIN, "r": ROUNDUP},
        [{"a", "a2", "r"}, {"b", "b2", "r"}],
        set(),
    ),
    "roundup first": ({"a": CONVOY, "b": PATROL, "r": ROUNDUP}, [{"a", "r"}, {"b", "r"}], set()),
    "vague this month": (
        {
            "a": CONVOY,
            "b": PATROL,
            "v": ("2024-03-14\nThe Hill Rangers mounted an ambush near Kutum this month, residents said.\n"),
        },
        [{"a"}, {"b", "v"}],
        set(),
    ),
    "background of a": (
        {
            "a": CONVOY,
            "a2": CONVOY_AGAIN,
            "b": PATROL,
            "b2": PATROL_AGAIN,
            "k": (
                "2024-04-20\nA court in Khartoum jailed a trader on Friday for smuggling fuel.\n\nOn 4 March "
                "2024 gunmen of the Hill Rangers had ambushed an army convoy near Kutum, killing nine "
                "soldiers.\n"
            ),
        },
        [{"a", "a2"}, {"b", "b2"}],
        set(),
    ),
    "background of neither": (
        {
            "a": CONVOY,
            "a2": CONVOY_AGAIN,
            "b": PATROL,
            "b2": PATROL_AGAIN,
            "k": (
                "2024-04-20\nA court in Khartoum jailed a trader on Friday for smuggling fuel.\n\nIn 2019 "
                "gunmen had ambushed an aid convoy near Mellit, killing a driver.\n"
            ),
        },
        [{"a", "a2"}, {"b", "b2"}],
        set(),
    ),
    "market bomb": ({"s": MARKET, "s2": MARKET_AGAIN}, [{"s", "s2"}], set()),
    "market bomb and station": ({"s": MARKET, "s2": MARKET_AGAIN, "t": STATION}, [{"s", "s2"}, {"t"}], set()),
    "station recalls market": (
        {
            "s": MARKET,
            "t": (
                "2024-05-09\nA suicide bomber killed seven people at a bus station in Maiduguri on "
                "Wednesday, 8 May, police said. It came a week after a bomb killed 12 people at a market in "
                "the city.\n"
            ),
        },
        [{"s"}, {"t"}],
        set(),
    ),
    "market recalled twice": (
        {
            "s": MARKET,
            "t": (
                "2024-05-09\nA suicide bomber killed seven people at a bus station in Maiduguri on "
                "Wednesday, 8 May, police said. It came a week after a bomb killed 12 people at a market in "
                "the city.\n"
            ),
            "u": (
                "2024-05-10\nA suicide bomber killed seven people at a bus station in Maiduguri on "
                "Wednesday, 8 May, police said. Last week a bomb at a market in Maiduguri killed 12.\n"
            ),
        },
        [{"s"}, {"t", "u"}],
        set(),
    ),
    "two strikes one town": ({"m": SCHOOL, "n": CLINIC}, [{"m"}, {"n"}], set()),
    "vague strike": (
        {
            "m": SCHOOL,
            "n": CLINIC,
            "v": ("2023-06-04\nAn air strike in Saada this week was condemned by the United Nations.\n"),
        },
        [{"m"}, {"n"}],
        {"v"},
    ),
    "only background": (
        {
            "k": (
                "2023-06-04\nFarmers near Saada have begun to pick their pomegranates.\n\nIn 2018 an air "
                "strike on a bus in Dahyan killed 40 children.\n"
            )
        },
        [],
        set(),
    ),
    "only background twice": (
        {
            "k": (
                "2023-06-04\nFarmers near Saada have begun to pick their pomegranates.\n\nIn August 2018 an "
                "air strike on a bus in Dahyan killed 40 children.\n"
            ),
            "l": (
                "2023-07-09\nA new road to Sanaa will be paved next year.\n\nIn August 2018 an air strike on a "
                "bus in Dahyan killed 40 children.\n"
            ),
        },
        [],
        set(),
    ),
    "toll rises": (
        {
            "s": MARKET,
            "s2": (
                "2024-05-04\nThe death toll from Thursday's bomb at a market in Maiduguri has risen to 15, "
                "the hospital said.\n"
            ),
        },
        [{"s", "s2"}],
        set(),
    ),
    "same day other town": (
        {"s": MARKET, "x": ("2024-05-02\nA bomb killed 11 people at a market in Damaturu on Thursday, police said.\n")},
        [{"s"}, {"x"}],
        set(),
    ),
    "undated copy": (
        {
            "m": SCHOOL,
            "c": ("An air strike hit a school in Saada on Wednesday, killing 14 pupils, the health ministry said.\n"),
        },
        [{"c", "m"}],
        set(),
    ),
    "two raids one week": ({"x": RAID, "y": NEXT_RAID}, [{"x"}, {"y"}], set()),
    "two raids and a vague": (
        {
            "x": RAID,
            "y": NEXT_RAID,
            "z": ("2010-08-08\nA joint force raided a compound in Zhari district last week, elders said.\n"),
        },
        [{"x"}, {"y"}],
        {"z"},
    ),
    "roundup of raids": (
        {
            "x": RAID,
            "y": NEXT_RAID,
            "w": (
                "2010-08-08\nA joint force raided a compound in Zhari district on 2 August and detained "
                "three men. In another raid in Zhari on 6 August two men were detained.\n"
            ),
        },
        [{"w", "x"}, {"w", "y"}],
        set(),
    ),
}
WRONG = {"same day other town": "one sentence with two towns and two figures in it is taken for one bomb"}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit.open()


def folded(texts: Mapping[str, str], kit: Kit) -> Folded:
    """The record of these reports."""
    told = [
        Report(
            sha256=sha256(text.encode()),
            text=text,
            names=(name,),
            media_type="text/plain",
            read_on=date(2025, 1, 1),
            language="en",
        )
        for name, text in texts.items()
    ]
    said = {extraction.report: extraction for extraction in extract_all(told, kit)}
    grounds = Grounds.open()
    return conclude(
        told, said, (), (), kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model="made up"
    )


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.xfail(reason=WRONG[n], strict=True)) if n in WRONG else n for n in ROWS]
)
def test_reports_of_one_incident_are_together_and_others_apart(name: str, kit: Kit) -> None:
    """Incidents beside those that the row names (a report's further news) are not asked for; where it names none, none may be."""
    texts, wanted, left_open = ROWS[name]
    made = folded(texts, kit)
    names = {entry.id: entry.name for entry in made.reports}
    groups = [
        {names[t.report] for t in i.tellings if t.role == "main"} - left_open
        for i in made.incidents
        if i.role == "main"
    ]
    assert all(one - left_open in groups for one in wanted)
    assert wanted or not groups
    assert {names[t.report] for i in made.incidents for t in i.tellings if t.also} == left_open
