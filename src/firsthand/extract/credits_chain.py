"""Through whom a report has what others say, where its head names the agency whose text it is."""

from collections.abc import Iterable, Sequence

import msgspec

from firsthand.model.extraction import Credit
from firsthand.model.voice import Attribution
from firsthand.resources.lexicon import Lexicon

WHOLE = ("byline", "dateline")
"""Credits of a whole text to one writer: at the foot stands as often who helped."""


def through(
    attributions: Iterable[Attribution], credits: Sequence[Credit], lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """The acts of saying of a report, each passed on by the one news agency to which its head credits the text.

    "PORT SAID (Some Agency) - The ministry said": what the ministry says has come through the agency. With two agencies at
    the head, or none, the acts stay as they are.
    """
    names = {c.name for c in credits if c.form in WHOLE and _news_agency(c.name, lexicon)}
    if len(names) != 1:
        return tuple(attributions)
    name = names.pop()
    return tuple(
        msgspec.structs.replace(a, chain=(*a.chain, name)) if a.chain and name not in a.chain else a
        for a in attributions
    )


def _news_agency(name: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(name)
    return entry is not None and entry.sort == "agency"
