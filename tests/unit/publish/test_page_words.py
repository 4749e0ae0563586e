"""What a page says in words: the sentences on an incident, figures and days in cells, and quotes in their sentences."""

from datetime import date

import pytest
from msgspec.structs import replace

from firsthand.model.course import Course, FigureTold, History
from firsthand.model.folded import Folded
from firsthand.model.incident import (
    Backing,
    Best,
    DayReading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Origin,
    Participant,
    Reading,
    Readings,
    Telling,
    Way,
)
from firsthand.model.place import Place
from firsthand.model.standing import FigureChange, Standing, StandingFigure, StandingReading
from firsthand.model.value import Count
from firsthand.model.when import TimeSpan
from firsthand.publish.page import page_html
from firsthand.publish.page_origins import sources
from firsthand.publish.page_parts import Drawn, card
from firsthand.publish.page_quotes import Ground, around
from firsthand.publish.page_row import mark, row, scales
from firsthand.publish.page_sentence import day_cell, day_words, interval, sentences
from firsthand.publish.page_standing import followed
from firsthand.publish.page_toll import tolls
from firsthand.resources.land import Land

KUTUM = Place(name="Kutum", lat=14.2, lon=24.67, radius_km=5, admin1="North Darfur", country="SD")


def span(first: str | None, last: str | None, basis: str = "stated") -> TimeSpan:
    ends = (date.fromisoformat(end) if end else None for end in (first, last))
    return TimeSpan(earliest=next(ends), latest=next(ends), basis=basis)  # type: ignore[arg-type]


def party(name: str) -> Participant:
    return Participant(name=name, type="group", country=None, claims=(), voices=())


ATTACK = Incident(
    id="inc_a", title="Ambush, Kutum", kind="ambush", status="occurred", role="main",
    date=IncidentDate(span=span("2025-03-04", "2025-03-04")),
    places=(IncidentPlace(place=KUTUM, as_written=("Kutum",), claims=()),),
    actors=(party("Dust Riders"),), targets=(party("a patrol"),), victims=(party("traders"),),
    best=(Best(field="killed", low=9, best=12, high=15),),
    tellings=tuple(Telling(report=key, event="e", mentions=(), role="main") for key in ("r1", "r2")),
    origins=(Origin(name="Hill Monitor", reports=("r1", "r2"), why="named"),),
)  # fmt: skip


def test_the_sentences_say_what_the_values_say_and_no_more() -> None:
    assert sentences(ATTACK, 2) == (
        "2 reports, going back to 1 source, tell of an ambush in Kutum (North Darfur, SD) on 4 March 2025. "
        "Who did it: Dust Riders. To whom: traders, a patrol. Killed: 12, with readings from 9 to 15. Wounded: no figure."
    )


def test_what_is_not_told_is_said_to_be_so() -> None:
    bare = Incident(id="inc_b", title="x", kind="shelling", status="occurred", role="main", date=IncidentDate())
    assert sentences(bare, 1) == (
        "1 report tells of shelling, at a place that is not told, on a day that is not told. "
        "Who did it: not told. To whom: not told. Killed: no figure. Wounded: no figure."
    )


def test_inferred_values_say_so() -> None:
    guessed = replace(
        ATTACK,
        date=IncidentDate(span=span("2025-03-01", "2025-03-31", "inferred")),
        places=(replace(ATTACK.places[0], basis="inferred"),),
    )
    first = sentences(guessed, 2).split(". ")[0]
    assert first.endswith("in Kutum (North Darfur, SD), which is inferred, in March 2025, which is inferred")


