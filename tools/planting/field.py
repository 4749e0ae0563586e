"""Statements and copies as the field has them: shortened, turned round, between the outlet's own sentences, with names in
short or spelt otherwise and numbers in words. One number, name or day is wrong in most copies; in some nothing is.
"""

import random
import re

from tools.planting import tables
from tools.planting.field_tables import DAYS, OWN, PERSONS, SPELLINGS, STORIES, TENS, UNITS
from tools.planting.texts import NAME, Planted, corrupted, drawn, filled, reworded

FIELDS = ("n1", "n2", "n3", "group", "place", "place2", "person", "day")
NOTHING_WRONG = 0.15
SENTENCE = re.compile(r"(?<=[.]) (?=[A-Z<{])")
Facts = dict[str, str]


def planted_in_the_field(number: int, rate: float, seed: int) -> Planted:
    """Four reports, as `planted` has them: the statement, its copy, an own telling, and the same form of another event."""
    draw = random.Random(f"field {number} {seed}")  # noqa: S311 - a table of texts, no secret
    stories = (*STORIES, *(tuple(SENTENCE.split(one)) for one in tables.STATEMENTS))
    story = _some(stories[number % len(stories)], draw)
    facts, others = _facts(draw), _facts(draw)
    kept = _shortened(story, draw)
    said = {field for s in kept for field in NAME.findall(s)}
    field = draw.choice([f for f in FIELDS if f in said])
    wrong = _wrong(facts, field, draw)
    if draw.random() < NOTHING_WRONG:
        field, wrong = "", dict(facts)
    own = draw.sample(OWN, len(OWN))
    key = f"{number:03d}-{seed}"
    copy = _otherwise(_turned(kept, rate, draw), wrong, field, rate, draw)
    telling = [filled(reworded(one, 0.5, draw), facts) for one in draw.sample(tables.REMARKS, draw.randint(3, 6))]
    form = " ".join(filled(reworded(s.split("||")[0], rate, draw), others) for s in story)
    return Planted(
        texts={
            f"{key}-first.txt": _around([_plain(s, facts, draw) for s in story], own[:3], draw),
            f"{key}-copy.txt": _around(copy, own[3:7], draw),
            f"{key}-own.txt": _around(telling, own[7:10], draw),
            f"{key}-form.txt": _around([form], own[10:12], draw),
        },
        right=facts[field] if field else "",
        wrong=wrong[field] if field else "",
    )


def _some(story: tuple[str, ...], draw: random.Random) -> list[str]:
    """The story, or its first sentences: statements are short and long."""
    return list(story[: draw.randint(3, len(story))])


def _shortened(story: list[str], draw: random.Random) -> list[str]:
    """The story without one or two of its later sentences, if it is long enough."""
    gone = draw.sample(range(1, len(story)), draw.randint(0, max(0, min(2, len(story) - 3))))
    return [s for k, s in enumerate(story) if k not in gone]


def _turned(story: list[str], rate: float, draw: random.Random) -> list[str]:
    """Sentences built otherwise, and two that change places."""
    out = [draw.choice(s.split("||")[1:]) if "||" in s and draw.random() < rate else s.split("||")[0] for s in story]
    if len(out) > 2 and draw.random() < rate:
        k = draw.randrange(1, len(out) - 1)
        out[k], out[k + 1] = out[k + 1], out[k]
    return out


def _facts(draw: random.Random) -> Facts:
    facts = drawn(draw)
    facts["day"] = draw.choice(DAYS)
    if draw.random() < 0.5:
        one, two = draw.sample(SPELLINGS, 2)
        facts |= {"place": one[0], "place2": two[0], "person": draw.choice(PERSONS)[0]}
    return facts


def _wrong(facts: Facts, field: str, draw: random.Random) -> Facts:
    """The facts with one of them wrong: another day, another name, or a corrupted word."""
    if field == "day":
        return {**facts, "day": draw.choice([day for day in DAYS if day != facts["day"]])}
    return {**facts, field: corrupted(facts[field], draw)}


def _plain(sentence: str, facts: Facts, draw: random.Random) -> str:
    return filled(reworded(sentence.split("||")[0], 0, draw), facts)


def _otherwise(story: list[str], facts: Facts, field: str, rate: float, draw: random.Random) -> list[str]:
    """The sentences with words, names and numbers said otherwise; what is wrong in the copy stays as it is."""
    seen: set[str] = set()

    def name(slot: re.Match[str]) -> str:
        key, value = slot[1], facts[slot[1]]
        if key == field or draw.random() >= rate:
            seen.add(key)
            return value
        again = key in seen
        seen.add(key)
        return _short(key, value, draw) if again else _spelt(key, value)

    return [NAME.sub(name, reworded(s, rate, draw)) for s in story]


def _short(key: str, value: str, draw: random.Random) -> str:
    """A name that was told before, in short."""
    words = value.split()
    if key == "person":
        return words[-1]
    if key in ("group", "body", "monitor") and len(words) > 1:
        letters = "".join(w[0] for w in words if w[0].isupper())
        return draw.choice([letters, words[-1] if key == "group" else letters])
    return _spelt(key, value)


def _spelt(key: str, value: str) -> str:
    """A number in words, or a name in another transliteration."""
    if value.isdigit() and int(value) < 100:
        n = int(value)
        ten, one = divmod(n, 10)
        return UNITS[n] if n < len(UNITS) else TENS[ten - 2] + (f"-{UNITS[one]}" if one else "")
    return dict((*SPELLINGS, *PERSONS)).get(value, value) if key in ("place", "place2", "person") else value


def _around(body: list[str], own: list[str], draw: random.Random) -> str:
    """The body between and after sentences of the outlet's own."""
    mine = {"place3": draw.choice(tables.PLACE_FIRST) + draw.choice(tables.PLACE_LAST), "n4": str(draw.randint(3, 90))}
    out = [s[0].upper() + s[1:] for s in body]
    for sentence in own:
        out.insert(draw.randint(0, len(out)), filled(reworded(sentence, 0.5, draw), mine))
    at = draw.randint(1, len(out))
    return " ".join(out[:at]) + "\n\n" + " ".join(out[at:]) + "\n"
