"""The machinery of the grammar of times: patterns over classes of words, and what a match of one hands to its rule."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from firsthand.extract.times_numbers import month_number, number_of, ordinal_of, unit_name, weekday_number
from firsthand.extract.times_words import CODES, Token
from firsthand.model.timeref import TimeRef, TimexType

MACROS: tuple[tuple[str, str], ...] = (
    ("{month}", "(?:MONTH|MAYBEMONTH|ABBREV DOT?)"),
    ("{nth}", "(?:ORD|ORDWORD|TENWORD DASH? ORDWORD)"),
    ("{day}", "(?:DAY|ORD)"),
    ("{weekday}", "(?:WEEKDAY|SHORTDAY DOT?)"),
    ("{season}", "(?:SEASON|MAYBESEASON)"),
    ("{year}", "(?:YEAR|YY)"),
    ("{to}", "(?:DASH|TO|AND|SLASH|OR)"),
    ("{words}", "(?:NUMWORD|TENWORD(?: DASH? NUMWORD)?)"),
    ("{count}", "(?:ARTICLE? (?:VAGUE OF?|DOZEN|HUNDRED)|{words} HUNDRED?|ARTICLE|DAY|NUM|YEAR)"),
    ("{unit}", "(?:UNIT|UNITS)"),
    ("{roughly}", "(?:AROUND|VAGUE(?={words}|DAY|NUM|YEAR)|AT MORE|MORE (?:MORE|TO|WORD)?)"),
)


COUNTABLE = frozenset(
    "people persons men women children soldiers troops fighters militants civilians members others rebels police policemen "
    "officers personnel dead killed wounded injured km kilometres kilometers miles metres meters feet mm percent dollars euros "
    "pounds tons tonnes passengers refugees prisoners inmates residents families victims villagers pilgrims students workers "
    "migrants hostages displaced homes houses vehicles rounds votes square cubic rpm cc mhz calories kg guns aircraft".split()
)
"""What a number counts, when it is no year or day."""
VERBS = frozenset("were was are is had have has when as with for that saw respectively".split())
"""Words that go on after a time, where a noun would be counted by it."""


class Found(NamedTuple):
    """A time expression over tokens first..last (last is not in it); `ends` as in `TimeExpr`."""

    first: int
    last: int
    type: TimexType
    ref: TimeRef
    ends: tuple["Found", ...] = ()


class Hit:
    """One match of a pattern over the classes of the words of a text; `small`: the text has no capitals at all."""

    def __init__(self, match: re.Match[str], words: Sequence[Token], *, small: bool = False) -> None:
        self.match = match
        self.words = words
        self.small = small
        self.first, self.last = match.span()

    def has(self, group: str) -> bool:
        """Tell whether the pattern has the group and it took part."""
        return self.match.groupdict().get(group) is not None

    def of(self, group: str) -> list[str]:
        """The words of a group, [] where it took no part."""
        if not self.has(group):
            return []
        start, end = self.match.span(group)
        return [self.words[i].text for i in range(start, end)]

    def word(self, group: str) -> str:
        """The first word of a group in lower case, "" where it took no part."""
        words = self.of(group)
        return words[0].lower() if words else ""

    def month(self, group: str = "m") -> int:
        """The month of a group."""
        return month_number(self.of(group)[0])

    def weekday(self, group: str = "w") -> int:
        """The weekday of a group."""
        return weekday_number(self.of(group)[0])

    def day(self, group: str = "d") -> int:
        """The day of the month in a group: a number or an ordinal."""
        words = self.of(group)
        return int(words[0]) if words[0].isdigit() else ordinal_of(words)

    def unit(self, group: str = "u") -> str:
        """The unit of a group, in the singular."""
        return unit_name(self.of(group)[0])

    def number(self, group: str = "n") -> int | str | None:
        """The number of a group; None for "several"."""
        return number_of(self.of(group))

    def year(self, group: str = "y") -> int | None:
        """The year of a group; two digits are of 1950 to 2049; None where the group took no part."""
        words = self.of(group)
        if not words:
            return None
        digits = words[-1].lstrip("'’")
        return full_year(int(digits)) if len(digits) == 2 else int(digits)

    def before(self, back: int = 1) -> Token | None:
        """The token so many places before the match, None at the start of the text."""
        return self.words[self.first - back] if self.first >= back else None

    def after(self, on: int = 0) -> Token | None:
        """The token so many places after the match, None at the end of the text."""
        return self.words[self.last + on] if self.last + on < len(self.words) else None

    def found(self, ref: TimeRef, type_: TimexType = "DATE") -> list[Found]:
        """The whole match as one expression."""
        return [Found(self.first, self.last, type_, ref)]

    def part(self, start: str, end: str, ref: TimeRef, type_: TimexType = "DATE") -> Found:
        """The stretch from the group `start` to the group `end` as one expression."""
        return Found(self.match.start(start), self.match.end(end), type_, ref)


def full_year(short: int) -> int:
    """The year that two digits mean: 50 to 99 are of the 20th century."""
    return short + (1900 if short >= 50 else 2000)


Build = Callable[[Hit], list[Found]]


class Rule(NamedTuple):
    """A pattern over classes and what it means; an empty answer rejects the match."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, pattern: str, build: Build) -> Rule:
    """A rule from a pattern in class names, `{macros}` and the usual signs of a regular expression."""
    for _ in range(3):
        for macro, meaning in MACROS:
            pattern = pattern.replace(macro, meaning)
    groups: list[str] = []

    def keep(match: re.Match[str]) -> str:
        groups.append(match.group())
        return f"\0{len(groups) - 1}\0"

    pattern = re.sub(r"\(\?P<[a-z0-9]+>", keep, pattern)
    # A class followed by ? or {..} is one character, so the signs bind as they should.
    coded = re.sub(r"[A-Z]{2,}", lambda match: CODES[match.group()], pattern).replace(" ", "")
    coded = re.sub(r"\0(\d+)\0", lambda match: groups[int(match.group(1))], coded)
    return Rule(name, re.compile(coded), build)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern in class names alone, for the words around an expression."""
    return rule("", text, lambda _hit: []).pattern


def codes(words: Sequence[Token]) -> str:
    """The classes of the words of a text, one character each."""
    return "".join([CODES[word.name] for word in words])