@pytest.mark.parametrize(
    ("first", "last", "cell", "words"),
    [
        ("2025-03-04", "2025-03-04", "2025-03-04", "on 4 March 2025"),
        ("2025-02-01", "2025-02-28", "2025-02", "in February 2025"),
        ("2024-01-01", "2024-12-31", "2024", "in 2024"),
        ("2025-03-04", "2025-03-09", "2025-03-04 to 03-09", "between 4 March 2025 and 9 March 2025"),
        ("2024-12-30", "2025-01-02", "2024-12-30 to 2025-01-02", "between 30 December 2024 and 2 January 2025"),
        (None, "2025-03-04", "until 2025-03-04", "not after 4 March 2025"),
        ("2025-03-04", None, "since 2025-03-04", "not before 4 March 2025"),
        (None, None, "no day", ""),
        ("9999-12-01", "9999-12-31", "9999-12-01 to 12-31", "between 1 December 9999 and 31 December 9999"),
    ],
)
def test_days_in_cells_and_sentences(first: str | None, last: str | None, cell: str, words: str) -> None:
    assert (day_cell(span(first, last)), day_words(span(first, last))) == (cell, words)


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (9, 12, 15, "12 (9–15)"),
        (12, 12, 12, "12"),
        (12, 12, None, "12"),
        (9, 12, None, "12 (9–12)"),
        (24, None, None, "≥24"),
        (None, None, 20, "≤20"),
        (24, None, 40, "24–40"),
        (0, 0, 0, "0"),
        (None, None, None, ""),
    ],
)
def test_a_figure_in_a_cell(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert interval(Best(field="killed", low=low, best=best, high=high)) == words


def test_a_mark_stands_on_the_scale_of_its_column() -> None:
    small, large = (Best(field="killed", low=n, best=n, high=n) for n in (1, 100))
    assert mark(large, 100) == mark(replace(large, low=1000, best=1000, high=1000), 1000)
    assert mark(small, 100) != mark(large, 100)
    assert "<path" not in mark(large, 100)
    assert "<path" in mark(replace(large, low=5), 100)
    assert 'class="open"' in mark(Best(field="killed", low=24, best=None, high=None), 100)
    assert mark(Best(field="killed", low=None, best=None, high=None), 100) == ""


def test_a_row_is_sorted_by_best_and_an_empty_cell_by_nothing() -> None:
    cells = row(ATTACK, scales([ATTACK]))
    assert [(one.best, one.range, one.sort) for one in cells.figures] == [("12", "(9–15)", "12"), ("", "", "")]
    assert (cells.reports, cells.sources, cells.place) == (2, 1, "Kutum, North Darfur")
    assert (cells.actors, cells.whom) == ("Dust Riders", "traders, a patrol")
    assert len(row(replace(ATTACK, actors=(party("x" * 900),)), {}).actors) < 70


TEXT = (
    "An earlier line.\nIt rained. On 3 March, Lt. Aro Bek said nine men died near Kutum. Nobody else spoke.\nThe end."
)


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("nine men", "On 3 March, Lt. Aro Bek said ", " died near Kutum."),
        ("It rained", "", "."),
        ("The end", "", "."),
        ("Nobody else", "", " spoke."),
    ],
)
def test_a_quote_stands_in_its_sentence_and_never_across_lines(quote: str, before: str, after: str) -> None:
    start = TEXT.index(quote)
    assert around(TEXT, start, start + len(quote)) == (before, after)


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    text = "so " * 200 + "nine men" + " and on" * 200
    before, after = around(text, text.index("nine"), text.index("nine") + 8)
    assert before.startswith("… so ")
    assert after.endswith(" …")
    assert len(before) < 170 > len(after)


def test_the_sources_are_a_list_within_a_list() -> None:
    ways = (
        Way(report="r1", chain=("Hill Monitor", "Radio Oasis"), how="named"),
        Way(report="r2", chain=("Hill Monitor", "Radio Oasis"), how="lent"),
        Way(report="r2", chain=("Hill Monitor", "Radio Oasis"), how="shared"),
        Way(report="r3", chain=("Hill Monitor",), how="beside"),
    )
    told = replace(ATTACK, origins=(Origin(name="Hill Monitor", reports=("r1", "r2", "r3"), why="named", ways=ways),))
    (found,) = sources(told, Ground({}, {}, {}, {}))
    assert [one.name for one in found.after] == ["Radio Oasis", "r3"]
    assert [(one.key, one.how) for one in found.after[0].after] == [
        ("r1", "names this source"),
        ("r2", "shares its text"),
    ]


def test_a_standing_figure_shows_what_it_stands_at_and_how_readings_go_together() -> None:
    def told(number: int, report: str, day: str) -> StandingReading:
        return StandingReading(
            number=number, bound="about", low=number, high=number, report=report, as_of=day, sentence=f"about {number} troops",
            voices=("Hill Monitor",), origin="Hill Monitor",
        )  # fmt: skip

    figure = StandingFigure(
        what="troops", where="Chad", readings=(told(900, "r1", "2025-01-05"), told(2000, "r2", "2025-03-04")), kind="update",
        why="x", changes=(FigureChange(kind="update", earlier=0, later=1, why="“900”, then “2000”"),),
        now=Standing(low=1800, best=2000, high=2000, as_of="2025-03-04"),
    )  # fmt: skip
    (shown,) = followed([figure], Ground({}, {}, {}, {}))
    assert (shown.what, shown.now) == ("troops, Chad", "2,000 (1,800 to 2,000), 2025-03-04")
    assert [(one.number, one.change, one.why) for one in shown.readings] == [
        ("about 900", "", ""), ("about 2,000", "update", "“900”, then “2000”"),
    ]  # fmt: skip


