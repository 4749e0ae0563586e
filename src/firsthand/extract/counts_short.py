"""Figures told in few words, which say only by what stands before them what they count: "police gave 17", "the toll is now nine".

Such a figure is of what the figure right before it counts: no sentence may have numbered something else in between, unless the
words name the toll. "Organisers say 20,000" after "it had drawn 5,000" is therefore no toll.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_patterns import older
from firsthand.extract.numbers import Amount

WHICH = (
    r"(?:(?:official|latest|new|final|preliminary|current|confirmed|death|casualty|overall|total|earlier|first|initial"
    r"|previous) )"
)
FIGURE = (
    rf"(?:{WHICH}{{0,2}}(?:tolls?|figures?|numbers?|counts?|tally|tallies|estimates?|total)"
    r"(?: of (?:the )?(?:dead|deaths|victims|killed))?)"
)
HARMED = r"(?:dead|deaths|killed|fatalities|losses|wounded|injured|hurt)"
IT = rf"(?:it|this|that|them|theirs|(?:the|its|their|his|her) (?:{FIGURE}|{HARMED}))"
SAYS = (
    r"(?:give[sn]?|gave|giving|counts?|counted|says?|said|reports?|reported|cites?|cited|lists?|listed|has|had|admits?|admitted"
    r"|acknowledges?|acknowledged|concedes?|conceded|confirms?|confirmed|claims?|claimed|estimates?|estimated|fears?|feared"
    r"|(?:speaks?|spoke|spoken|talks?|talked|tells?|told|reports?|reported) of"
    r"|(?:keeps?|kept|holds?|held|sticks?|stuck) (?:to|at)"
    rf"|(?:puts?|has put|had put|have put|sets?) {IT} (?:at|to)"
    rf"|(?:revis|rais|lower|increas|cut|reduc|correct|updat|chang|br)\w* {IT} (?:up |down )?(?:to|at)"
    r"|correct(?:s|ed) (?:him|her|it|them)sel(?:f|ves):)"
)
BE = r"(?:is|are|was|were|stands?|stood|(?:has|had|have) (?:since |now |later )?been|remains?|remained|put|rises?|rose|reached)"
IS = rf"{FIGURE}(?: [a-z]{{2,12}}){{0,4}} {BE}(?: now| since| later| still| also)?(?: put)?(?: at| to)?"
END = r"\s+(?:(?:now|only|just|already|that) )?$"
CUE = re.compile(
    rf"(?:\b{SAYS}|\b{IS}|\b(?:{HARMED}|missing):|[;,] (?:then|later|now|by \w{{4,9}}(?: \w{{4,9}})?)|\bcorrection:){END}",
    re.IGNORECASE,
)
NAMES_IT = re.compile(
    rf"\b(?:{IS}|(?:puts?|put|revis\w+|rais\w+|lower\w+) (?:the|its|their) (?:{FIGURE}|{HARMED})[^.;:!?\n]{{0,30}}?){END}",
    re.IGNORECASE,
)
"""Words that name the toll: such a figure needs no other right before it."""
COLON = re.compile(r"(?:^|[.;!?\n]\s*)[^.;:!?\n\d]{3,90}:\s*$")
"""A sentence that is a name and a figure: "The emergency room: 16." """
AFTER = re.compile(
    r"\s*(?:[.;)!?\n]|,(?! ?\d)|$|(?:and|but|while|among|including|in all|in total|altogether|so far|or more|names|bodies"
    r"|dead|on \w+day|as of|at first|before|after|today|yesterday)\b)",
    re.IGNORECASE,
)
HURT = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)
BREAK = re.compile(r"[.;!?\n]")
REACH = 600
"""Characters between a figure and the one before it that says what is counted."""
LEAD = 130
"""Characters before a figure in which its words stand."""
LIKE = 20
"""How many times as large or as small one figure of the same people may be."""
PEOPLE = frozenset({"killed", "wounded", "missing", "captured"})


def short_counts(
    doc: Doc, text: str, amounts: Sequence[Amount], skip: frozenset[int], counts: Sequence[HarmCount]
) -> Iterator[HarmCount]:
    """Counts of figures whose words do not say what is counted. `counts`: all others, in reading order."""
    told = {at: c for c in counts for at in range(c.start, c.end)}
    every: list[HarmCount] = []
    meant: list[HarmCount] = []
    last = 0
    for amount in amounts:
        own = told.get(amount.start)
        if own is None:
            if amount.kind != "number" or _dated(doc, amount, skip) or amount.start - last > REACH:
                continue
            named = NAMES_IT.search(text, max(0, amount.start - LEAD), amount.start) is not None
            own = _short(text, amount, every if named else meant)
            if own is None:
                if BREAK.search(text, last, amount.start) is not None:
                    meant = []  # a sentence of its own numbers something else
                continue
            yield own
        elif own.field == "killed" and not own.part:
            meant = []  # a toll begins anew what can be meant
        meant.append(own)
        every.append(own)
        last = amount.end


def _dated(doc: Doc, amount: Amount, skip: frozenset[int]) -> bool:
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    return span is None or any(t.i in skip for t in span)


def _short(text: str, amount: Amount, before: Sequence[HarmCount]) -> HarmCount | None:
    """The count of a bare figure, of those whom the counts before it are about."""
    start = max(0, amount.start - LEAD)
    cue = CUE.search(text, start, amount.start)
    if (cue is None and COLON.search(text, start, amount.start) is None) or AFTER.match(text, amount.end) is None:
        return None
    hurt = cue is not None and HURT.search(cue[0]) is not None
    whole = [c for c in before if c.field in PEOPLE and not c.part and c.low and amount.start - c.end <= REACH]
    same = [c for c in whole if c.field == ("wounded" if hurt else "killed")] or whole
    size = amount.low or amount.high
    if not same or not size:
        return None
    like = same[-1] if hurt else same[0]
    if not (like.low or 0) / LIKE <= size <= (like.low or 0) * LIKE:
        return None
    # A bare number is quoted together with the word before it: "gave 17".
    bare = text[amount.start : amount.end].replace(",", "").isdigit()
    first = text.rfind(" ", 0, amount.start - 1) + 1 if bare else amount.start
    first = first if "\n" not in text[first : amount.start] else amount.start
    wording = text[first : amount.end] if bare else amount.wording
    return replace(
        like, field="wounded" if hurt else like.field, head=-1, start=first, end=amount.end, number=amount.number,
        bound=amount.bound, low=amount.low, high=amount.high, who=None, wording=wording, by="counts.short",
        part=False, again=False, older=older(text, amount), unreal=False,
    )  # fmt: skip
