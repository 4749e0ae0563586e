"""What the words of a page mean, in a sentence each, for whoever reads one for the first time."""

DISCREPANCIES = {
    "conflict": "the figures or names cannot both hold",
    "update": "a later figure of the same or a better placed voice replaces an earlier one",
    "refinement": "one says more exactly what the other says roughly",
    "wording": "the same in other words",
    "status": "disputed: fighters or civilians",
    "attribution": "disputed: who did it",
    "denial": "somebody denies it",
}
"""Kinds of discrepancy."""
GRADES = {
    "corroborated": "two or more sources, none of which goes back to another, tell it",
    "contested": "somebody denies it, or voices name different actors, or differ over whether the dead were civilians",
    "single source": "all of it goes back to one source",
    "weak": "it is only recalled, alleged or doubted",
}
"""Grades, in the order in which a page lists them."""
BASES = {
    "stated": "stated",
    "relative": "from a stated day",
    "inferred": "inferred",
    "unknown": "day not known",
}
"""How a day is known."""
STATUS = {
    "occurred": "it happened",
    "ongoing": "it goes on",
    "planned": "it was planned",
    "threatened": "it was threatened",
    "attempted": "it was attempted",
    "denied": "it is claimed and denied",
    "hypothetical": "it is spoken of as possible",
}
"""What became of an event."""
HOW = {
    "named": "names this source",
    "beside": "quotes this source in the same sentences",
    "heard": "quotes this source on the event, and says this in its own words",
    "event": "has the event from this source, and says this in its own words",
    "credited": "is credited to it",
    "shared": "shares its text",
    "own": "speaks for itself",
    "lent": "names nobody for this",
}
"""How a report has something from a source."""
OPEN = {
    "toll": "how many",
    "responsibility": "who did it",
    "inquiry": "what an inquiry finds",
    "assessment": "what was hit",
    "identity": "who they are",
    "search": "where they are",
    "comment": "what somebody says to it",
    "other": "something announced",
}
"""What is left open."""
