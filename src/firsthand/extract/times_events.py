"""Times counted from an event that the text tells elsewhere: "two days after the strike", "the day before the vote"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from firsthand.extract.times_grammar import Found, Hit
from firsthand.extract.times_join import OVER_DAYS, daylike, waits
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef, TimexType, inner, wrap

EVENTS = frozenset(
    "abduction accident accord agreement airstrike ambush annexation arrest assassination assault attack battle blast blockade "
    "bombardment bombing capture ceasefire clash clashes collapse coup crackdown crash death defeat deployment earthquake "
    "election elections evacuation execution explosion fall fire fighting flood funeral hijacking incident incursion invasion "
    "kidnapping killing killings landing massacre meeting murder mutiny offensive operation outbreak protest raid rally "
    "referendum resignation retreat riot riots rising robbery shooting shelling siege signing speech standoff storming strike "
    "strikes summit surrender takeover talks trial truce uprising verdict visit vote war withdrawal".split()
)
"""Nouns that name what happens on a day."""
DETERMINERS = frozenset("the a an this that these those his her its their our".split())
ENDINGS = frozenset(("", "s", "e", "es", "d", "ed", "ing", "ings", "ion", "ions", "sion", "sions", "ded"))
"""What a noun of an event and its verb have after what they share: bomb-ing, bomb-ed, but no bomb-er."""
SHORTEST = 4
PHRASE = 5
"""Words of a noun phrase that are looked through for the event."""
MOST = 24
"""Times counted from events that are looked up in one text, and tellings of an event that are looked at."""
REACH = 60
"""Tokens on either side of an event within which its sentence is looked through."""


def after_event(hit: Hit) -> list[Found]:
    """A candidate that waits for the event's day (`on_events`); none where no event follows."""
    unit, noun = hit.unit(), _event(hit.words, hit.last)
    if noun is None or unit not in ("hour", "day", "week", "fortnight", "month", "year"):
        return []
    count = hit.number("n") if hit.has("n") else 1
    sign = -1 if hit.words[hit.match.start("way")].name == "BEFORE" else 1
    steps = sign * count if isinstance(count, int) else None
    ref = TimeRef(
        op="event", args=(steps, unit, hit.words[noun].text.lower(), hit.match.start("u") + 1, int(hit.has("n")))
    )
    return [Found(hit.first, noun + 1, "DATE", ref)]


def _event(words: Sequence[Token], start: int) -> int | None:
    """Where the noun phrase from `start` on names an event; only after a word that makes it a certain one."""
    if start >= len(words) or words[start].text.lower() not in DETERMINERS:
        return None
    found = None
    for place in range(start + 1, min(start + 1 + PHRASE, len(words))):
        if words[place].name not in ("WORD", "END", "ORDWORD", "DASH", "POSS"):
            break
        found = place if words[place].text.lower() in EVENTS else found
    return found


def on_events(found: Sequence[Found], words: Sequence[Token]) -> list[Found]:
    """The expressions with every event's day in place; without one a length of time is left, or nothing."""
    waiting = [number for number, one in enumerate(found) if one.ref.op == "event"]
    if not waiting:
        return list(found)
    out, starts = list(found), [one.first for one in found]
    for order, number in enumerate(waiting):
        one = found[number]
        own = _own_day(one, found, starts, words)
        days = {own} if own is not None else set(_days_of(one, found, starts, words)) if order < MOST else set()
        out[number] = _placed(one, days)
    return out


def _own_day(one: Found, found: Sequence[Found], starts: Sequence[int], words: Sequence[Token]) -> TimeRef | None:
    """ "Five days after the ambush of 4 November": the day that its own words give the event."""
    if one.last >= len(words) or words[one.last].name not in ("OF", "ON"):
        return None
    number = bisect_left(starts, one.last + 1)
    if number >= len(found) or starts[number] != one.last + 1 or waits(found[number].ref):
        return None
    day = _day(found[number].ref)
    return day if daylike(day) else None


def _placed(one: Found, days: set[TimeRef]) -> Found:
    steps, unit, noun, shown, counted = one.ref.args
    # As in TimeML the event itself stays outside: it is told in its own right.
    last = shown if isinstance(shown, int) else one.last
    if len(days) == 1 and isinstance(steps, int):
        kind: TimexType = "TIME" if unit == "hour" else "DATE"
        return one._replace(last=last, type=kind, ref=wrap("shift", steps, unit, ref=days.pop()))
    if not counted:
        return one._replace(ref=TimeRef(op="name"))
    count = abs(steps) if isinstance(steps, int) else None
    ref = TimeRef(op="duration", args=(count, unit, f"the {noun}"))
    return one._replace(last=last, type="DURATION", ref=ref)


def _stem(noun: str) -> str:
    for ending in ("ings", "ing", "sion", "ion", "es", "s", "e"):
        if noun.endswith(ending) and len(noun) - len(ending) >= SHORTEST:
            return noun.removesuffix(ending)
    return noun


def _days_of(one: Found, found: Sequence[Found], starts: Sequence[int], words: Sequence[Token]) -> Iterator[TimeRef]:
    """The day told in each sentence that tells the event."""
    stem, seen = _stem(str(one.ref.args[2])), 0
    for place, word in enumerate(words):
        lower = word.text.lower()
        if not lower.startswith(stem) or lower[len(stem) :] not in ENDINGS or one.first <= place < one.last:
            continue
        seen += 1
        if seen > MOST:
            return
        first, last = _sentence(words, place)
        beside = found[bisect_left(starts, first) : bisect_left(starts, last)]
        days = [
            (abs(day.first - place), _day(day.ref))
            for day in beside
            if day is not one and day.type in ("DATE", "TIME") and not waits(day.ref) and daylike(_day(day.ref))
        ]
        if days:
            yield min(days, key=lambda pair: pair[0])[1]


def _day(ref: TimeRef) -> TimeRef:
    one = inner(ref)
    return _day(one) if one is not None and ref.op in OVER_DAYS and ref.op not in ("eve", "into") else ref


def _sentence(words: Sequence[Token], place: int) -> tuple[int, int]:
    first, last = place, place + 1
    while first > max(0, place - REACH) and not _ends(words, first - 1):
        first -= 1
    while last < min(len(words), place + REACH) and not _ends(words, last - 1):
        last += 1
    return first, last


def _ends(words: Sequence[Token], place: int) -> bool:
    """Tell whether a sentence ends with this token: a point before a capital, a question, a new paragraph."""
    name = words[place].name
    if name == "BREAK" or words[place].text in ("!", "?"):
        return True
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if name != "DOT" or (before is not None and before.name in ("ABBREV", "SHORTDAY") and after is not None):
        return False
    return after is None or after.text[:1].isupper() or after.name in ("BREAK", "SIGN")