def test_incidents_reports_and_figures_may_all_be_missing() -> None:
    page = page_html(Folded(model="m"), {}, {}, Land.open(), title="empty")
    assert "0 incidents from 0 reports" in page
    assert 'id="map"' not in page
    assert 'id="time"' not in page


def test_a_part_of_a_toll_stands_in_it() -> None:
    def reading(number: int, claim: str, part_of: str | None = None) -> Reading:
        count = Count(number=number, bound="exact", low=number, high=number, wording=str(number), part_of=part_of)
        return Reading(
            count=count, voices=("Hill Monitor",), origins=("Hill Monitor",), reports=("r1",), first_said="2025-03-05",
            claims=(claim,),
        )  # fmt: skip

    found = (reading(30, "c1"), reading(9, "c2", "c1"), reading(28, "c3"), reading(2, "c4", "gone"))
    told = replace(ATTACK, counts=(Readings(field="killed", readings=found),))
    (toll,) = tolls(told, None, Ground({}, {}, {}, {}))
    assert [(one.number, [part.number for part in one.among]) for one in toll.readings] == [
        ("30", ["9"]), ("28", []), ("2", []),
    ]  # fmt: skip
    assert (toll.best, toll.about, toll.history) == ("12 (9–15)", "best (low to high)", "")


def test_a_figure_that_all_repeat_has_no_picture_and_one_that_changes_has() -> None:
    def course(*numbers: int) -> Course:
        told = tuple(
            FigureTold(
                report="r1", day=date(2025, 3, 5 + k), count=Count(number=n, low=n, high=n, wording=str(n)), quote=str(n),
                speaker=None, stance="asserts", origins=("Hill Monitor",), through=(), claims=(), did="first",
            )
            for k, n in enumerate(numbers)
        )  # fmt: skip
        return Course(field="killed", told=told, undated=(), stood=(), now=None)

    counted = replace(ATTACK, counts=(Readings(field="killed", readings=()),))
    pictures = [
        tolls(counted, History(courses=(course(*numbers),), denied=()), Ground({}, {}, {}, {}))[0].history
        for numbers in ((4, 4), (4, 9), (4,))
    ]
    assert [bool(picture) for picture in pictures] == [False, True, False]


def test_who_passed_on_a_single_figure_stands_in_the_list_too() -> None:
    short = Way(report="r1", chain=("Hill Monitor",), how="named")
    longer = Way(report="r1", chain=("Hill Monitor", "Aro Bek"), how="named")
    count = Count(number=9, low=9, high=9, wording="9")
    reading = Reading(
        count=count, voices=("Aro Bek",), origins=("Hill Monitor",), reports=("r1",), first_said=None, claims=(), ways=(longer,)
    )  # fmt: skip
    told = replace(
        ATTACK,
        origins=(Origin(name="Hill Monitor", reports=("r1",), why="named", ways=(short,)),),
        counts=(Readings(field="killed", readings=(reading,)),),
    )
    (found,) = sources(told, Ground({}, {}, {}, {}))
    assert [(one.name, [after.key for after in one.after]) for one in found.after] == [("Aro Bek", ["r1"])]


def test_who_stands_behind_a_value_is_told_and_every_day_that_tellings_give() -> None:
    hill = Backing(voices=("Aro Bek",), origins=("Hill Monitor",), reports=("r1", "r2"), first_said="2025-03-05")
    days = [span(day, day) for day in ("2025-03-05", "2025-03-04")]
    fifth = DayReading(span=days[0], as_written=("Wednesday",), claims=(), backing=Backing(voices=("army",)))
    fourth = DayReading(span=days[1], as_written=("Tuesday",), claims=(), backing=hill)
    rider = replace(party("Dust Riders"), backing=hill)
    told = replace(ATTACK, tellings=(), date=replace(ATTACK.date, readings=(fifth, fourth)), actors=(rider,))
    values = dict(card(told, row(told, {}), "p0", Drawn(), Ground({}, {}, {}, {})).values)
    behind = "Aro Bek; goes back to Hill Monitor; first said 2025-03-05; in 2 reports"
    assert [(one.name, one.about, one.backed) for one in values["When"]] == [
        ("4 March 2025", "", behind), ("5 March 2025", "another reading", "army"),
    ]  # fmt: skip
    assert [(one.name, one.backed) for one in values["Who"]] == [("Dust Riders", behind)]
