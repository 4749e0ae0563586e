"""Words of time that are part of a name: "the Sunday Times", "Bloody Sunday", "April Dunne", "the 9/11 attacks"."""

from firsthand.extract.times_grammar import Hit
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef

NAME = TimeRef(op="name")
"""What only looks like a time: found so that nothing else is read there, and left out in the end."""
PAPERS = frozenset(
    "times mirror telegraph express mail herald post star sun tribune world independent vision standard nation business "
    "observer people punch trust gazette leader monitor news".split()
)
"""What newspapers and programmes of one weekday are called."""
EPITHETS = frozenset("bloody black red good ash palm holy maundy super cyber easter whit shrove".split())
"""First words of days that have a name of their own; those that are feasts with a day stand in `times_feasts`."""
GATHERINGS = frozenset("prayer prayers sermon sermons mosque mosques market markets service services".split())
"""What is held on one weekday of each week: it dates an event only where the event is put before, at or after it."""
DATING = frozenset("IN AFTER BEFORE AT ON FROM SINCE BY NEXT OF BETWEEN TO".split())
TITLES = frozenset("mr mrs ms dr gen col maj capt lt sgt cpl pvt adm rev prof sen rep gov judge miss sir".split())
GIVEN_NAMES = frozenset(("april", "june", "august", "may"))
PROVERBIAL: frozenset[tuple[int, int]] = frozenset(((9, 11), (10, 7)))
"""Days that name an attack of one year ever since, 11 September 2001 and 7 October 2023: "the 7 October attacks"."""
ATTACKS = frozenset("attack attacks massacre massacres terrorist terror assault onslaught hijackers victims".split())


def _capital(token: Token | None) -> bool:
    return token is not None and token.name in ("WORD", "TIME") and token.text[0].isupper()


def titled(hit: Hit) -> bool:
    """ "Gen. April", "Mrs. Friday": a word of time after a title."""
    before, behind = hit.before(), hit.before(2)
    token = behind if before is not None and before.name == "DOT" else before
    return token is not None and token.text.lower() in TITLES and token.text.istitle()


def names_paper(hit: Hit) -> bool:
    """ "The Evening Post", "the Sunday Times"."""
    before, after = hit.words[hit.first] if hit.words[hit.first].name == "THE" else hit.before(), hit.after()
    return (
        before is not None
        and before.name == "THE"
        and after is not None
        and after.text.istitle()
        and after.text.lower() in PAPERS
    )


def names_weekday(hit: Hit) -> bool:
    """Tell whether a weekday stands in a name, or says only what recurs each week."""
    before, after = hit.before(), hit.after()
    capitals = before is not None and before.text.isupper() and len(before.text) > 1
    if before is not None and before.text.lower() in EPITHETS and before.text[0].isupper() and not capitals:
        return True
    if titled(hit) or names_paper(hit):
        return True
    if after is None:
        return False
    word = after.text.lower()
    if word in GATHERINGS and after.text.istitle():
        return True
    return word in GATHERINGS and (before is None or before.name == "WORD") and hit.last - hit.first == 1


def names_month(hit: Hit) -> bool:
    """Tell whether a month is the first name of a person: "August Renner"."""
    before, after = hit.before(), hit.after()
    word = hit.of("m")[0]
    if titled(hit):
        return True
    if before is not None and before.name not in ("DOT", "BREAK", "COMMA", "AND", "SIGN"):
        return False
    return (
        word.lower() in GIVEN_NAMES
        and word.istitle()
        and _capital(after)
        and after is not None
        and after.text.istitle()
    )


def proverbial(hit: Hit, month: int, day: int) -> bool:
    """Tell whether a day without its year is the name of an attack of old, in whatever year it is told."""
    after, second = hit.after(), hit.after(1)
    if (month, day) not in PROVERBIAL or after is None:
        return False
    if after.name == "COMMA" or hit.has("y"):
        return False
    word = "" if second is None else second.text.lower()
    return after.text.lower() in ATTACKS and (after.text.lower() not in ("terrorist", "terror") or word in ATTACKS)
