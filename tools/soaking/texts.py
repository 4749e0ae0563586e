"""Short made-up reports that go on and on: new events, old ones with other figures, copies, denials, the same file again.

All groups, bodies, monitors and persons are invented, and nothing told here ever happened; the towns are real, so that the
gazetteer has work.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

GROUPS = (
    "Karsh Front", "Lantern Brigade", "Two Wells Movement", "Iron Harvest Army", "Red Heron Legion", "Tarn Brotherhood",
)  # fmt: skip
TOWNS = (
    "Mosul", "Kirkuk", "Homs", "Idlib", "Kunduz", "Ghazni", "Taiz", "Marib", "Benghazi", "Gao", "Diffa", "Goma", "Bunia",
    "Nyala", "Zalingei", "Kadugli", "Kutum", "Mopti",
)  # fmt: skip
BODIES = (
    "Lumen Observatory",
    "Quiet Rivers Monitor",
    "provincial governor",
    "Norvan Coast Command",
    "interior ministry",
)
TARGETS = ("an army patrol", "a police post", "a convoy of lorries", "a market", "a border crossing")
DEEDS = (
    "Fighters of the {group} ambushed {target} near {town} on {day}, killing {n} {whom}, the {body} said.",
    "The {group} shelled {target} in {town} on {day}; at least {n} {whom} were killed, according to the {body}.",
    "A car bomb near {target} in {town} killed {n} {whom} on {day}. No group claimed it, the {body} said.",
    "Air strikes on positions of the {group} outside {town} on {day} killed {n} fighters, the {body} said.",
    "Gunmen of the {group} abducted {n} {whom} from {target} in {town} on {day}, the {body} reported.",
)
WHOM = ("soldiers", "civilians", "people", "policemen")
AFTER = (
    "The toll could not be checked.",
    "A spokesman of the {group} denied it.",
    "Residents of {town} said the figure was {more}.",
    "“We will not leave {town},” said the head of the {body}.",
    "Roads out of {town} stayed closed the next day.",
    "About {many} people live in the district.",
)
HEADS = ("{on}\n\n{town} in brief\n\n", "{on} - ", "", "By our correspondent, {written}\n\n")
FIRST = date(2024, 1, 2)
DAYS = 400
KEPT, COPIES = 40, 30


class Event(NamedTuple):
    """What happened, as the press was told it."""

    group: str
    town: str
    on: date
    n: int
    deed: str
    target: str
    whom: str


class Press:
    """Writes batches; what it wrote before comes back with other figures, in copies, and word for word."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self._events: list[Event] = []
        self._texts: list[str] = []

    def batch(self, number: int) -> Iterator[tuple[str, str]]:
        """One to six reports: name of the file, text."""
        for place in range(self._draw.randint(1, 6)):
            yield f"{number:05d}-{place}.txt", self._report()

    def some_day(self) -> date:
        """A day on which the record may be looked at."""
        return FIRST + timedelta(days=self._draw.randrange(DAYS))

    def _report(self) -> str:
        draw = self._draw
        if self._texts and draw.randrange(12) == 0:
            return draw.choice(self._texts)
        told = [self._event() for _ in range(draw.choice((1, 1, 1, 2, 3)))]
        on = max(event.on for event in told) + timedelta(days=draw.choice((0, 1, 1, 2, 5)))
        head = draw.choice(HEADS).format(on=on.isoformat(), town=told[0].town, written=f"{on.day} {on:%B %Y}")
        body = "\n\n".join(self._told(event) for event in told)
        copied = f"\n\n{draw.choice(self._texts).rstrip()}" if self._texts and draw.randrange(10) == 0 else ""
        self._texts = [*self._texts[-COPIES:], f"{head}{body}{copied}\n"]
        return self._texts[-1]

    def _event(self) -> Event:
        """An old one with a figure that may differ, or a new one."""
        draw = self._draw
        if self._events and draw.randrange(3):
            old = draw.choice(self._events)
            return old._replace(n=max(1, old.n + draw.choice((0, 0, 0, 1, 4, -2))))
        new = Event(
            draw.choice(GROUPS), draw.choice(TOWNS), FIRST + timedelta(days=draw.randrange(DAYS)), draw.randint(1, 60),
            draw.choice(DEEDS), draw.choice(TARGETS), draw.choice(WHOM),
        )  # fmt: skip
        self._events = [*self._events[-KEPT:], new]
        return new

    def _told(self, event: Event) -> str:
        draw = self._draw
        facts = {
            "group": event.group, "town": event.town, "day": f"{event.on.day} {event.on:%B %Y}", "n": event.n,
            "target": event.target, "whom": event.whom, "body": draw.choice(BODIES), "more": event.n + draw.randint(1, 9),
            "many": 1000 * draw.randint(2, 90),
        }  # fmt: skip
        return " ".join(words.format(**facts) for words in (event.deed, *draw.sample(AFTER, 2)))
