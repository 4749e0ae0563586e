"""Statements drawn from the tables, their reworded copies with one fact corrupted, and reports that are no copies."""

import random
import re
from dataclasses import dataclass

from tools.planting import tables

SLOT, NAME = re.compile(r"\{([^{}]*)\}"), re.compile(r"<(\w+)>")
NUMBERS = ("n1", "n2", "n3")
NAMES = ("group", "place", "place2", "person")


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One statement: who carries it (file names and texts), and what the copy got wrong: the right and the wrong word."""

    texts: dict[str, str]
    right: str
    wrong: str


def planted(number: int, rate: float, seed: int) -> Planted:
    """Four reports: the statement, a copy reworded at the rate with one fact corrupted, an own telling of the same event,
    and the same form of words, reworded alike, about another event.
    """
    draw = random.Random(f"{number} {seed}")  # noqa: S311 - a table of texts, no secret
    template = tables.STATEMENTS[number % len(tables.STATEMENTS)]
    facts = drawn(draw)
    field = draw.choice([name for name in (*NUMBERS, *NAMES) if f"<{name}>" in template])
    wrong = corrupted(facts[field], draw)
    key = f"{number:03d}-{seed}"
    telling = draw.choice(tables.TELLINGS)
    # What outlets say of their own is not shared: no two of the four close with one form of words.
    own = draw.sample(tables.CLOSINGS, 2 * 4)
    return Planted(
        texts={
            f"{key}-first.txt": _framed(filled(reworded(template, 0, draw), facts), 0, own, draw),
            f"{key}-copy.txt": _framed(filled(reworded(template, rate, draw), {**facts, field: wrong}), 1, own, draw),
            f"{key}-own.txt": _framed(filled(telling, facts), 2, own, draw),
            f"{key}-form.txt": _framed(filled(reworded(template, rate, draw), drawn(draw)), 3, own, draw),
        },
        right=facts[field],
        wrong=wrong,
    )


def drawn(draw: random.Random) -> dict[str, str]:
    """Names and numbers: those of two draws are hardly ever the same, but for the bodies that speak."""
    places = [draw.choice(tables.PLACE_FIRST) + last for last in draw.sample(tables.PLACE_LAST, 2)]
    numbers = [str(draw.choice((number, 10 * number + 3))) for number in draw.sample(range(6, 99), len(NUMBERS))]
    return {
        "body": draw.choice(tables.BODIES), "monitor": draw.choice(tables.MONITORS), "land": draw.choice(tables.LANDS),
        "group": f"{draw.choice(tables.GROUP_FIRST)} {draw.choice(tables.GROUP_LAST)}",
        "person": f"{draw.choice(tables.PERSON_FIRST)} {draw.choice(tables.PERSON_LAST)}",
        "place": places[0], "place2": places[1], **dict(zip(NUMBERS, numbers, strict=True)),
    }  # fmt: skip


def corrupted(value: str, draw: random.Random) -> str:
    """A number with its digits changed, or a name with letters changed, as machines and hasty people do."""
    if value.isdigit():
        return draw.choice(
            [
                n
                for n in (value[::-1], value + "0", str(int(value) + draw.randint(1, 9) * 3))
                if n != value and n[0] != "0"
            ]
        )
    words = value.split()
    last = words[-1]
    at = draw.randrange(1, len(last) - 1)
    letter = draw.choice([c for c in "aeioulmnrst" if c != last[at]])
    return " ".join([*words[:-1], last[:at] + letter + last[at + 1 :]])


def reworded(template: str, rate: float, draw: random.Random) -> str:
    """The template with this share of its slots said otherwise."""

    def choose(slot: re.Match[str]) -> str:
        first, *others = slot[1].split("|")
        return draw.choice(others) if others and draw.random() < rate else first

    return SLOT.sub(choose, template)


def filled(template: str, facts: dict[str, str]) -> str:
    """The template with its names and numbers."""
    return NAME.sub(lambda name: facts[name[1]], template)


def _framed(body: str, which: int, closings: list[str], draw: random.Random) -> str:
    """The body as a report, between what an outlet says of its own."""
    own = {"place3": draw.choice(tables.PLACE_FIRST) + draw.choice(tables.PLACE_LAST), "n4": str(draw.randint(3, 90))}
    opening, *closing = (
        filled(reworded(words, 0.7, draw), own)
        for words in (tables.OPENINGS[which], *closings[2 * which : 2 * which + 2])
    )
    return "\n\n".join((opening, body, *closing)) + "\n"
