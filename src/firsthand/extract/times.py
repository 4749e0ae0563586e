"""Time expressions of a text: where they stand, their TIMEX3 type, and what they mean in symbols.

A grammar of our own over classes of words, bounded and linear in the length of the text; see `firsthand.model.calendar` for
what the symbols mean once the report's day is known. Extents follow TimeML 1.2.1: no preposition, but "early", "the end of".
"""

from collections.abc import Sequence

from firsthand.extract.times_clock import CLOCK
from firsthand.extract.times_context import in_context
from firsthand.extract.times_dates import DATES
from firsthand.extract.times_feasts import find_feasts
from firsthand.extract.times_grammar import Found, Hit, codes
from firsthand.extract.times_join import chosen, joined
from firsthand.extract.times_relative import RELATIVE
from firsthand.extract.times_weekdays import WEEKDAYS
from firsthand.extract.times_widen import widened
from firsthand.extract.times_words import Token, tokens
from firsthand.extract.times_years import YEARS
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr

RULES = (*DATES, *YEARS, *WEEKDAYS, *RELATIVE, *CLOCK)


def find_times(text: str) -> tuple[TimeExpr, ...]:
    """All time expressions in order; none overlap, ends of a range are inside it. Never raises."""
    words = tokens(text)
    classes = codes(words)
    small = text.islower()
    candidates = [*find_feasts(text, words)]
    for rule in RULES:
        for match in rule.pattern.finditer(classes):
            if match.end() > match.start():
                built = rule.build(Hit(match, words, small=small))
                # What several expressions share ("May 3 and 9, 2011") goes before what each has alone.
                candidates[:0] = built if len(built) > 1 else ()
                candidates.extend(built if len(built) == 1 else ())
    found = chosen(candidates)
    found = _widened(found, classes, words)
    found = in_context(joined(found, classes, words), words)
    return tuple(_expression(text, words, one) for one in found if one.ref.op != "name")


def _widened(found: Sequence[Found], classes: str, words: Sequence[Token]) -> list[Found]:
    """Each with the words around it; it takes over another one only from its beginning on."""
    out: list[Found] = []
    for one in found:
        wide = widened(one, classes, words)
        while out and wide.first <= out[-1].first:
            out.pop()
        if out and wide.first < out[-1].last:
            wide = one
        if not out or wide.first >= out[-1].last:
            out.append(wide)
    return out


def _expression(text: str, words: Sequence[Token], found: Found) -> TimeExpr:
    last = found.last - 1
    # A point belongs to the abbreviation only where the text goes on ("Jan. 27").
    if last > found.first and words[last].name in ("DOT", "COMMA"):
        last -= 1
    span = Span.cut(text, words[found.first].start, words[last].end)
    ends = tuple(_expression(text, words, end) for end in found.ends)
    return TimeExpr(span=span, type=found.type, ref=found.ref, ends=ends)
